import { demandClocks, demandEnds, type AgeBand, type DemandState } from '@dangqun/contracts/financing/demands/vocabulary'
import { awaitsFirm, referralEnds, type Party, type ReferralState } from '@dangqun/contracts/financing/referrals/vocabulary'
import { addMonths, dueAfterWorkingDays, type LocalDate, type WorkCalendar } from '../platform/calendar/calendar.rules.js'

/** A demand as the rules see it. */
export interface DemandFacts {
  readonly state: DemandState
  readonly enteredAt: Date
  /** When it was last sent to banks. */
  readonly openedAt: Date | null
  /** When the centre last phoned about it. */
  readonly calledAt: Date | null
  readonly referrals: readonly { readonly state: ReferralState; readonly holder: Party | null; readonly dueAt: Date | null }[]
}

export interface DemandDuty {
  readonly holder: Party | null
  readonly dueAt: Date | null
}

/**
 * Who has to do something, and until when. An open demand that nobody has claimed is told of on day 2 and the centre's on
 * day 3 (DOMAIN §2); once the centre has phoned it is the banks' again. When one of its banks waits for the firm, or no bank is
 * left, it is the firm's.
 */
export function dutyOf(facts: DemandFacts, now: Date, calendar: WorkCalendar): DemandDuty {
  const { state, enteredAt } = facts
  if (demandEnds.includes(state)) return { holder: null, dueAt: null }
  if (state === 'submitted') return { holder: 'center', dueAt: dueAfterWorkingDays(calendar, enteredAt, demandClocks.verify) }
  if (state === 'verified') return { holder: 'center', dueAt: null }
  if (state !== 'open' || facts.openedAt === null) return { holder: 'firm', dueAt: null }
  const standing = facts.referrals.filter(({ state: each }) => !referralEnds.includes(each))
  if (standing.length === 0) return { holder: 'firm', dueAt: null }
  const awaiting = standing.filter(awaitsFirm)
  if (awaiting.length > 0) {
    const dues = awaiting.flatMap(({ dueAt }) => (dueAt ? [dueAt.getTime()] : []))
    return { holder: 'firm', dueAt: dues.length > 0 ? new Date(Math.min(...dues)) : null }
  }
  if (standing.some(({ state: each }) => each !== 'offered')) return { holder: 'bank', dueAt: null }
  if (facts.calledAt !== null && facts.calledAt >= facts.openedAt) return { holder: 'bank', dueAt: null }
  const alarm = dueAfterWorkingDays(calendar, facts.openedAt, demandClocks.alarm)
  return now > alarm ? { holder: 'center', dueAt: dueAfterWorkingDays(calendar, facts.openedAt, demandClocks.call) } : { holder: 'bank', dueAt: alarm }
}

/** What a bank may know of a firm's age before consent. */
export function ageBandOf(foundedOn: LocalDate, today: LocalDate): AgeBand {
  const isOver = (years: number) => addMonths(foundedOn, years * 12) <= today
  if (isOver(5)) return 'from_5'
  if (isOver(3)) return 'from_3'
  if (isOver(2)) return 'from_2'
  return isOver(1) ? 'from_1' : 'under_1'
}

/** The lowest free place among the five; null when all are taken. */
export function freeSlot(taken: readonly (number | null)[], most: number): number | null {
  for (let slot = 1; slot <= most; slot++) if (!taken.includes(slot)) return slot
  return null
}
