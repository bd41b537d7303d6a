import dayjs, { type Dayjs } from 'dayjs'
import 'dayjs/locale/zh-cn'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)
dayjs.extend(timezone)
dayjs.locale('zh-cn')
// Pickers ask dayjs for "now": it has to be the centre's now, wherever the browser stands.
dayjs.tz.setDefault('Asia/Shanghai')

const zone = 'Asia/Shanghai'
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** The wall clock of Shanghai at that moment. */
export function inShanghai(moment: string | number): Dayjs {
  return dayjs(moment).tz(zone)
}

/** Reads the wall clock that a picker shows as Shanghai's: `2026-11-28T09:00:00+08:00`. */
export function fromWallClock(shown: Dayjs): string {
  return `${shown.format('YYYY-MM-DDTHH:mm')}:00+08:00`
}

/** The same moment to the minute, in the one form that forms compare. */
export function toMinute(moment: string): string {
  return fromWallClock(inShanghai(moment))
}

function day(moment: Dayjs, now: number): string {
  const year = moment.year() === inShanghai(now).year() ? '' : `${moment.year()}年`
  return `${year}${moment.month() + 1}月${moment.date()}日 ${weekdays[moment.day()]}`
}

/** `11月28日 周六 09:00`; with the year when it is another one. */
export function formatMoment(moment: string, now: number): string {
  const at = inShanghai(moment)
  return `${day(at, now)} ${at.format('HH:mm')}`
}

/** `09:00` */
export function formatTime(moment: string): string {
  return inShanghai(moment).format('HH:mm')
}

/** `11月28日 周六 09:00–11:00`, or both days when it ends on another one. */
export function formatRange(from: string, to: string, now: number): string {
  const end = inShanghai(to)
  return inShanghai(from).isSame(end, 'day')
    ? `${formatMoment(from, now)}–${end.format('HH:mm')}`
    : `${formatMoment(from, now)} 至 ${formatMoment(to, now)}`
}

/** `2026-11-28 09:00:00（北京时间）`, for those who want to know exactly. */
export function formatExact(moment: string): string {
  return `${inShanghai(moment).format('YYYY-MM-DD HH:mm:ss')}（北京时间）`
}

/** As people say it: `20 分钟后`, `今天`, `明天`, `3 天前`, `2 个月后`. */
export function formatRelative(moment: string, now: number): string {
  const minutes = Math.round((Date.parse(moment) - now) / 60_000)
  const side = minutes < 0 ? '前' : '后'
  if (minutes === 0) return '刚刚'
  if (Math.abs(minutes) < 60) return `${Math.abs(minutes)} 分钟${side}`
  const at = inShanghai(moment)
  const days = at.startOf('day').diff(inShanghai(now).startOf('day'), 'day')
  if (days === 0) return `${Math.round(Math.abs(minutes) / 60)} 小时${side}`
  const near = { [-2]: '前天', [-1]: '昨天', 1: '明天', 2: '后天' }[days]
  if (near) return near
  if (Math.abs(days) <= 60) return `${Math.abs(days)} 天${side}`
  if (Math.abs(days) <= 730) return `${Math.round(Math.abs(days) / 30)} 个月${side}`
  return `${Math.round(Math.abs(days) / 365)} 年${side}`
}

/** `2026 年 1 月` from `2026-01`. */
export function sayMonth(month: string): string {
  return `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`
}
