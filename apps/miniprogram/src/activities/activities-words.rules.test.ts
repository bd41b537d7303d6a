import { activeSignUp, canCheckIn, explainCancel, sayPlaces, saySignUp, spaced } from './activities-words.rules'
import { anActivity, aSignUp } from '../../test/activities'

const now = new Date('2026-11-24T12:00:00+08:00')

test('what people come for: is there a place?', () => {
  expect(sayPlaces(anActivity({ capacity: 60, taken: 23 }), now)).toEqual({ tone: 'free', lead: '还剩 37 个名额', note: '共 60 个' })
  expect(sayPlaces(anActivity({ capacity: 60, taken: 55 }), now)).toMatchObject({ tone: 'few', lead: '还剩 5 个名额' })
  expect(sayPlaces(anActivity({ capacity: 30, taken: 30 }), now)).toMatchObject({ tone: 'full', lead: '可以候补' })
  expect(sayPlaces(anActivity({ capacity: 16, taken: 16, waiting: 2 }), now)).toEqual({ tone: 'full', lead: '候补 2 人', note: '16 个名额已满' })
  expect(sayPlaces(anActivity({ signUpBlock: 'not_yet_open', signUpOpensAt: '2026-11-25T09:00:00+08:00' }), now)).toEqual({ tone: 'off', lead: '未开始报名', note: '明天 9:00 开始' })
  expect(sayPlaces(anActivity({ signUpBlock: 'closed', taken: 57 }), now)).toEqual({ tone: 'off', lead: '报名已截止', note: '57 人报名' })
})

test('a rank is said as a rank', () => {
  expect(saySignUp(aSignUp({ state: 'waitlisted', position: 3 }), now)).toBe('候补第 3 位')
  expect(saySignUp(aSignUp({}), now)).toBe('报名成功')
  expect(saySignUp(aSignUp({ state: 'offered', offerUntil: '2026-11-24T14:35:00+08:00' }), now)).toBe('有名额了，请在今天 14:35 前确认')
})

test('who came reads when, and the door is open for who has a place', () => {
  expect(saySignUp(aSignUp({ state: 'attended', checkedInAt: '2026-11-24T14:03:00+08:00' }), now)).toBe('已签到 14:03')
  const activity = anActivity({ checkInOpensAt: '2026-11-24T11:00:00+08:00', checkInClosesAt: '2026-11-24T12:00:00+08:00' })
  expect(canCheckIn(activity, aSignUp({}), now)).toBe(true)
  expect(canCheckIn(activity, aSignUp({ state: 'waitlisted' }), now)).toBe(false)
  expect(canCheckIn({ ...activity, state: 'cancelled' }, aSignUp({}), now)).toBe(false)
  expect(canCheckIn(activity, aSignUp({}), new Date(now.getTime() + 1))).toBe(false)
  expect(spaced('A3K9HJ2MPQRT')).toBe('A3K9 HJ2M PQRT')
})

test('a cancelled sign-up leaves the way free', () => {
  expect(activeSignUp(aSignUp({ state: 'cancelled' }))).toBeNull()
  expect(activeSignUp(aSignUp({}))).not.toBeNull()
})

test('cancelling says until when, and who gets the place', () => {
  const activity = anActivity({ cancelUntil: '2026-11-25T10:15:00+08:00', waiting: 2 })
  expect(explainCancel(activity, 'confirmed', now)).toEqual(['取消后，名额会马上留给候补第一位。', '最晚可在 明天 10:15 前取消。'])
  expect(explainCancel(activity, 'waitlisted', now)[0]).toContain('重新排队')
})
