import type { MemberCategory, MemberWarning } from '@dangqun/contracts/organization/members/vocabulary'

/** Dates of a member's way, `yyyy-MM-dd`, which compare as text. */
export interface MemberDates {
  readonly category: MemberCategory
  readonly bornOn: string
  readonly joinedOn: string
  readonly confirmedOn: string | null
  readonly probationEndsOn: string | null
  readonly extendedTo: string | null
}

/** `yyyy-MM-dd`, months later: the same day, or the month's last. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()))).toISOString().slice(0, 10)
}

/** The calendar day in Shanghai. */
export function dayOf(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** What cannot be: field → words. Probation is one year, extended once by 6 to 12 months (党章 Art. 7). */
export function memberContradictions(dates: MemberDates, now: Date): { path: string; message: string }[] {
  const { category, bornOn, joinedOn, confirmedOn, probationEndsOn, extendedTo } = dates
  const today = dayOf(now)
  const errors: { path: string; message: string }[] = []
  const wrong = (path: string, message: string) => errors.push({ path, message })
  if (joinedOn > today) wrong('joinedOn', '入党日期不能晚于今天')
  if (joinedOn <= bornOn) wrong('joinedOn', '入党日期早于出生日期，请核对')
  if (category === 'full') {
    if (confirmedOn === null) wrong('confirmedOn', '正式党员请填写转正日期')
    else if (confirmedOn < joinedOn) wrong('confirmedOn', '转正日期不能早于入党日期')
    else if (confirmedOn > today) wrong('confirmedOn', '转正日期不能晚于今天')
  } else {
    if (confirmedOn !== null) wrong('confirmedOn', '预备党员还没有转正日期，请留空')
    if (probationEndsOn === null) wrong('probationEndsOn', '预备党员请填写预备期满日期')
    else if (probationEndsOn <= joinedOn) wrong('probationEndsOn', '预备期满日期要晚于入党日期')
  }
  if (extendedTo !== null) {
    if (probationEndsOn === null) wrong('extendedTo', '请先填写预备期满日期')
    else if (extendedTo < addMonths(probationEndsOn, 6) || extendedTo > addMonths(probationEndsOn, 12)) wrong('extendedTo', '延长预备期在 6 个月到 12 个月之间，只能延长一次')
  }
  return errors
}

/** What is unusual: members of 1969 to 1977 had no probation, so a short one only warns. */
export function memberWarnings(dates: MemberDates, now: Date): MemberWarning[] {
  const warnings: MemberWarning[] = []
  if (dates.category === 'full' && dates.confirmedOn !== null && dates.confirmedOn < addMonths(dates.joinedOn, 12)) warnings.push('probationUnderYear')
  if (dates.joinedOn < addMonths(dates.bornOn, 18 * 12)) warnings.push('joinedUnder18')
  const probationEnd = dates.extendedTo ?? dates.probationEndsOn
  if (dates.category === 'probationary' && probationEnd !== null && probationEnd < dayOf(now)) warnings.push('probationOver')
  return warnings
}
