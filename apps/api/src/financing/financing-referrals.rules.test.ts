import fc from 'fast-check'
import { referralEnds, referralStates, sharingPurposes, type ReferralState } from '@dangqun/contracts/financing/referrals/vocabulary'
import { workCalendar } from '../platform/calendar/calendar.rules.js'
import { ageBandOf, dutyOf, freeSlot, type DemandFacts } from './financing-demands.rules.js'
import { actionBlock, clockMove, dueAt, holderOf, openRound, renewalAt, sharingOf, type ReferralFacts } from './financing-referrals.rules.js'

const calendar = workCalendar([{ date: '2027-01-01', isWorking: false }])
const at = (words: string) => new Date(`${words}+08:00`)
const facts = (given: Partial<ReferralFacts>): ReferralFacts => ({
  state: 'offered', isPicked: true, enteredAt: at('2026-12-01T10:00:00'), materialsState: 'none', completeAt: null, consentedAt: null, grantedUntil: null, drawdowns: [], ...given,
})

test.each([
  ['claiming takes 2 working days', facts({}), '2026-12-03T23:59:59', 'bank', 'lapse'],
  ['naming takes 2, over a weekend', facts({ state: 'claimed', enteredAt: at('2026-12-04T17:00:00') }), '2026-12-08T23:59:59', 'firm', 'lapse'],
  ['reaching the firm takes 1', facts({ state: 'consented' }), '2026-12-02T23:59:59', 'bank', null],
  ['an answer to materials takes 3, over the new year', facts({ state: 'materials', materialsState: 'delivered', enteredAt: at('2026-12-30T09:00:00') }), '2027-01-05T23:59:59', 'bank', 'complete'],
  ['gaps have no clock', facts({ state: 'materials', materialsState: 'gaps' }), null, 'firm', null],
  ['the decision takes 30 days from 齐全, not working days', facts({ state: 'due_diligence', completeAt: at('2026-12-02T08:00:00') }), '2027-01-01T23:59:59', 'bank', null],
  ['an approval runs to its last day', facts({ state: 'granted', grantedUntil: '2027-03-31' }), '2027-03-31T23:59:59', 'firm', 'run-out'],
  ['an offer to all banks has no clock', facts({ isPicked: false }), null, 'bank', null],
  ['a report waits for the other side', facts({ state: 'disbursed', drawdowns: [{ id: '1', state: 'reported', by: 'bank', dueAt: at('2026-12-08T23:59:59') }] }), '2026-12-08T23:59:59', 'firm', 'settle-drawdown'],
  ['a dispute waits for the centre', facts({ state: 'disbursed', drawdowns: [{ id: '1', state: 'disputed', by: 'bank', dueAt: at('2026-12-04T23:59:59') }] }), '2026-12-04T23:59:59', 'center', null],
] as const)('%s', (_, given, due, holder, move) => {
  expect(dueAt(given, calendar)).toEqual(due === null ? null : at(due))
  expect(holderOf(given)).toBe(holder)
  if (due === null) return
  // To the second.
  expect(clockMove(given, at(due), calendar)).toBeNull()
  expect(clockMove(given, new Date(at(due).getTime() + 1000), calendar)).toBe(move)
})

test('somebody has a referral exactly while it has not ended', () => {
  for (const state of referralStates) expect(holderOf(facts({ state })) === null).toBe(referralEnds.includes(state))
})

const given = at('2026-12-01T10:00:00')
const until = at('2027-03-01T23:59:59')
const entries = sharingPurposes.map((purpose) => ({ purpose, expiresAt: until, endedBy: null }))

test('sharing stands to its last second, then hides; a renewal is asked from ten days before', () => {
  expect(sharingOf([], given)).toMatchObject({ state: 'none', purposes: [] })
  expect(sharingOf(entries, until)).toMatchObject({ state: 'standing', purposes: sharingPurposes, isRenewable: true })
  expect(sharingOf(entries, new Date(until.getTime() + 1))).toMatchObject({ state: 'lapsed', purposes: [], isRenewable: true })
  expect(sharingOf(entries, new Date(renewalAt(until).getTime() - 1))).toMatchObject({ isRenewable: false })
  expect(sharingOf(entries.map((entry) => ({ ...entry, endedBy: 'withdrawn' as const })), given)).toMatchObject({ state: 'withdrawn', purposes: [] })
})

test('whatever the ledger holds, nothing is shown without a standing word on the demand', () => {
  const entry = fc.record({ purpose: fc.constantFrom(...sharingPurposes), expiresAt: fc.date({ min: given, max: until, noInvalidDate: true }), endedBy: fc.constantFrom(null, 'withdrawn' as const, 'renewed' as const, 'ended' as const) })
  fc.assert(fc.property(fc.array(entry, { maxLength: 6 }), fc.date({ min: given, max: new Date(until.getTime() * 1.01), noInvalidDate: true }), (ledger, now) => {
    const stands = ledger.find(({ purpose, endedBy }) => purpose === 'demand' && endedBy === null)
    const isStanding = stands !== undefined && now <= stands.expiresAt
    const { state, purposes } = sharingOf(ledger, now)
    expect(state === 'standing').toBe(isStanding)
    if (!isStanding) expect(purposes).toEqual([])
    for (const purpose of purposes) expect(ledger.some((each) => each.purpose === purpose && each.endedBy === null && now <= each.expiresAt)).toBe(true)
  }))
})

