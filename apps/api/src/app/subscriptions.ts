import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ActivityChange } from '../activities/activities-changes.queries.js'
import type { Turn } from '../activities/activities-offers.queries.js'
import { hasOpenAppeal } from '../activities/activities-no-shows.queries.js'
import { ActivitiesEvents, activityEvents, appealEvent, turnEvent } from '../activities/activities.events.js'
import { accountsHolding } from '../accounts/accounts-grants.queries.js'
import { rolesWith } from '../accounts/accounts.policy.js'
import { NoticesService, type Told } from '../notices/notices.service.js'
import { findBinding, hasPending } from '../organization/organization-bindings.queries.js'
import { bindingEvents } from '../organization/organization.events.js'
import { localDateOf } from '../platform/calendar/calendar.rules.js'
import { Clock } from '../platform/clock/clock.js'
import { sayMoment } from '../platform/clock/clock-words.rules.js'
import { Units } from '../platform/database/units.js'
import { Jobs, type JobPayload } from '../platform/jobs/jobs.js'

/** People told in one transaction. */
const batch = 200

/** Who works off a queue. */
const desks = {
  'organization.bindingWaiting': { permission: 'organization.manageBindings', slice: 'organization' },
  'activities.appealWaiting': { permission: 'activities.readSignUps', slice: 'activities' },
} as const

/** Which slice listens to which event of another. */
@Injectable()
export class Subscriptions implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly activities: ActivitiesEvents,
    private readonly notices: NoticesService,
  ) {}

  onModuleInit(): void {
    for (const task of Object.values(activityEvents)) this.jobs.on(task, (payload) => this.tellOfChange(payload))
    this.jobs.on(bindingEvents.decided, (payload) => this.tellOfBinding(payload))
    this.jobs.on(bindingEvents.asked, ({ centerId }) => this.tellDesk(centerId, 'organization.bindingWaiting', hasPending))
    this.jobs.on(appealEvent, ({ centerId }) => this.tellDesk(centerId, 'activities.appealWaiting', hasOpenAppeal))
    this.jobs.on(turnEvent, (payload) => this.tellOfTurn(payload))
  }

  /**
   * Tells everyone whom a change to an activity concerns, batch by batch. Run again, from the start or after a crash
   * in the middle, it tells those who were not told yet.
   */
  async tellOfChange({ centerId, subjectId }: JobPayload): Promise<void> {
    for (let after: string | null = '0'; after !== null; ) {
      const from: string = after
      after = await this.units.runAt(centerId, async (manager) => {
        const change = await this.activities.find(manager, subjectId)
        return change && this.tellBatch(manager, change, from)
      })
    }
  }

  /** Tells the one whose turn on a waitlist came, or went by. */
  tellOfTurn({ centerId, subjectId }: JobPayload): Promise<void> {
    return this.units.runAt(centerId, async (manager) => {
      const now = this.clock.now()
      const turn = await this.activities.findTurn(manager, subjectId, now)
      if (turn) await this.notices.tell({ manager, now }, noticeOfTurn(turn, subjectId))
    })
  }

  /** Tells somebody that the desk has looked; what it found stands behind the login. */
  tellOfBinding({ centerId, subjectId }: JobPayload): Promise<void> {
    return this.units.runAt(centerId, async (manager) => {
      const binding = await findBinding(manager, subjectId)
      if (!binding || binding.state === 'pending') return
      await this.notices.tell({ manager, now: this.clock.now() }, { kind: 'organization.bindingDecided', to: { personId: binding.personId }, subject: { slice: 'organization', id: subjectId }, parameters: {}, occurrence: binding.state })
    })
  }

  /** Tells everyone at the desk, once a day and only while something waits: the queue itself says how much. */
  tellDesk(centerId: string, kind: keyof typeof desks, isWaiting: (manager: EntityManager) => Promise<boolean>): Promise<void> {
    return this.units.runAt(centerId, async (manager) => {
      if (!(await isWaiting(manager))) return
      const now = this.clock.now()
      const { permission, slice } = desks[kind]
      const accountIds = await accountsHolding(manager, rolesWith(permission))
      await this.notices.tell({ manager, now }, ...accountIds.map((accountId): Told => ({ kind, to: { accountId }, subject: { slice, id: centerId }, parameters: {}, occurrence: localDateOf(now) })))
    })
  }

  private async tellBatch(manager: EntityManager, change: ActivityChange, after: string): Promise<string | null> {
    const concerned = await this.activities.concerned(manager, change, after, batch)
    await this.notices.tell({ manager, now: this.clock.now() }, ...concerned.map(({ personId }) => noticeOf(change, personId)))
    return concerned.length < batch ? null : (concerned.at(-1)?.number ?? null)
  }
}

function noticeOf({ id, activityId, title, kind, words }: ActivityChange, personId: string): Told {
  const told = { to: { personId }, subject: { slice: 'activities', id: activityId }, occurrence: id } as const
  switch (kind) {
    case 'changed':
      return { ...told, kind: 'activities.changed', parameters: { title, changes: words } }
    case 'cancelled':
      return { ...told, kind: 'activities.cancelled', parameters: { title, reason: words && `原因：${words}` } }
    case 'reopened':
      return { ...told, kind: 'activities.reopened', parameters: { title } }
  }
}

function noticeOfTurn({ kind, activityId, personId, title, place, startsAt, offerUntil }: Turn, signUpId: string): Told {
  const told = { to: { personId }, subject: { slice: 'activities', id: activityId }, occurrence: signUpId } as const
  if (kind === 'offered' && offerUntil) return { ...told, kind: 'activities.offered', parameters: { title, until: sayMoment(offerUntil) } }
  if (kind === 'lapsed') return { ...told, kind: 'activities.offerLapsed', parameters: { title } }
  return { ...told, kind: 'activities.promoted', parameters: { title, startsAt: sayMoment(startsAt), place } }
}
