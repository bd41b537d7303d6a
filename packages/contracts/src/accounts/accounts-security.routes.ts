import { route } from '../kit/route.js'
import type { ChangePassword, ConfirmTotp, OwnSessions, RecoveryCodes, RemoveTotp, Security, SessionObject, StartTotp, TotpSecret } from './accounts-security.schemas.js'

export const securityRoutes = {
  get: route<{ reply: Security }>({ method: 'GET', path: '/me/security', access: 'signedIn', status: 200, summary: '我的登录方式和双重验证' }),
  listSessions: route<{ reply: OwnSessions }>({ method: 'GET', path: '/me/sessions', access: 'signedIn', status: 200, summary: '我正登录着的设备' }),
  endSession: route<{ params: SessionObject; body: object; reply: null }>({ method: 'POST', path: '/me/sessions/{id}/end', access: 'signedIn', status: 200, summary: '让一台设备退出登录' }),
  changePassword: route<{ body: ChangePassword; reply: null }>({ method: 'POST', path: '/me/password', access: 'signedIn', status: 200, summary: '换密码；其他设备随即退出' }),
  startTotp: route<{ body: StartTotp; reply: TotpSecret }>({ method: 'POST', path: '/me/totp', access: 'signedIn', status: 200, summary: '开始设置双重验证：给验证器的密钥' }),
  confirmTotp: route<{ body: ConfirmTotp; reply: RecoveryCodes }>({ method: 'POST', path: '/me/totp/confirm', access: 'signedIn', status: 200, summary: '用验证码确认，得到备用码' }),
  removeTotp: route<{ body: RemoveTotp; reply: null }>({ method: 'POST', path: '/me/totp/remove', access: 'signedIn', status: 200, summary: '关掉双重验证' }),
}
