import type { TransferErrorCode } from '@dangqun/contracts/transfer/vocabulary'
import { refusals, type ErrorDefinitions } from '../platform/errors/app-error.js'

export const transferErrors = {
  'transfer.notFound': { status: 404, message: '找不到这件接转' },
  'transfer.wrongState': { status: 409, message: '这件接转的进度已变化，这一步现在不能办，请刷新后再看' },
  'transfer.notYours': { status: 403, message: '这一步由{office}办理' },
  'transfer.samePerson': { status: 409, message: '复核要由另一位同事办理，提出的人不能自己复核' },
  'transfer.alreadyOpen': { status: 409, message: '这位党员已有一件正在办理，请先看那一件的进度' },
  'transfer.notEligible': { status: 409, message: '现在不能办理接转：{why}' },
  'transfer.incomplete': { status: 409, message: '还有几处要补正，改好就能提交' },
  'transfer.restricted': { status: 409, message: '涉密或军警单位须到柜台办理纸质介绍信，这里不登记任何信息' },
  'transfer.consentNeeded': { status: 409, message: '请先征得本人单独同意，再登记党员信息' },
  'transfer.letterNumberUsed': { status: 409, message: '这个介绍信编号已经用过，编号不能重复使用，请核对空白介绍信' },
  'transfer.dutiesOpen': { status: 409, message: '编入支部和寄回回执都办完，才能办结' },
  'transfer.acceptedTooLate': { status: 409, message: '回执上的接收日期晚于介绍信有效期，请重新开具介绍信' },
  'transfer.printerNotFound': { status: 404, message: '找不到这台打印机' },
  'transfer.noLetter': { status: 409, message: '还没有开具介绍信，或已经作废，不能打印' },
  'transfer.noSlip': { status: 409, message: '还没有出具办理凭条' },
  'transfer.slipUnknown': { status: 404, message: '查不到这张凭条：码不完整，或改动过' },
  'transfer.letterRanOut': { status: 409, message: '介绍信已过有效期，请联系原党委重新开具' },
} satisfies ErrorDefinitions<TransferErrorCode>

export const refuseTransfer = refusals(transferErrors)
