import type { CenterParams } from '../centers/centers.schemas.js'
import { route } from '../kit/route.js'
import type { Notice, NoticeParams, NoticesPage, NoticesQuery, ReadAll, UnreadCount } from './notices.schemas.js'

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
}
