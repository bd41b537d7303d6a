import { Injectable } from '@nestjs/common'
import type { activitiesSchemas, Activity, Series } from '@dangqun/contracts/activities/schemas'
import { MoreThan } from 'typeorm'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import type { Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { movedAlike, weeksLater, weeksUntilAhead } from './activities-series.rules.js'
import { ActivityRow } from './activities.entity.js'
import { refuseActivities } from './activities.errors.js'
import type { ActivitiesFact } from './activities.facts.js'
import { isEditable } from './activities.policy.js'
import { toSummary } from './activities.queries.js'
import { actionBlock } from './activities.rules.js'
import { ActivitiesService } from './activities.service.js'

type Schemas = typeof activitiesSchemas

/** Activities made from others: copies, and series that repeat every week. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly audit: Audit,
  ) {}

  /** A draft with the same content, on the next such weekday ahead. */
  async copy(scope: SignedInCenterScope, id: string): Promise<Activity> {
    const source = await this.lock(scope, id)
    const copy = draftOf(source, weeksUntilAhead(source.startsAt, scope.now), null, scope.now)
    await this.insert(scope, [copy])
    return this.activities.get(scope, copy.id)
  }

  /** Drafts for the weeks after the last of the series; the first repetition makes the series. @returns the whole series */
  async repeat(scope: SignedInCenterScope, id: string, weeks: number): Promise<Series> {
    const source = await this.lock(scope, id)
    if (source.state === 'cancelled') throw refuseActivities('activities.wrongState', { state: source.state, allowedActions: [] })
    const seriesId = source.seriesId ?? source.id
    if (source.seriesId === null) await scope.manager.update(ActivityRow, { centerId: scope.centerId, id }, { seriesId, version: source.version + 1 })
    const last = (await this.members(scope, seriesId)).at(-1) ?? source
    const from = { ...source, ...weeksLater(last, 0) }
    await this.insert(scope, Array.from({ length: weeks }, (_, index) => draftOf(from, index + 1, seriesId, scope.now)))
    return this.present(scope, seriesId)
  }

  /** Publishes the drafts whose sign-up window is not over. @throws AppError `activities.noSeries` */
  async publish(scope: SignedInCenterScope, id: string): Promise<Series> {
    const { seriesId } = await this.lock(scope, id)
    if (seriesId === null) throw refuseActivities('activities.noSeries')
    for (const member of await this.members(scope, seriesId)) {
      if (member.state === 'draft' && actionBlock(member, 'publish', scope.now) === null) await this.activities.act(scope, member.id, 'publish')
    }
    return this.present(scope, seriesId)
  }

  /** Changes one activity and, in the same way, those of its series that come after it and can still be changed. */
  async update(scope: SignedInCenterScope, id: string, body: Parsed<Schemas['update'], 'body'>): Promise<Activity> {
    const before = await this.lock(scope, id)
    if (before.seriesId === null) throw refuseActivities('activities.noSeries')
    await this.activities.update(scope, id, body)
    const after = await this.lock(scope, id)
    const following = await scope.manager.find(ActivityRow, { where: { centerId: scope.centerId, seriesId: before.seriesId, startsAt: MoreThan(before.startsAt) }, order: { startsAt: 'ASC' } })
    const { version: _, withFollowing: __, startsAt: ___, endsAt: ____, signUpOpensAt: _____, signUpClosesAt: ______, cancelUntil: _______, ...words } = body
    for (const other of following) {
      if (other.id !== id && isEditable(other.state)) await this.activities.update(scope, other.id, { ...words, ...movedAlike(before, after, other) })
    }
    return this.activities.get(scope, id)
  }

  private async lock({ manager, centerId }: SignedInCenterScope, id: string): Promise<ActivityRow> {
    const activity = await manager.findOne(ActivityRow, { where: { centerId, id }, lock: { mode: 'pessimistic_write' } })
    if (!activity) throw refuseActivities('activities.notFound')
    return activity
  }

  private members({ manager, centerId }: SignedInCenterScope, seriesId: string): Promise<ActivityRow[]> {
    return manager.find(ActivityRow, { where: { centerId, seriesId }, order: { startsAt: 'ASC', id: 'ASC' } })
  }

  private async present(scope: SignedInCenterScope, seriesId: string): Promise<Series> {
    return { items: (await this.members(scope, seriesId)).map((member) => toSummary(member, scope.now)) }
  }

  private async insert(scope: SignedInCenterScope, drafts: ActivityRow[]): Promise<void> {
    await scope.manager.insert(ActivityRow, drafts)
    await this.audit.record(scope, ...drafts.map(({ id }): ActivitiesFact => ({ fact: 'activities.created', subjectId: id })))
  }
}

function draftOf(source: ActivityRow, weeks: number, seriesId: string | null, now: Date): ActivityRow {
  return {
    ...source, ...weeksLater(source, weeks), id: uuidv7(), seriesId, state: 'draft', taken: 0, waiting: 0, nextLapseAt: null, lastNumber: 0,
    sceneCode: null, cancelReason: null, publishedAt: null, version: 1, createdAt: now,
  }
}
