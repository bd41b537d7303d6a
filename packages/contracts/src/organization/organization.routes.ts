import { route } from '../kit/route.js'
import type { CenterParams } from '../centers/centers.schemas.js'
import type { FirmsPage, FirmsQuery, Person, UpdatePerson } from './organization.schemas.js'

export const organizationRoutes = {
  listFirms: route<{ params: CenterParams; query: FirmsQuery; reply: FirmsPage }>({
    method: 'GET', path: '/centers/{center}/firms', access: 'organization.readFirms', status: 200, summary: '企业与商户名录，可按名称、楼宇查找',
  }),
  getMyPerson: route<{ params: CenterParams; reply: Person }>({
    method: 'GET', path: '/centers/{center}/persons/me', access: 'signedIn', status: 200, summary: '我在这个中心留的姓名和手机号',
  }),
  updateMyPerson: route<{ params: CenterParams; body: UpdatePerson; reply: Person }>({
    method: 'PATCH', path: '/centers/{center}/persons/me', access: 'signedIn', status: 200, summary: '填写或更正我的姓名、手机号',
  }),
}
