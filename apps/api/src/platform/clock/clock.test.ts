import fc from 'fast-check'
import { shanghaiIso } from './clock.js'

test('a moment is written with the offset of Shanghai', () => {
  expect(shanghaiIso(new Date('2026-11-28T01:00:00.000Z'))).toBe('2026-11-28T09:00:00.000+08:00')
  expect(shanghaiIso(new Date('2026-12-31T16:00:00.007Z'))).toBe('2027-01-01T00:00:00.007+08:00')
})

test('it reads back to the very same moment, before 1970 and on any day, also after more days than are remembered', () => {
  const written = (moment: Date) => `${new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`
  const range = { min: new Date('1900-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }
  fc.assert(fc.property(fc.date(range), (moment) => {
    expect(shanghaiIso(moment)).toBe(written(moment))
    expect(new Date(shanghaiIso(moment)).getTime()).toBe(moment.getTime())
  }), { numRuns: 5_000 })
})

test('what is no moment is refused', () => {
  expect(() => shanghaiIso(new Date(NaN))).toThrow(RangeError)
})
