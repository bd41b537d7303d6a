import { changeWorkdays, type ChangeWorkdays, type Workday } from '@dangqun/contracts/centers/schemas'

/** Days in a row that are off, or worked, for one reason: as the announcement says them. */
export interface DecreeSpan {
  readonly name: string
  readonly isWorking: boolean
  /** `yyyy-MM-dd`; empty while it is not chosen. */
  readonly from: string
  readonly to: string
}

export interface DecreeValues {
  readonly spans: readonly DecreeSpan[]
  readonly source: string
}

/** A span longer than this is a slip of the year or the month. */
const mostDays = 31

/** A year's days in spans, in the order of their dates. */
export function spansOf(days: readonly Workday[]): DecreeSpan[] {
  const spans: DecreeSpan[] = []
  for (const { date, isWorking, name } of [...days].sort((a, b) => a.date.localeCompare(b.date))) {
    const last = spans.at(-1)
    if (last && last.name === name && last.isWorking === isWorking && dayAfter(last.to) === date) spans[spans.length - 1] = { ...last, to: date }
    else spans.push({ name, isWorking, from: date, to: date })
  }
  return spans
}

/** What is sent; only for values without errors. */
export function toWorkdays({ spans, source }: DecreeValues): ChangeWorkdays {
  return { days: spans.flatMap((span) => datesOf(span).map((date) => ({ date, isWorking: span.isWorking, name: span.name.trim() }))), source }
}

/** What is wrong, by `spans.0.from` and the like, `spans` or `source`. */
export function decreeErrors(year: number, values: DecreeValues): Record<string, string> {
  const errors: Record<string, string> = {}
  const seen = new Set<string>()
  values.spans.forEach((span, place) => {
    if (span.name.trim() === '') errors[`spans.${place}.name`] = '请填写节日名称'
    if (span.from === '' || span.to === '') return void (errors[`spans.${place}.from`] = '请选择日期')
    const dates = datesOf(span)
    if (span.to < span.from) errors[`spans.${place}.from`] = '结束不能早于开始'
    else if (dates.length > mostDays) errors[`spans.${place}.from`] = `一段最多 ${mostDays} 天，请核对日期`
    else if (dates.some((date) => !date.startsWith(`${year}-`))) errors[`spans.${place}.from`] = `要都在 ${year} 年，跨年的分到两年各写一段`
    else if (dates.some((date) => seen.has(date))) errors[`spans.${place}.from`] = '和上面的日子重了'
    for (const date of dates) seen.add(date)
  })
  if (!values.spans.some(({ isWorking }) => !isWorking)) errors['spans'] = '至少要有一段放假'
  if (Object.keys(errors).length > 0) return { ...errors, ...(values.source.trim() === '' ? { source: '请填写文号' } : {}) }
  for (const { path, message } of changeWorkdays.safeParse(toWorkdays(values)).error?.issues ?? []) errors[path[0] === 'source' ? 'source' : 'spans'] ??= message
  return errors
}

function datesOf({ from, to }: DecreeSpan): string[] {
  const dates: string[] = []
  for (let date = from; date !== '' && date <= to && dates.length <= mostDays; date = dayAfter(date)) dates.push(date)
  return dates
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
