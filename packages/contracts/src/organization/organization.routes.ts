import { route } from '../kit/route.js'
import type { CenterParams } from '../centers/centers.schemas.js'
import type { Person, UpdatePerson } from './organization.schemas.js'

export const organizationRoutes = {
  getMyPerson: route<{ params: CenterParams; reply: Person }>({
    method: 'GET', path: '/centers/{center}/persons/me', access: 'signedIn', status: 200, summary: '我在这个中心留的姓名和手机号',
  }),
  updateMyPerson: route<{ params: CenterParams; body: UpdatePerson; reply: Person }>({
    method: 'PATCH', path: '/centers/{center}/persons/me', access: 'signedIn', status: 200, summary: '填写或更正我的姓名、手机号',
  }),
}
