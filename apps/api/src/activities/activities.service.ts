import { Injectable } from '@nestjs/common'
import type { ActivityAction, ActivityAllowedAction } from '@dangqun/contracts/activities/vocabulary'
import type { ActivitiesPage, activitiesSchemas, Activity } from '@dangqun/contracts/activities/schemas'
import type { EntityManager } from 'typeorm'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import { CenterSettingsService } from '../centers/centers-settings.service.js'
import { CentersService } from '../centers/centers.service.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import { holds, type CenterScope, type SignedInCenterScope } from '../platform/http/scope.js'
import { Jobs } from '../platform/jobs/jobs.js'
import type { CheckInFact } from './activities-check-in.facts.js'
import { markAbsent } from './activities-check-in.queries.js'
import { checkInWindow } from './activities-check-in.rules.js'
import { lapseOffers, runOf } from './activities-offers.queries.js'
import { OffersService } from './activities-offers.service.js'
import { cancelAllSignUps, findMySignUp, toSignUp } from './activities-sign-up.queries.js'
import { ActivityRow } from './activities.entity.js'
import { refuseActivities } from './activities.errors.js'
import { ActivitiesEvents } from './activities.events.js'
import type { ActivitiesFact } from './activities.facts.js'
import { sayChanges } from './activities-changes.rules.js'
import { activityActionsFrom, nextActivityState, type EnteredState } from './activities.machine.js'
import { isEditable, mayDo, maySee, type Visitor } from './activities.policy.js'
import { listActivities, toSummary } from './activities.queries.js'
import { actionBlock, contradictions, resize, signUpBlock, type ActivityTimes } from './activities.rules.js'

type Schemas = typeof activitiesSchemas

export const closeTask = 'activities.close'

@Injectable()
export class ActivitiesService {
  constructor(
    private readonly audit: Audit,
    private readonly centers: CentersService,
    private readonly settings: CenterSettingsService,
    private readonly jobs: Jobs,
    private readonly events: ActivitiesEvents,
    private readonly offers: OffersService,
  ) {}

  async list(scope: CenterScope, query: Parsed<Schemas['list'], 'query'>): Promise<ActivitiesPage> {
    const [startsAt = '', id = ''] = readCursor(query.cursor, 2) ?? []
    const rows = await listActivities(scope.manager, {
      ...query, seesAll: visitorOf(scope).managesActivities, now: scope.now, most: query.limit + 1, after: query.cursor === undefined ? null : { startsAt, id },
    })
    return pageOf(rows, query.limit, (row) => toSummary(row, scope.now), (row) => [row.startsAt.toISOString(), row.id])
  }

  /** @throws AppError `activities.notFound`, also for what the caller may not know of */
  async get(scope: CenterScope, id: string): Promise<Activity> {
    const activity = await scope.manager.findOneBy(ActivityRow, { centerId: scope.centerId, id })
    if (!activity || !maySee(activity, visitorOf(scope))) throw refuseActivities('activities.notFound')
    return this.present(scope, activity)
  }

  /** @throws AppError `request.invalid` when times contradict each other */
  async create(scope: SignedInCenterScope, given: Parsed<Schemas['create'], 'body'>): Promise<Activity> {
    const startsAt = new Date(given.startsAt)
    const times: ActivityTimes = {
      startsAt,
      endsAt: new Date(given.endsAt),
      signUpOpensAt: given.signUpOpensAt === undefined ? scope.now : new Date(given.signUpOpensAt),
      signUpClosesAt: given.signUpClosesAt === undefined ? startsAt : new Date(given.signUpClosesAt),
      cancelUntil: given.cancelUntil === undefined ? startsAt : new Date(given.cancelUntil),
    }
    if (given.signUpClosesAt === undefined && startsAt <= times.signUpOpensAt) throw refuseRequest('request.invalid', [{ path: 'startsAt', message: '开始时间要晚于报名开始' }])
    refuseContradictions(times, given)
    const activity: ActivityRow = {
      ...times, centerId: scope.centerId, id: uuidv7(), title: given.title, programme: given.programme, kind: given.kind, seriesId: null, description: given.description, place: given.place,
      capacity: given.capacity, asks: [...new Set(given.asks)], questions: given.questions,
      minAge: given.minAge, maxAge: given.maxAge, insuranceNotice: given.insuranceNotice, taken: 0, waiting: 0, nextLapseAt: null, lastNumber: 0, state: 'draft', sceneCode: null, cancelReason: null,
      publishedAt: null, version: 1, createdAt: scope.now,
    }
    await scope.manager.insert(ActivityRow, activity)
    await this.record(scope, { fact: 'activities.created', subjectId: activity.id })
    return this.present(scope, activity)
  }

