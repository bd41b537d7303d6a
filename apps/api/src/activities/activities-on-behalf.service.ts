import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { SignUp } from '@dangqun/contracts/activities/schemas'
import { formNeedLabels, signUpBlockLabels } from '@dangqun/contracts/activities/vocabulary'
import { profileFieldLabels } from '@dangqun/contracts/organization/vocabulary'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { makeTicket, ticketLength } from './activities-check-in.rules.js'
import { checkForm } from './activities-form.rules.js'
import { runOf } from './activities-offers.queries.js'
import { OffersService } from './activities-offers.service.js'
import { findPersonAtDesk, findStandingOf } from './activities-on-behalf.queries.js'
import { toSignUp } from './activities-sign-up.queries.js'
import { ActivityRow, SignUpRow } from './activities.entity.js'
import { refuseActivities } from './activities.errors.js'
import type { ActivitiesFact } from './activities.facts.js'
import { admit, missingFields, signUpBlock } from './activities.rules.js'

@Injectable()
export class OnBehalfService {
  constructor(
    private readonly audit: Audit,
    private readonly offers: OffersService,
  ) {}

  /**
   * A place, or a turn on the waitlist, for somebody who stands at the desk; the standing sign-up when there is one.
   * Rare, so it runs as an ordinary unit and takes the activity's row as a batch does. Pauses and limits are for those
   * who sign up by themselves: here staff decide, and the fact names them.
   * @throws AppError `activities.notFound`, `.personUnknown`, `.notOpen`, `.profileNeeded`, `.formNeeded` when there are questions that only the person can answer
   */
  async signUp(scope: SignedInCenterScope, activityId: string, personId: string): Promise<SignUp> {
    const { manager, centerId, now } = scope
    const activity = await manager.findOne(ActivityRow, { where: { centerId, id: activityId }, lock: { mode: 'pessimistic_write' } })
    if (!activity?.publishedAt) throw refuseActivities('activities.notFound')
    const person = await findPersonAtDesk(manager, personId)
    if (!person) throw refuseActivities('activities.personUnknown')
    const passedOn = await this.offers.passOn(runOf(manager), centerId, activityId, activity, now)
    const standing = await findStandingOf(manager, activityId, personId, now)
    if (!standing) await this.seat(scope, activity, personId, person)
    await this.audit.record(scope, ...passedOn)
    const row = standing ?? (await findStandingOf(manager, activityId, personId, now))
    if (!row) throw new Error('a sign-up was not stored')
    return toSignUp(row, activity, now)
  }

  private async seat(scope: SignedInCenterScope, activity: ActivityRow, personId: string, person: { name: string | null; phone: string | null; birthDate: string | null }): Promise<void> {
    const { manager, centerId, now } = scope
    const block = signUpBlock(activity, now)
    if (block) throw refuseActivities('activities.notOpen', { state: activity.state, block, reason: signUpBlockLabels[block], allowedActions: [] })
    const fields = missingFields(activity.asks, person)
    if (fields.length > 0) throw refuseActivities('activities.profileNeeded', { fields, labels: fields.map((field) => profileFieldLabels[field]).join('、') })
    const verdict = checkForm(activity, {}, person.birthDate, now)
    if (verdict.kind === 'refused') throw refuseActivities(verdict.code, { age: (verdict.code === 'activities.tooYoung' ? activity.minAge : activity.maxAge) ?? 0, allowedActions: [] })
    if (verdict.kind === 'needed') throw refuseActivities('activities.formNeeded', { needs: verdict.needs, problems: verdict.problems, labels: verdict.needs.map((each) => formNeedLabels[each]).join('、') })
    const { seats, placements: [placement] } = admit(activity, 1)
    if (!placement) throw new Error('nobody was placed')
    const id = uuidv7()
    await manager.update(ActivityRow, { centerId, id: activity.id }, { taken: seats.taken, waiting: seats.waiting, lastNumber: seats.lastNumber })
    await manager.insert(SignUpRow, { centerId, id, activityId: activity.id, personId, number: placement.number, state: placement.state, ticket: makeTicket([...randomBytes(ticketLength - 1)]), offerUntil: null, createdAt: now, changedAt: now })
    await this.audit.record(scope, { fact: 'activities.signedUpOnBehalf', subjectId: id, data: { activityId: activity.id, state: placement.state } } satisfies ActivitiesFact)
  }
}
