import { Injectable } from '@nestjs/common'
import type { DemandState } from '@dangqun/contracts/financing/demands/vocabulary'
import { referralEnds, type Party, type ReferralState } from '@dangqun/contracts/financing/referrals/vocabulary'
import { accountsHolding } from '../accounts/accounts-grants.queries.js'
import { rolesWith } from '../accounts/accounts.policy.js'
import { Audit } from '../audit/audit.service.js'
import { WorkdaysService } from '../centers/centers-workdays.service.js'
import { NoticesService } from '../notices/notices.service.js'
import { workingDaysAfter, localDateOf } from '../platform/calendar/calendar.rules.js'
import type { CenterScope } from '../platform/http/scope.js'
import { Jobs } from '../platform/jobs/jobs.js'
import { DemandRow } from './financing-demands.entity.js'
import type { DemandMove } from './financing-demands.machine.js'
import { dutyOf } from './financing-demands.rules.js'
import { ReferralRow } from './financing-referrals.entity.js'
import { nextReferralState, type ReferralMove } from './financing-referrals.machine.js'
import * as queries from './financing-referrals.queries.js'
import { clockMove, dueAt, holderOf, renewalAt, sharingOf, silentDrawdowns, silentSince, type ReferralFacts } from './financing-referrals.rules.js'
import { addStep } from './financing-steps.queries.js'
import { refuseFinancing } from './financing.errors.js'
import type { FinancingFact } from './financing.facts.js'

export const settleReferralTask = 'financing.settleReferral'
export const settleDemandTask = 'financing.settleDemand'
export const renewalTask = 'financing.renewal'

/** Who took a step; `party` null: the house by itself. */
export interface Taken<Move> {
  readonly action: Move
  readonly party: Party | null
}

/** A demand with its referrals between rows and rules: locked from the demand down, settled by the clock, moved with a line in the history. */
@Injectable()
export class FinancingCaseService {
  constructor(
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly workdays: WorkdaysService,
    private readonly notices: NoticesService,
  ) {}

  /** @throws AppError `financing.demandNotFound` */
  async lockDemand({ manager, centerId }: CenterScope, id: string): Promise<DemandRow> {
    const row = await manager.findOne(DemandRow, { where: { centerId, id }, lock: { mode: 'pessimistic_write' } })
    if (!row) throw refuseFinancing('financing.demandNotFound')
    return row
  }

  /** The demand first: whoever moves one of its referrals, moves among all five. @throws AppError `financing.referralNotFound` */
  async lockReferral({ manager, centerId }: CenterScope, id: string): Promise<{ demand: DemandRow; referral: ReferralRow }> {
    const seen = await manager.findOneBy(ReferralRow, { centerId, id })
    if (!seen) throw refuseFinancing('financing.referralNotFound')
    const demand = await manager.findOneOrFail(DemandRow, { where: { centerId, id: seen.demandId }, lock: { mode: 'pessimistic_write' } })
    const referral = await manager.findOneOrFail(ReferralRow, { where: { centerId, id }, lock: { mode: 'pessimistic_write' } })
    return { demand, referral }
  }

  referralsOf({ manager, centerId }: CenterScope, demandId: string): Promise<ReferralRow[]> {
    return manager.find(ReferralRow, { where: { centerId, demandId }, order: { id: 'ASC' } })
  }

  async factsOf({ manager }: CenterScope, row: ReferralRow): Promise<ReferralFacts> {
    return { ...row, drawdowns: row.state === 'disbursed' ? await queries.listDrawdowns(manager, row.id) : [] }
  }

  async moveDemand(scope: CenterScope, row: DemandRow, { action, party }: Taken<DemandMove>, next: DemandState): Promise<void> {
    const from = row.state
    row.state = next
    if (next !== from) row.enteredAt = scope.now
    await this.saveDemand(scope, row)
    await addStep(scope.manager, 'demand', row.id, { version: row.version, action, fromState: from, toState: next, at: scope.now, accountId: scope.caller?.accountId ?? null, party })
    await this.audit.record(scope, { fact: 'financing.demandMoved', subjectId: row.id, data: { action, from, to: next } } satisfies FinancingFact)
    if (party !== 'firm') await this.tellFirm(scope, row)
    if (row.holder === 'center' && from !== next) await this.tellDesk(scope, row)
  }

  /** Writes the row with its duty and clock set anew; the version rises with every change. */
  async saveDemand(scope: CenterScope, row: DemandRow): Promise<void> {
    const referrals = row.state === 'open' ? await this.referralsOf(scope, row.id) : []
    const duty = dutyOf({ ...row, referrals }, scope.now, await this.workdays.at(scope.manager))
    Object.assign(row, { holder: duty.holder, dueAt: duty.dueAt, version: row.version + 1, changedAt: scope.now })
    if (row.state === 'open' && row.holder === 'bank' && row.dueAt) {
      const { centerId, id } = row
      await this.jobs.enqueue(scope.manager, settleDemandTask, { centerId, subjectId: id }, { dueAt: new Date(row.dueAt.getTime() + 1000), key: `${settleDemandTask}:${id}` })
    }
    const { centerId, id, ...columns } = row
    await scope.manager.update(DemandRow, { centerId, id }, columns)
  }

