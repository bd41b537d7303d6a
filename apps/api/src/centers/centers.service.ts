import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { Injectable } from '@nestjs/common'
import { pictureTypes, type FileBody } from '@dangqun/contracts/kit/files'
import type { OpeningHours } from '@dangqun/contracts/centers/opening-schemas'
import type { CenterCard, centersSchemas, CentersPage, CodeMeaning } from '@dangqun/contracts/centers/schemas'
import type { CodeKind } from '@dangqun/contracts/centers/vocabulary'
import type { EntityManager } from 'typeorm'
import { Audit } from '../audit/audit.service.js'
import { localDateOf } from '../platform/calendar/calendar.rules.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { setCenter, Units } from '../platform/database/units.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import type { CenterDirectory } from '../platform/http/doors.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import { holds, type CenterScope, type Scope, type SignedInCenterScope, type SignedInScope } from '../platform/http/scope.js'
import { codeLength, makeCode, parseCode } from './centers-code.rules.js'
import { refuseCenters } from './centers.errors.js'
import type { CentersFact } from './centers.facts.js'
import { FilesService } from './centers-files.service.js'
import { insertCenter, insertCode, listBuildings, listCenters, listServices, nowhere, readCenter, readCode, saveCenter, savePicture, type CenterRow } from './centers.queries.js'
import { hoursAtFirst, openingAt } from './centers.rules.js'

@Injectable()
export class CentersService implements CenterDirectory {
  /** A centre's slug never changes, so what was found once stays true. */
  private readonly ids = new Map<string, string>()

  constructor(
    private readonly units: Units,
    private readonly audit: Audit,
    private readonly files: FilesService,
  ) {}

  async idOf(slug: string): Promise<string | null> {
    const known = this.ids.get(slug)
    if (known) return known
    const [row] = await this.units.query<{ id: string }>('select id from centers where slug = $1', [slug])
    if (row) this.ids.set(slug, row.id)
    return row?.id ?? null
  }

  async allIds(): Promise<string[]> {
    return (await this.units.query<{ id: string }>('select id from centers order by slug', [])).map(({ id }) => id)
  }

  async list({ manager }: Scope, { cursor, limit, ...filter }: Parsed<typeof centersSchemas.list, 'query'>): Promise<CentersPage> {
    const [distance = '', slug = ''] = readCursor(cursor, 2) ?? []
    const rows = await listCenters(manager, { ...filter, after: cursor === undefined ? null : { slug, distance: cursorNumber(distance) }, most: limit + 1 })
    return pageOf(rows, limit, (row) => summarise(row, filter.near && row.distance !== nowhere ? row.distance : null), (row) => [String(row.distance), row.slug])
  }

  /**
   * A centre with the code of its entrance; every setting holds by default. Told by the platform's ledger and, first, by its own.
   * @throws AppError `centers.slugTaken`
   */
  async create(scope: SignedInScope, { slug, name, address, phone, openingHours = hoursAtFirst }: Parsed<typeof centersSchemas.create, 'body'>): Promise<CenterCard> {
    const centerId = uuidv7()
    const fact = { fact: 'centers.created', subjectId: centerId, data: { slug } } satisfies CentersFact
    await this.audit.recordOnPlatform(scope, fact)
    // From here on the transaction is the new centre's: it may write that one row of centers and nobody else's.
    await scope.manager.query(setCenter(centerId))
    if (!(await insertCenter(scope.manager, { slug, name, address, phone, opening_hours: inOrder(openingHours) }))) throw refuseCenters('centers.slugTaken', { slug })
    await this.issueCode(scope.manager, 'center', null)
    await this.audit.record(scope, fact)
    return this.get({ ...scope, centerId })
  }

  async get(scope: CenterScope): Promise<CenterCard> {
    return this.present(scope, await this.read(scope))
  }

  /** @throws AppError `request.changedMeanwhile` when `version` is not the newest */
  async update(scope: SignedInCenterScope, { version, openingHours, specialDays, ...given }: Parsed<typeof centersSchemas.update, 'body'>): Promise<CenterCard> {
    const row = await this.read(scope, 'for update')
    if (version !== row.version) throw refuseRequest('request.changedMeanwhile', { version: row.version })
    const change: Partial<CenterRow> = { ...given, ...(openingHours && { opening_hours: inOrder(openingHours) }), ...(specialDays && { special_days: [...specialDays].sort((a, b) => a.date.localeCompare(b.date)) }) }
    const fields = (Object.keys(change) as (keyof CenterRow)[]).filter((field) => JSON.stringify(change[field]) !== JSON.stringify(row[field]))
    if (fields.length === 0) return this.present(scope, row)
    Object.assign(row, change, { version: version + 1 })
    await saveCenter(scope.manager, row)
    await this.audit.record(scope, { fact: 'centers.updated', subjectId: scope.centerId, data: { version: row.version, fields } } satisfies CentersFact)
    return this.present(scope, row)
  }

