/** Dates as people write them. All in Asia/Shanghai, whatever the phone's own zone: the door is there. */

const dayMs = 86_400_000
const shanghaiMs = 8 * 3_600_000
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

interface Local {
  year: number
  month: number
  day: number
  weekday: string
  /** Days since 1970-01-01. */
  index: number
  time: string
}

/** A moment, or a date alone, as the calendar and the clock of Shanghai show it. */
export function inShanghai(moment: string | Date): Local {
  const shifted = new Date(new Date(moment).getTime() + shanghaiMs)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: weekdays[shifted.getUTCDay()] ?? '',
    index: Math.floor(shifted.getTime() / dayMs),
    time: `${shifted.getUTCHours()}:${String(shifted.getUTCMinutes()).padStart(2, '0')}`,
  }
}

/** The date of a moment as `2026-11-28`, as pickers take it. */
export function today(now: Date): string {
  return new Date(now.getTime() + shanghaiMs).toISOString().slice(0, 10)
}

/** 今天, 明天, 后天 or `周六 11月28日`; with the year when it is not this year's. */
export function sayDay(moment: string | Date, now: Date): string {
  const day = inShanghai(moment)
  const current = inShanghai(now)
  const near = ['今天', '明天', '后天'][day.index - current.index]
  if (near) return near
  if (day.index === current.index - 1) return '昨天'
  const year = day.year === current.year ? '' : `${day.year}年`
  return `${day.weekday} ${year}${day.month}月${day.day}日`
}

/** `周六 11月28日 9:00–11:30`, `今天 9:00`; over midnight both days are named. */
export function saySpan(startsAt: string, endsAt: string, now: Date): string {
  const [start, end] = [inShanghai(startsAt), inShanghai(endsAt)]
  if (start.index === end.index) return `${sayDay(startsAt, now)} ${start.time}–${end.time}`
  return `${sayMoment(startsAt, now)} 到 ${sayMoment(endsAt, now)}`
}

/** `明天 10:15` */
export function sayMoment(moment: string | Date, now: Date): string {
  return `${sayDay(moment, now)} ${inShanghai(moment).time}`
}

/** The same for a page that is read later: always with the date, `11月28日 周六 9:00–11:30`. */
export function sayFullSpan(startsAt: string, endsAt: string, now: Date): string {
  const [start, end] = [inShanghai(startsAt), inShanghai(endsAt)]
  const near = sayDay(startsAt, now)
  const date = `${start.year === inShanghai(now).year ? '' : `${start.year}年`}${start.month}月${start.day}日 ${start.weekday}`
  const lead = near.includes('月') ? date : `${near} · ${date}`
  if (start.index === end.index) return `${lead} ${start.time}–${end.time}`
  return `${lead} ${start.time} 到 ${sayMoment(endsAt, now)}`
}

/** The date block of a list: a large figure and a small word. Today and tomorrow are words, not figures. */
export function dateBlock(moment: string, now: Date): { large: string; small: string } {
  const day = inShanghai(moment)
  const ahead = day.index - inShanghai(now).index
  const small = ahead === 0 ? '今天' : ahead === 1 ? '明天' : ahead > 1 && ahead < 7 ? day.weekday : `${day.month}月`
  return { large: String(day.day), small }
}

/** `9:00` */
export function sayTime(moment: string): string {
  return inShanghai(moment).time
}

/** `12 月 3 日`, of a moment or a date. */
export function sayShortDay(moment: string): string {
  const { month, day } = inShanghai(moment)
  return `${month} 月 ${day} 日`
}

/** `12 月 3 日（周四）`; with the year when it is not this year's. */
export function sayDueDay(moment: string, now?: Date): string {
  const { year, weekday } = inShanghai(moment)
  return `${now !== undefined && inShanghai(now).year !== year ? `${year} 年 ` : ''}${sayShortDay(moment)}（${weekday}）`
}

/** `还有 5 个工作日`, `今天到期`, `已超过 2 个工作日`; null without a clock. */
export function sayDaysLeft({ daysLeft, isOverdue }: { daysLeft: number | null; isOverdue: boolean }): string | null {
  if (daysLeft === null) return null
  if (isOverdue) return daysLeft === 0 ? '刚过期限' : `已超过 ${-daysLeft} 个工作日`
  return daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 个工作日`
}

/** Seven opening hours in as few lines as they need: `周一至周五 8:30–20:30`. */
export function sayOpeningHours(hours: readonly { weekday: number; opens: string; closes: string }[]): string[] {
  const days = Array.from({ length: 7 }, (_, index) =>
    hours
      .filter(({ weekday }) => weekday === index + 1)
      .map(({ opens, closes }) => `${trimHour(opens)}–${trimHour(closes)}`)
      .join('、'),
  )
  const lines: string[] = []
  for (let first = 0; first < 7; ) {
    let last = first
    while (last < 6 && days[last + 1] === days[first]) last++
    const names = '一二三四五六日'
    const span = first === last ? `周${names[first]}` : first === 0 && last === 6 ? '每天' : `周${names[first]}至周${names[last]}`
    lines.push(`${span} ${days[first] || '休息'}`)
    first = last + 1
  }
  return lines
}

/** `08:30` → `8:30` */
export function trimHour(time: string): string {
  return time.replace(/^0/, '')
}