  /** A demand that nobody has claimed in time becomes the centre's. @returns whether it did now */
  async settleDemand(scope: CenterScope, row: DemandRow): Promise<boolean> {
    if (row.state !== 'open' || row.holder !== 'bank' || !row.dueAt || scope.now <= row.dueAt) return false
    await this.saveDemand(scope, row)
    // Read past the type's narrowing: saving may have changed it.
    if ((row.holder as Party | null) === 'center') await this.tellDesk(scope, row)
    return true
  }

  /** Into another state, or a step done within one; ends free their place and whatever the bank was let see. */
  async moveReferral(scope: CenterScope, demand: DemandRow, row: ReferralRow, { action, party }: Taken<ReferralMove>, next: ReferralState): Promise<void> {
    const from = row.state
    row.state = next
    if (next !== from || action === 'deliver') row.enteredAt = scope.now
    if (referralEnds.includes(next) && !referralEnds.includes(from)) await this.release(scope, row, action)
    await this.saveReferral(scope, row)
    await addStep(scope.manager, 'referral', row.id, { version: row.version, action, fromState: from, toState: next, at: scope.now, accountId: scope.caller?.accountId ?? null, party })
    await this.audit.record(scope, { fact: 'financing.referralMoved', subjectId: row.id, data: { action, from, to: next, party } } satisfies FinancingFact)
    if (demand.state === 'open') await this.saveDemand(scope, demand)
    if (party !== 'firm' && action !== 'rate') await this.tellFirm(scope, demand)
    if (party !== 'bank' && (row.holder === 'bank' || referralEnds.includes(next)) && action !== 'rate') await this.tellBank(scope, row)
    if (row.holder === 'center') await this.tellDesk(scope, demand)
  }

  /** A new referral: its bank is told, and its clock runs. */
  async offered(scope: CenterScope, { centerId, id, dueAt: due, ...row }: ReferralRow): Promise<void> {
    if (due) await this.jobs.enqueue(scope.manager, settleReferralTask, { centerId, subjectId: id }, { dueAt: new Date(due.getTime() + 1000), key: `${settleReferralTask}:${id}` })
    await this.tellBank(scope, { ...row, centerId, id, dueAt: due })
  }

  private async release(scope: CenterScope, row: ReferralRow, action: ReferralMove): Promise<void> {
    row.slot = null
    if (action === 'withdraw') {
      if ((await queries.endSharing(scope.manager, row.id, 'withdrawn', scope.now)) > 0) await this.audit.record(scope, { fact: 'financing.sharingWithdrawn', subjectId: row.id, data: {} } satisfies FinancingFact)
    } else await queries.endSharing(scope.manager, row.id, 'ended', scope.now)
    // Nobody is left to answer.
    for (const drawdown of await queries.listDrawdowns(scope.manager, row.id)) {
      if (drawdown.state === 'reported' || drawdown.state === 'disputed') await this.settleDrawdown(scope, row, { ...drawdown, state: 'one_sided' }, drawdown.state)
    }
  }

  async settleDrawdown(scope: CenterScope, { id: subjectId }: ReferralRow, drawdown: queries.DrawdownRow, from: queries.DrawdownRow['state']): Promise<void> {
    await queries.saveDrawdown(scope.manager, drawdown, scope.now)
    await this.audit.record(scope, { fact: 'financing.drawdownMoved', subjectId, data: { drawdownId: drawdown.id, from, to: drawdown.state } } satisfies FinancingFact)
  }

  async saveReferral(scope: CenterScope, row: ReferralRow): Promise<void> {
    const calendar = await this.workdays.at(scope.manager)
    const facts = await this.factsOf(scope, row)
    Object.assign(row, { holder: holderOf(facts), dueAt: dueAt(facts, calendar), version: row.version + 1, changedAt: scope.now })
    const { centerId, id, ...columns } = row
    await scope.manager.update(ReferralRow, { centerId, id }, columns)
    if (row.dueAt) await this.jobs.enqueue(scope.manager, settleReferralTask, { centerId, subjectId: id }, { dueAt: new Date(row.dueAt.getTime() + 1000), key: `${settleReferralTask}:${id}` })
  }

