import type { OpeningHours, OpeningSpan, SpecialDay } from '@dangqun/contracts/centers/opening-schemas'
import { inShanghai } from '../platform/dates.rules'

const weekdays = '一二三四五六日'
export const weekdayName = (weekday: number) => `周${weekdays[weekday - 1] ?? ''}`

/** `9:00–12:00、14:00–18:00`; closed: 休息. */
export function saySpans(spans: readonly OpeningSpan[]): string {
  return [...spans].sort((a, b) => a.opens.localeCompare(b.opens)).map(({ opens, closes }) => `${opens.replace(/^0/, '')}–${closes.replace(/^0/, '')}`).join('、') || '休息'
}

export function spansOf(hours: readonly OpeningHours[], weekday: number): OpeningSpan[] {
  return hours.filter((each) => each.weekday === weekday).map(({ opens, closes }) => ({ opens, closes }))
}

/** The hours with those of one weekday replaced, in the order of the week. */
export function withSpans(hours: readonly OpeningHours[], weekday: number, spans: readonly OpeningSpan[]): OpeningHours[] {
  return Array.from({ length: 7 }, (_, index) => index + 1).flatMap((day) => (day === weekday ? spans : spansOf(hours, day)).map((span) => ({ weekday: day, ...span })))
}

/** A further span for a day: after the last one, or the usual hours. */
export function nextSpan(spans: readonly OpeningSpan[]): OpeningSpan {
  const last = [...spans].map(({ closes }) => closes).sort().at(-1)
  if (last === undefined) return { opens: '09:00', closes: '18:00' }
  const hour = Math.min(22, Number(last.slice(0, 2)) + 1)
  return { opens: `${String(hour).padStart(2, '0')}:00`, closes: `${String(Math.min(23, hour + 3)).padStart(2, '0')}:00` }
}

/** Seven days in as few lines as they need: `周一至周五 8:30–20:30`. */
export function sayWeek(hours: readonly OpeningHours[]): string[] {
  const days = Array.from({ length: 7 }, (_, index) => saySpans(spansOf(hours, index + 1)))
  const lines: string[] = []
  for (let first = 0; first < 7; ) {
    let last = first
    while (last < 6 && days[last + 1] === days[first]) last++
    const name = first === last ? weekdayName(first + 1) : first === 0 && last === 6 ? '每天' : `${weekdayName(first + 1)}至${weekdayName(last + 1)}`
    lines.push(`${name} ${days[first] ?? ''}`)
    first = last + 1
  }
  return lines
}

export interface ComingDay {
  date: string
  /** `11月28日 周六` */
  name: string
  words: string
  /** Why the day has hours of its own; null on an ordinary day. */
  note: string | null
}

/** The next days as visitors will find them. */
export function comingDays(hours: readonly OpeningHours[], specialDays: readonly SpecialDay[], now: number, count: number): ComingDay[] {
  const today = inShanghai(now)
  return Array.from({ length: count }, (_, ahead) => {
    const day = today.add(ahead, 'day')
    const date = day.format('YYYY-MM-DD')
    const weekday = day.day() === 0 ? 7 : day.day()
    const special = specialDays.find((each) => each.date === date)
    return { date, name: `${ahead === 0 ? '今天 ' : ''}${day.month() + 1}月${day.date()}日 ${weekdayName(weekday)}`, words: saySpans(special?.spans ?? spansOf(hours, weekday)), note: special?.note.trim() || (special ? '特殊日子' : null) }
  })
}

/** `12月8日 休息（消防检修）` */
export function saySpecialDay({ date, spans, note }: SpecialDay): string {
  const [, month = '', day = ''] = date.split('-')
  return `${Number(month)}月${Number(day)}日 ${saySpans(spans)}（${note}）`
}

/** A time as people type it, `8:30`, `0830`, `９：００`, as `08:30`; what is no time stays as it is. */
export function readClock(typed: string): string {
  const match = /^(\d{1,2})[:.]?(\d{2})$/.exec(typed.normalize('NFKC').trim())
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2]}` : typed
}