  /**
   * Changes what is given. More places are held for the first in line at once.
   * @throws AppError `request.changedMeanwhile` when `version` is not the newest, `activities.capacityBelowTaken`
   */
  async update(scope: SignedInCenterScope, id: string, { version, withFollowing: _, ...given }: Parsed<Schemas['update'], 'body'>): Promise<Activity> {
    const activity = await this.lock(scope, id)
    if (!isEditable(activity.state)) throw this.wrongState(scope, activity)
    if (version !== undefined && version !== activity.version) throw refuseRequest('request.changedMeanwhile', { version: activity.version })
    const before = { startsAt: activity.startsAt, endsAt: activity.endsAt, place: activity.place }
    const { startsAt, endsAt, signUpOpensAt, signUpClosesAt, cancelUntil, capacity, asks, ...words } = given
    const times: ActivityTimes = {
      startsAt: startsAt === undefined ? activity.startsAt : new Date(startsAt),
      endsAt: endsAt === undefined ? activity.endsAt : new Date(endsAt),
      signUpOpensAt: signUpOpensAt === undefined ? activity.signUpOpensAt : new Date(signUpOpensAt),
      signUpClosesAt: signUpClosesAt === undefined ? activity.signUpClosesAt : new Date(signUpClosesAt),
      cancelUntil: cancelUntil === undefined ? activity.cancelUntil : new Date(cancelUntil),
    }
    refuseContradictions(times, { minAge: activity.minAge, maxAge: activity.maxAge, ...given })
    const run = runOf(scope.manager)
    const lapsed = await this.offers.lapseOver(run, id, activity, scope.now)
    const resized = resize(activity, capacity ?? activity.capacity)
    if (!resized) throw refuseActivities('activities.capacityBelowTaken', { taken: activity.taken })
    const closesAnew = times.signUpClosesAt.getTime() !== activity.signUpClosesAt.getTime()
    Object.assign(activity, words, times, asks && { asks: [...new Set(asks)] }, { capacity: resized.capacity, version: activity.version + 1 })
    await save(scope.manager, activity)
    await this.record(scope, { fact: 'activities.updated', subjectId: id, data: { fields: Object.keys(given), capacity: activity.capacity } })
    await this.record(scope, ...lapsed, ...(await this.offers.passOn(run, scope.centerId, id, activity, scope.now)))
    const changes = activity.publishedAt && sayChanges(before, activity)
    if (changes) await this.events.publish(scope, id, 'changed', changes)
    if (closesAnew && activity.state === 'published') await this.closeInTime(scope, activity)
    return this.present(scope, activity)
  }

  /** @throws AppError `activities.wrongState` with the state and what is allowed; `activities.windowOver`, `activities.notYetStarted` */
  async act(scope: SignedInCenterScope, id: string, action: ActivityAction, reason?: string): Promise<Activity> {
    const activity = await this.lock(scope, id)
    const next = nextActivityState(activity.state, action)
    if (!next) throw this.wrongState(scope, activity)
    const block = actionBlock(activity, action, scope.now)
    if (block) throw refuseActivities(block)
    await this.enter(scope, activity, next, reason)
    return this.present(scope, activity)
  }

  /** What the job does when the sign-up window is over. It comes again when that is not yet so by this process's clock. */
  async closeWhenOver(scope: CenterScope, id: string): Promise<void> {
    const activity = await scope.manager.findOne(ActivityRow, { where: { centerId: scope.centerId, id }, lock: { mode: 'pessimistic_write' } })
    if (activity?.state !== 'published') return
    if (scope.now >= activity.signUpClosesAt) await this.enter(scope, activity, 'closed')
    else await this.closeInTime(scope, activity, new Date(Math.max(activity.signUpClosesAt.getTime(), scope.now.getTime() + 1000)))
  }

  private async enter(scope: CenterScope, activity: ActivityRow, next: EnteredState, reason?: string): Promise<void> {
    const from = activity.state
    activity.state = next
    activity.version += 1
    if (next === 'published') {
      activity.publishedAt ??= scope.now
      activity.sceneCode ??= await this.centers.issueCode(scope.manager, 'activity', activity.id)
      await this.closeInTime(scope, activity)
    }
    if (next === 'cancelled') {
      activity.cancelReason = reason ?? null
      activity.taken = activity.waiting = 0
      activity.nextLapseAt = null
      await cancelAllSignUps(scope.manager, activity.id, scope.now)
    }
    if (next === 'held') {
      activity.taken -= (await lapseOffers(runOf(scope.manager), activity.id, null, scope.now)).length
      activity.nextLapseAt = null
    }
    await save(scope.manager, activity)
    if (next === 'held') await this.settleAttendance(scope, activity.id)
    if (next === 'cancelled') await this.events.publish(scope, activity.id, 'cancelled', reason ?? '')
    if (next === 'published' && from === 'closed') await this.events.publish(scope, activity.id, 'reopened', '')
    await this.record(scope, { fact: `activities.${next}`, subjectId: activity.id, data: { from } })
  }