  /**
   * What silence has led to by now, also when its job is late. Without a consequence the bank and the centre are told that
   * it is overdue, once a deadline.
   * @returns whether anything moved
   */
  async settleReferral(scope: CenterScope, demand: DemandRow, row: ReferralRow): Promise<boolean> {
    const calendar = await this.workdays.at(scope.manager)
    const facts = await this.factsOf(scope, row)
    const move = clockMove(facts, scope.now, calendar)
    const next = move && nextReferralState(row.state, move)
    if (!move || !next) {
      if (row.dueAt && scope.now > row.dueAt && row.holder === 'bank') await this.tellOverdue(scope, demand, row)
      return false
    }
    if (move === 'complete') Object.assign(row, { materialsState: 'complete', materialsGaps: [], isAssumed: true, completeAt: silentSince(facts, calendar) })
    if (move === 'run-out') row.notDrawnReason = 'ran_out'
    if (move === 'settle-drawdown') {
      const silent = silentDrawdowns(facts, scope.now)
      for (const drawdown of await queries.listDrawdowns(scope.manager, row.id)) if (silent.some(({ id }) => id === drawdown.id)) await this.settleDrawdown(scope, row, { ...drawdown, state: 'one_sided' }, 'reported')
    }
    await this.moveReferral(scope, demand, row, { action: move, party: null }, next)
    return true
  }

  /** All that stand, but what the machine keeps: a withdrawal stops everything, the end of a demand leaves what was lent. */
  async endReferrals(scope: CenterScope, demand: DemandRow, { action, party }: Taken<'withdraw' | 'satisfy' | 'end'>, closeReason: ReferralRow['closeReason'], except: string | null = null): Promise<void> {
    for (const row of await this.referralsOf(scope, demand.id)) {
      if (row.id === except || referralEnds.includes(row.state)) continue
      const next = nextReferralState(row.state, action)
      if (!next) continue
      if (next === 'closed') row.closeReason = closeReason
      await this.moveReferral(scope, demand, row, { action, party }, next)
    }
  }

  /** When as much was lent as was asked for, the other banks are through, without being told by whom or how much. */
  async countDisbursed(scope: CenterScope, demand: DemandRow, by: ReferralRow): Promise<void> {
    demand.disbursedFen = await queries.sumDisbursed(scope.manager, demand.id)
    if (demand.state !== 'open' || demand.disbursedFen < demand.need.amountFen) return this.saveDemand(scope, demand)
    await this.endReferrals(scope, demand, { action: 'satisfy', party: null }, 'satisfied', by.id)
    demand.closeReason = 'satisfied'
    await this.moveDemand(scope, demand, { action: 'satisfy', party: null }, 'closed')
  }

  /** Working days from complete materials to a decision; null where none was complete. */
  async decisionDays({ manager, now }: CenterScope, { completeAt }: ReferralRow): Promise<number | null> {
    return completeAt && workingDaysAfter(await this.workdays.at(manager), localDateOf(completeAt), localDateOf(now))
  }

  /** Asked for ten days before it lapses; a job of a sharing that ended meanwhile does nothing. */
  async planRenewal({ manager, centerId }: CenterScope, { id }: ReferralRow, until: Date): Promise<void> {
    await this.jobs.enqueue(manager, renewalTask, { centerId, subjectId: id }, { dueAt: renewalAt(until), key: `${renewalTask}:${id}` })
  }

  async askRenewal(scope: CenterScope, demand: DemandRow, row: ReferralRow): Promise<void> {
    const { isRenewable, until } = sharingOf(await queries.listSharings(scope.manager, row.id), scope.now)
    if (!isRenewable || !until || referralEnds.includes(row.state)) return
    await this.notices.tell(scope, { to: { personId: demand.personId }, kind: 'financing.sharingEnding', subject: { slice: 'financing', id: demand.id }, occurrence: `${row.id} ${localDateOf(until)}`, parameters: {} })
  }

  // Nothing of what is needed, by whom, or how it was decided enters a notice.
  private async tellFirm(scope: CenterScope, demand: DemandRow): Promise<void> {
    await this.notices.tell(scope, { to: { personId: demand.personId }, kind: 'financing.demandMoved', subject: { slice: 'financing', id: demand.id }, occurrence: String(demand.version), parameters: {} })
  }

  // To whoever works off a queue: one a day and case, besides that it is late.
  private async tellBank(scope: CenterScope, row: ReferralRow, occurrence = localDateOf(scope.now)): Promise<void> {
    const officers = await accountsHolding(scope.manager, ['bank_officer'], row.bankId)
    await this.notices.tell(scope, ...officers.map((accountId) => ({ to: { accountId }, kind: 'financing.referralWaiting' as const, subject: { slice: 'financing' as const, id: row.id }, occurrence, parameters: {} })))
  }

  private async tellDesk(scope: CenterScope, demand: DemandRow, occurrence = localDateOf(scope.now)): Promise<void> {
    const staff = await accountsHolding(scope.manager, rolesWith('financing.handleDemands'))
    await this.notices.tell(scope, ...staff.map((accountId) => ({ to: { accountId }, kind: 'financing.demandWaiting' as const, subject: { slice: 'financing' as const, id: demand.id }, occurrence, parameters: {} })))
  }

  private async tellOverdue(scope: CenterScope, demand: DemandRow, row: ReferralRow): Promise<void> {
    const occurrence = `overdue ${row.id} ${row.version}`
    await this.tellBank(scope, row, occurrence)
    await this.tellDesk(scope, demand, occurrence)
  }
}
