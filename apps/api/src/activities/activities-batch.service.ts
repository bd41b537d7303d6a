import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { activitiesSchemas as schemas } from '@dangqun/contracts/activities/schemas'
import type { SignUpForm } from '@dangqun/contracts/activities/form/schemas'
import { activityKindLabels, formNeedLabels, signUpBlockLabels } from '@dangqun/contracts/activities/vocabulary'
import { profileFieldLabels } from '@dangqun/contracts/organization/vocabulary'
import { v7 as uuidv7 } from 'uuid'
import { Clock, shanghaiIso } from '../platform/clock/clock.js'
import { sayDay } from '../platform/clock/clock-words.rules.js'
import { GroupCommit } from '../platform/database/group-commit.js'
import { Units } from '../platform/database/units.js'
import { isConflict, isOutage } from '../platform/errors/outage.js'
import { replayOf, type FinishedKey, type StoredKey } from '../platform/http/idempotency.queries.js'
import { FinishedReply, type DetachedCenterScope, type Idempotency } from '../platform/http/scope.js'
import { finishBatch, openBatch, readOthers, readStanding, runOn, type Arrival, type BatchChanges, type BatchState, type LockedActivity } from './activities-batch.queries.js'
import { makeTicket, ticketLength } from './activities-check-in.rules.js'
import { checkForm } from './activities-form.rules.js'
import { brokenLimit, isLimited } from './activities-limits.rules.js'
import { pausedUntil, type NoShowRules } from './activities-no-shows.rules.js'
import { OffersService } from './activities-offers.service.js'
import { toSignUp, type SignUpListRow } from './activities-sign-up.queries.js'
import { refuseActivities } from './activities.errors.js'
import type { ActivitiesFact } from './activities.facts.js'
import { admit, missingFields, signUpBlock } from './activities.rules.js'

interface SignUpRequest {
  readonly centerId: string
  readonly activityId: string
  readonly accountId: string
  readonly form: SignUpForm
  readonly idempotency: Idempotency | null
}

/** Grows with the load: see GroupCommit. Above this a batch holds its row lock longer than it saves. */
const mostInBatch = 400

/** Signing up: what arrives together is decided and committed together (docs/ARCHITECTURE.md). */
@Injectable()
export class SignUpBatches {
  private readonly batches = new GroupCommit<SignUpRequest, FinishedReply>(
    (_, requests) => this.commit(requests),
    mostInBatch,
    (error) => isConflict(error) || !isOutage(error),
  )

  constructor(
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly offers: OffersService,
  ) {}

  /**
   * A place, or a rank on the waitlist; the standing sign-up when there is one (200).
   * @returns the finished bytes; `scope.outcome` says how to send them
   * @throws AppError `activities.notFound`, and for what the person may do about it `activities.notOpen`, `.paused`,
   *   `.seriesLimit`, `.kindLimit`, `.profileNeeded`, `.formNeeded`, `.tooYoung`, `.tooOld`, `.underFourteen`
   */
  async signUp(scope: DetachedCenterScope, activityId: string, form: SignUpForm): Promise<string> {
    const { centerId, caller, idempotency, outcome } = scope
    const reply = await this.batches.submit(`${centerId}:${activityId}`, { centerId, activityId, accountId: caller.accountId, form, idempotency })
    outcome.status = reply.status
    outcome.replayed = reply.replayed
    return reply.bytes
  }

  private async commit(requests: SignUpRequest[]): Promise<(FinishedReply | Error)[]> {
    const [{ centerId, activityId } = never()] = requests
    return this.units.withConnection(async (connection) => {
      const now = this.clock.now()
      const keys = requests.flatMap(({ accountId, idempotency }) => (idempotency ? [{ accountId, idempotency }] : []))
      const accountIds = [...new Set(requests.map((request) => request.accountId))]
      const state = await openBatch(connection, centerId, activityId, accountIds, keys, now)
      const { activity } = state
      const passedOn = activity?.nextLapseAt && activity.nextLapseAt <= now ? await this.offers.passOn(runOn(connection), centerId, activityId, activity, now) : []
      // Whoever let an offer lapse has no standing sign-up any more, and whoever moved up has another one.
      if (passedOn.length > 0) state.signUps = await readStanding(connection, activityId, accountIds)
      if (activity && isLimited(activity, state.settings.activities)) state.others = await readOthers(connection, activityId, activity, accountIds, now)
      const batch = new Batch(state, activityId, now, passedOn)
      const replies = requests.map((request) => batch.answer(request))
      await finishBatch(connection, activityId, batch.changes, now)
      return replies
    })
  }
}

/** Decides one batch in the order of arrival; nothing here waits or writes. */
class Batch {
  readonly changes: BatchChanges
  private readonly seats: { capacity: number; taken: number; waiting: number; lastNumber: number }
  private readonly finished: Map<string, Pick<StoredKey, 'request_hash' | 'status' | 'reply'>>

  private readonly outdated: Set<string>

