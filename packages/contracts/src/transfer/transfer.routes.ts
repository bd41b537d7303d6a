import type { CenterParams } from '../centers/centers.schemas.js'
import { route } from '../kit/route.js'
import type {
  ActOnTransfer, CreateTransfer, FileOpinion, Receivers, ReceiversQuery, Transfer, TransferActParams, TransferBranches, TransferCounts, TransferParams, TransfersPage, TransfersQuery, UpdateArchive,
  UpdateTransfer,
} from './transfer.schemas.js'

const transfers = '/centers/{center}/transfers'

export const transferRoutes = {
  list: route<{ params: CenterParams; query: TransfersQuery; reply: TransfersPage }>({
    method: 'GET', path: transfers, access: 'signedIn', status: 200, summary: '接转列表：我的，或我所在组织的',
  }),
  count: route<{ params: CenterParams; reply: TransferCounts }>({
    method: 'GET', path: `${transfers}/counts`, access: 'signedIn', status: 200, summary: '各类待办的件数',
  }),
  create: route<{ params: CenterParams; body: CreateTransfer; reply: Transfer }>({
    method: 'POST', path: transfers, access: 'signedIn', status: 201, summary: '新建接转草稿',
  }),
  register: route<{ params: CenterParams; body: CreateTransfer; reply: Transfer }>({
    method: 'POST', path: `${transfers}/register`, access: 'signedIn', status: 201, summary: '转入意向登记',
  }),
  restricted: route<{ params: CenterParams; body: object; reply: { centerName: string; address: string; phone: string; openingWords: string } }>({
    method: 'POST', path: `${transfers}/restricted`, access: 'signedIn', status: 200, summary: '涉密或军警：不登记任何信息，只告知柜台',
  }),
  searchReceivers: route<{ params: CenterParams; query: ReceiversQuery; reply: Receivers }>({
    method: 'GET', path: `${transfers}/receivers`, access: 'signedIn', status: 200, summary: '查接收党组织的全称、编码和抬头',
  }),
  listBranches: route<{ params: CenterParams; reply: TransferBranches }>({
    method: 'GET', path: `${transfers}/branches`, access: 'signedIn', status: 200, summary: '可以选的党支部：转入和内部调整时用',
  }),
  get: route<{ params: TransferParams; reply: Transfer }>({
    method: 'GET', path: `${transfers}/{id}`, access: 'signedIn', status: 200, summary: '一件接转：进度、期限、可做的操作',
  }),
  update: route<{ params: TransferParams; body: UpdateTransfer; reply: Transfer }>({
    method: 'PATCH', path: `${transfers}/{id}`, access: 'signedIn', status: 200, summary: '修改草稿或退回补正的内容',
  }),
  act: route<{ params: TransferActParams; body: ActOnTransfer; reply: Transfer }>({
    method: 'POST', path: `${transfers}/{id}/{action}`, access: 'signedIn', status: 200, summary: '办理一步',
  }),
  updateArchive: route<{ params: TransferParams; body: UpdateArchive; reply: Transfer }>({
    method: 'PATCH', path: `${transfers}/{id}/archive`, access: 'signedIn', status: 200, summary: '登记党员档案的去向',
  }),
  fileOpinion: route<{ params: TransferParams; body: FileOpinion; reply: Transfer }>({
    method: 'POST', path: `${transfers}/{id}/probation-opinion`, access: 'signedIn', status: 200, summary: '预备期满未处理：原党支部写明原因和意见',
  }),
  withdrawConsent: route<{ params: TransferParams; body: object; reply: Transfer }>({
    method: 'POST', path: `${transfers}/{id}/withdraw-consent`, access: 'signedIn', status: 200, summary: '开具以后撤回同意：只留编号、日期和党委，后面按纸质办',
  }),
  revealIdNumber: route<{ params: TransferParams; body: object; reply: { idNumber: string } }>({
    method: 'POST', path: `${transfers}/{id}/id-number`, access: 'signedIn', status: 200, keepsNoReply: true, summary: '显示完整身份证号（留痕）',
  }),
}
