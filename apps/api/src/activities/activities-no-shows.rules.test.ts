import fc from 'fast-check'
import { countedFrom, pausedUntil } from './activities-no-shows.rules.js'

const rules = { noShowLimit: 3, noShowWindowDays: 90, noShowPauseDays: 30 }
const dayMs = 86_400_000
const first = new Date('2026-01-01T23:30:00+08:00')
const after = (days: number, hour = 9) => new Date(Date.parse('2026-01-01T00:00:00+08:00') + days * dayMs + hour * 3_600_000)

test('the third within 90 days pauses for 30 days, to the end of the last one', () => {
  const third = after(90, 0)
  expect(pausedUntil([first, after(40), third], rules, third)).toEqual(new Date('2026-05-01T23:59:59.999+08:00'))
  expect(pausedUntil([first, after(40), third], rules, new Date('2026-05-01T23:59:59.999+08:00'))).not.toBeNull()
  expect(pausedUntil([first, after(40), third], rules, new Date('2026-05-02T00:00:00+08:00'))).toBeNull()
})

test('day 1 is the day after: 91 days later the first does not count', () => {
  expect(pausedUntil([first, after(40), after(91, 0)], rules, after(91))).toBeNull()
  expect(pausedUntil([first, after(90, 23)], rules, after(91))).toBeNull()
})

test('a fourth during the pause begins it anew; what is to come does not count', () => {
  const four = [first, after(10), after(20), after(30)]
  expect(pausedUntil(four, rules, after(30))).toEqual(new Date(after(61, 0).getTime() - 1))
  expect(pausedUntil(four, rules, after(25))).toEqual(new Date(after(51, 0).getTime() - 1))
  expect(pausedUntil([first, after(10), after(200)], rules, after(11))).toBeNull()
})

test('for any absences and any order it is what counting day by day says', () => {
  const day = fc.integer({ min: 0, max: 400 })
  fc.assert(
    fc.property(fc.array(day, { maxLength: 12 }), day, fc.integer({ min: 1, max: 4 }), (days, today, noShowLimit) => {
      const mine = { ...rules, noShowLimit }
      let until = -1
      for (let at = 0; at <= today; at++) if (days.includes(at) && days.filter((each) => each <= at && at - each <= 90).length >= noShowLimit) until = at + 30
      const said = pausedUntil(days.map((each) => after(each)), mine, after(today, 12))
      expect(said).toEqual(until >= today ? new Date(after(until + 1, 0).getTime() - 1) : null)
    }),
  )
})

test('what counts reaches back to the begin of its first day', () => {
  expect(countedFrom(rules, new Date('2026-04-01T12:00:00+08:00'))).toEqual(new Date('2026-01-01T00:00:00+08:00'))
})
