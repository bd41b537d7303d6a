import { createHmac, randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { Candidates, CheckIn, CheckInBatchReply, CheckInReply, checkInsSchemas, CheckInsPage, RotatingCode } from '@dangqun/contracts/activities/check-in/schemas'
import { recordOutcomeLabels, type CheckInAction, type RecordOutcome } from '@dangqun/contracts/activities/check-in/vocabulary'
import { signUpStateLabels } from '@dangqun/contracts/activities/vocabulary'
import { Audit } from '../audit/audit.service.js'
import { CenterSettingsService } from '../centers/centers-settings.service.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { CONFIG, type Config } from '../platform/config/config.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import { holds, type CenterScope, type SignedInCenterScope } from '../platform/http/scope.js'
import { refuseCheckIn } from './activities-check-in.errors.js'
import type { CheckInFact } from './activities-check-in.facts.js'
import {
  confirmCheckIn, countCheckIns, findCandidates, findCheckIn, findRecords, findStanding, insertCheckIn, listCheckIns, lockComing, setSignUpState, signUpAtTheDoor, undoCheckIn,
  type CheckInRow, type ComingSignUp, type NewCheckIn,
} from './activities-check-in.queries.js'
import {
  acceptsRotatingCode, canAttend, canPassOn, checkInActionsOf, checkInBlock, checkInWindow, correctDeviceTime, isCorrectable, makeTicket, readTicket, rotatingCode, rotatingText, stateAfterUndo, ticketLength,
  type CheckInBlock, type CheckInSettings, type Mac,
} from './activities-check-in.rules.js'
import { runOf } from './activities-offers.queries.js'
import { OffersService } from './activities-offers.service.js'
import { ActivityRow } from './activities.entity.js'
import { refuseActivities } from './activities.errors.js'
import { admit, leave } from './activities.rules.js'

type Schemas = typeof checkInsSchemas
type Body = Parsed<Schemas['checkIn'], 'body'>

/** An activity with what its centre decided about checking in. */
interface Desk {
  readonly activity: ActivityRow
  readonly settings: CheckInSettings
}

type Coming = Pick<NewCheckIn, 'method' | 'reason' | 'at' | 'device' | 'flag' | 'isWalkIn'>

@Injectable()
export class CheckInService {
  private readonly mac: Mac

  constructor(
    private readonly audit: Audit,
    private readonly settings: CenterSettingsService,
    private readonly offers: OffersService,
    @Inject(CONFIG) { signingKey }: Config,
  ) {
    const key = createHmac('sha256', signingKey).update('activities.rotatingCode').digest()
    this.mac = (text) => createHmac('sha256', key).update(text).digest()
  }

  /** What the screen at the door shows now. @throws AppError `activities.notFound` */
  async readRotatingCode(scope: CenterScope, activityId: string): Promise<RotatingCode> {
    const { activity, settings } = await this.open(scope, activityId)
    if (activity.sceneCode === null) throw refuseActivities('activities.notFound')
    const { code, renewAt } = rotatingCode(this.mac, scope.centerId, activityId, scope.now)
    const { opensAt, closesAt } = checkInWindow(activity, settings)
    return { text: rotatingText(activity.sceneCode, code), code, renewAt: shanghaiIso(renewAt), now: shanghaiIso(scope.now), opensAt: shanghaiIso(opensAt), closesAt: shanghaiIso(closesAt) }
  }

  /**
   * Somebody comes in; who is there already stays so.
   * @throws AppError `session.forbidden` for whoever is not staff and brings anything but the rotating code; else see activities-check-in.errors.ts
   */
  async checkIn(scope: SignedInCenterScope, activityId: string, body: Body): Promise<CheckInReply> {
    const desk = await this.lock(scope, activityId)
    const isStaff = holds(scope.caller, 'activities.checkIn', scope.centerId)
    const now = { at: scope.now, device: null, flag: null, reason: null, isWalkIn: false }
    if ('rotatingCode' in body) {
      if (!acceptsRotatingCode(this.mac, scope.centerId, activityId, body.rotatingCode, scope.now)) throw refuseCheckIn('activities.codeRefused')
      const own = await lockComing(scope.manager, activityId, { accountId: scope.caller.accountId })
      if (!own) throw refuseCheckIn('activities.notSignedUp')
      return this.record(scope, desk, own, { ...now, method: 'rotating_code' }, false)
    }
    if (!isStaff) throw refuseRequest('session.forbidden')
    if ('ticket' in body) {
      const known = await lockComing(scope.manager, activityId, { ticket: readTicket(body.ticket) })
      if (!known) throw refuseCheckIn('activities.ticketUnknown')
      return this.record(scope, desk, known, { ...now, method: 'ticket' }, true)
    }
    if ('signUpId' in body) {
      const known = await lockComing(scope.manager, activityId, { signUpId: body.signUpId })
      if (!known) throw refuseActivities('activities.signUpNotFound')
      return this.record(scope, desk, known, { ...now, method: 'manual', reason: body.reason }, true)
    }
    return this.record(scope, desk, await this.walkIn(scope, desk, body.walkIn.name), { ...now, method: 'manual', reason: '现场报名', isWalkIn: true }, true)
  }

  /** What a device kept while it had no network: each record answered, none recorded twice. */
  async sync(scope: SignedInCenterScope, activityId: string, { sentAt, records }: Parsed<Schemas['sync'], 'body'>): Promise<CheckInBatchReply> {
    const desk = await this.lock(scope, activityId)
    const offsetMs = scope.now.getTime() - Date.parse(sentAt)
    const known = await findRecords(scope.manager, activityId, records.map(({ id }) => id))
    const results: CheckInBatchReply['results'] = []
    for (const record of records) {
      const earlier = known.get(record.id)
      const { outcome, row } = earlier ? { outcome: outcomeOf(earlier), row: earlier } : await this.takeRecord(scope, desk, record, offsetMs)
      if (row && (outcome === 'done' || outcome === 'flagged')) known.set(record.id, row)
      results.push({ id: record.id, outcome, message: recordOutcomeLabels[outcome], checkIn: row && this.present(row, desk, scope, true) })
    }
    return { results, offsetMs }
  }

  async list(scope: CenterScope, activityId: string, query: Parsed<Schemas['list'], 'query'>): Promise<CheckInsPage> {
    const desk = await this.open(scope, activityId)
    const [before] = readCursor(query.cursor, 1) ?? []
    const rows = await listCheckIns(scope.manager, activityId, before ?? null, query.limit + 1)
    return { ...pageOf(rows, query.limit, (row) => this.present(row, desk, scope, true), (row) => [row.id]), counts: await countCheckIns(scope.manager, activityId), now: shanghaiIso(scope.now) }
  }

  async findCandidates(scope: CenterScope, activityId: string, q: string): Promise<Candidates> {
    const { activity } = await this.open(scope, activityId)
    const asksName = activity.asks.includes('name')
    const rows = await findCandidates(scope.manager, activityId, q, asksName)
    return { items: rows.map((row) => ({ signUpId: row.id, number: Number(row.number), name: asksName ? row.name : null, state: row.state, checkedInAt: row.checkedInAt && shanghaiIso(row.checkedInAt) })) }
  }

  /** @throws AppError `activities.checkInNotFound`, `activities.checkInUndone`, `activities.undoTooLate`, `activities.nothingToConfirm` */
  async act(scope: SignedInCenterScope, activityId: string, id: string, action: CheckInAction, reason = ''): Promise<CheckIn> {
    const { manager, caller, now } = scope
    const desk = await this.lock(scope, activityId)
    const row = await findCheckIn(manager, activityId, id)
    if (!row) throw refuseCheckIn('activities.checkInNotFound')
    if (row.undoneAt) throw refuseCheckIn('activities.checkInUndone', { allowedActions: [] })
    const allowedActions = checkInActionsOf(row, isCorrectable(desk.activity, desk.settings, now))
    if (!allowedActions.includes(action)) throw refuseCheckIn(action === 'undo' ? 'activities.undoTooLate' : 'activities.nothingToConfirm', { allowedActions })
    const changed = action === 'undo' ? await undoCheckIn(manager, id, caller.accountId, reason, now) : await confirmCheckIn(manager, id, caller.accountId, now)
    if (!changed) throw new Error('a check-in changed under its lock')
    if (action === 'undo') {
      const state = stateAfterUndo(desk.activity.state, row.isWalkIn)
      await setSignUpState(manager, row.signUpId, state, now)
      if (state === 'cancelled') await this.freePlace(scope, desk.activity)
    }
    await this.note(scope, { fact: action === 'undo' ? 'activities.checkInUndone' : 'activities.checkInConfirmed', subjectId: id, data: { activityId, signUpId: row.signUpId } })
    return this.present({ ...row, ...(action === 'undo' ? { undoneAt: now, undoReason: reason } : { confirmedAt: now }) }, desk, scope, true)
  }

  private async takeRecord(scope: SignedInCenterScope, desk: Desk, record: Parsed<Schemas['sync'], 'body'>['records'][number], sentOffsetMs: number): Promise<{ outcome: RecordOutcome; row: CheckInRow | null }> {
    const isByHand = 'signUpId' in record
    const signUp = await lockComing(scope.manager, desk.activity.id, isByHand ? { signUpId: record.signUpId } : { ticket: readTicket(record.ticket) })
    if (!signUp) return { outcome: isByHand ? 'unknown_sign_up' : 'unknown_ticket', row: null }
    const standing = await findStanding(scope.manager, signUp.id)
    if (standing) return { outcome: 'duplicate', row: standing }
    const deviceAt = new Date(record.at)
    const { at, flag } = correctDeviceTime({ at: deviceAt, offsetMs: record.offsetMs }, sentOffsetMs, scope.now)
    const block = checkInBlock(desk.activity, desk.settings, at, isByHand)
    if (block) return { outcome: block, row: null }
    if (!canAttend(signUp.state)) return { outcome: 'not_confirmed', row: null }
    const device = { recordId: record.id, at: deviceAt, offsetMs: record.offsetMs ?? sentOffsetMs }
    return { outcome: flag ? 'flagged' : 'done', row: await this.save(scope, desk, signUp.id, { ...(isByHand ? { method: 'manual', reason: record.reason } : { method: 'ticket', reason: null }), isWalkIn: false, at, device, flag }) }
  }

  private async record(scope: SignedInCenterScope, desk: Desk, signUp: ComingSignUp, coming: Coming, isStaff: boolean): Promise<CheckInReply> {
    const standing = await findStanding(scope.manager, signUp.id)
    if (standing) return { checkIn: this.present(standing, desk, scope, isStaff), isRepeat: true }
    const block = checkInBlock(desk.activity, desk.settings, coming.at, coming.method === 'manual' && !coming.isWalkIn)
    if (block) throw this.refuse(desk, block)
    if (!canAttend(signUp.state)) throw refuseCheckIn('activities.signUpNotConfirmed', { state: signUp.state, label: signUpStateLabels[signUp.state] })
    return { checkIn: this.present(await this.save(scope, desk, signUp.id, coming), desk, scope, isStaff), isRepeat: false }
  }

  private async save(scope: SignedInCenterScope, { activity }: Desk, signUpId: string, coming: Coming): Promise<CheckInRow> {
    const isNew = await insertCheckIn(scope.manager, { ...coming, activityId: activity.id, signUpId, recordedAt: scope.now, recordedBy: scope.caller.accountId })
    const row = await findStanding(scope.manager, signUpId)
    if (!isNew || !row) throw new Error('a check-in came in under the lock of its activity')
    await this.note(scope, { fact: 'activities.checkedIn', subjectId: row.id, data: { activityId: activity.id, signUpId, method: coming.method, flag: coming.flag, isOffline: coming.device !== null } })
    return row
  }

  /** A place for somebody who stands at the door without a sign-up: only one that is free, and never past those who wait. */
  private async walkIn(scope: SignedInCenterScope, desk: Desk, name: string): Promise<ComingSignUp> {
    const { activity, settings } = desk
    const block = checkInBlock(activity, settings, scope.now, false)
    if (block) throw this.refuse(desk, block)
    const passedOn = await this.offers.passOn(runOf(scope.manager), scope.centerId, activity.id, activity, scope.now)
    await this.audit.record(scope, ...passedOn)
    const { seats, placements: [placement] } = admit(activity, 1)
    if (placement?.state !== 'confirmed') throw refuseCheckIn('activities.noFreePlace')
    await scope.manager.update(ActivityRow, { centerId: scope.centerId, id: activity.id }, { taken: seats.taken, lastNumber: seats.lastNumber })
    const id = await signUpAtTheDoor(scope.manager, { activityId: activity.id, name, number: placement.number, ticket: makeTicket([...randomBytes(ticketLength - 1)]) }, scope.now)
    await this.note(scope, { fact: 'activities.signedUpAtTheDoor', subjectId: id, data: { activityId: activity.id } })
    return { id, state: 'confirmed' }
  }

  private async freePlace(scope: SignedInCenterScope, activity: ActivityRow): Promise<void> {
    const { manager, centerId, now } = scope
    Object.assign(activity, leave(activity, 'confirmed'))
    if (!canPassOn(activity, now)) return void (await manager.update(ActivityRow, { centerId, id: activity.id }, { taken: activity.taken }))
    await this.audit.record(scope, ...(await this.offers.passOn(runOf(manager), centerId, activity.id, activity, now)))
  }

  private async open(scope: CenterScope, id: string, lock = false): Promise<Desk> {
    const activity = await scope.manager.findOne(ActivityRow, { where: { centerId: scope.centerId, id }, ...(lock ? { lock: { mode: 'pessimistic_write' } } : {}) })
    // Nobody comes to what was never announced.
    if (!activity?.publishedAt) throw refuseActivities('activities.notFound')
    return { activity, settings: (await this.settings.of(scope.manager)).activities }
  }

  private lock(scope: CenterScope, id: string): Promise<Desk> {
    return this.open(scope, id, true)
  }

  private refuse({ activity, settings }: Desk, block: CheckInBlock) {
    if (block === 'activity_off') return refuseActivities('activities.wrongState', { state: activity.state, allowedActions: [] })
    const { opensAt, closesAt } = checkInWindow(activity, settings)
    const window = { opensAt: shanghaiIso(opensAt), closesAt: shanghaiIso(closesAt) }
    return block === 'too_early' ? refuseCheckIn('activities.checkInTooEarly', { ...window, opens: sayMoment(window.opensAt) }) : refuseCheckIn('activities.checkInTooLate', window)
  }

  private note(scope: SignedInCenterScope, fact: CheckInFact): Promise<void> {
    return this.audit.record(scope, fact)
  }

  private present(row: CheckInRow, { activity, settings }: Desk, { now }: CenterScope, isStaff: boolean): CheckIn {
    return {
      id: row.id, signUpId: row.signUpId, number: Number(row.number), name: activity.asks.includes('name') || row.isWalkIn ? row.name : null, method: row.method, reason: row.reason, isWalkIn: row.isWalkIn,
      at: shanghaiIso(row.at), recordedAt: shanghaiIso(row.recordedAt), flag: row.flag, confirmedAt: row.confirmedAt && shanghaiIso(row.confirmedAt),
      undoneAt: row.undoneAt && shanghaiIso(row.undoneAt), undoReason: row.undoReason, allowedActions: isStaff ? checkInActionsOf(row, isCorrectable(activity, settings, now)) : [],
    }
  }
}

function outcomeOf(row: CheckInRow): RecordOutcome {
  return row.flag ? 'flagged' : 'done'
}

/** `12月1日 09:00`, from a time in Shanghai's offset. */
function sayMoment(iso: string): string {
  return `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日 ${iso.slice(11, 16)}`
}
