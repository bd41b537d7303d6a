import { Injectable } from '@nestjs/common'
import type { BuildingRow, Buildings, centersCatalogueSchemas as Schemas, ServiceRow, Services } from '@dangqun/contracts/centers/catalogue/schemas'
import { mostBuildings, mostServices } from '@dangqun/contracts/centers/vocabulary'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import type { Parsed } from '../platform/http/implements.js'
import { holds, type CenterScope, type SignedInCenterScope } from '../platform/http/scope.js'
import * as queries from './centers-catalogue.queries.js'
import { changedFields, isSameSet } from './centers-catalogue.rules.js'
import { refuseCenters } from './centers.errors.js'
import type { CentersFact } from './centers.facts.js'

type Body<Name extends 'createBuilding' | 'updateBuilding' | 'orderBuildings' | 'createService' | 'updateService' | 'orderServices'> = Parsed<(typeof Schemas)[Name], 'body'>

/** A centre's buildings and its catalogue of services, as its manager writes them. */
@Injectable()
export class CatalogueService {
  constructor(private readonly audit: Audit) {}

  async listBuildings(scope: CenterScope): Promise<Buildings> {
    return { items: await queries.listAllBuildings(scope.manager), allowedActions: allowed(scope) }
  }

  /** @throws AppError `centers.nameTaken`, `centers.listFull` */
  async createBuilding(scope: SignedInCenterScope, given: Body<'createBuilding'>): Promise<Buildings> {
    const rows = await this.lockBuildings(scope)
    if (rows.length >= mostBuildings) throw refuseCenters('centers.listFull', { most: mostBuildings })
    const id = uuidv7()
    if (!(await queries.insertBuilding(scope.manager, id, given))) throw refuseCenters('centers.nameTaken', { name: given.name })
    await this.record(scope, { fact: 'centers.buildingAdded', subjectId: id })
    return this.listBuildings(scope)
  }

  /** @throws AppError `centers.buildingNotFound`, `request.changedMeanwhile`, `centers.nameTaken` */
  async updateBuilding(scope: SignedInCenterScope, id: string, { version, ...change }: Body<'updateBuilding'>): Promise<Buildings> {
    const rows = await this.lockBuildings(scope)
    const row = rows.find((each) => each.id === id)
    if (!row) throw refuseCenters('centers.buildingNotFound')
    if (version !== row.version) throw refuseRequest('request.changedMeanwhile', { version: row.version })
    const fields = changedFields(row, change)
    if (fields.length === 0) return this.listBuildings(scope)
    const changed: BuildingRow = { ...row, ...change, version: version + 1 }
    if (rows.some((other) => other.id !== id && other.name === changed.name)) throw refuseCenters('centers.nameTaken', { name: changed.name })
    await queries.saveBuilding(scope.manager, changed, scope.now)
    await this.record(scope, { fact: 'centers.buildingChanged', subjectId: id, data: { version: changed.version, fields } })
    return this.listBuildings(scope)
  }

  /** @throws AppError `request.changedMeanwhile` when these are not exactly the buildings in use */
  async orderBuildings(scope: SignedInCenterScope, { ids }: Body<'orderBuildings'>): Promise<Buildings> {
    const rows = await this.lockBuildings(scope)
    if (!isSameSet(ids, rows.filter(({ isRetired }) => !isRetired).map(({ id }) => id))) throw refuseRequest('request.changedMeanwhile')
    await queries.savePlaces(scope.manager, 'buildings', ids)
    await this.record(scope, { fact: 'centers.buildingsOrdered', subjectId: scope.centerId })
    return this.listBuildings(scope)
  }

  async listServices(scope: CenterScope): Promise<Services> {
    return { items: await queries.listAllServices(scope.manager), allowedActions: allowed(scope) }
  }

  /** @throws AppError `centers.nameTaken`, `centers.listFull` */
  async createService(scope: SignedInCenterScope, given: Body<'createService'>): Promise<Services> {
    const rows = await this.lockServices(scope)
    if (rows.length >= mostServices) throw refuseCenters('centers.listFull', { most: mostServices })
    const id = uuidv7()
    if (!(await queries.insertService(scope.manager, id, given))) throw refuseCenters('centers.nameTaken', { name: given.name })
    await this.record(scope, { fact: 'centers.serviceAdded', subjectId: id })
    return this.listServices(scope)
  }

  /** @throws AppError `centers.serviceNotFound`, `request.changedMeanwhile`, `centers.nameTaken` */
  async updateService(scope: SignedInCenterScope, id: string, { version, ...change }: Body<'updateService'>): Promise<Services> {
    const rows = await this.lockServices(scope)
    const row = rows.find((each) => each.id === id)
    if (!row) throw refuseCenters('centers.serviceNotFound')
    if (version !== row.version) throw refuseRequest('request.changedMeanwhile', { version: row.version })
    const fields = changedFields(row, change)
    if (fields.length === 0) return this.listServices(scope)
    const changed: ServiceRow = { ...row, ...change, version: version + 1 }
    if (rows.some((other) => other.id !== id && other.programme === changed.programme && other.name === changed.name)) throw refuseCenters('centers.nameTaken', { name: changed.name })
    await queries.saveService(scope.manager, changed)
    await this.record(scope, { fact: 'centers.serviceChanged', subjectId: id, data: { version: changed.version, fields } })
    return this.listServices(scope)
  }

  /** @throws AppError `request.changedMeanwhile` when these are not exactly the programme's services */
  async orderServices(scope: SignedInCenterScope, { programme, ids }: Body<'orderServices'>): Promise<Services> {
    const rows = await this.lockServices(scope)
    if (!isSameSet(ids, rows.filter((row) => row.programme === programme).map(({ id }) => id))) throw refuseRequest('request.changedMeanwhile')
    await queries.savePlaces(scope.manager, 'services', ids)
    await this.record(scope, { fact: 'centers.servicesOrdered', subjectId: scope.centerId, data: { programme } })
    return this.listServices(scope)
  }

  private async lockBuildings({ manager }: CenterScope): Promise<BuildingRow[]> {
    await queries.lockCatalogue(manager)
    return queries.listAllBuildings(manager)
  }

  private async lockServices({ manager }: CenterScope): Promise<ServiceRow[]> {
    await queries.lockCatalogue(manager)
    return queries.listAllServices(manager)
  }

  private record(scope: SignedInCenterScope, fact: CentersFact): Promise<void> {
    return this.audit.record(scope, fact)
  }
}

function allowed({ caller, centerId }: CenterScope): Buildings['allowedActions'] {
  return holds(caller, 'centers.manage', centerId) ? ['update'] : []
}
