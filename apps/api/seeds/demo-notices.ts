import { anAnnouncement, aNotice, type PlainAnnouncement, type PlainNotice } from '../src/notices/notices.factory.js'
import type { Seeded } from '../src/platform/seeded/seeded.js'

const hourMs = 3_600_000

const announcements: { title: string; body: string; hoursAgo: number; isDraft?: boolean; isWithdrawn?: boolean; isForBuilding?: boolean }[] = [
  { title: '本周六一楼大厅消毒，上午照常开放', body: '周六 18:00 以后一楼大厅做消毒，当天上午和下午照常开放。\n书香咖啡屋 17:30 停止点单。', hoursAgo: 5 },
  { title: '益企诊所增加周四下午坐诊', body: '从下周起，周四 14:00–17:00 增加一位财税顾问坐诊，地点仍是一楼 5 号窗口。\n不用预约，按到场先后。', hoursAgo: 52 },
  { title: '停车优惠已恢复', body: '来中心办事可在前台领两小时停车券，尚泽大厦地下停车场通用。', hoursAgo: 190 },
  { title: '电梯年检，请走西侧楼梯', body: '周四 9:00–11:00 客梯分批停用检修，货梯照常。\n搬运大件请避开这段时间。', hoursAgo: 26, isForBuilding: true },
  { title: '元旦开放安排', body: '1 月 1 日休息，1 月 2 日起照常开放。', hoursAgo: 2, isDraft: true },
  { title: '会议室临时停用', body: '二楼会议室检修，已提前完成，本通知撤回。', hoursAgo: 300, isWithdrawn: true },
]

/** What the centre has announced, newest first: to everyone, to one building, a draft and one that was taken back. */
export function demoAnnouncements(seeded: Seeded, centerId: string, buildingId: string, now: Date): PlainAnnouncement[] {
  return announcements.map(({ title, body, hoursAgo, isDraft, isWithdrawn, isForBuilding }) => {
    const at = new Date(now.getTime() - hoursAgo * hourMs)
    return anAnnouncement(seeded, at, { center_id: centerId, title, body, published_at: isDraft ? null : at, state: isDraft ? 'draft' : isWithdrawn ? 'withdrawn' : 'published', ...(isForBuilding ? { audience: 'building' as const, audience_id: buildingId } : {}) })
  })
}

/** What somebody finds in their inbox: their activity was moved, a turn that went by, something read long ago. */
export function noticesFor(seeded: Seeded, centerId: string, personId: string, activities: readonly { id: string; title: string; place: string }[], now: Date): PlainNotice[] {
  const [mine, other] = activities
  if (!mine) return []
  const told = (hoursAgo: number, given: Partial<PlainNotice>, about: { id: string; title: string }) => {
    const at = new Date(now.getTime() - hoursAgo * hourMs)
    return aNotice(seeded, at, { center_id: centerId, person_id: personId, subject_id: about.id, occurrence: 'demo', ...given, parameters: { title: about.title, ...given.parameters } })
  }
  return [
    told(3, { kind: 'activities.changed', parameters: { changes: `地点改为 ${mine.place}` } }, mine),
    ...(other ? [told(27, { kind: 'activities.offerLapsed' }, other)] : []),
    told(75, { kind: 'activities.reopened', read_at: new Date(now.getTime() - 70 * hourMs) }, mine),
  ]
}
