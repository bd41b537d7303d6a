import { route } from '../kit/route.js'
import type { Consent, ConsoleLogin, GiveConsent, Me, OwnPhone, PhoneCode, Sandbox, Session, WechatLogin } from './accounts.schemas.js'

export const accountsRoutes = {
  loginByWechat: route<{ body: WechatLogin; reply: Session }>({
    method: 'POST', path: '/auth/wechat', access: 'public', status: 200, summary: '微信登录：用 wx.login 的 code 换取会话',
  }),
  loginToConsole: route<{ body: ConsoleLogin; reply: Session }>({
    method: 'POST', path: '/auth/console', access: 'public', status: 200, summary: '管理后台登录',
  }),
  logout: route<{ body: object; reply: null }>({
    method: 'POST', path: '/auth/logout', access: 'signedIn', status: 200, summary: '退出登录，会话立即失效',
  }),
  me: route<{ reply: Me }>({
    method: 'GET', path: '/me', access: 'signedIn', status: 200, summary: '我的账号、身份和已同意的条款',
  }),
  giveConsent: route<{ body: GiveConsent; reply: Consent }>({
    method: 'POST', path: '/me/consents', access: 'signedIn', status: 201, summary: '记录同意某一版本的条款',
  }),
  readPhone: route<{ body: PhoneCode; reply: OwnPhone }>({
    method: 'POST', path: '/me/phone', access: 'signedIn', status: 200, summary: '用微信“获取手机号”按钮的 code 取自己的手机号，只返回，不保存',
  }),
  sandbox: route<{ reply: Sandbox }>({
    method: 'GET', path: '/sandbox', access: 'public', status: 200, summary: '演示身份与演示账号（仅沙箱模式）',
  }),
}
