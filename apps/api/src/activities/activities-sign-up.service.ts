import { Injectable } from '@nestjs/common'
import type { activitiesSchemas, MySignUpsPage, SignUp, SignUpsPage } from '@dangqun/contracts/activities/schemas'
import { Audit } from '../audit/audit.service.js'
import { openPhone } from '../organization/organization-phone.rules.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { maskPhone } from '../platform/crypto/masking.rules.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { runOf } from './activities-offers.queries.js'
import { signUpActionsNow, stateNow } from './activities-offers.rules.js'
import { OffersService } from './activities-offers.service.js'
import { findOwnSignUp, listMyForms, listMySignUps, listSignUps, lockSignUp, toSignUp } from './activities-sign-up.queries.js'
import { ActivityRow, SignUpRow } from './activities.entity.js'
import { refuseActivities } from './activities.errors.js'
import type { ActivitiesFact } from './activities.facts.js'
import { toSummary } from './activities.queries.js'
import { isCancellable, leave, mayCancel } from './activities.rules.js'

type Schemas = typeof activitiesSchemas

@Injectable()
export class SignUpService {
  constructor(
    private readonly audit: Audit,
    private readonly offers: OffersService,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws AppError `activities.signUpNotFound`, `activities.signUpWrongState`, `activities.cancelTooLate` */
  async cancel(scope: SignedInCenterScope, signUpId: string): Promise<SignUp> {
    const { manager, centerId, caller, now } = scope
    const own = await findOwnSignUp(manager, signUpId, caller.accountId)
    if (!own) throw refuseActivities('activities.signUpNotFound')
    const activity = await manager.findOneOrFail(ActivityRow, { where: { centerId, id: own.activityId }, lock: { mode: 'pessimistic_write' } })
    const signUp = { ...own, ...(await lockSignUp(manager, signUpId)), rank: null }
    const state = stateNow(signUp, now)
    // The page was open when the offer came: whoever leaves, leaves.
    if (state === 'offered') return this.offers.decline(scope, signUpId)
    if (!isCancellable(state)) throw refuseActivities('activities.signUpWrongState', { state, allowedActions: signUpActionsNow(signUp, activity, now) })
    if (!mayCancel(state, activity, now)) throw refuseActivities('activities.cancelTooLate', { state, allowedActions: [], cancelUntil: shanghaiIso(activity.cancelUntil) })
    Object.assign(activity, leave(activity, state))
    await manager.update(SignUpRow, { centerId, id: signUpId }, { state: 'cancelled', changedAt: now })
    const passedOn = await this.offers.passOn(runOf(manager), centerId, activity.id, activity, now)
    await this.audit.record(scope, { fact: 'activities.signUpCancelled', subjectId: signUpId, data: { activityId: activity.id } } satisfies ActivitiesFact, ...passedOn)
    return toSignUp({ ...signUp, state: 'cancelled' }, activity, now)
  }

  async listMine({ manager, caller, now }: SignedInCenterScope, query: Parsed<Schemas['listMySignUps'], 'query'>): Promise<MySignUpsPage> {
    const [startsAt = '', id = ''] = readCursor(query.cursor, 2) ?? []
    const rows = await listMySignUps(manager, caller.accountId, query.when, query.cursor === undefined ? null : { startsAt, id }, now, query.limit + 1)
    return pageOf(rows, query.limit, (row) => ({ ...toSignUp(row, row.a, now), activity: toSummary(row.a, now) }), (row) => [row.a.startsAt.toISOString(), row.id])
  }

  /** What the caller's own sign-ups said where the activity asked, by sign-up: each answer under its question. */
  async formsOfMine({ manager, caller }: SignedInCenterScope): Promise<Map<string, Record<string, string>>> {
    const rows = await listMyForms(manager, caller.accountId)
    return new Map(rows.map(({ signUpId, guardian, answers, questions }) => [
      signUpId,
      { ...Object.fromEntries(questions.flatMap(({ id, label }) => { const answer = answers[id]; return answer === undefined ? [] : [[label, [answer].flat().join('、')]] })), ...(guardian === null ? {} : { 监护人: guardian }) },
    ]))
  }

  /** The staff's list, in the order of arrival. Names and phones only where the activity asks for them. */
  async list({ manager, centerId, now }: CenterScope, activityId: string, query: Parsed<Schemas['listSignUps'], 'query'>): Promise<SignUpsPage> {
    const activity = await manager.findOneBy(ActivityRow, { centerId, id: activityId })
    if (!activity) throw refuseActivities('activities.notFound')
    const [after] = readCursor(query.cursor, 1) ?? []
    const { rows, ahead } = await listSignUps(manager, activityId, query.state, after ?? null, now, query.limit + 1)
    let rank = ahead
    return pageOf(
      rows,
      query.limit,
      (row) => ({
        id: row.id,
        state: row.state,
        position: row.state === 'waitlisted' ? ++rank : null,
        offerUntil: row.state === 'offered' && row.offerUntil ? shanghaiIso(row.offerUntil) : null,
        number: Number(row.number),
        name: activity.asks.includes('name') ? row.name : null,
        phone: activity.asks.includes('phone') && row.phone ? maskPhone(openPhone(this.cipher, { center_id: centerId, id: row.personId }, row.phone)) : null,
        form: row.form,
        createdAt: shanghaiIso(row.createdAt),
      }),
      (row) => [row.number],
    )
  }
}
