import { Injectable } from '@nestjs/common'
import type { DemandMatches, RematchStatus } from '@dangqun/contracts/financing/demands/schemas'
import type { Matches, NeedAnswers } from '@dangqun/contracts/financing/schemas'
import type { EntityManager } from 'typeorm'
import { v7 as uuidv7 } from 'uuid'
import { localDateOf } from '../platform/calendar/calendar.rules.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import type { CenterScope } from '../platform/http/scope.js'
import { Jobs } from '../platform/jobs/jobs.js'
import type { LprValues, MatchContext, MatchProduct, ServiceRecord } from './financing-check.rules.js'
import { dueDaysFrom } from './financing-loan.rules.js'
import { markOf, matchVersion, nextAnswer, rank, type Judgement } from './financing-match.rules.js'
import * as queries from './financing-matching.queries.js'
import { toMatch } from './financing-words.rules.js'
import { refuseFinancing } from './financing.errors.js'
import { listOffered, lprOn, type OfferedRow } from './financing.queries.js'

export const rematchTask = 'financing.rematch'

/** A bank that has not served anybody here lately. */
const unmeasured: ServiceRecord = { cases: 0, medianWorkingDays: null, responsePermille: 0, satisfactionPermille: 0 }
const recordDays = 90
/** Ninety days hardly change in this time, and every move of a slider asks for them. */
const recordMs = 10 * 60_000

/** What a ranking at one moment is made from, but for the need. */
export interface MatchBasis {
  readonly products: readonly MatchProduct[]
  readonly records: Readonly<Record<string, ServiceRecord>>
  readonly context: MatchContext
}

/** Rankings: made from today's products, kept with their inputs, explained again from them (DOMAIN §2, Match). */
@Injectable()
export class FinancingMatchingService {
  private readonly kept = new Map<string, { readonly until: number; readonly records: Record<string, ServiceRecord> }>()

  constructor(private readonly jobs: Jobs) {}

  /** @throws AppError `financing.noLpr` */
  async basis({ manager, now, centerId }: Pick<CenterScope, 'manager' | 'now' | 'centerId'>, leastMonths: number): Promise<MatchBasis> {
    const today = localDateOf(now)
    const lpr = await lprOn(manager, today)
    if (!lpr) throw refuseFinancing('financing.noLpr')
    return basisOf(await listOffered(manager, today), await this.records(manager, now, centerId), today, lpr, leastMonths)
  }

  private async records(manager: EntityManager, now: Date, centerId: string): Promise<Record<string, ServiceRecord>> {
    const known = this.kept.get(centerId)
    if (known && now.getTime() < known.until && now.getTime() > known.until - recordMs - 1) return known.records
    const records = await queries.serviceRecords(manager, new Date(now.getTime() - recordDays * 86_400_000), now)
    this.kept.set(centerId, { until: now.getTime() + recordMs, records })
    return records
  }

  /** Every product on offer, ranked and explained; nothing is kept. @throws AppError `financing.noLpr` */
  async preview(scope: CenterScope, need: NeedAnswers): Promise<Matches> {
    const { products, context } = await this.basis(scope, need.months)
    return explain(need, rank(need, products, context), context)
  }

  /** Ranks and keeps. @throws AppError `financing.noLpr` */
  async keep(scope: CenterScope, demandId: string, need: NeedAnswers): Promise<number> {
    const basis = await this.basis(scope, need.months)
    await queries.keepMatches(scope.manager, [keptOf(demandId, need, basis)], scope.now)
    return basis.products.length
  }

  /** What is kept for a demand, explained from its inputs; null before it was ranked. */
  async read({ manager }: CenterScope, demandId: string, isFrozen: boolean): Promise<DemandMatches | null> {
    const kept = await queries.findMatch(manager, demandId)
    if (!kept) return null
    const { need, today, lpr, records, products: named } = kept.inputs
    const { products, context } = basisOf(await queries.listVersionsNamed(manager, named), records, today, lpr, need.months)
    return { ...explain(need, rank(need, products, context), context), matchedAt: shanghaiIso(kept.matchedAt), isFrozen }
  }

  /** The results that are kept, best first; empty before the demand was ranked. */
  async results({ manager }: CenterScope, demandId: string): Promise<readonly queries.MatchResult[]> {
    return (await queries.findMatch(manager, demandId))?.results ?? []
  }

  /** After a change of products, banks or LPR: demands that wait for their firm's choice are ranked anew by a job. */
  async askRematch({ manager, centerId, now }: CenterScope): Promise<void> {
    await queries.askRematch(manager, uuidv7(), now)
    await this.jobs.enqueue(manager, rematchTask, { centerId, subjectId: centerId }, { key: `${rematchTask}:${centerId}` })
  }

  async status({ manager }: CenterScope): Promise<RematchStatus> {
    const row = await queries.newestRematch(manager)
    return { latest: row && { state: row.state, done: row.done, of: row.total, startedAt: row.startedAt && shanghaiIso(row.startedAt), endedAt: row.endedAt && shanghaiIso(row.endedAt) } }
  }
}

function basisOf(rows: readonly OfferedRow[], records: Readonly<Record<string, ServiceRecord>>, today: string, lpr: LprValues, leastMonths: number): MatchBasis {
  const products = rows.map(({ id, number, bankId, bankName, bankKind, terms }) => ({ id, number, bank: { id: bankId, name: bankName, kind: bankKind }, terms, record: records[bankId] ?? unmeasured }))
  return { products, records, context: { today, lpr, dueDays: dueDaysFrom(today, Math.max(leastMonths, ...products.map(({ terms }) => terms.termMaxMonths))) } }
}

/** What is stored of one ranking. */
export function keptOf(demandId: string, need: NeedAnswers, { products, records, context }: MatchBasis): queries.KeptMatch {
  return {
    demandId, algorithm: matchVersion,
    inputs: { today: context.today, lpr: context.lpr, need, products: products.map(({ id, number }) => [id, number] as const), records },
    results: rank(need, products, context).map(({ product, outcome, score, cost }) => ({ productId: product.id, outcome, score, allInPpm: cost?.allInPpm ?? null })),
  }
}

function explain(need: NeedAnswers, judged: readonly Judgement[], context: MatchContext): Matches {
  const marks = markOf(judged)
  return {
    algorithm: { version: matchVersion, lprOn: context.lpr.publishedOn, lpr1yBp: context.lpr.oneYearBp },
    items: judged.map((each, index) => toMatch(need, each, context, { rank: each.outcome === 'fits' ? index + 1 : null, mark: marks.get(each.product.id) ?? null })),
    nextAnswer: nextAnswer(judged),
  }
}
