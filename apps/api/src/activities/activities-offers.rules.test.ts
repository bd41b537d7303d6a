import { heldUntil, mayAnswer, signUpActionsNow, stateNow } from './activities-offers.rules.js'

const at = (time: string) => new Date(`2026-12-01T${time}+08:00`)
const offered = { state: 'offered', offerUntil: at('10:30:00') } as const
const times = { startsAt: at('14:00:00'), endsAt: at('16:00:00'), signUpOpensAt: at('08:00:00'), signUpClosesAt: at('14:00:00'), cancelUntil: at('13:00:00') }

test('an offer stands until its end and not at it', () => {
  expect(stateNow(offered, at('10:29:59.999'))).toBe('offered')
  expect(stateNow(offered, at('10:30:00'))).toBe('lapsed')
  expect(stateNow({ state: 'confirmed', offerUntil: null }, at('10:30:00'))).toBe('confirmed')
})

test('a place is held for as long as the centre sets, unless the activity starts before', () => {
  expect(heldUntil(at('14:00:00'), 30, at('10:00:00'))).toEqual(at('10:30:00'))
  expect(heldUntil(at('14:00:00'), 30, at('13:29:59'))).toEqual(at('13:59:59'))
  expect(heldUntil(at('14:00:00'), 30, at('13:30:00'))).toBeNull()
  expect(heldUntil(at('14:00:00'), 30, at('15:00:00'))).toBeNull()
})

test.each([['published', true], ['closed', true], ['held', false], ['cancelled', false], ['draft', false]] as const)('an offer for an activity that is %s can be answered: %s', (state, may) => {
  expect(mayAnswer(offered, { state }, at('10:00:00'))).toBe(may)
})

test('whoever is asked answers; whoever has a place or a turn may give it up', () => {
  const activity = { ...times, state: 'published' } as const
  expect(signUpActionsNow(offered, activity, at('10:00:00'))).toEqual(['accept', 'decline'])
  expect(signUpActionsNow(offered, activity, at('10:30:00'))).toEqual([])
  expect(signUpActionsNow({ state: 'waitlisted', offerUntil: null }, activity, at('10:00:00'))).toEqual(['cancel'])
  expect(signUpActionsNow({ state: 'confirmed', offerUntil: null }, activity, at('13:00:01'))).toEqual([])
})
