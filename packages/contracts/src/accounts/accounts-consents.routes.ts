import { route } from '../kit/route.js'
import type { ConsentLedger, PersonalCopy, PersonalTable, PurposeParams } from './accounts-consents.schemas.js'

export const consentsRoutes = {
  list: route<{ reply: ConsentLedger }>({ method: 'GET', path: '/me/consents', access: 'signedIn', status: 200, summary: '我的授权，按用途，含历史' }),
  withdraw: route<{ params: PurposeParams; body: object; reply: ConsentLedger }>({ method: 'POST', path: '/me/consents/{purpose}/withdraw', access: 'signedIn', status: 200, summary: '撤回一项授权，靠它进行的事随之结束' }),
  exportMine: route<{ reply: PersonalCopy }>({ method: 'GET', path: '/me/export', access: 'signedIn', status: 200, summary: '我的个人信息副本' }),
  exportMyTable: route<{ reply: PersonalTable }>({ method: 'GET', path: '/me/export/table', access: 'signedIn', status: 200, summary: '我的个人信息副本，表格（CSV）' }),
}
