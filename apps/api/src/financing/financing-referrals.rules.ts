import {
  ratingRoundDays, referralClocks, referralEnds, renewalDays, type DrawdownState, type Party, type RatingRound, type ReferralAction, type ReferralState, type SharingPurpose,
} from '@dangqun/contracts/financing/referrals/vocabulary'
import type { FinancingErrorCode } from '@dangqun/contracts/financing/vocabulary'
import { dueAfterDays, dueAfterWorkingDays, endOfDay, type WorkCalendar } from '../platform/calendar/calendar.rules.js'
import type { ReferralMove } from './financing-referrals.machine.js'

export type MaterialsState = 'none' | 'asked' | 'delivered' | 'gaps' | 'complete'

export interface DrawdownFacts {
  readonly id: string
  readonly state: DrawdownState
  readonly by: Exclude<Party, 'center'>
  readonly dueAt: Date | null
}

/** A referral as the rules see it: plain data, days as `yyyy-MM-dd` in Shanghai. */
export interface ReferralFacts {
  readonly state: ReferralState
  /** The firm named the bank, rather than the bank the demand. */
  readonly isPicked: boolean
  /** When it came into its state; a delivery of materials counts. */
  readonly enteredAt: Date
  readonly materialsState: MaterialsState
  readonly completeAt: Date | null
  readonly consentedAt: Date | null
  readonly grantedUntil: string | null
  readonly drawdowns: readonly DrawdownFacts[]
}

const isUndecided = ({ state }: DrawdownFacts) => state === 'reported' || state === 'disputed'

/** Whose turn it is; null at an end. */
export function holderOf(facts: ReferralFacts): Party | null {
  if (referralEnds.includes(facts.state)) return null
  switch (facts.state) {
    case 'offered': case 'consented': case 'due_diligence': return 'bank'
    case 'materials': return facts.materialsState === 'delivered' ? 'bank' : 'firm'
    case 'disbursed': {
      const undecided = facts.drawdowns.filter(isUndecided)
      if (undecided.some(({ state }) => state === 'disputed')) return 'center'
      return undecided.some(({ by }) => by === 'firm') ? 'bank' : 'firm'
    }
    default: return 'firm'
  }
}

/** Until when (DOMAIN §2): working days, but 30 days for the decision (金发〔2024〕32号: one month from complete materials). null: no clock. */
export function dueAt(facts: ReferralFacts, calendar: WorkCalendar): Date | null {
  const { state, enteredAt } = facts
  switch (state) {
    // A bank may claim an open demand as long as it is open; only a place that the firm keeps for it has a clock.
    case 'offered': return facts.isPicked ? dueAfterWorkingDays(calendar, enteredAt, referralClocks.claim) : null
    case 'claimed': return dueAfterWorkingDays(calendar, enteredAt, referralClocks.name)
    case 'consented': return dueAfterWorkingDays(calendar, enteredAt, referralClocks.contact)
    case 'materials': return facts.materialsState === 'delivered' ? dueAfterWorkingDays(calendar, enteredAt, referralClocks.answer) : null
    case 'due_diligence': return dueAfterDays(facts.completeAt ?? enteredAt, referralClocks.decisionDays)
    case 'granted': return facts.grantedUntil === null ? null : endOfDay(facts.grantedUntil)
    case 'disbursed': {
      const dues = facts.drawdowns.filter(isUndecided).flatMap(({ dueAt: due }) => (due ? [due.getTime()] : []))
      return dues.length > 0 ? new Date(Math.min(...dues)) : null
    }
    default: return null
  }
}

/** What silence leads to; null: nothing, it is only overdue. A confirmation that did not come is 单方确认, drawdown by drawdown. */
export function clockMove(facts: ReferralFacts, now: Date, calendar: WorkCalendar): Extract<ReferralMove, 'lapse' | 'complete' | 'run-out' | 'settle-drawdown'> | null {
  if (facts.state === 'disbursed') return silentDrawdowns(facts, now).length > 0 ? 'settle-drawdown' : null
  const due = dueAt(facts, calendar)
  if (due === null || now <= due) return null
  switch (facts.state) {
    case 'offered': case 'claimed': return 'lapse'
    case 'materials': return 'complete'
    case 'granted': return 'run-out'
    default: return null
  }
}

