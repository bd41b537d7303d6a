import { route } from '../kit/route.js'
import type { Buildings, CreateBuilding, CreateService, OrderBuildings, OrderServices, Services, UpdateBuilding, UpdateService } from './centers-catalogue.schemas.js'
import type { CenterParams, FileParams as ObjectParams } from './centers.schemas.js'

export const centersCatalogueRoutes = {
  listBuildings: route<{ params: CenterParams; reply: Buildings }>({
    method: 'GET', path: '/centers/{center}/buildings', access: 'centers.readSettings', status: 200, summary: '楼宇，含已停用的',
  }),
  createBuilding: route<{ params: CenterParams; body: CreateBuilding; reply: Buildings }>({
    method: 'POST', path: '/centers/{center}/buildings', access: 'centers.manage', status: 201, summary: '添加楼宇，排在最后',
  }),
  updateBuilding: route<{ params: ObjectParams; body: UpdateBuilding; reply: Buildings }>({
    method: 'PATCH', path: '/centers/{center}/buildings/{id}', access: 'centers.manage', status: 200, summary: '修改、停用或恢复楼宇；停用后企业仍在，只是不再登记新的；别人先改过则拒绝',
  }),
  orderBuildings: route<{ params: CenterParams; body: OrderBuildings; reply: Buildings }>({
    method: 'POST', path: '/centers/{center}/buildings/order', access: 'centers.manage', status: 200, summary: '排列在用的楼宇：要写全，缺了或多了说明别人改过，拒绝',
  }),
  listServices: route<{ params: CenterParams; reply: Services }>({
    method: 'GET', path: '/centers/{center}/services', access: 'centers.readSettings', status: 200, summary: '服务目录，含不显示的',
  }),
  createService: route<{ params: CenterParams; body: CreateService; reply: Services }>({
    method: 'POST', path: '/centers/{center}/services', access: 'centers.manage', status: 201, summary: '添加一项服务，排在本类最后',
  }),
  updateService: route<{ params: ObjectParams; body: UpdateService; reply: Services }>({
    method: 'PATCH', path: '/centers/{center}/services/{id}', access: 'centers.manage', status: 200, summary: '修改、隐藏或显示一项服务；别人先改过则拒绝',
  }),
  orderServices: route<{ params: CenterParams; body: OrderServices; reply: Services }>({
    method: 'POST', path: '/centers/{center}/services/order', access: 'centers.manage', status: 200, summary: '排列一类服务：要写全，缺了或多了说明别人改过，拒绝',
  }),
}
