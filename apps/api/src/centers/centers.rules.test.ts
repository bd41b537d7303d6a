import type { SpecialDay } from '@dangqun/contracts/centers/opening-schemas'
import { openingAt } from './centers.rules.js'

/** Monday to Friday with a lunch break, Saturday mornings, Sundays closed. */
const hours = [1, 2, 3, 4, 5].flatMap((weekday) => [{ weekday, opens: '14:00', closes: '18:00' }, { weekday, opens: '09:00', closes: '12:00' }]).concat({ weekday: 6, opens: '09:00', closes: '12:00' })
const at = (time: string) => new Date(`2026-12-${time}:00+08:00`)
const on = (time: string, special: SpecialDay[] = []) => openingAt(hours, special, at(time))
const open = (closesAt: string, note: string | null = null) => ({ isOpen: true, closesAt, opensAt: null, note })
const closed = (opensAt: string | null, note: string | null = null) => ({ isOpen: false, closesAt: null, opensAt: opensAt && at(opensAt), note })

test.each([
  ['before the first span', '01T08:59', closed('01T09:00')],
  ['at its first minute', '01T09:00', open('12:00')],
  ['at lunch', '01T12:00', closed('01T14:00')],
  ['in the afternoon', '01T17:59', open('18:00')],
  ['in the evening', '01T18:00', closed('02T09:00')],
  ['on Saturday afternoon', '05T12:00', closed('07T09:00')],
])('%s', (_, time, answer) => {
  expect(on(time)).toEqual(answer)
})

const holiday: SpecialDay = { date: '2026-12-02', spans: [], note: '消防检修' }
const longer: SpecialDay = { date: '2026-12-06', spans: [{ opens: '10:00', closes: '16:00' }], note: '周日集市' }

test('a special day holds instead of its weekday, with the reason on that day only', () => {
  expect(on('01T18:00', [holiday])).toEqual(closed('03T09:00'))
  expect(on('02T10:00', [holiday])).toEqual(closed('03T09:00', '消防检修'))
  expect(on('05T13:00', [longer])).toEqual(closed('06T10:00'))
  expect(on('06T15:00', [longer])).toEqual(open('16:00', '周日集市'))
})

test('a long closure is looked past, an endless one is not', () => {
  const weeks: SpecialDay[] = Array.from({ length: 14 }, (_, index) => ({ date: `2026-12-${String(index + 1).padStart(2, '0')}`, spans: [], note: '装修' }))
  expect(on('01T10:00', weeks)).toEqual(closed('15T09:00', '装修'))
  expect(openingAt([], [], at('01T10:00'))).toEqual(closed(null))
})
