import { Injectable } from '@nestjs/common'
import type { Audience } from '@dangqun/contracts/notices/announcements/schemas'
import type { EntityManager } from 'typeorm'
import { ActivitiesEvents } from '../activities/activities.events.js'
import { Audiences } from '../notices/notices-announcements.service.js'

/** People told in one transaction. */
const batch = 200

/** Who belongs to the audiences that other slices know. */
@Injectable()
export class HouseAudiences extends Audiences {
  constructor(private readonly activities: ActivitiesEvents) {
    super()
  }

  async exists(manager: EntityManager, { id }: Audience): Promise<boolean> {
    return id === null || this.activities.isPublished(manager, id)
  }

  async persons(manager: EntityManager, { id }: Audience, cursor: string, now: Date): Promise<{ personIds: string[]; next: string | null }> {
    if (id === null) return { personIds: [], next: null }
    const concerned = await this.activities.concerned(manager, { activityId: id, kind: 'changed', createdAt: now }, cursor || '0', batch)
    return { personIds: concerned.map(({ personId }) => personId), next: concerned.length < batch ? null : (concerned.at(-1)?.number ?? null) }
  }
}
