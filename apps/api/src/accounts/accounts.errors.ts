import type { AccountsErrorCode } from '@dangqun/contracts/accounts/vocabulary'
import { refusals, type ErrorDefinitions } from '../platform/errors/app-error.js'

export const accountsErrors = {
  'accounts.wechatRefused': { status: 400, message: '微信登录没有成功，请重新打开小程序再试' },
  'accounts.wechatUnavailable': { status: 503, message: '微信暂时没有回应，请稍后再试' },
  'accounts.wrongPassword': { status: 400, message: '用户名或密码不对，请核对后重试' },
  'accounts.disabled': { status: 403, message: '这个账号已停用，请联系中心工作人员' },
} satisfies ErrorDefinitions<AccountsErrorCode>

export const refuseAccounts = refusals(accountsErrors)