  private async settleAttendance(scope: CenterScope, activityId: string): Promise<void> {
    const count = await markAbsent(scope.manager, activityId, scope.now)
    if (count > 0) await this.audit.record(scope, { fact: 'activities.absencesMarked', subjectId: activityId, data: { count } } satisfies CheckInFact)
  }

  private async lock(scope: SignedInCenterScope, id: string): Promise<ActivityRow> {
    const activity = await scope.manager.findOne(ActivityRow, { where: { centerId: scope.centerId, id }, lock: { mode: 'pessimistic_write' } })
    if (!activity || !maySee(activity, visitorOf(scope))) throw refuseActivities('activities.notFound')
    return activity
  }

  private closeInTime(scope: CenterScope, activity: ActivityRow, dueAt = activity.signUpClosesAt): Promise<void> {
    return this.jobs.enqueue(scope.manager, closeTask, { centerId: scope.centerId, subjectId: activity.id }, { dueAt, key: `${closeTask}:${activity.id}` })
  }

  private record(scope: CenterScope, ...facts: ActivitiesFact[]): Promise<void> {
    return this.audit.record(scope, ...facts)
  }

  private wrongState(scope: CenterScope, activity: ActivityRow) {
    return refuseActivities('activities.wrongState', { state: activity.state, allowedActions: allowedActions(activity, visitorOf(scope), scope.now, false) })
  }

  private async present(scope: CenterScope, activity: ActivityRow): Promise<Activity> {
    const mine = scope.caller && activity.publishedAt ? await findMySignUp(scope.manager, activity.id, scope.caller.accountId, scope.now) : null
    const { opensAt, closesAt } = checkInWindow(activity, (await this.settings.of(scope.manager)).activities)
    return {
      ...toSummary(activity, scope.now),
      description: activity.description,
      cancelUntil: shanghaiIso(activity.cancelUntil),
      asks: activity.asks,
      questions: activity.questions,
      minAge: activity.minAge,
      maxAge: activity.maxAge,
      insuranceNotice: activity.insuranceNotice,
      sceneCode: activity.sceneCode,
      checkInOpensAt: shanghaiIso(opensAt),
      checkInClosesAt: shanghaiIso(closesAt),
      cancelReason: activity.cancelReason,
      version: activity.version,
      mySignUp: mine && toSignUp(mine, activity, scope.now),
      allowedActions: allowedActions(activity, visitorOf(scope), scope.now, mine !== null),
    }
  }
}

function visitorOf({ caller, centerId }: CenterScope): Visitor {
  return { isSignedIn: caller !== null, managesActivities: holds(caller, 'activities.manage', centerId), recordsCheckIns: holds(caller, 'activities.checkIn', centerId) }
}

/** Machine ∩ policy ∩ rules: what both front ends draw their buttons from. */
function allowedActions(activity: ActivityRow, visitor: Visitor, now: Date, hasSignUp: boolean): ActivityAllowedAction[] {
  const possible: ActivityAllowedAction[] = activityActionsFrom(activity.state).filter((action) => actionBlock(activity, action, now) === null)
  if (isEditable(activity.state)) possible.push('update')
  if (activity.publishedAt !== null && activity.state !== 'cancelled') possible.push('check-in')
  if (!hasSignUp && signUpBlock(activity, now) === null) possible.push('sign-up')
  return possible.filter((action) => mayDo(action, visitor))
}

function refuseContradictions(times: ActivityTimes, { minAge = null, maxAge = null }: { minAge?: number | null; maxAge?: number | null }): void {
  const errors = contradictions(times)
  if (minAge !== null && maxAge !== null && minAge > maxAge) errors.push({ path: 'maxAge', message: '最大年龄不能小于最小年龄' })
  if (errors.length > 0) throw refuseRequest('request.invalid', errors)
}

async function save(manager: EntityManager, { centerId, id, ...columns }: ActivityRow): Promise<void> {
  await manager.update(ActivityRow, { centerId, id }, columns)
}
