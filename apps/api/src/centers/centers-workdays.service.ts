import { createRequire } from 'node:module'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { changeWorkdays, Workday, WorkdaysOfYear } from '@dangqun/contracts/centers/schemas'
import { Gauge, register } from 'prom-client'
import type { EntityManager } from 'typeorm'
import type * as z from 'zod'
import { platformLedger } from '../audit/audit.queries.js'
import { Audit } from '../audit/audit.service.js'
import { hasDecree, missingDecree, workCalendar, type WorkCalendar } from '../platform/calendar/calendar.rules.js'
import { Clock } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import type { Scope, SignedInScope } from '../platform/http/scope.js'
import { readSettings } from './centers-settings.queries.js'
import { settingsFrom } from './centers-settings.rules.js'
import { listEnteredDays, listEnteredDaysSql, replaceYear, type EnteredDay } from './centers-workdays.queries.js'
import { workdayProblems } from './centers-workdays.rules.js'
import type { CentersFact } from './centers.facts.js'

const metric = 'dangqun_workdays_missing_year'
const shippedSource = '随系统附带的国务院放假安排（chinese-days 1.5.7）'

/** Which days are worked: the decrees shipped with the API, years entered by administrators instead of them, a centre's corrections on top. */
@Injectable()
export class WorkdaysService implements OnModuleInit {
  private readonly shipped = shippedDays()

  constructor(
    private readonly audit: Audit,
    private readonly units: Units,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const missing = () => this.missing()
    register.removeSingleMetric(metric)
    new Gauge({
      name: metric,
      help: 'The year whose public holidays nobody has entered, 0 when none is missing',
      async collect() {
        const year = await missing()
        if (year !== undefined) this.set(year ?? 0)
      },
    })
  }

  /** The calendar of the centre of this transaction, for the clocks of platform/calendar. */
  async at(manager: EntityManager): Promise<WorkCalendar> {
    const { calendar } = settingsFrom((await readSettings(manager))?.overrides ?? {})
    return workCalendar(this.national(await listEnteredDays(manager)), calendar.corrections)
  }

  async missingDecree(manager: EntityManager, now: Date): Promise<number | null> {
    return missingDecree(workCalendar(this.national(await listEnteredDays(manager))), now)
  }

  async ofYear({ manager }: Scope, year: number): Promise<WorkdaysOfYear> {
    return this.present(await listEnteredDays(manager), year)
  }

  /** @throws AppError `request.invalid` for days of another year, said twice, or without any holiday */
  async changeYear({ manager, now, caller }: SignedInScope, year: number, { days, source }: z.output<typeof changeWorkdays>): Promise<WorkdaysOfYear> {
    const problems = workdayProblems(year, days)
    if (problems.length > 0) throw refuseRequest('request.invalid', problems)
    await replaceYear(manager, year, days, { source, at: now, by: caller.accountId })
    await this.audit.recordOnPlatform({ manager, now, caller }, { fact: 'centers.workdaysChanged', subjectId: platformLedger, data: { year, days: days.length } } satisfies CentersFact)
    return this.present(await listEnteredDays(manager), year)
  }

  private national(entered: readonly EnteredDay[]): Workday[] {
    const years = new Set(entered.map(({ date }) => date.slice(0, 4)))
    return [...this.shipped.filter(({ date }) => !years.has(date.slice(0, 4))), ...entered]
  }

  private present(entered: readonly EnteredDay[], year: number): WorkdaysOfYear {
    const days = this.national(entered).filter(({ date }) => date.startsWith(`${year}-`))
    const source = entered.find(({ date }) => date.startsWith(`${year}-`))?.source ?? (days.length > 0 ? shippedSource : null)
    return { year, isDecreed: hasDecree(workCalendar(days), year), days: days.map(({ date, isWorking, name }) => ({ date, isWorking, name })), source }
  }

  /** For the metric; undefined while the database is away. */
  private async missing(): Promise<number | null | undefined> {
    try {
      return missingDecree(workCalendar(this.national(await this.units.query<EnteredDay>(listEnteredDaysSql, []))), this.clock.now())
    } catch {
      return undefined
    }
  }
}

/** The collection's days, in the order of their dates. */
export function shippedDays(): Workday[] {
  const collection = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as { holidays: Record<string, string>; workdays: Record<string, string> }
  const days = (entries: Record<string, string>, isWorking: boolean): Workday[] => Object.entries(entries).map(([date, words]) => ({ date, isWorking, name: (words.split(',')[1] ?? '') + (isWorking ? '调休' : '') }))
  return [...days(collection.holidays, false), ...days(collection.workdays, true)].sort((a, b) => a.date.localeCompare(b.date))
}
