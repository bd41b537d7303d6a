import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { v7 as uuidv7 } from 'uuid'
import type { CenterScope } from '../platform/http/scope.js'
import { Jobs } from '../platform/jobs/jobs.js'
import { countConcerned, insertChange, isPublished, listConcerned, readChange, type ActivityChange, type ChangeKind, type Concerned } from './activities-changes.queries.js'
import { readTurn, type Turn } from './activities-offers.queries.js'

/** Jobs that say what happened; their subject is the change. Who listens stands in `app/subscriptions.ts`. */
export const activityEvents = { changed: 'activities.changed', cancelled: 'activities.cancelled', reopened: 'activities.reopened' } as const satisfies Record<ChangeKind, string>

/** Somebody's turn on the waitlist came or went; its subject is the sign-up, whose state says which. */
export const turnEvent = 'activities.turn'

/** Somebody asked to have their absences looked at again; its subject is the appeal. */
export const appealEvent = 'activities.appealSent'

/** What happened to an activity, for whoever wants to know; this slice does not. */
@Injectable()
export class ActivitiesEvents {
  constructor(private readonly jobs: Jobs) {}

  /** In the transaction of the change itself: it is told of if and only if it happened. `words` as in sayChanges, or the reason of calling off. */
  async publish(scope: CenterScope, activityId: string, kind: ChangeKind, words: string): Promise<void> {
    const id = uuidv7()
    await insertChange(scope.manager, { id, activityId, kind, words, createdAt: scope.now })
    await this.jobs.enqueue(scope.manager, activityEvents[kind], { centerId: scope.centerId, subjectId: id })
  }

  /** A turn that came or went, as it stands now; null: nothing to tell of. */
  async findTurn(manager: EntityManager, signUpId: string, now: Date): Promise<Turn | null> {
    return readTurn(manager, signUpId, now)
  }

  /** Whether there is such an activity that the public knows of. */
  isPublished(manager: EntityManager, activityId: string): Promise<boolean> {
    return isPublished(manager, activityId)
  }

  find(manager: EntityManager, id: string): Promise<ActivityChange | null> {
    return readChange(manager, id)
  }

  concerned(manager: EntityManager, change: Pick<ActivityChange, 'activityId' | 'kind' | 'createdAt'>, after: string, most: number): Promise<Concerned[]> {
    return listConcerned(manager, change, after, most)
  }

  countConcerned(manager: EntityManager, activityId: string, now: Date): Promise<{ persons: number; withAccount: number }> {
    return countConcerned(manager, activityId, now)
  }
}
