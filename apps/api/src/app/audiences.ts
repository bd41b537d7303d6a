import { Injectable } from '@nestjs/common'
import type { Audience, AudienceSize } from '@dangqun/contracts/notices/announcements/schemas'
import type { EntityManager } from 'typeorm'
import { ActivitiesEvents } from '../activities/activities.events.js'
import { Audiences } from '../notices/notices-announcements.service.js'
import { groupExists, personsOfGroup, sizeOfGroup } from '../organization/organization-audiences.queries.js'

/** People told in one transaction. */
const batch = 200

/** Who belongs to the audiences that other slices know. */
@Injectable()
export class HouseAudiences extends Audiences {
  constructor(private readonly activities: ActivitiesEvents) {
    super()
  }

  async exists(manager: EntityManager, { kind, id }: Audience): Promise<boolean> {
    if (kind === 'everyone' || id === null) return true
    return kind === 'activity' ? this.activities.isPublished(manager, id) : groupExists(manager, kind, id)
  }

  async size(manager: EntityManager, { kind, id }: Audience, now: Date): Promise<AudienceSize> {
    if (kind === 'everyone' || id === null) return { persons: 0, withAccount: 0 }
    return kind === 'activity' ? this.activities.countConcerned(manager, id, now) : sizeOfGroup(manager, kind, id)
  }

  async persons(manager: EntityManager, { kind, id }: Audience, cursor: string, now: Date): Promise<{ personIds: string[]; next: string | null }> {
    if (kind === 'everyone' || id === null) return { personIds: [], next: null }
    if (kind !== 'activity') {
      const personIds = await personsOfGroup(manager, kind, id, cursor || null, batch)
      return { personIds, next: personIds.length < batch ? null : (personIds.at(-1) ?? null) }
    }
    const concerned = await this.activities.concerned(manager, { activityId: id, kind: 'changed', createdAt: now }, cursor || '0', batch)
    return { personIds: concerned.map(({ personId }) => personId), next: concerned.length < batch ? null : (concerned.at(-1)?.number ?? null) }
  }
}
