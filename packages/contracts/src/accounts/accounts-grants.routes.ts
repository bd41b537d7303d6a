import type { CenterParams } from '../centers/centers.schemas.js'
import { route } from '../kit/route.js'
import type { Session } from './accounts.schemas.js'
import type { CenterObject, GrantsPage, GrantsQuery, InvitationCode, InvitationOffer, InvitationsPage, InvitationsQuery, Join, NewInvitation, RevokeGrant, WriteInvitation } from './accounts-grants.schemas.js'

export const grantsRoutes = {
  list: route<{ params: CenterParams; query: GrantsQuery; reply: GrantsPage }>({
    method: 'GET', path: '/centers/{center}/grants', access: 'accounts.manageGrants', status: 200, summary: '本中心的账号与角色；安全管理员还能看到平台的角色',
  }),
  revoke: route<{ params: CenterObject; body: RevokeGrant; reply: null }>({
    method: 'POST', path: '/centers/{center}/grants/{id}/revoke', access: 'accounts.manageGrants', status: 200, summary: '收回一个角色，写明原因',
  }),
  listInvitations: route<{ params: CenterParams; query: InvitationsQuery; reply: InvitationsPage }>({
    method: 'GET', path: '/centers/{center}/invitations', access: 'accounts.manageGrants', status: 200, summary: '发出的邀请',
  }),
  invite: route<{ params: CenterParams; body: WriteInvitation; reply: NewInvitation }>({
    method: 'POST', path: '/centers/{center}/invitations', access: 'accounts.manageGrants', status: 201, summary: '发出邀请：得到一个只能用一次的邀请码',
  }),
  withdrawInvitation: route<{ params: CenterObject; body: object; reply: null }>({
    method: 'POST', path: '/centers/{center}/invitations/{id}/withdraw', access: 'accounts.manageGrants', status: 200, summary: '收回一个还没有用的邀请',
  }),
  checkInvitation: route<{ body: InvitationCode; reply: InvitationOffer }>({
    method: 'POST', path: '/me/invitations/check', access: 'signedIn', status: 200, summary: '看一个邀请码给的是什么角色',
  }),
  acceptInvitation: route<{ body: InvitationCode; reply: InvitationOffer }>({
    method: 'POST', path: '/me/invitations/accept', access: 'signedIn', status: 200, summary: '接受邀请：角色记到我的账号上',
  }),
  join: route<{ body: Join; reply: Session }>({
    method: 'POST', path: '/auth/join', access: 'public', status: 200, summary: '用邀请码开一个管理后台账号并登录',
  }),
}
