import { Injectable } from '@nestjs/common'
import type { Appeal, AppealRow, AppealsPage, MyNoShows, NoShow, noShowsSchemas, PausedPerson, PausedPersons } from '@dangqun/contracts/activities/no-shows/schemas'
import type { EntityManager } from 'typeorm'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import { CenterSettingsService } from '../centers/centers-settings.service.js'
import { findPerson } from '../organization/organization.queries.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import { holds, type CenterScope, type SignedInCenterScope } from '../platform/http/scope.js'
import { Jobs } from '../platform/jobs/jobs.js'
import * as queries from './activities-no-shows.queries.js'
import { countedFrom, pausedUntil, type NoShowRules } from './activities-no-shows.rules.js'
import { refuseActivities } from './activities.errors.js'
import { appealEvent } from './activities.events.js'
import type { ActivitiesFact } from './activities.facts.js'

type Schemas = typeof noShowsSchemas

/** Absences, the pause that follows from them, and the ways out of it. */
@Injectable()
export class NoShowsService {
  constructor(
    private readonly audit: Audit,
    private readonly settings: CenterSettingsService,
    private readonly jobs: Jobs,
  ) {}

  async mine({ manager, caller, now }: SignedInCenterScope): Promise<MyNoShows> {
    const rules = await this.rules(manager)
    const person = await findPerson(manager, caller.accountId)
    const rows = person ? await queries.listNoShows(manager, [person.id], since(rules, now)) : []
    const until = pausedUntil(counting(rows), rules, now)
    const appeal = person && (await queries.latestAppeal(manager, person.id))
    return {
      pausedUntil: until && shanghaiIso(until),
      limit: rules.noShowLimit, windowDays: rules.noShowWindowDays, pauseDays: rules.noShowPauseDays,
      noShows: rows.map(toNoShow),
      appeal: appeal && toAppeal(appeal),
      allowedActions: until && appeal?.state !== 'open' ? ['appeal'] : [],
    }
  }

  /** @throws AppError `activities.notPaused`, `activities.appealOpen` */
  async appeal(scope: SignedInCenterScope, text: string): Promise<MyNoShows> {
    const { manager, caller, now } = scope
    const person = await findPerson(manager, caller.accountId)
    if (!person || !(await this.paused(manager, person.id, now))) throw refuseActivities('activities.notPaused')
    const id = uuidv7()
    if (!(await queries.insertAppeal(manager, { id, personId: person.id, text }, now))) throw refuseActivities('activities.appealOpen')
    await this.audit.record(scope, { fact: 'activities.appealSent', subjectId: id, data: { personId: person.id, waived: 0 } } satisfies ActivitiesFact)
    await this.jobs.enqueue(manager, appealEvent, { centerId: scope.centerId, subjectId: id })
    return this.mine(scope)
  }

  /** Whose signing up is paused now, the longest pause first. */
  async listPaused({ manager, now }: CenterScope): Promise<PausedPersons> {
    const rules = await this.rules(manager)
    const persons = await queries.personsWithNoShows(manager, rules.noShowLimit, since(rules, now))
    const items = await this.present(manager, persons, rules, now)
    return { items: items.filter((each) => each.pausedUntil !== null).sort((a, b) => (b.pausedUntil ?? '').localeCompare(a.pausedUntil ?? '')) }
  }

  async listAppeals(scope: CenterScope, query: Parsed<Schemas['listAppeals'], 'query'>): Promise<AppealsPage> {
    const { manager, now } = scope
    const [createdAt = '', id = ''] = readCursor(query.cursor, 2) ?? []
    const rows = await queries.listAppeals(manager, query.state ?? null, query.cursor === undefined ? null : { createdAt, id }, query.limit + 1)
    const rules = await this.rules(manager)
    const persons = await this.present(manager, rows.map((row) => ({ id: row.personId, name: row.name })), rules, now)
    const known = new Map(persons.map((each) => [each.personId, each]))
    return pageOf(rows, query.limit, (row) => toAppealRow(scope, row, known.get(row.personId)), (row) => [row.createdAt.toISOString(), row.id])
  }

