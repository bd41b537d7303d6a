import { demandActions, demandClockActions, demandEnds, demandStates, type DemandState } from '@dangqun/contracts/financing/demands/vocabulary'
import { referralActions, referralClockActions, referralEnds, referralStates, type ReferralState } from '@dangqun/contracts/financing/referrals/vocabulary'
import { demandActionsFrom, demandActorsOf, demandTransitions, nextDemandState, type DemandMove } from './financing-demands.machine.js'
import { byAnswer, nextReferralState, referralActionsFrom, referralActorsOf, referralTransitions, type ReferralMove } from './financing-referrals.machine.js'

interface Machine<State extends string, Move extends string> {
  name: string
  first: State
  states: readonly State[]
  ends: readonly State[]
  moves: readonly Move[]
  targets: (state: State) => readonly State[]
  named: (state: State) => readonly string[]
  next: (state: State, move: Move) => State | null
}

const demands: Machine<DemandState, DemandMove> = {
  name: 'a demand', first: 'draft', states: demandStates, ends: demandEnds, moves: [...demandActions, ...demandClockActions],
  targets: (state) => Object.values(demandTransitions[state]), named: (state) => Object.keys(demandTransitions[state]), next: nextDemandState,
}
const referrals: Machine<ReferralState, ReferralMove> = {
  name: 'a referral', first: 'offered', states: referralStates, ends: referralEnds, moves: [...referralActions, ...referralClockActions],
  targets: (state) => Object.values<ReferralState | typeof byAnswer>(referralTransitions[state]).flatMap((target) => (target === byAnswer ? ['materials' as const, 'due_diligence' as const] : [target])),
  named: (state) => Object.keys(referralTransitions[state]), next: (state, move) => nextReferralState(state, move),
}

function lawful<State extends string, Move extends string>({ first, states, ends, moves, targets, named, next }: Machine<State, Move>): void {
  const reached = new Set([first])
  for (let before = 0; before < reached.size; ) {
    before = reached.size
    for (const state of reached) for (const target of targets(state)) reached.add(target)
  }
  expect([...reached].sort()).toEqual([...states].sort())
  // From everywhere an end is reached, and from an end only what is said of it.
  const leads = new Set<State>(ends)
  for (let before = 0; before < leads.size; ) {
    before = leads.size
    for (const state of states) if (targets(state).some((target) => leads.has(target))) leads.add(state)
  }
  expect(states.filter((state) => !leads.has(state))).toEqual([])
  for (const state of states) for (const move of moves) expect(next(state, move) !== null).toBe(named(state).includes(move))
}

const law = 'reaches every state, can always end, and knows nothing that its table does not name'
test(`${demands.name} ${law}`, () => lawful(demands))
test(`${referrals.name} ${law}`, () => lawful(referrals))

test('an end of a referral is left only by an offer anew, and rated in its place', () => {
  for (const state of referralEnds) for (const [move, target] of Object.entries(referralTransitions[state])) expect([state, move, target]).toEqual([state, move, move === 'offer' ? 'offered' : state])
})

test('an answer with gaps waits for more, 齐全 leads on', () => {
  expect(nextReferralState('materials', 'answer-materials', ['执照'])).toBe('materials')
  expect(nextReferralState('materials', 'answer-materials', [])).toBe('due_diligence')
})

test('every act of people has somebody who may do it; the firm can stop sharing until an end', () => {
  for (const state of demandStates) for (const action of demandActionsFrom(state)) expect(demandActorsOf(state, action).length).toBeGreaterThan(0)
  for (const state of referralStates) for (const action of referralActionsFrom(state)) expect(referralActorsOf(state, action).length).toBeGreaterThan(0)
  expect(referralStates.filter((state) => referralActorsOf(state, 'withdraw').includes('firm'))).toEqual(referralStates.filter((state) => !referralEnds.includes(state)))
  // A bank never decides for the firm.
  for (const state of referralStates) for (const action of ['consent', 'withdraw'] as const) expect(referralActorsOf(state, action)).not.toContain('bank')
})
