import type { CenterParams } from '../centers/centers.schemas.js'
import { route } from '../kit/route.js'
import type {
  CreateOrganization, DissolveOrganization, MoveOrganization, Organization, OrganizationParams, OrganizationsPage, OrganizationsQuery, OrganizationTree, PublicTree, UpdateOrganization,
} from './organization-tree.schemas.js'

const organizations = '/centers/{center}/organizations'

export const organizationTreeRoutes = {
  readPublicTree: route<{ params: CenterParams; reply: PublicTree }>({
    method: 'GET', path: '/centers/{center}/organization-chart', access: 'public', status: 200, summary: '组织架构（1+2+N）：只有名称和类别',
  }),
  readTree: route<{ params: CenterParams; reply: OrganizationTree }>({
    method: 'GET', path: `${organizations}/tree`, access: 'organization.readTree', status: 200, summary: '整棵组织树',
  }),
  listOrganizations: route<{ params: CenterParams; query: OrganizationsQuery; reply: OrganizationsPage }>({
    method: 'GET', path: organizations, access: 'organization.readTree', status: 200, summary: '组织名录，可按名称、代码查找',
  }),
  getOrganization: route<{ params: OrganizationParams; reply: Organization }>({
    method: 'GET', path: `${organizations}/{id}`, access: 'organization.readTree', status: 200, summary: '一个组织：隶属、审批党委、联系方式',
  }),
  createOrganization: route<{ params: CenterParams; body: CreateOrganization; reply: Organization }>({
    method: 'POST', path: organizations, access: 'organization.manageTree', status: 201, summary: '新建组织',
  }),
  updateOrganization: route<{ params: OrganizationParams; body: UpdateOrganization; reply: Organization }>({
    method: 'PATCH', path: `${organizations}/{id}`, access: 'organization.manageTree', status: 200, summary: '修改组织资料',
  }),
  moveOrganization: route<{ params: OrganizationParams; body: MoveOrganization; reply: Organization }>({
    method: 'POST', path: `${organizations}/{id}/move`, access: 'organization.manageTree', status: 200, summary: '改变隶属关系',
  }),
  dissolveOrganization: route<{ params: OrganizationParams; body: DissolveOrganization; reply: Organization }>({
    method: 'POST', path: `${organizations}/{id}/dissolve`, access: 'organization.manageTree', status: 200, summary: '撤销组织；还有下级或党员时不能撤销',
  }),
}