  /** Granted: the absences that count now count no more. @throws AppError `activities.appealNotFound`, `activities.appealDecided` */
  async decide(scope: SignedInCenterScope, id: string, state: 'granted' | 'refused', answer: string): Promise<AppealRow> {
    const { manager, caller, now } = scope
    const row = await queries.lockAppeal(manager, id)
    if (!row) throw refuseActivities('activities.appealNotFound')
    if (row.state !== 'open') throw refuseActivities('activities.appealDecided', { state: row.state, allowedActions: [] })
    const rules = await this.rules(manager)
    const standing = state === 'granted' ? (await queries.listNoShows(manager, [row.personId], since(rules, now))).filter(({ waiverReason }) => waiverReason === null) : []
    await queries.waiveNoShows(manager, standing.map((each) => each.id), caller.accountId, answer, now)
    await queries.decideAppeal(manager, id, { state, answer, accountId: caller.accountId }, now)
    await this.audit.record(scope, { fact: state === 'granted' ? 'activities.appealGranted' : 'activities.appealRefused', subjectId: id, data: { personId: row.personId, waived: standing.length } } satisfies ActivitiesFact)
    const [person] = await this.present(manager, [{ id: row.personId, name: row.name }], rules, now)
    return toAppealRow(scope, { ...row, state, answer, decidedAt: now }, person)
  }

  /** One absence that counts no more; again: nothing changes. @throws AppError `activities.noShowNotFound` */
  async waive(scope: SignedInCenterScope, signUpId: string, reason: string): Promise<NoShow> {
    const row = await queries.findNoShow(scope.manager, signUpId)
    if (!row) throw refuseActivities('activities.noShowNotFound')
    if (row.waiverReason !== null) return toNoShow(row)
    await queries.waiveNoShows(scope.manager, [signUpId], scope.caller.accountId, reason, scope.now)
    await this.audit.record(scope, { fact: 'activities.noShowWaived', subjectId: signUpId, data: { activityId: row.activityId } } satisfies ActivitiesFact)
    return toNoShow({ ...row, waiverReason: reason })
  }

  private async rules(manager: EntityManager): Promise<NoShowRules> {
    return (await this.settings.of(manager)).activities
  }

  private async paused(manager: EntityManager, personId: string, now: Date): Promise<Date | null> {
    const rules = await this.rules(manager)
    return pausedUntil(counting(await queries.listNoShows(manager, [personId], since(rules, now))), rules, now)
  }

  private async present(manager: EntityManager, persons: readonly { id: string; name: string | null }[], rules: NoShowRules, now: Date): Promise<PausedPerson[]> {
    const rows = await queries.listNoShows(manager, persons.map(({ id }) => id), since(rules, now))
    return persons.map(({ id, name }) => {
      const own = rows.filter(({ personId }) => personId === id)
      const until = pausedUntil(counting(own), rules, now)
      return { personId: id, name, pausedUntil: until && shanghaiIso(until), noShows: own.map(toNoShow) }
    })
  }
}

/** An absence matters as long as it may be the first of those whose pause still lasts. */
function since(rules: NoShowRules, now: Date): Date {
  return countedFrom({ ...rules, noShowWindowDays: rules.noShowWindowDays + rules.noShowPauseDays }, now)
}

function counting(rows: readonly queries.NoShowRow[]): Date[] {
  return rows.filter(({ waiverReason }) => waiverReason === null).map(({ startsAt }) => startsAt)
}

function toNoShow({ id, title, startsAt, waiverReason }: queries.NoShowRow): NoShow {
  return { id, title, startsAt: shanghaiIso(startsAt), waiverReason }
}

function toAppeal({ id, text, state, answer, createdAt, decidedAt }: queries.AppealListRow): Appeal {
  return { id, text, state, answer, createdAt: shanghaiIso(createdAt), decidedAt: decidedAt && shanghaiIso(decidedAt) }
}

function toAppealRow({ caller, centerId }: CenterScope, row: queries.AppealListRow, person: PausedPerson | undefined): AppealRow {
  const mayDecide = row.state === 'open' && holds(caller, 'activities.manage', centerId)
  return { ...toAppeal(row), person: person ?? { personId: row.personId, name: row.name, pausedUntil: null, noShows: [] }, allowedActions: mayDecide ? ['grant', 'refuse'] : [] }
}
