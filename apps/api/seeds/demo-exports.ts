import type { PlainActivity } from '../src/activities/activities.factory.js'
import type { Seeded } from '../src/platform/seeded/seeded.js'

const hourMs = 3_600_000

/** Lists that the staff took: one that is over, one that may still be fetched. */
export function exportsFor(seeded: Seeded, accountId: string, activities: readonly PlainActivity[], now: Date): object[] {
  const asked = (activity: PlainActivity | undefined, purpose: string, hoursAgo: number, wasTaken: boolean): object[] => {
    if (!activity) return []
    const at = new Date(now.getTime() - hoursAgo * hourMs)
    return [{
      center_id: activity.center_id, id: seeded.uuid(at), activity_id: activity.id, purpose, through_number: activity.last_number, row_count: activity.taken + activity.waiting, state: wasTaken ? 'taken' : 'approved',
      asked_by: accountId, asked_at: at, expires_at: new Date(at.getTime() + 24 * hourMs), taken_at: wasTaken ? new Date(at.getTime() + hourMs / 10) : null,
    }]
  }
  const short = activities.filter(({ taken, waiting }) => taken > 0 && taken + waiting <= 100)
  return [
    ...asked(short.find(({ state }) => state === 'held'), '活动总结，核对到场人数', 50, true),
    ...asked(short.find(({ state, asks }) => state === 'published' && asks.includes('phone')), '现场签到核对，前台打印一份', 2, false),
  ]
}
