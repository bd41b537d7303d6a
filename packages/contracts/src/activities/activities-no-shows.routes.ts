import type { CenterParams } from '../centers/centers.schemas.js'
import { route } from '../kit/route.js'
import type { AppealRow, AppealsPage, AppealsQuery, DecideAppeal, MyNoShows, NoShow, NoShowParams, PausedPersons, SendAppeal, Waive } from './activities-no-shows.schemas.js'

const noShows = '/centers/{center}/no-shows'

export const noShowsRoutes = {
  mine: route<{ params: CenterParams; reply: MyNoShows }>({
    method: 'GET', path: `${noShows}/mine`, access: 'signedIn', status: 200, summary: '我的爽约记录、暂停到什么时候、申诉进展',
  }),
  appeal: route<{ params: CenterParams; body: SendAppeal; reply: MyNoShows }>({
    method: 'POST', path: `${noShows}/appeals`, access: 'signedIn', status: 201, summary: '对暂停报名提出申诉',
  }),
  listPaused: route<{ params: CenterParams; reply: PausedPersons }>({
    method: 'GET', path: `${noShows}/paused`, access: 'activities.readSignUps', status: 200, summary: '现在被暂停报名的人',
  }),
  listAppeals: route<{ params: CenterParams; query: AppealsQuery; reply: AppealsPage }>({
    method: 'GET', path: `${noShows}/appeals`, access: 'activities.readSignUps', status: 200, summary: '申诉，先到的在前',
  }),
  grantAppeal: route<{ params: NoShowParams; body: DecideAppeal; reply: AppealRow }>({
    method: 'POST', path: `${noShows}/appeals/{id}/grant`, access: 'activities.manage', status: 200, summary: '申诉通过：相关爽约不再计算，立即恢复报名',
  }),
  refuseAppeal: route<{ params: NoShowParams; body: DecideAppeal; reply: AppealRow }>({
    method: 'POST', path: `${noShows}/appeals/{id}/refuse`, access: 'activities.manage', status: 200, summary: '申诉未通过，告诉本人原因',
  }),
  waive: route<{ params: NoShowParams; body: Waive; reply: NoShow }>({
    method: 'POST', path: `${noShows}/{id}/waive`, access: 'activities.manage', status: 200, summary: '免除一次爽约，写明原因',
  }),
}
