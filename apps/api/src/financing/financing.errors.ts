import type { FinancingErrorCode } from '@dangqun/contracts/financing/vocabulary'
import { refusals, type ErrorDefinitions } from '../platform/errors/app-error.js'

export const financingErrors = {
  'financing.productNotFound': { status: 404, message: '找不到这款产品，可能已经下架' },
  'financing.versionNotFound': { status: 404, message: '找不到这个版本' },
  'financing.bankNotFound': { status: 404, message: '找不到这家银行' },
  'financing.bankNameTaken': { status: 409, message: '“{name}”已经在名单里；停用的也算，可以直接恢复' },
  'financing.wrongState': { status: 409, message: '现在是“{label}”，不能这样操作，请刷新后再看' },
  'financing.openVersion': { status: 409, message: '已有一版正在编辑或审核，请先把它办完' },
  'financing.outsideRange': { status: 409, message: '超出这款产品的范围：{words}' },
  'financing.noLpr': { status: 409, message: '中心还没有录入 LPR，暂时不能测算，请联系中心工作人员' },
  'financing.rateNotFound': { status: 404, message: '没有这一次的公布值' },
} satisfies ErrorDefinitions<FinancingErrorCode>

export const refuseFinancing = refusals(financingErrors)