  constructor(
    private readonly state: BatchState,
    private readonly activityId: string,
    private readonly now: Date,
    passedOn: ActivitiesFact[],
  ) {
    const { capacity, taken, waiting, lastNumber } = state.activity ?? { capacity: 0, taken: 0, waiting: 0, lastNumber: 0 }
    this.seats = { capacity, taken, waiting, lastNumber }
    this.changes = { arrivals: [], seats: this.seats, facts: passedOn.map((fact) => ({ accountId: null, fact })), keys: [], reusedKeys: [] }
    this.outdated = new Set(state.keys.filter(({ isOutdated }) => isOutdated).map((stored) => nameOf(stored.account_id, stored.key)))
    this.finished = new Map(state.keys.filter(({ isOutdated }) => !isOutdated).map((stored) => [nameOf(stored.account_id, stored.key), stored]))
  }

  answer(request: SignUpRequest): FinishedReply | Error {
    try {
      const { accountId, form, idempotency } = request
      const earlier = idempotency && this.finished.get(nameOf(accountId, idempotency.key))
      if (earlier) return replayOf(earlier, idempotency.requestHash)
      const reply = this.decide(accountId, form)
      if (idempotency) this.keep({ accountId, idempotency, reply })
      return reply
    } catch (error) {
      return error as Error
    }
  }

  private decide(accountId: string, given: SignUpForm): FinishedReply {
    const { activity, signUps, persons } = this.state
    if (!activity?.publishedAt) throw refuseActivities('activities.notFound')
    const standing = signUps.get(accountId)
    if (standing) return this.reply(200, standing, activity)
    const block = signUpBlock(activity, this.now)
    if (block) throw refuseActivities('activities.notOpen', { state: activity.state, block, reason: signUpBlockLabels[block], allowedActions: [] })
    const person = persons.get(accountId) ?? null
    const { settings, others } = this.state
    refusePaused(person?.noShows ?? [], settings.activities, this.now)
    const limit = brokenLimit(activity, others.get(accountId) ?? [], settings.activities)
    if (limit) throw refuseActivities(limit, { kind: activityKindLabels[activity.kind], most: limit === 'activities.seriesLimit' ? settings.activities.mostInSeries : settings.activities.mostOfKindIn30Days, allowedActions: [] })
    const fields = missingFields(activity.asks, person)
    if (fields.length > 0) throw refuseActivities('activities.profileNeeded', { fields, labels: fields.map((field) => profileFieldLabels[field]).join('、') })
    const fine = checkedForm(activity, given, person?.birthDate ?? null, this.now)
    return this.reply(201, this.seat(accountId, fine), activity)
  }

  private seat(accountId: string, { form, birthDate }: Pick<Arrival, 'form' | 'birthDate'>): SignUpListRow {
    const { seats, placements } = admit(this.seats, 1)
    const [placement = never()] = placements
    Object.assign(this.seats, seats)
    const arrival: Arrival = { id: uuidv7(), accountId, number: placement.number, state: placement.state, ticket: makeTicket([...randomBytes(ticketLength - 1)]), form, birthDate }
    this.changes.arrivals.push(arrival)
    this.changes.facts.push({ accountId, fact: { fact: 'activities.signedUp', subjectId: arrival.id, data: { activityId: this.activityId, state: arrival.state } } })
    const row: SignUpListRow = { id: arrival.id, activityId: this.activityId, state: arrival.state, ticket: arrival.ticket, offerUntil: null, createdAt: this.now, checkedInAt: null, rank: placement.position }
    this.state.signUps.set(accountId, row)
    return row
  }

  private reply(status: number, row: SignUpListRow, activity: LockedActivity): FinishedReply {
    return new FinishedReply(status, JSON.stringify(schemas.signUp.reply.parse(toSignUp(row, activity, this.now))))
  }

  private keep(key: FinishedKey): void {
    const name = nameOf(key.accountId, key.idempotency.key)
    this.changes.keys.push(key)
    if (this.outdated.has(name)) this.changes.reusedKeys.push(key)
    this.finished.set(name, { request_hash: key.idempotency.requestHash, status: key.reply.status, reply: key.reply.bytes })
  }
}

/** @throws AppError `activities.paused` with until when and how to appeal */
function refusePaused(noShows: readonly Date[], rules: NoShowRules, now: Date): void {
  const until = pausedUntil(noShows, rules, now)
  if (until) throw refuseActivities('activities.paused', { until: sayDay(until), pausedUntil: shanghaiIso(until), count: rules.noShowLimit, days: rules.noShowWindowDays, allowedActions: ['appeal'] })
}

function checkedForm(activity: LockedActivity, given: SignUpForm, known: string | null, now: Date): Pick<Arrival, 'form' | 'birthDate'> {
  const verdict = checkForm(activity, given, known, now)
  if (verdict.kind === 'fine') return verdict
  if (verdict.kind === 'refused') throw refuseActivities(verdict.code, { age: verdict.code === 'activities.tooYoung' ? activity.minAge ?? 0 : activity.maxAge ?? 0, allowedActions: [] })
  const { needs, problems } = verdict
  throw refuseActivities('activities.formNeeded', { needs, problems, labels: needs.map((each) => formNeedLabels[each]).join('、') })
}

function nameOf(accountId: string, key: string): string {
  return `${accountId} ${key}`
}

function never(): never {
  throw new Error('a batch without a request')
}
