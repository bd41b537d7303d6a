import type { CenterParams } from '../centers/centers.schemas.js'
import { route } from '../kit/route.js'
import type {
  ActOnDemand, CreateDemand, Demand, DemandActParams, DemandCounts, DemandMatches, DemandMoved, DemandParams, DemandsPage, DemandsQuery, OwnFirms, RecordCall, RematchStatus, UpdateDemand,
} from './financing-demands.schemas.js'

const financing = '/centers/{center}/financing'
const demands = `${financing}/demands`

export const financingDemandsRoutes = {
  listFirms: route<{ params: CenterParams; reply: OwnFirms }>({ method: 'GET', path: `${financing}/own-firms`, access: 'signedIn', status: 200, summary: '我代表的企业，和已经知道的资料' }),
  list: route<{ params: CenterParams; query: DemandsQuery; reply: DemandsPage }>({ method: 'GET', path: demands, access: 'signedIn', status: 200, summary: '融资需求：我的企业的，或中心要办的' }),
  count: route<{ params: CenterParams; reply: DemandCounts }>({ method: 'GET', path: `${demands}/counts`, access: 'financing.handleDemands', status: 200, summary: '各类需求的件数' }),
  create: route<{ params: CenterParams; body: CreateDemand; reply: DemandMoved }>({ method: 'POST', path: demands, access: 'signedIn', status: 201, summary: '新建融资需求草稿' }),
  get: route<{ params: DemandParams; reply: Demand }>({ method: 'GET', path: `${demands}/{id}`, access: 'signedIn', status: 200, summary: '一份融资需求：进度、银行、可做的操作' }),
  update: route<{ params: DemandParams; body: UpdateDemand; reply: Demand }>({ method: 'PATCH', path: `${demands}/{id}`, access: 'signedIn', status: 200, summary: '修改草稿' }),
  matches: route<{ params: DemandParams; reply: DemandMatches }>({ method: 'GET', path: `${demands}/{id}/matches`, access: 'signedIn', status: 200, summary: '这份需求的匹配结果' }),
  recordCall: route<{ params: DemandParams; body: RecordCall; reply: DemandMoved }>({ method: 'POST', path: `${demands}/{id}/calls`, access: 'financing.handleDemands', status: 200, summary: '记下一次电话' }),
  act: route<{ params: DemandActParams; body: ActOnDemand; reply: DemandMoved }>({ method: 'POST', path: `${demands}/{id}/{action}`, access: 'signedIn', status: 200, summary: '办理一步' }),
  rematch: route<{ params: CenterParams; reply: RematchStatus }>({ method: 'GET', path: `${financing}/rematch`, access: 'financing.readVersions', status: 200, summary: '产品变动后重新匹配，进行到哪里' }),
}
