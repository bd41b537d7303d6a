import type { FinancingErrorCode } from '@dangqun/contracts/financing/vocabulary'
import { refusals, type ErrorDefinitions } from '../platform/errors/app-error.js'

export const financingErrors = {
  'financing.productNotFound': { status: 404, message: '找不到这款产品，可能已经下架' },
  'financing.versionNotFound': { status: 404, message: '找不到这个版本' },
  'financing.bankNotFound': { status: 404, message: '找不到这家银行' },
  'financing.bankRetired': { status: 409, message: '“{name}”已停用，不能再写产品；需要恢复，请联系中心' },
  'financing.bankNameTaken': { status: 409, message: '“{name}”已经在名单里；停用的也算，可以直接恢复' },
  'financing.wrongState': { status: 409, message: '现在是“{label}”，不能这样操作，请刷新后再看' },
  'financing.openVersion': { status: 409, message: '已有一版正在编辑或审核，请先把它办完' },
  'financing.outsideRange': { status: 409, message: '超出这款产品的范围：{words}' },
  'financing.noLpr': { status: 409, message: '中心还没有录入 LPR，暂时不能测算，请联系中心工作人员' },
  'financing.rateNotFound': { status: 404, message: '没有这一次的公布值' },
  'financing.demandNotFound': { status: 404, message: '找不到这份融资需求' },
  'financing.demandWrongState': { status: 409, message: '现在是“{label}”，不能这样操作，请刷新后再看' },
  'financing.firmNotFound': { status: 404, message: '找不到这家企业，或者你还没有登记为它的代表' },
  'financing.noRepresentative': { status: 409, message: '你还没有登记为企业代表，请先在“我的身份”里登记，中心核对后就能提交' },
  'financing.tooManyBanks': { status: 409, message: '同时最多 {most} 家银行，现在还能再选 {left} 家' },
  'financing.productNotForYou': { status: 409, message: '这款产品现在不能选，可能已经下架，或不是这家银行的，请重新选择' },
  'financing.referralNotFound': { status: 404, message: '找不到这张对接单' },
  'financing.referralWrongState': { status: 409, message: '现在是“{label}”，不能这样操作，请刷新后再看' },
  'financing.notYours': { status: 403, message: '这一步由{party}办理' },
  'financing.claimsFull': { status: 409, message: '已经有 {most} 家银行在对接，暂时不能再接单；有银行退出后会重新开放' },
  'financing.drawdownNotFound': { status: 404, message: '找不到这一笔放款' },
  'financing.notYet': { status: 409, message: '现在还不能评价：企业授权 3 天后可以评一次，30 天后可以再评一次' },
  'financing.sharingEnded': { status: 409, message: '企业的授权已经停止或到期，现在看不到联系方式' },
  'financing.drawdownOpen': { status: 409, message: '还有放款没有核对完，核对以后才能办结' },
} satisfies ErrorDefinitions<FinancingErrorCode>

export const refuseFinancing = refusals(financingErrors)
