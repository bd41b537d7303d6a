import type { RequestErrorCode } from '@dangqun/contracts/kit/errors'
import { refusals, type ErrorDefinitions } from './app-error.js'

export const requestErrors = {
  'request.invalid': { status: 400, message: '填写的内容有误，请按提示修改' },
  'request.tooLarge': { status: 413, message: '内容太大，请精简后再提交' },
  'request.notFound': { status: 404, message: '找不到要看的内容，可能已被移走' },
  'request.unsupported': { status: 415, message: '请以 JSON 格式提交' },
  'request.idempotencyKeyReused': { status: 422, message: '这个请求编号已用于另一项操作，请重新提交' },
  'request.changedMeanwhile': { status: 409, message: '内容刚被他人修改过，请核对最新内容后再保存' },
  'session.required': { status: 401, message: '请先登录' },
  'session.forbidden': { status: 403, message: '你没有办理此项的权限，请联系中心管理员' },
  'system.unavailable': { status: 503, message: '服务正忙或正在恢复，请稍后再试，你填写的内容不会丢失' },
  'system.failed': { status: 500, message: '系统出了问题，我们已记录，请稍后再试' },
} satisfies ErrorDefinitions<RequestErrorCode>

export const refuseRequest = refusals(requestErrors)
