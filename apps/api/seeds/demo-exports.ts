import { answerableUntil, fetchableUntil, needsApproval } from '../src/activities/activities-exports.rules.js'
import type { PlainActivity } from '../src/activities/activities.factory.js'
import type { Seeded } from '../src/platform/seeded/seeded.js'

const hourMs = 3_600_000

/** Lists that the staff asked for: one that is over, one that may still be fetched, one that waits for the manager's word. */
export function exportsFor(seeded: Seeded, accountId: string, activities: readonly PlainActivity[], now: Date): object[] {
  const asked = (activity: PlainActivity | undefined, purpose: string, hoursAgo: number, state: 'asked' | 'approved' | 'taken'): object[] => {
    if (!activity) return []
    const at = new Date(now.getTime() - hoursAgo * hourMs)
    return [{
      center_id: activity.center_id, id: seeded.uuid(at), activity_id: activity.id, purpose, through_number: activity.last_number, row_count: activity.taken + activity.waiting, state,
      asked_by: accountId, asked_at: at, expires_at: (state === 'asked' ? answerableUntil : fetchableUntil)(at), taken_at: state === 'taken' ? new Date(at.getTime() + hourMs / 10) : null,
    }]
  }
  const short = activities.filter(({ taken, waiting }) => taken > 0 && taken + waiting <= 100)
  return [
    ...asked(short.find(({ state }) => state === 'held'), '活动总结，核对到场人数', 50, 'taken'),
    ...asked(short.find(({ state, asks }) => state === 'published' && asks.includes('phone')), '现场签到核对，前台打印一份', 2, 'approved'),
    ...asked(activities.find(({ taken, waiting }) => needsApproval(taken + waiting)), '交物业安排疏散引导，按人数备物资', 3, 'asked'),
  ]
}