test('a rating opens after 3 days and again after 30, each once', () => {
  const days = (count: number) => new Date(given.getTime() + count * 86_400_000)
  expect(openRound(null, [], days(40))).toBeNull()
  expect(openRound(given, [], new Date(days(3).getTime() - 1))).toBeNull()
  expect(openRound(given, [], days(3))).toBe('early')
  expect(openRound(given, ['early'], days(3))).toBeNull()
  expect(openRound(given, ['early'], days(30))).toBe('late')
  expect(openRound(given, ['early', 'late'], days(99))).toBeNull()
})

test('a round is rated while it is the one that is open', () => {
  const open = { ...facts({ state: 'due_diligence' }), sharing: sharingOf(entries, given), round: 'late' as const }
  expect(actionBlock(open, 'rate', 'firm')).toBeNull()
  expect(actionBlock(open, 'rate', 'firm', { round: 'late' })).toBeNull()
  expect(actionBlock(open, 'rate', 'firm', { round: 'early' })).toBe('financing.notYet')
})

test('nobody confirms their own report', () => {
  const disbursed = { ...facts({ state: 'disbursed', drawdowns: [{ id: '1', state: 'reported', by: 'bank', dueAt: null }] }), sharing: sharingOf(entries, given), round: null }
  expect(actionBlock(disbursed, 'confirm-drawdown', 'bank', { drawdownId: '1' })).toBe('financing.referralWrongState')
  expect(actionBlock(disbursed, 'confirm-drawdown', 'firm', { drawdownId: '1' })).toBeNull()
  expect(actionBlock(disbursed, 'confirm-drawdown', 'firm', { drawdownId: '2' })).toBe('financing.drawdownNotFound')
  expect(actionBlock(disbursed, 'close', 'firm')).toBe('financing.drawdownOpen')
})

const standing = (...states: ReferralState[]) => states.map((state) => ({ state, holder: 'bank' as const, dueAt: null }))
const demand = (more: Partial<DemandFacts>): DemandFacts => ({ state: 'open', enteredAt: given, openedAt: given, calledAt: null, referrals: standing('offered', 'offered'), ...more })

test('a demand that nobody has claimed is told of after 2 working days and the centre’s until the 3rd, until it has phoned', () => {
  const alarm = at('2026-12-03T23:59:59')
  expect(dutyOf(demand({}), alarm, calendar)).toEqual({ holder: 'bank', dueAt: alarm })
  const late = new Date(alarm.getTime() + 1000)
  expect(dutyOf(demand({}), late, calendar)).toEqual({ holder: 'center', dueAt: at('2026-12-04T23:59:59') })
  expect(dutyOf(demand({ calledAt: late }), late, calendar)).toEqual({ holder: 'bank', dueAt: null })
  expect(dutyOf(demand({ referrals: standing('offered', 'consented') }), late, calendar)).toEqual({ holder: 'bank', dueAt: null })
  // A bank that waits for the firm comes first, by its day.
  expect(dutyOf(demand({ referrals: [...standing('consented'), { state: 'claimed', holder: 'firm', dueAt: alarm }] }), late, calendar)).toEqual({ holder: 'firm', dueAt: alarm })
  // Money that is to come, or has come and was checked, asks nothing of the firm.
  for (const state of ['signed', 'disbursed'] as const) expect(dutyOf(demand({ referrals: [{ state, holder: 'firm', dueAt: null }] }), late, calendar)).toEqual({ holder: 'bank', dueAt: null })
  // No bank is left: the firm chooses.
  expect(dutyOf(demand({ referrals: standing('declined', 'lapsed') }), given, calendar)).toEqual({ holder: 'firm', dueAt: null })
  expect(dutyOf(demand({ state: 'submitted' }), given, calendar)).toEqual({ holder: 'center', dueAt: at('2026-12-02T23:59:59') })
  expect(dutyOf(demand({ state: 'withdrawn' }), given, calendar)).toEqual({ holder: null, dueAt: null })
})

test.each([['2025-12-02', 'under_1'], ['2025-12-01', 'from_1'], ['2024-12-01', 'from_2'], ['2023-12-01', 'from_3'], ['2021-12-02', 'from_3'], ['2021-12-01', 'from_5']] as const)('founded on %s is %s', (foundedOn, band) => {
  expect(ageBandOf(foundedOn, '2026-12-01')).toBe(band)
})

test('places are given from the first, none twice, five at most', () => {
  fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { maxLength: 12 }), (taken) => {
    const slot = freeSlot(taken, 5)
    const held = new Set(taken.filter((each) => each !== null))
    if (slot === null) expect(held.size).toBe(5)
    else expect(held.has(slot)).toBe(false)
  }))
})
