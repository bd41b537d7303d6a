import { brokenLimit, isLimited, type OtherSignUp } from './activities-limits.rules.js'

const day = (index: number) => new Date(Date.UTC(2026, 11, 1) + index * 86_400_000)
const of = (index: number, given: Partial<OtherSignUp> = {}): OtherSignUp => ({ kind: 'training', seriesId: null, startsAt: day(index), ...given })
const limits = { mostInSeries: 0, mostOfKindIn30Days: 2 }

test('a limit of 0 is none', () => {
  expect(brokenLimit(of(0), [of(1), of(2), of(3)], { mostInSeries: 0, mostOfKindIn30Days: 0 })).toBeNull()
  expect(isLimited(of(0), { mostInSeries: 0, mostOfKindIn30Days: 0 })).toBe(false)
  expect(isLimited(of(0), limits)).toBe(true)
})

test('in a series so many count, whenever they are', () => {
  const inSeries = (index: number) => of(index, { seriesId: 's' })
  const series = { mostInSeries: 2, mostOfKindIn30Days: 0 }
  expect(brokenLimit(inSeries(0), [inSeries(100), of(1)], series)).toBeNull()
  expect(brokenLimit(inSeries(0), [inSeries(100), inSeries(-100)], series)).toBe('activities.seriesLimit')
})

test.each([
  [0, [10, 29], 'activities.kindLimit'],
  [0, [10, 30], null],
  [0, [-29, -1], 'activities.kindLimit'],
  [0, [-30, -1], null],
  // Day 15 lies within 30 days of both, but no 30 days hold all three.
  [15, [0, 40], null],
  [15, [0, 29], 'activities.kindLimit'],
  [15, [16, 44], 'activities.kindLimit'],
] as const)('on day %i with others on %j: %s', (mine, others, broken) => {
  expect(brokenLimit(of(mine), others.map((index) => of(index)), limits)).toBe(broken)
})

test('other kinds do not count, and what is of no kind is not limited', () => {
  expect(brokenLimit(of(0), [of(1, { kind: 'reading' }), of(2, { kind: 'social' })], limits)).toBeNull()
  expect(brokenLimit(of(0, { kind: 'general' }), [of(1, { kind: 'general' }), of(2, { kind: 'general' })], limits)).toBeNull()
})
