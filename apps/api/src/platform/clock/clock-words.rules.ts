const dayMs = 86_400_000
/** Shanghai has had one offset since 1991. */
const shanghaiOffsetMs = 8 * 3_600_000
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

function local(at: Date): Date {
  return new Date(at.getTime() + shanghaiOffsetMs)
}

/** `12月5日（周六）14:00`, in Shanghai. The year is what the reader takes it for: the coming such day. */
export function sayMoment(at: Date): string {
  const there = local(at)
  return `${there.getUTCMonth() + 1}月${there.getUTCDate()}日（${weekdays[there.getUTCDay()]}）${there.toISOString().slice(11, 16)}`
}

/** `12月5日（周六）`, in Shanghai. */
export function sayDay(at: Date): string {
  return sayMoment(at).slice(0, -5)
}

/** `12月5日（周六）14:00–16:00`; an end on another day is said in full. */
export function saySpan(from: Date, to: Date): string {
  const sameDay = Math.floor(local(from).getTime() / dayMs) === Math.floor(local(to).getTime() / dayMs)
  return `${sayMoment(from)}${sameDay ? `–${local(to).toISOString().slice(11, 16)}` : ` 至 ${sayMoment(to)}`}`
}
