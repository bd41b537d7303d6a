/** DOMAIN.md §3: 3 in 90 days pause signing up for 30; each centre may set its own. */
export interface NoShowRules {
  readonly noShowLimit: number
  readonly noShowWindowDays: number
  readonly noShowPauseDays: number
}

const dayMs = 86_400_000
const shanghaiMs = 8 * 3_600_000

const dayOf = (at: Date) => Math.floor((at.getTime() + shanghaiMs) / dayMs)
/** The last moment of a day in Shanghai, as days since 1970. */
const endOf = (day: number) => new Date((day + 1) * dayMs - shanghaiMs - 1)

/**
 * Until when signing up is paused; null: it is not.
 * Days are calendar days in Shanghai and day 1 is the day after: an absence counts for `noShowWindowDays`
 * days after its own, and the pause ends with the last of `noShowPauseDays` days after the absence that filled the limit.
 * @param noShows starts of the activities that were missed and not waived, in any order
 */
export function pausedUntil(noShows: readonly Date[], rules: NoShowRules, now: Date): Date | null {
  const days = noShows.filter((at) => at <= now).map(dayOf).sort((a, b) => a - b)
  for (let last = days.length - 1; last >= rules.noShowLimit - 1; last--) {
    const [first, filled] = [days[last - rules.noShowLimit + 1], days[last]]
    if (first === undefined || filled === undefined || filled - first > rules.noShowWindowDays) continue
    const until = endOf(filled + rules.noShowPauseDays)
    return until >= now ? until : null
  }
  return null
}

/** From when on an absence still counts. */
export function countedFrom(rules: NoShowRules, now: Date): Date {
  return new Date(endOf(dayOf(now) - rules.noShowWindowDays - 1).getTime() + 1)
}
