import type { AccountsErrorCode } from '@dangqun/contracts/accounts/vocabulary'
import { refusals, type ErrorDefinitions } from '../platform/errors/app-error.js'

export const accountsErrors = {
  'accounts.wechatRefused': { status: 400, message: '微信登录没有成功，请重新打开小程序再试' },
  'accounts.wechatUnavailable': { status: 503, message: '微信暂时没有回应，请稍后再试' },
  'accounts.wrongPassword': { status: 400, message: '用户名或密码不对，请核对后重试' },
  'accounts.disabled': { status: 403, message: '这个账号已停用，请联系中心工作人员' },
  'accounts.grantNotFound': { status: 404, message: '找不到这条授权，可能已被收回' },
  'accounts.mayNotGrant': { status: 403, message: '你不能授予或收回这个角色' },
  'accounts.ownGrant': { status: 409, message: '不能收回自己的角色，请另一位管理员办理' },
  'accounts.alreadyRevoked': { status: 409, message: '这条授权已经收回' },
  'accounts.alreadyGranted': { status: 409, message: '你已经有这个角色，不用再接受邀请' },
  'accounts.adminsApart': { status: 409, message: '系统、安全、审计管理员不能是同一个账号，请换一个账号接受邀请' },
  'accounts.scopeNeeded': { status: 400, message: '请选择这个角色所属的{scope}' },
  'accounts.scopeNotFound': { status: 404, message: '找不到所选的单位，请重新选择' },
  'accounts.invitationNotFound': { status: 404, message: '邀请码不对，请核对后重新输入' },
  'accounts.invitationOver': { status: 409, message: '这个邀请已经用过、过期或被收回，请向发邀请的人要一个新的' },
  'accounts.invitationOtherPerson': { status: 409, message: '这个邀请是给另一个人的。如果就是你，请到中心服务台核对' },
  'accounts.tooManyTries': { status: 429, message: '试的次数太多，请 15 分钟后再试' },
  'accounts.usernameTaken': { status: 409, message: '这个用户名已有人用，请换一个' },
  // The same for a name that exists and one that does not.
  'accounts.locked': { status: 429, message: '连续输错 5 次，已锁定 15 分钟，请稍后再试' },
  'accounts.totpNeeded': { status: 409, message: '请输入验证器上的 6 位验证码，或一个备用码' },
  'accounts.wrongTotp': { status: 400, message: '验证码不对或已用过，请看验证器上新的一个' },
  'accounts.totpOn': { status: 409, message: '双重验证已经开着' },
  'accounts.totpOff': { status: 409, message: '双重验证没有开，或要重新开始设置' },
  'accounts.noPassword': { status: 409, message: '这个账号用微信登录，没有密码' },
  'accounts.phoneCodeRefused': { status: 400, message: '没有取到手机号，请再点一次，或自己填写' },
  'accounts.phoneUnavailable': { status: 409, message: '现在不能用微信取手机号，请自己填写' },
  'accounts.phoneForeign': { status: 409, message: '微信里的不是大陆手机号，请自己填写一个' },
  'accounts.consentNotGiven': { status: 409, message: '这一项没有授权过，或已经撤回' },
  'accounts.sessionNotFound': { status: 404, message: '这台设备已经退出' },
} satisfies ErrorDefinitions<AccountsErrorCode>

export const refuseAccounts = refusals(accountsErrors)
