import type { Opening, OpeningHours, OpeningSpan, SpecialDay } from '@dangqun/contracts/centers/opening-schemas'
import type { CodeKind } from '@dangqun/contracts/centers/vocabulary'
import { addDays, localDateOf, weekdayOf } from '../platform/calendar/calendar.rules.js'

/** Of a centre that has not said otherwise: Monday to Friday. */
export const hoursAtFirst: OpeningHours[] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:30' }))

/** Spring Festival with the weekends around it is over within this. */
const daysAhead = 30

/**
 * Whether a centre is open, until when, and otherwise when next.
 * @param hours local opening hours; several a day are allowed (a lunch break)
 * @param specialDays days with hours of their own
 * @returns `opensAt` as a Date, null when nothing opens within the next 30 days
 */
export function openingAt(hours: readonly OpeningHours[], specialDays: readonly SpecialDay[], now: Date): Omit<Opening, 'opensAt'> & { opensAt: Date | null } {
  const today = localDateOf(now)
  const special = (date: string) => specialDays.find((each) => each.date === date)
  const note = special(today)?.note ?? null
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const date = addDays(today, ahead)
    const spans: readonly OpeningSpan[] = special(date)?.spans ?? hours.filter(({ weekday }) => weekday === weekdayOf(date))
    for (const { opens, closes } of [...spans].sort((a, b) => a.opens.localeCompare(b.opens))) {
      if (now < at(date, opens)) return { isOpen: false, closesAt: null, opensAt: at(date, opens), note }
      if (now < at(date, closes)) return { isOpen: true, closesAt: closes, opensAt: null, note }
    }
  }
  return { isOpen: false, closesAt: null, opensAt: null, note }
}

function at(date: string, time: string): Date {
  return new Date(`${date}T${time}:00+08:00`)
}

/** Only what hangs at one place is retired: the centre's own code and those on activities' posters stay for ever. */
export function mayRetire({ kind, retiredAt }: { readonly kind: CodeKind; readonly retiredAt: Date | null }): boolean {
  return (kind === 'door' || kind === 'counter') && retiredAt === null
}
