import { Injectable } from '@nestjs/common'
import type { SignUp } from '@dangqun/contracts/activities/schemas'
import { Audit } from '../audit/audit.service.js'
import { readSettingsSql, type SettingsRow } from '../centers/centers-settings.queries.js'
import { settingsFrom } from '../centers/centers-settings.rules.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { enqueueStatement } from '../platform/jobs/jobs.js'
import { firstLapse, lapseOffers, runOf, savePlaces, takeFirst, type Run } from './activities-offers.queries.js'
import { heldUntil, mayAnswer, signUpActionsNow, stateNow } from './activities-offers.rules.js'
import { findOwnSignUp, lockSignUp, toSignUp } from './activities-sign-up.queries.js'
import { ActivityRow, SignUpRow } from './activities.entity.js'
import { refuseActivities } from './activities.errors.js'
import { turnEvent } from './activities.events.js'
import type { ActivitiesFact } from './activities.facts.js'
import { leave, promote, type Seats } from './activities.rules.js'

/** The line of a locked activity; `passOn` keeps it up to date. */
export interface Line extends Seats {
  taken: number
  waiting: number
  readonly startsAt: Date
  nextLapseAt: Date | null
}

export const lapseTask = 'activities.lapseOffers'

@Injectable()
export class OffersService {
  constructor(private readonly audit: Audit) {}

  /**
   * Ends the offers that are over and passes on what is free: to the first in line, as an offer, or at
   * once when the start is too near to ask. Lock the activity first. Changes `line`, the activity's row
   * and its sign-ups; @returns what the ledger is to say.
   */
  async passOn(run: Run, centerId: string, activityId: string, line: Line, now: Date): Promise<ActivitiesFact[]> {
    const hadOffers = line.nextLapseAt !== null
    const lapsed = await this.lapseOver(run, activityId, line, now)
    const { seats, count } = promote(line)
    const until = count > 0 ? heldUntil(line.startsAt, await holdMinutes(run), now) : null
    const moved = count > 0 ? await takeFirst(run, activityId, count, until, now) : []
    line.taken = seats.taken
    line.waiting = seats.waiting
    if (hadOffers || (moved.length > 0 && until)) await this.lapseInTime(run, centerId, activityId, line)
    await savePlaces(run, activityId, line)
    for (const signUpId of [...lapsed.map(({ subjectId }) => subjectId), ...moved]) await enqueue(run, turnEvent, { centerId, subjectId: signUpId }, { dueAt: now })
    return [
      ...lapsed,
      ...moved.map((id): ActivitiesFact => ({ fact: until ? 'activities.signUpOffered' : 'activities.signUpPromoted', subjectId: id, data: { activityId } })),
    ]
  }

  /** Ends the offers that are over and passes nothing on: before a decision that must see their places as free. */
  async lapseOver(run: Run, activityId: string, line: Line, now: Date): Promise<ActivitiesFact[]> {
    const lapsed = line.nextLapseAt !== null && line.nextLapseAt <= now ? await lapseOffers(run, activityId, now, now) : []
    line.taken -= lapsed.length
    return lapsed.map((id) => ({ fact: 'activities.offerLapsed', subjectId: id, data: { activityId } }))
  }

  /** @throws AppError `activities.signUpNotFound`, `activities.offerLapsed`, `activities.signUpWrongState` */
  accept(scope: SignedInCenterScope, signUpId: string): Promise<SignUp> {
    return this.answer(scope, signUpId, 'confirmed')
  }

  /** Errors as with `accept`. */
  decline(scope: SignedInCenterScope, signUpId: string): Promise<SignUp> {
    return this.answer(scope, signUpId, 'declined')
  }

  /** What the job does when the first offer is over. */
  async lapse(scope: CenterScope, activityId: string): Promise<void> {
    const { manager, centerId, now } = scope
    const activity = await manager.findOne(ActivityRow, { where: { centerId, id: activityId }, lock: { mode: 'pessimistic_write' } })
    if (!activity?.nextLapseAt) return
    await this.audit.record(scope, ...(await this.passOn(runOf(manager), centerId, activityId, activity, now)))
  }

  private async answer(scope: SignedInCenterScope, signUpId: string, state: 'confirmed' | 'declined'): Promise<SignUp> {
    const { manager, centerId, caller, now } = scope
    const own = await findOwnSignUp(manager, signUpId, caller.accountId)
    if (!own) throw refuseActivities('activities.signUpNotFound')
    const activity = await manager.findOneOrFail(ActivityRow, { where: { centerId, id: own.activityId }, lock: { mode: 'pessimistic_write' } })
    const signUp = { ...own, ...(await lockSignUp(manager, signUpId)), rank: null }
    if (!mayAnswer(signUp, activity, now)) {
      const details = { state: stateNow(signUp, now), allowedActions: signUpActionsNow(signUp, activity, now) }
      throw details.state === 'lapsed' ? refuseActivities('activities.offerLapsed', details) : refuseActivities('activities.signUpWrongState', details)
    }
    await manager.update(SignUpRow, { centerId, id: signUpId }, { state, offerUntil: null, changedAt: now })
    if (state === 'declined') activity.taken = leave(activity, 'confirmed').taken
    const passedOn = await this.passOn(runOf(manager), centerId, activity.id, activity, now)
    await this.audit.record(scope, { fact: state === 'confirmed' ? 'activities.offerAccepted' : 'activities.offerDeclined', subjectId: signUpId, data: { activityId: activity.id } } satisfies ActivitiesFact, ...passedOn)
    return toSignUp({ ...signUp, state, offerUntil: null }, activity, now)
  }

  private async lapseInTime(run: Run, centerId: string, activityId: string, line: Line): Promise<void> {
    line.nextLapseAt = await firstLapse(run, activityId)
    if (!line.nextLapseAt) return
    await enqueue(run, lapseTask, { centerId, subjectId: activityId }, { dueAt: line.nextLapseAt, key: `${lapseTask}:${activityId}` })
  }
}

async function enqueue(run: Run, ...job: Parameters<typeof enqueueStatement>): Promise<void> {
  const { text, values } = enqueueStatement(...job)
  await run(text, values)
}

async function holdMinutes(run: Run): Promise<number> {
  const [row] = await run<SettingsRow>(readSettingsSql, [])
  return settingsFrom(row?.overrides ?? {}).activities.offerHoldMinutes
}
