import type { Party, ReferralAction, ReferralClockAction, ReferralState } from '@dangqun/contracts/financing/referrals/vocabulary'

export type ReferralMove = ReferralAction | ReferralClockAction

/** An answer with gaps leaves the materials where they are; 齐全 leads on. */
export const byAnswer = 'by-answer'
type Target = ReferralState | typeof byAnswer

// What may come at any time before an end: the demand is met or ended, the firm stops sharing.
const stops = { withdraw: 'withdrawn', satisfy: 'closed', end: 'closed' } as const

/** 对接单 (DOMAIN §2): one per demand and bank. `consent` again, later on, renews it. A rating changes no state. */
export const referralTransitions = {
  offered: { claim: 'claimed', decline: 'declined', lapse: 'lapsed', ...stops },
  claimed: { consent: 'consented', decline: 'declined', lapse: 'lapsed', ...stops },
  consented: { contact: 'contacted', decline: 'declined', consent: 'consented', rate: 'consented', ...stops },
  contacted: { deliver: 'materials', decline: 'declined', consent: 'contacted', rate: 'contacted', ...stops },
  materials: { deliver: 'materials', 'answer-materials': byAnswer, complete: 'due_diligence', decline: 'declined', consent: 'materials', rate: 'materials', ...stops },
  due_diligence: { grant: 'granted', decline: 'declined', consent: 'due_diligence', rate: 'due_diligence', ...stops },
  granted: { sign: 'signed', 'mark-not-drawn': 'not_drawn', 'run-out': 'not_drawn', consent: 'granted', rate: 'granted', ...stops },
  signed: { 'report-drawdown': 'disbursed', 'mark-not-drawn': 'not_drawn', consent: 'signed', rate: 'signed', ...stops },
  // 已经放出的款，需求结束也不撤销：还要核对和评价。
  disbursed: {
    'report-drawdown': 'disbursed', 'confirm-drawdown': 'disbursed', 'dispute-drawdown': 'disbursed', 'reconcile-drawdown': 'disbursed', 'settle-drawdown': 'disbursed', close: 'closed',
    consent: 'disbursed', rate: 'disbursed', withdraw: 'withdrawn',
  },
  declined: { rate: 'declined' },
  not_drawn: { rate: 'not_drawn' },
  closed: { rate: 'closed' },
  withdrawn: { offer: 'offered' },
  lapsed: { offer: 'offered' },
} as const satisfies Record<ReferralState, Partial<Record<ReferralMove, Target>>>

const both = ['firm', 'bank'] as const
const stopped = { withdraw: ['firm'] } as const

/** Who moves a referral out of a state by an act. Acts of the clock have nobody. */
export const referralActors = {
  offered: { claim: ['bank'], decline: ['bank'], ...stopped },
  claimed: { consent: ['firm'], decline: ['bank'], ...stopped },
  consented: { contact: ['bank'], decline: ['bank'], consent: ['firm'], rate: both, ...stopped },
  contacted: { deliver: both, decline: ['bank'], consent: ['firm'], rate: both, ...stopped },
  materials: { deliver: both, 'answer-materials': ['bank'], decline: ['bank'], consent: ['firm'], rate: both, ...stopped },
  due_diligence: { grant: ['bank'], decline: ['bank'], consent: ['firm'], rate: both, ...stopped },
  granted: { sign: both, 'mark-not-drawn': both, consent: ['firm'], rate: both, ...stopped },
  signed: { 'report-drawdown': both, 'mark-not-drawn': both, consent: ['firm'], rate: both, ...stopped },
  disbursed: { 'report-drawdown': both, 'confirm-drawdown': both, 'dispute-drawdown': both, 'reconcile-drawdown': ['center'], close: both, consent: ['firm'], rate: both, ...stopped },
  declined: { rate: both },
  not_drawn: { rate: both },
  closed: { rate: both },
  withdrawn: {},
  lapsed: {},
} as const satisfies { [State in ReferralState]: Record<Exclude<keyof (typeof referralTransitions)[State], ReferralClockAction>, readonly Party[]> }

/**
 * Where a move leads, or null when the state does not know it.
 * @param gaps what an answer to materials misses; empty: 齐全
 */
export function nextReferralState(state: ReferralState, move: ReferralMove, gaps: readonly string[] = []): ReferralState | null {
  const target = (referralTransitions[state] as Partial<Record<ReferralMove, Target>>)[move]
  if (target === undefined) return null
  if (target !== byAnswer) return target
  return gaps.length > 0 ? 'materials' : 'due_diligence'
}

/** Acts that people may do in a state, in the order of the table. */
export function referralActionsFrom(state: ReferralState): ReferralAction[] {
  return Object.keys(referralActors[state]) as ReferralAction[]
}

/** Who may do an act in a state; empty when the state does not know it. */
export function referralActorsOf(state: ReferralState, action: ReferralAction): readonly Party[] {
  return (referralActors[state] as Partial<Record<ReferralAction, readonly Party[]>>)[action] ?? []
}
