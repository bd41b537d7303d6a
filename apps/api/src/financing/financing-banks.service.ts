import { Injectable } from '@nestjs/common'
import type { BankRows, financingBanksSchemas as Schemas } from '@dangqun/contracts/financing/banks/schemas'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import { localDateOf } from '../platform/calendar/calendar.rules.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import type { Parsed } from '../platform/http/implements.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import * as queries from './financing-banks.queries.js'
import { FinancingMatchingService } from './financing-matching.service.js'
import { refuseFinancing } from './financing.errors.js'
import type { FinancingFact } from './financing.facts.js'

/** The banks that work with a centre, kept by its staff. */
@Injectable()
export class FinancingBanksService {
  constructor(
    private readonly audit: Audit,
    private readonly matching: FinancingMatchingService,
  ) {}

  async list({ manager, now }: CenterScope): Promise<BankRows> {
    return { items: await queries.listAllBanks(manager, localDateOf(now)) }
  }

  /** @throws AppError `financing.bankNameTaken` */
  async create(scope: SignedInCenterScope, given: Parsed<(typeof Schemas)['create'], 'body'>): Promise<BankRows> {
    const id = uuidv7()
    await queries.lockBanks(scope.manager)
    if (!(await queries.insertBank(scope.manager, id, given))) throw refuseFinancing('financing.bankNameTaken', { name: given.name })
    await this.audit.record(scope, { fact: 'financing.bankAdded', subjectId: id, data: {} } satisfies FinancingFact)
    return this.list(scope)
  }

  /**
   * Another name or kind, retired or back.
   * @throws AppError `financing.bankNotFound`, `request.changedMeanwhile`, `financing.bankNameTaken`
   */
  async update(scope: SignedInCenterScope, id: string, { version, ...change }: Parsed<(typeof Schemas)['update'], 'body'>): Promise<BankRows> {
    await queries.lockBanks(scope.manager)
    const row = await queries.lockBank(scope.manager, id)
    if (!row) throw refuseFinancing('financing.bankNotFound')
    if (version !== row.version) throw refuseRequest('request.changedMeanwhile', { version: row.version })
    const fields = (['name', 'kind', 'isRetired'] as const).filter((field) => change[field] !== undefined && change[field] !== row[field])
    if (fields.length === 0) return this.list(scope)
    const changed: queries.StoredBank = { ...row, name: change.name ?? row.name, kind: change.kind ?? row.kind, isRetired: change.isRetired ?? row.isRetired, version: version + 1 }
    if (fields.includes('name') && (await queries.isNameOfAnother(scope.manager, id, changed.name))) throw refuseFinancing('financing.bankNameTaken', { name: changed.name })
    await queries.saveBank(scope.manager, changed, scope.now)
    if (fields.includes('isRetired')) await this.matching.askRematch(scope)
    await this.audit.record(scope, { fact: 'financing.bankChanged', subjectId: id, data: { version: changed.version, fields } } satisfies FinancingFact)
    return this.list(scope)
  }
}
