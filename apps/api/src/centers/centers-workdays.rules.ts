import type { ChangeWorkdays } from '@dangqun/contracts/centers/schemas'
import type { FieldError } from '@dangqun/contracts/kit/errors'
import { hasDecree, workCalendar } from '../platform/calendar/calendar.rules.js'

/** What is wrong with a year's days; nothing when all is well. */
export function workdayProblems(year: number, days: ChangeWorkdays['days']): FieldError[] {
  const seen = new Set<string>()
  const problems = days.flatMap(({ date }, index): FieldError[] => {
    const path = `days.${index}.date`
    if (!date.startsWith(`${year}-`)) return [{ path, message: `这一天不在 ${year} 年` }]
    if (seen.has(date)) return [{ path, message: '同一天只能写一次' }]
    seen.add(date)
    return []
  })
  if (problems.length === 0 && days.length > 0 && !hasDecree(workCalendar(days), year)) return [{ path: 'days', message: '至少要有一个放假的日子' }]
  return problems
}
