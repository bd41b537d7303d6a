import { localDateOf } from '../platform/calendar/calendar.rules.js'

const mostYears = 130

/** Whether somebody who lives can be born on this date, `yyyy-MM-dd`. */
export function canBeBorn(birthDate: string, now: Date): boolean {
  const today = localDateOf(now)
  return birthDate <= today && Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) <= mostYears
}
