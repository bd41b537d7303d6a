import { route } from '../kit/route.js'
import type { CenterCard, CenterParams, CentersPage, CentersQuery, CodeMeaning, CodeParams } from './centers.schemas.js'

export const centersRoutes = {
  list: route<{ query: CentersQuery; reply: CentersPage }>({
    method: 'GET', path: '/centers', access: 'public', status: 200, summary: '所有中心',
  }),
  get: route<{ params: CenterParams; reply: CenterCard }>({
    method: 'GET', path: '/centers/{center}', access: 'public', status: 200, summary: '中心名片：开放时间、楼宇、服务目录',
  }),
  readCode: route<{ params: CodeParams; reply: CodeMeaning }>({
    method: 'GET', path: '/codes/{scene}', access: 'public', status: 200, summary: '扫到的码指向哪里',
  }),
}
