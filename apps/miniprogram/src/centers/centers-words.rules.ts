import type { Opening, SpecialDay } from '@dangqun/contracts/centers/opening-schemas'
import { sayDay, sayMoment, trimHour } from '@/ui/dates.rules'

export interface OpeningWords {
  isOpen: boolean
  lead: string
  note: string
}

/** Open now? Until when; otherwise from when. With the reason when today is not as usual. */
export function sayOpening(opening: Opening, now: Date): OpeningWords {
  const why = opening.note === null ? '' : `（${opening.note}）`
  if (opening.isOpen) return { isOpen: true, lead: '开放中', note: opening.closesAt ? `今天到 ${trimHour(opening.closesAt)}${why}` : '' }
  if (!opening.opensAt) return { isOpen: false, lead: '已闭馆', note: `近期不开放，来之前请先打电话${why}` }
  // A break at noon is no closing; before the first span of the day it is.
  const isToday = sayDay(opening.opensAt, now) === '今天'
  return { isOpen: false, lead: isToday ? '还没开门' : '已闭馆', note: `${sayMoment(opening.opensAt, now)} 开放${why}` }
}

const dayMs = 86_400_000
const daysAhead = 7

/** The next special day within a week, today's aside: `周四 12月3日 13:00–20:30（上午消防检修）`. */
export function sayNextSpecialDay(days: readonly SpecialDay[], now: Date): string | null {
  for (const { date, spans, note } of days) {
    const noon = new Date(`${date}T12:00:00+08:00`)
    const day = sayDay(noon, now)
    if (day === '今天' || noon < now || noon.getTime() - now.getTime() > daysAhead * dayMs) continue
    const hours = spans.map(({ opens, closes }) => `${trimHour(opens)}–${trimHour(closes)}`).join('、')
    return `${day} ${hours === '' ? '闭馆' : `只在 ${hours} 开放`}（${note}）`
  }
  return null
}

/** Rounded as far as the place was: `约 300 米`, `约 2.7 公里`. */
export function sayDistance(metres: number): string {
  if (metres < 950) return `约 ${Math.max(100, Math.round(metres / 100) * 100)} 米`
  const kilometres = metres / 1000
  return `约 ${kilometres < 100 ? kilometres.toFixed(1) : Math.round(kilometres)} 公里`
}
