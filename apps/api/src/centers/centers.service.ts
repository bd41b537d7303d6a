import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { CenterCard, CentersPage, CodeMeaning } from '@dangqun/contracts/centers/schemas'
import type { CodeKind } from '@dangqun/contracts/centers/vocabulary'
import type { EntityManager } from 'typeorm'
import { shanghaiIso } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import type { CenterDirectory } from '../platform/http/doors.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { CenterScope, Scope } from '../platform/http/scope.js'
import { codeLength, makeCode, parseCode } from './centers-code.rules.js'
import { refuseCenters } from './centers.errors.js'
import { insertCode, listBuildings, listCenters, listServices, readCenter, readCode, type CenterRow } from './centers.queries.js'
import { openingAt } from './centers.rules.js'

@Injectable()
export class CentersService implements CenterDirectory {
  /** A centre's slug never changes, so what was found once stays true. */
  private readonly ids = new Map<string, string>()

  constructor(private readonly units: Units) {}

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

  async list({ manager }: Scope, query: { cursor?: string; limit: number }): Promise<CentersPage> {
    const [after = ''] = readCursor(query.cursor, 1) ?? []
    return pageOf(await listCenters(manager, after, query.limit + 1), query.limit, summarise, (row) => [row.slug])
  }

  async get({ manager, centerId, now }: CenterScope): Promise<CenterCard> {
    const row = await readCenter(manager, centerId)
    if (!row) throw refuseCenters('centers.notFound')
    const opening = openingAt(row.opening_hours, now)
    return {
      ...summarise(row),
      phone: row.phone,
      about: row.about,
      latitude: row.latitude,
      longitude: row.longitude,
      opening: { ...opening, opensAt: opening.opensAt && shanghaiIso(opening.opensAt) },
      openingHours: row.opening_hours,
      buildings: await listBuildings(manager),
      services: await listServices(manager),
    }
  }

  /** @throws AppError `codes.mistyped` when the check symbol is wrong, `codes.notFound` when nobody has this code */
  async readCode({ manager }: Scope, typed: string): Promise<CodeMeaning> {
    const code = parseCode(typed)
    if (!code) throw refuseCenters('codes.mistyped')
    const row = await readCode(manager, code)
    if (!row) throw refuseCenters('codes.notFound')
    return { code, kind: row.kind, center: { slug: row.slug, name: row.name }, subjectId: row.subject_id }
  }

  /** A new code for something at the centre of this transaction. */
  async issueCode(manager: EntityManager, kind: CodeKind, subjectId: string): Promise<string> {
    for (;;) {
      const code = makeCode([...randomBytes(codeLength - 1)])
      if (await insertCode(manager, code, kind, subjectId)) return code
    }
  }
}

function summarise(row: CenterRow) {
  return { slug: row.slug, name: row.name, address: row.address, sceneCode: row.scene_code }
}
