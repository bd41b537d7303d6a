import type { DemandAction, DemandClockAction, DemandState } from '@dangqun/contracts/financing/demands/vocabulary'
import type { Party } from '@dangqun/contracts/financing/referrals/vocabulary'

export type DemandMove = DemandAction | DemandClockAction

/** 融资需求 (DOMAIN §2). `open` again, while it is open, sends it to further banks. */
export const demandTransitions = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { verify: 'verified', return: 'draft', withdraw: 'withdrawn' },
  // 核对以后由系统匹配；没有 LPR 时停在这里，录入后接着匹配。
  verified: { match: 'matched', withdraw: 'withdrawn' },
  matched: { open: 'open', close: 'closed', withdraw: 'withdrawn' },
  open: { open: 'open', close: 'closed', withdraw: 'withdrawn', satisfy: 'closed' },
  closed: {},
  withdrawn: {},
} as const satisfies Record<DemandState, Partial<Record<DemandMove, DemandState>>>

export const demandActors = {
  draft: { submit: ['firm'], withdraw: ['firm'] },
  submitted: { verify: ['center'], return: ['center'], withdraw: ['firm'] },
  verified: { withdraw: ['firm'] },
  matched: { open: ['firm'], close: ['firm'], withdraw: ['firm'] },
  open: { open: ['firm'], close: ['firm'], withdraw: ['firm'] },
  closed: {},
  withdrawn: {},
} as const satisfies { [State in DemandState]: Record<Exclude<keyof (typeof demandTransitions)[State], DemandClockAction>, readonly Party[]> }

/** Where a move leads, or null when the state does not know it. */
export function nextDemandState(state: DemandState, move: DemandMove): DemandState | null {
  return (demandTransitions[state] as Partial<Record<DemandMove, DemandState>>)[move] ?? null
}

/** Acts that people may do in a state, in the order of the table. */
export function demandActionsFrom(state: DemandState): DemandAction[] {
  return Object.keys(demandActors[state]) as DemandAction[]
}

/** Who may do an act in a state; empty when the state does not know it. */
export function demandActorsOf(state: DemandState, action: DemandAction): readonly Party[] {
  return (demandActors[state] as Partial<Record<DemandAction, readonly Party[]>>)[action] ?? []
}
