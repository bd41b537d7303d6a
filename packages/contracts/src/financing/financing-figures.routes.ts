import type { CenterParams } from '../centers/centers.schemas.js'
import type { FileReply } from '../kit/file.schemas.js'
import { route } from '../kit/route.js'
import type { FiguresQuery, FinancingFigures, ReportQuery } from './financing-figures.schemas.js'

const figures = '/centers/{center}/financing/figures'

export const financingFiguresRoutes = {
  read: route<{ params: CenterParams; query: FiguresQuery; reply: FinancingFigures }>({ method: 'GET', path: figures, access: 'financing.handleDemands', status: 200, summary: '融资对接的汇总数字' }),
  print: route<{ params: CenterParams; query: ReportQuery; reply: FileReply }>({ method: 'GET', path: `${figures}/report`, access: 'financing.handleDemands', status: 200, gives: ['application/pdf'], summary: '一个月的报表，PDF' }),
}
