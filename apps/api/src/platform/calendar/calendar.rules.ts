/**
 * Clocks of the house. Day 1 of a deadline is the day after; it is due at 23:59:59 of its last day,
 * Asia/Shanghai. Bare numbers in the tables are working days, "days" are calendar days; a month ends
 * on the same date or on the month's last day.
 */

const dayMs = 86_400_000
/** Shanghai has had one offset since 1991, so a fixed one is exact. */
const shanghaiOffsetMs = 8 * 3_600_000

/** A calendar date in Shanghai, `yyyy-MM-dd`. */
export type LocalDate = string

/** A day that is not what its weekday says: a holiday, or a weekend that is worked to make up for one. */
export interface DayDeviation {
  readonly date: LocalDate
  readonly isWorking: boolean
}

/** Which days are worked: Monday to Friday, unless a deviation says otherwise. */
export interface WorkCalendar {
  readonly deviations: ReadonlyMap<LocalDate, boolean>
}

/** @param layers from the most general to the most particular: where two speak of a day, the later one holds */
export function workCalendar(...layers: readonly (readonly DayDeviation[])[]): WorkCalendar {
  return { deviations: new Map(layers.flat().map(({ date, isWorking }) => [date, isWorking])) }
}

export function localDateOf(moment: Date): LocalDate {
  return dateOf(Math.floor((moment.getTime() + shanghaiOffsetMs) / dayMs))
}

/** The last second of a day, 23:59:59 in Shanghai. */
export function endOfDay(date: LocalDate): Date {
  return new Date((numberOf(date) + 1) * dayMs - shanghaiOffsetMs - 1000)
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: LocalDate): number {
  // Day 0, 1970-01-01, was a Thursday.
  return ((((numberOf(date) + 3) % 7) + 7) % 7) + 1
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(numberOf(date) + days)
}

/** The same date `months` later, or that month's last day where it has none: 31 January + 1 = 28 or 29 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = partsOf(date)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return dateOf(first.getTime() / dayMs + Math.min(day, lastDay) - 1)
}

export function isWorkingDay(calendar: WorkCalendar, date: LocalDate): boolean {
  return calendar.deviations.get(date) ?? weekdayOf(date) <= 5
}

/**
 * The `count`-th working day after a date, which need not be a working day itself and never counts.
 * @param count 0: the date itself
 * @throws RangeError for a negative or broken count, or a calendar without working days
 */
export function addWorkingDays(calendar: WorkCalendar, date: LocalDate, count: number): LocalDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`)
  let day = numberOf(date)
  const farthest = day + count * 7 + 400
  for (let left = count; left > 0; ) {
    if (++day > farthest) throw new RangeError('the calendar has no working days')
    if (isWorkingDay(calendar, dateOf(day))) left--
  }
  return dateOf(day)
}

/** How many working days lie after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysAfter(calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  let count = 0
  for (let day = numberOf(from) + 1; day <= numberOf(to); day++) if (isWorkingDay(calendar, dateOf(day))) count++
  return count
}

/** How a deadline stands at a moment; `daysLeft` in working days, today not counted, negative when overdue, null without a deadline. */
export function deadlineOf(dueAt: Date | null, now: Date, calendar: WorkCalendar): { isOverdue: boolean; daysLeft: number | null } {
  if (!dueAt) return { isOverdue: false, daysLeft: null }
  const [today, day] = [localDateOf(now), localDateOf(dueAt)]
  return now > dueAt ? { isOverdue: true, daysLeft: -workingDaysAfter(calendar, day, today) } : { isOverdue: false, daysLeft: workingDaysAfter(calendar, today, day) }
}

/** When something that began at a moment is due, in working days. */
export function dueAfterWorkingDays(calendar: WorkCalendar, from: Date, count: number): Date {
  return endOfDay(addWorkingDays(calendar, localDateOf(from), count))
}

/** When something that began at a moment is due, in calendar days. */
export function dueAfterDays(from: Date, days: number): Date {
  return endOfDay(addDays(localDateOf(from), days))
}

/** When something that began at a moment is due, in months. */
export function dueAfterMonths(from: Date, months: number): Date {
  return endOfDay(addMonths(localDateOf(from), months))
}

/** Whether anything is known of a year. The State Council's decree for the next one comes in November. */
export function hasDecree(calendar: WorkCalendar, year: number): boolean {
  for (const [date, isWorking] of calendar.deviations) if (!isWorking && date.startsWith(`${year}-`)) return true
  return false
}

/** The year whose decree is missing: this one, or from November on the next; null when none is. */
export function missingDecree(calendar: WorkCalendar, now: Date): number | null {
  const [year, month] = partsOf(localDateOf(now))
  if (!hasDecree(calendar, year)) return year
  return month >= 11 && !hasDecree(calendar, year + 1) ? year + 1 : null
}

function partsOf(date: LocalDate): [year: number, month: number, day: number] {
  const [year = NaN, month = NaN, day = NaN] = date.split('-').map(Number)
  return [year, month, day]
}

/** Days since 1970-01-01. */
function numberOf(date: LocalDate): number {
  const [year, month, day] = partsOf(date)
  const number = Date.UTC(year, month - 1, day) / dayMs
  if (!Number.isInteger(number) || dateOf(number) !== date) throw new RangeError(`not a date: ${date}`)
  return number
}

function dateOf(number: number): LocalDate {
  return new Date(number * dayMs).toISOString().slice(0, 10)
}