  /**
   * Another picture on the card; the one before goes.
   * @throws AppError `centers.fileWrongType`, `centers.pictureTooLarge`
   */
  async setPicture(scope: SignedInCenterScope, picture: FileBody): Promise<CenterCard> {
    const row = await this.read(scope, 'for update')
    const before = row.picture_id
    row.picture_id = await this.files.keep(scope, { slice: 'centers', id: scope.centerId }, picture, { types: pictureTypes, isPublic: true })
    await savePicture(scope.manager, row.picture_id)
    if (before) await this.files.remove(scope, before)
    await this.audit.record(scope, { fact: 'centers.pictureSet', subjectId: scope.centerId, data: { fileId: row.picture_id } } satisfies CentersFact)
    return this.present(scope, row)
  }

  async removePicture(scope: SignedInCenterScope): Promise<CenterCard> {
    const row = await this.read(scope, 'for update')
    if (row.picture_id) {
      await savePicture(scope.manager, null)
      await this.files.remove(scope, row.picture_id)
      await this.audit.record(scope, { fact: 'centers.pictureRemoved', subjectId: scope.centerId, data: { fileId: row.picture_id } } satisfies CentersFact)
    }
    return this.present(scope, { ...row, picture_id: null })
  }

  private async read({ manager, centerId }: CenterScope, lock: '' | 'for update' = ''): Promise<CenterRow> {
    const row = await readCenter(manager, centerId, lock)
    if (!row) throw refuseCenters('centers.notFound')
    return row
  }

  private async present({ manager, now, caller, centerId }: CenterScope, row: CenterRow): Promise<CenterCard> {
    const opening = openingAt(row.opening_hours, row.special_days, now)
    const today = localDateOf(now)
    return {
      ...summarise(row, null),
      phone: row.phone,
      about: row.about,
      latitude: row.latitude,
      longitude: row.longitude,
      opening: { ...opening, opensAt: opening.opensAt && shanghaiIso(opening.opensAt) },
      openingHours: row.opening_hours,
      specialDays: row.special_days.filter(({ date }) => date >= today),
      buildings: await listBuildings(manager),
      services: await listServices(manager),
      pictureId: row.picture_id,
      version: row.version,
      allowedActions: holds(caller, 'centers.manage', centerId) ? ['update'] : [],
    }
  }

  /** @throws AppError `codes.mistyped` when the check symbol is wrong, `codes.notFound` when nobody has this code, `codes.retired` */
  async readCode({ manager }: Scope, typed: string): Promise<CodeMeaning> {
    const code = parseCode(typed)
    if (!code) throw refuseCenters('codes.mistyped')
    const row = await readCode(manager, code)
    if (!row) throw refuseCenters('codes.notFound')
    if (row.retired_at) throw refuseCenters('codes.retired')
    return { code, kind: row.kind, center: { slug: row.slug, name: row.name }, subjectId: row.subject_id }
  }

  /** A new code for something at the centre of this transaction; null: for the centre itself. */
  async issueCode(manager: EntityManager, kind: CodeKind, subjectId: string | null): Promise<string> {
    for (;;) {
      const code = makeCode([...randomBytes(codeLength - 1)])
      if (await insertCode(manager, code, kind, subjectId)) return code
    }
  }
}

function summarise(row: CenterRow, distance: number | null) {
  return { slug: row.slug, name: row.name, address: row.address, sceneCode: row.scene_code, distance }
}

function inOrder(hours: readonly OpeningHours[]): OpeningHours[] {
  return [...hours].sort((a, b) => a.weekday - b.weekday || a.opens.localeCompare(b.opens))
}

/** @throws AppError `request.invalid` for a cursor that we did not write */
function cursorNumber(text: string): number {
  if (text === '') return 0
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw refuseRequest('request.invalid', [{ path: 'cursor', message: '翻页位置无效，请从第一页重新开始' }])
}
