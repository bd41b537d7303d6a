import type { CenterParams } from '../centers/centers.schemas.js'
import { route } from '../kit/route.js'
import type { Announcement, AnnouncementParams, AnnouncementsPage, AnnouncementsQuery, AudienceQuery, AudienceSize, CreateAnnouncement, UpdateAnnouncement } from './notices-announcements.schemas.js'

const announcements = '/centers/{center}/announcements'

export const announcementsRoutes = {
  list: route<{ params: CenterParams; query: AnnouncementsQuery; reply: AnnouncementsPage }>({
    method: 'GET', path: announcements, access: 'public', status: 200, summary: '公告，新的在前；草稿和已撤回的只有工作人员可见',
  }),
  sizeOf: route<{ params: CenterParams; query: AudienceQuery; reply: AudienceSize }>({
    method: 'GET', path: `${announcements}/audience`, access: 'notices.announce', status: 200, summary: '现在会发给多少人，发布前先看',
  }),
  create: route<{ params: CenterParams; body: CreateAnnouncement; reply: Announcement }>({
    method: 'POST', path: announcements, access: 'notices.announce', status: 201, summary: '写公告（草稿）',
  }),
  get: route<{ params: AnnouncementParams; reply: Announcement }>({
    method: 'GET', path: `${announcements}/{id}`, access: 'public', status: 200, summary: '一则公告；只发给部分人的，收到的人可见',
  }),
  update: route<{ params: AnnouncementParams; body: UpdateAnnouncement; reply: Announcement }>({
    method: 'PATCH', path: `${announcements}/{id}`, access: 'notices.announce', status: 200, summary: '修改草稿',
  }),
  publish: route<{ params: AnnouncementParams; body: object; reply: Announcement }>({
    method: 'POST', path: `${announcements}/{id}/publish`, access: 'notices.announce', status: 200, summary: '发布，并送进对象的消息',
  }),
  withdraw: route<{ params: AnnouncementParams; body: object; reply: Announcement }>({
    method: 'POST', path: `${announcements}/{id}/withdraw`, access: 'notices.announce', status: 200, summary: '撤回，已送进消息的一并收回',
  }),
}
