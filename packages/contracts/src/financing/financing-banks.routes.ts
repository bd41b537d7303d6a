import type { CenterParams } from '../centers/centers.schemas.js'
import { route } from '../kit/route.js'
import type { BankRows, CreateBank, UpdateBank } from './financing-banks.schemas.js'
import type { ProductParams as BankParams } from './financing-products.schemas.js'

const banks = '/centers/{center}/financing/banks'

export const financingBanksRoutes = {
  list: route<{ params: CenterParams; reply: BankRows }>({ method: 'GET', path: `${banks}/all`, access: 'financing.approveProducts', status: 200, summary: '合作银行，含已停用的' }),
  create: route<{ params: CenterParams; body: CreateBank; reply: BankRows }>({ method: 'POST', path: banks, access: 'financing.approveProducts', status: 201, summary: '添加合作银行' }),
  update: route<{ params: BankParams; body: UpdateBank; reply: BankRows }>({
    method: 'PATCH', path: `${banks}/{id}`, access: 'financing.approveProducts', status: 200, summary: '改名、停用或恢复；停用后它的产品都不在架；别人先改过则拒绝',
  }),
}
