import type { CenterParams } from '../centers/centers.schemas.js'
import type { FileReply } from '../kit/file.schemas.js'
import { route } from '../kit/route.js'
import type { ProductParams } from './financing-products.schemas.js'
import type { CostQuestion, CostSheet, DraftCostQuestion, Lpr, LprParams, Lprs, Matches, Need } from './financing.schemas.js'

const financing = '/centers/{center}/financing'

// What a firm needs travels in bodies only: addresses end up in logs.
export const financingRoutes = {
  previewMatches: route<{ params: CenterParams; body: Need; reply: Matches }>({ method: 'POST', path: `${financing}/matches/preview`, access: 'public', status: 200, summary: '按需求给在架产品排序，不保存任何内容' }),
  readCost: route<{ params: ProductParams; body: CostQuestion; reply: CostSheet }>({ method: 'POST', path: `${financing}/products/{id}/cost`, access: 'public', status: 200, summary: '一款产品的融资成本测算（参考）与还款计划' }),
  printCost: route<{ params: ProductParams; body: CostQuestion; reply: FileReply }>({ method: 'POST', path: `${financing}/products/{id}/cost-sheet`, access: 'signedIn', status: 200, gives: ['application/pdf'], summary: '同一份测算，一个可以保存和转发的 PDF' }),
  readDraftCost: route<{ params: CenterParams; body: DraftCostQuestion; reply: CostSheet }>({ method: 'POST', path: `${financing}/cost-drafts`, access: 'financing.readVersions', status: 200, summary: '按正在编辑的条款测算，不保存' }),
  listLprs: route<{ params: CenterParams; reply: Lprs }>({ method: 'GET', path: `${financing}/lprs`, access: 'public', status: 200, summary: 'LPR 公布值，最近的在前' }),
  enterLpr: route<{ params: CenterParams; body: Lpr; reply: Lprs }>({ method: 'POST', path: `${financing}/lprs`, access: 'financing.manageLprs', status: 200, summary: '录入或更正一次 LPR 公布值' }),
  removeLpr: route<{ params: LprParams; reply: Lprs }>({ method: 'DELETE', path: `${financing}/lprs/{publishedOn}`, access: 'financing.manageLprs', status: 200, summary: '删除录错的一次' }),
}
