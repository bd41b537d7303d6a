import type { CenterParams } from '../centers/centers.schemas.js'
import type { FileReply } from '../kit/file.schemas.js'
import { route } from '../kit/route.js'
import type { AskExport, DecideExport, ExportParams, ExportRow, ExportsPage, ExportsQuery } from './activities-exports.schemas.js'
import type { ActivityParams } from './activities.schemas.js'

const exports = '/centers/{center}/exports'

export const exportsRoutes = {
  ask: route<{ params: ActivityParams; body: AskExport; reply: ExportRow }>({
    method: 'POST', path: '/centers/{center}/activities/{id}/exports', access: 'activities.readSignUps', status: 201, summary: '申请导出报名名单，写明用途；超过 100 人要另一位负责人批准',
  }),
  list: route<{ params: CenterParams; query: ExportsQuery; reply: ExportsPage }>({
    method: 'GET', path: exports, access: 'activities.readSignUps', status: 200, summary: '等我批准的、我申请的名单导出',
  }),
  approve: route<{ params: ExportParams; body: DecideExport; reply: ExportRow }>({
    method: 'POST', path: `${exports}/{id}/approve`, access: 'activities.approveExports', status: 200, summary: '批准导出；申请人 24 小时内可以下载',
  }),
  refuse: route<{ params: ExportParams; body: DecideExport; reply: ExportRow }>({
    method: 'POST', path: `${exports}/{id}/refuse`, access: 'activities.approveExports', status: 200, summary: '不批准导出，写明原因',
  }),
  take: route<{ params: ExportParams; body: object; reply: FileReply }>({
    method: 'POST', path: `${exports}/{id}/file`, access: 'activities.readSignUps', status: 200, gives: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], summary: '下载名单（xlsx，带用途水印），只有申请人可以',
  }),
}
