const weekMs = 7 * 86_400_000

/** Every moment of an activity, a number of weeks later. Shanghai has one offset, so the hour stays. */
export function weeksLater<Times extends Record<'startsAt' | 'endsAt' | 'signUpOpensAt' | 'signUpClosesAt' | 'cancelUntil', Date>>(times: Times, weeks: number) {
  const later = (at: Date) => new Date(at.getTime() + weeks * weekMs)
  return {
    startsAt: later(times.startsAt), endsAt: later(times.endsAt), signUpOpensAt: later(times.signUpOpensAt),
    signUpClosesAt: later(times.signUpClosesAt), cancelUntil: later(times.cancelUntil),
  }
}

/** How many weeks later the same weekday and hour are ahead again; at least one. */
export function weeksUntilAhead(startsAt: Date, now: Date): number {
  return Math.max(1, Math.floor((now.getTime() - startsAt.getTime()) / weekMs) + 1)
}

const moments = ['startsAt', 'endsAt', 'signUpOpensAt', 'signUpClosesAt', 'cancelUntil'] as const
type Moments = Record<(typeof moments)[number], Date>

/** A change of times as the later activities of a series get it: each moment moves by as much. */
export function movedAlike(before: Moments, after: Moments, other: Moments): Partial<Record<keyof Moments, string>> {
  const moved = moments.filter((name) => before[name].getTime() !== after[name].getTime())
  return Object.fromEntries(moved.map((name) => [name, new Date(other[name].getTime() + after[name].getTime() - before[name].getTime()).toISOString()]))
}
