import type { Opening, OpeningHours } from '@dangqun/contracts/centers/schemas'

const dayMs = 86_400_000
const shanghaiOffsetMs = 8 * 3_600_000

/**
 * Whether a centre is open, until when, and otherwise when next.
 * @param hours local opening hours; several a day are allowed (a lunch break)
 * @returns `opensAt` as a Date, null when nothing opens within the next seven days
 */
export function openingAt(hours: readonly OpeningHours[], now: Date): Omit<Opening, 'opensAt'> & { opensAt: Date | null } {
  const local = now.getTime() + shanghaiOffsetMs
  const midnight = Math.floor(local / dayMs) * dayMs
  for (let ahead = 0; ahead <= 7; ahead++) {
    const day = midnight + ahead * dayMs
    // 1970-01-01 was a Thursday.
    const weekday = ((Math.floor(day / dayMs) + 3) % 7) + 1
    const spans = hours.filter((each) => each.weekday === weekday).sort((a, b) => a.opens.localeCompare(b.opens))
    for (const span of spans) {
      if (local < day + minutes(span.opens)) return { isOpen: false, closesAt: null, opensAt: new Date(day + minutes(span.opens) - shanghaiOffsetMs) }
      if (local < day + minutes(span.closes)) return { isOpen: true, closesAt: span.closes, opensAt: null }
    }
  }
  return { isOpen: false, closesAt: null, opensAt: null }
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return (hour * 60 + minute) * 60_000
}
