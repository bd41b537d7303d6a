import fc from 'fast-check'
import { addDays, addMonths, addWorkingDays, dueAfterDays, dueAfterMonths, dueAfterWorkingDays, endOfDay, hasDecree, isWorkingDay, localDateOf, missingDecree, weekdayOf, workCalendar, workingDaysAfter, type DayDeviation } from './calendar.rules.js'

const off = (...dates: string[]): DayDeviation[] => dates.map((date) => ({ date, isWorking: false }))
const on = (...dates: string[]): DayDeviation[] => dates.map((date) => ({ date, isWorking: true }))
/** From the decree for 2026 (国务院办公厅关于 2026 年部分节假日安排的通知): New Year and Spring Festival. */
const decree2026 = [
  ...off('2026-01-01', '2026-01-02', '2026-01-03'), ...on('2026-01-04'),
  ...off('2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-21', '2026-02-22', '2026-02-23'), ...on('2026-02-14', '2026-02-28'),
]
const calendar = workCalendar(decree2026)

test.each([
  ['over New Year', '2025-12-31', 1, '2026-01-04'],
  ['from within the New Year holiday', '2026-01-02', 2, '2026-01-05'],
  ['a Sunday that makes up counts', '2026-01-03', 1, '2026-01-04'],
  ['an ordinary weekend', '2026-01-09', 1, '2026-01-12'],
  ['a make-up Saturday before Spring Festival is day 1', '2026-02-13', 1, '2026-02-14'],
  ['over Spring Festival', '2026-02-14', 1, '2026-02-24'],
  ['into the make-up Saturday after Spring Festival', '2026-02-23', 5, '2026-02-28'],
  ['five days from the eve', '2026-02-12', 5, '2026-02-26'],
  ['none', '2026-02-17', 0, '2026-02-17'],
])('%s: %s + %d working days = %s', (_, from, count, to) => {
  expect(addWorkingDays(calendar, from, count)).toBe(to)
})

test('a correction of a centre wins over the decree, and only for its day', () => {
  const corrected = workCalendar(decree2026, [...on('2026-02-20'), ...off('2026-02-24')])
  expect(addWorkingDays(corrected, '2026-02-14', 1)).toBe('2026-02-20')
  expect(addWorkingDays(corrected, '2026-02-14', 2)).toBe('2026-02-25')
})

test('what began late in the evening is dated by Shanghai', () => {
  expect(localDateOf(new Date('2026-03-02T15:59:59Z'))).toBe('2026-03-02')
  expect(localDateOf(new Date('2026-03-02T16:00:00Z'))).toBe('2026-03-03')
  expect(dueAfterWorkingDays(calendar, new Date('2026-03-02T23:59:59+08:00'), 1)).toEqual(new Date('2026-03-03T23:59:59+08:00'))
  expect(dueAfterWorkingDays(calendar, new Date('2026-03-03T00:00:00+08:00'), 1)).toEqual(new Date('2026-03-04T23:59:59+08:00'))
  expect(dueAfterDays(new Date('2026-02-14T09:00:00+08:00'), 7)).toEqual(new Date('2026-02-21T23:59:59+08:00'))
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-02-28', 1, '2026-03-28'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-05-15', 12, '2027-05-15'],
])('%s + %d months = %s', (from, months, to) => {
  expect(addMonths(from, months)).toBe(to)
})

test('a month is due at the end of its day', () => {
  expect(dueAfterMonths(new Date('2026-01-31T08:00:00+08:00'), 1)).toEqual(new Date('2026-02-28T23:59:59+08:00'))
})

test('the next year is missed from November on, this year at once', () => {
  const of = (date: string) => missingDecree(calendar, new Date(`${date}T12:00:00+08:00`))
  expect([of('2026-10-31'), of('2026-11-01'), of('2026-12-31'), of('2027-01-01')]).toEqual([null, 2027, 2027, 2027])
  expect(missingDecree(workCalendar(decree2026, off('2027-01-01')), new Date('2026-12-01T12:00:00+08:00'))).toBeNull()
  // A make-up day alone is no decree.
  expect(hasDecree(workCalendar(on('2027-01-03')), 2027)).toBe(false)
})

test('what is no date or no count is refused', () => {
  for (const date of ['2026-02-30', '2026-13-01', 'soon', '']) expect(() => addWorkingDays(calendar, date, 1)).toThrow(RangeError)
  for (const count of [-1, 0.5, NaN, Infinity]) expect(() => addWorkingDays(calendar, '2026-03-02', count)).toThrow(RangeError)
})

const anyDate = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2022-01-01', days))
const anyCalendar = fc.array(fc.record({ date: anyDate, isWorking: fc.boolean() }), { maxLength: 200 }).map((days) => workCalendar(days))
const anyCount = fc.integer({ min: 1, max: 60 })

test('a deadline falls on a working day, with exactly that many after its beginning', () => {
  fc.assert(fc.property(anyCalendar, anyDate, anyCount, (days, from, count) => {
    const due = addWorkingDays(days, from, count)
    return isWorkingDay(days, due) && due > from && workingDaysAfter(days, from, due) === count
  }))
})

test('one deadline after another is the deadline of their sum', () => {
  fc.assert(fc.property(anyCalendar, anyDate, anyCount, anyCount, (days, from, first, second) => addWorkingDays(days, addWorkingDays(days, from, first), second) === addWorkingDays(days, from, first + second)))
})

test('who begins later is not due earlier', () => {
  fc.assert(fc.property(anyCalendar, anyDate, fc.integer({ min: 0, max: 30 }), anyCount, (days, from, later, count) => addWorkingDays(days, from, count) <= addWorkingDays(days, addDays(from, later), count)))
})

test('a working day less never makes a deadline earlier', () => {
  fc.assert(fc.property(anyCalendar, anyDate, anyDate, anyCount, (days, holiday, from, count) => addWorkingDays(days, from, count) <= addWorkingDays({ deviations: new Map([...days.deviations, [holiday, false]]) }, from, count)))
})

test('weekdays follow each other, and a day has one end', () => {
  fc.assert(fc.property(anyDate, (date) => weekdayOf(addDays(date, 1)) === (weekdayOf(date) % 7) + 1 && localDateOf(endOfDay(date)) === date && localDateOf(new Date(endOfDay(date).getTime() + 1000)) === addDays(date, 1)))
})

test('months add up where no day is lost', () => {
  fc.assert(fc.property(anyDate.filter((date) => Number(date.slice(8)) <= 28), fc.integer({ min: -30, max: 30 }), fc.integer({ min: -30, max: 30 }), (date, first, second) => addMonths(addMonths(date, first), second) === addMonths(date, first + second)))
})
