import type { Workday } from '@dangqun/contracts/centers/schemas'
import { changeSettings, type WorkdayCorrection } from '@dangqun/contracts/centers/settings-schemas'

/** What is wrong with a centre's corrections, by path. */
export function correctionsErrors(corrections: readonly WorkdayCorrection[]): Record<string, string> {
  const issues = changeSettings.safeParse({ version: 0, calendar: { corrections: [...corrections] } }).error?.issues ?? []
  return Object.fromEntries(issues.map(({ path, message }) => [path.slice(1).join('.'), path.at(-1) === 'date' ? '请选择日期' : message]))
}

export interface Holiday {
  name: string
  /** `10月1日至7日`, or one day. */
  off: string
  /** The days worked to make up for it: `9月20日、10月10日`. */
  worked: string
}

/** A year's days as people read the announcement: each holiday with its days off and its make-up days. */
export function holidaysOf(days: readonly Workday[]): Holiday[] {
  const plain = (name: string) => name.replace(/调休$/, '')
  const names = [...new Set(days.filter(({ isWorking }) => !isWorking).map(({ name }) => name))]
  return names.map((name) => {
    const off = days.filter((day) => !day.isWorking && day.name === name).map(({ date }) => date)
    return { name, off: sayDates(off), worked: days.filter((day) => day.isWorking && plain(day.name) === name).map(({ date }) => sayDate(date)).join('、') }
  })
}

function sayDate(date: string): string {
  const [, month, day] = date.split('-').map(Number)
  return `${month}月${day}日`
}

function sayDates(dates: readonly string[]): string {
  const [first, last] = [dates[0] ?? '', dates.at(-1) ?? '']
  return dates.length < 2 ? sayDate(first) : `${sayDate(first)}至${sayDate(last)}`
}
