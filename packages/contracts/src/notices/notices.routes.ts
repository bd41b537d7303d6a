import type { CenterParams } from '../centers/centers.schemas.js'
import { route } from '../kit/route.js'
import type { AllowPushes, Notice, NoticeParams, NoticesPage, NoticesQuery, PushTopicsReply, ReadAll, UnreadCount } from './notices.schemas.js'

const notices = '/centers/{center}/notices'

export const noticesRoutes = {
  listMine: route<{ params: CenterParams; query: NoticesQuery; reply: NoticesPage }>({
    method: 'GET', path: `${notices}/mine`, access: 'signedIn', status: 200, summary: '我在这个中心的消息，新的在前',
  }),
  countUnread: route<{ params: CenterParams; reply: UnreadCount }>({
    method: 'GET', path: `${notices}/unread`, access: 'signedIn', status: 200, summary: '我有几条未读消息，最多数到 100',
  }),
  read: route<{ params: NoticeParams; body: object; reply: Notice }>({
    method: 'POST', path: `${notices}/{id}/read`, access: 'signedIn', status: 200, summary: '标为已读',
  }),
  readAll: route<{ params: CenterParams; body: ReadAll; reply: UnreadCount }>({
    method: 'POST', path: `${notices}/read-all`, access: 'signedIn', status: 200, summary: '全部标为已读；看到之后才来的仍是未读',
  }),
  listTopics: route<{ params: CenterParams; reply: PushTopicsReply }>({
    method: 'GET', path: `${notices}/topics`, access: 'signedIn', status: 200, summary: '可以让微信提醒我的事，和还剩几次',
  }),
  allowPushes: route<{ params: CenterParams; body: AllowPushes; reply: PushTopicsReply }>({
    method: 'POST', path: `${notices}/grants`, access: 'signedIn', status: 200, summary: '记下我在微信弹窗里的选择：同意一次，提醒一次',
  }),
}