/** Drawdowns to which the other side has said nothing in time. */
export function silentDrawdowns({ drawdowns }: Pick<ReferralFacts, 'drawdowns'>, now: Date): readonly DrawdownFacts[] {
  return drawdowns.filter(({ state, dueAt: due }) => state === 'reported' && due !== null && now > due)
}

/** Since when a silence counts: the moment after the deadline, also when its job came late. */
export function silentSince(facts: ReferralFacts, calendar: WorkCalendar): Date | null {
  const due = dueAt(facts, calendar)
  return due && new Date(due.getTime() + 1000)
}

export interface SharingFacts {
  readonly purpose: SharingPurpose
  readonly expiresAt: Date
  readonly endedBy: 'withdrawn' | 'renewed' | 'ended' | null
}

export interface Sharing {
  readonly state: 'none' | 'standing' | 'lapsed' | 'withdrawn'
  readonly purposes: readonly SharingPurpose[]
  readonly until: Date | null
  readonly isRenewable: boolean
}

/** What a firm lets a bank have at this moment. The demand's own purpose carries the others. */
export function sharingOf(entries: readonly SharingFacts[], now: Date): Sharing {
  const open = entries.filter(({ endedBy }) => endedBy === null)
  const until = open.find(({ purpose }) => purpose === 'demand')?.expiresAt ?? null
  if (until === null) return { state: entries.some(({ endedBy }) => endedBy === 'withdrawn') ? 'withdrawn' : 'none', purposes: [], until: null, isRenewable: false }
  if (now > until) return { state: 'lapsed', purposes: [], until, isRenewable: true }
  return { state: 'standing', purposes: open.filter(({ expiresAt }) => now <= expiresAt).map(({ purpose }) => purpose), until, isRenewable: now >= renewalAt(until) }
}

/** From when on a renewal is asked for. */
export function renewalAt(until: Date): Date {
  return new Date(until.getTime() - renewalDays * 86_400_000)
}

/** The round that a party may rate now: from 3 and again from 30 days after consent, regardless of what has happened. */
export function openRound(consentedAt: Date | null, given: readonly RatingRound[], now: Date): RatingRound | null {
  if (consentedAt === null) return null
  const opens = (round: RatingRound) => now.getTime() >= consentedAt.getTime() + ratingRoundDays[round] * 86_400_000
  const round: RatingRound | null = opens('late') ? 'late' : opens('early') ? 'early' : null
  return round !== null && !given.includes(round) ? round : null
}

/** What of a party's standing decides an act besides the machine. */
export interface ActFacts extends ReferralFacts {
  readonly sharing: Sharing
  /** The round that this party may rate now. */
  readonly round: RatingRound | null
}

/**
 * Why an act that the machine knows is not possible at this moment; null: it is.
 * @param about which drawdown or round it names; nothing: whether there is any that it could be about
 */
export function actionBlock(facts: ActFacts, action: ReferralAction, party: Party, { drawdownId, round }: { readonly drawdownId?: string | undefined; readonly round?: RatingRound | undefined } = {}): FinancingErrorCode | null {
  const { state, materialsState } = facts
  const decidable = (isMine: (drawdown: DrawdownFacts) => boolean): FinancingErrorCode | null => {
    if (drawdownId === undefined) return facts.drawdowns.some(isMine) ? null : 'financing.referralWrongState'
    const named = facts.drawdowns.find(({ id }) => id === drawdownId)
    return named ? (isMine(named) ? null : 'financing.referralWrongState') : 'financing.drawdownNotFound'
  }
  switch (action) {
    case 'consent': return state === 'claimed' || facts.sharing.isRenewable ? null : 'financing.referralWrongState'
    // Without the phone there is nobody to reach.
    case 'contact': return facts.sharing.purposes.includes('contact') ? null : 'financing.sharingEnded'
    case 'deliver': return materialsState === 'asked' || materialsState === 'gaps' ? null : 'financing.referralWrongState'
    case 'answer-materials': return materialsState === 'delivered' ? null : 'financing.referralWrongState'
    case 'confirm-drawdown': case 'dispute-drawdown': return decidable((drawdown) => drawdown.state === 'reported' && drawdown.by !== party)
    case 'reconcile-drawdown': return decidable(({ state: at }) => at === 'disputed')
    case 'close': return facts.drawdowns.some(isUndecided) ? 'financing.drawdownOpen' : null
    case 'rate': return facts.round === null || (round !== undefined && round !== facts.round) ? 'financing.notYet' : null
    default: return null
  }
}
