import { Injectable } from '@nestjs/common'
import type { Actor, auditSchemas, FactRow, FactsPage, HistoryPage } from '@dangqun/contracts/audit/schemas'
import type { FactSlice, HistoryKind } from '@dangqun/contracts/audit/vocabulary'
import type { EntityManager } from 'typeorm'
import { shanghaiIso } from '../platform/clock/clock.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { accountNamed, listActors, listFacts, type FactListRow, type FactsFilter } from './audit-reading.queries.js'

type Schemas = typeof auditSchemas

/** Who may see a subject: answered where the slices meet, because the ledger knows none of them. */
export abstract class HistoryDoors {
  abstract maySee(scope: SignedInCenterScope, kind: HistoryKind, id: string): Promise<boolean>
}

/** The slice whose facts make a subject's history: some subjects are named by several slices. */
const sliceOf: Record<HistoryKind, FactSlice> = { activity: 'activities', member: 'organization', binding: 'organization', organization: 'organization', firm: 'organization', announcement: 'notices', loan: 'financing', center: 'centers' }

const nothing: FactsFilter = { from: null, until: null, slice: null, fact: null, actor: null, subjectId: null }

const dayMs = 86_400_000

@Injectable()
export class AuditReading {
  constructor(private readonly doors: HistoryDoors) {}

  /** Of the ledger that this transaction has open. */
  async list(manager: EntityManager, query: Parsed<Schemas['listFacts'], 'query'>): Promise<FactsPage> {
    const accountId = query.actor === undefined || query.actor === 'system' ? null : await accountNamed(manager, query.actor)
    // A name that nobody has did nothing.
    if (query.actor !== undefined && query.actor !== 'system' && accountId === null) return { items: [], nextCursor: null }
    return this.page(manager, query, {
      from: query.from === undefined ? null : startOf(query.from),
      until: query.to === undefined ? null : new Date(startOf(query.to).getTime() + dayMs),
      slice: query.slice ?? null,
      fact: query.fact ?? null,
      actor: accountId === null ? (query.actor === 'system' ? 'system' : null) : { accountId },
      subjectId: query.subjectId ?? null,
    })
  }

  /** @throws AppError `request.notFound` for a subject that the caller may not see, or that is not there */
  async history(scope: SignedInCenterScope, kind: HistoryKind, id: string, query: Parsed<Schemas['history'], 'query'>): Promise<HistoryPage> {
    if (!(await this.doors.maySee(scope, kind, id))) throw refuseRequest('request.notFound')
    return this.page(scope.manager, query, { ...nothing, slice: sliceOf[kind], subjectId: id })
  }

  private async page(manager: EntityManager, { cursor, limit }: { cursor?: string | undefined; limit: number }, filter: FactsFilter): Promise<FactsPage> {
    const [at = '', id = ''] = readCursor(cursor, 2) ?? []
    const rows = await listFacts(manager, filter, cursor === undefined ? null : { at, id }, limit + 1)
    const actors = await listActors(manager, [...new Set(rows.flatMap(({ accountId }) => accountId ?? []))])
    const known = new Map(actors.map(({ accountId, ...actor }) => [accountId, actor]))
    return pageOf(rows, limit, (row) => toFact(row, known), (row) => [row.exactAt, row.id])
  }
}

function startOf(date: string): Date {
  return new Date(`${date}T00:00:00+08:00`)
}

function toFact({ id, at, accountId, fact, subjectId, data, number }: FactListRow, actors: ReadonlyMap<string, Actor>): FactRow {
  const actor = accountId === null ? null : (actors.get(accountId) ?? { username: null, roles: [] })
  return { id, at: shanghaiIso(at), fact, subjectId, data, actor, number: number === null ? null : Number(number) }
}
