import type { CenterParams } from '../centers/centers.schemas.js'
import { route } from '../kit/route.js'
import type { CreateMember, EndMember, Member, MemberParams, MembersPage, MembersQuery, UpdateMember } from './organization-members.schemas.js'

const members = '/centers/{center}/members'

export const membersRoutes = {
  listMembers: route<{ params: CenterParams; query: MembersQuery; reply: MembersPage }>({
    method: 'GET', path: members, access: 'organization.readMembers', status: 200, summary: '党员名册：只列职权范围内的，证件号和手机号打码',
  }),
  getMember: route<{ params: MemberParams; reply: Member }>({
    method: 'GET', path: `${members}/{id}`, access: 'organization.readMembers', status: 200, summary: '一名党员的完整信息；每次查看都有记录',
  }),
  createMember: route<{ params: CenterParams; body: CreateMember; reply: Member }>({
    method: 'POST', path: members, access: 'organization.manageMembers', status: 201, summary: '登记党员',
  }),
  updateMember: route<{ params: MemberParams; body: UpdateMember; reply: Member }>({
    method: 'PATCH', path: `${members}/{id}`, access: 'organization.manageMembers', status: 200, summary: '更正党员信息、编入支部、登记流动状态',
  }),
  endMember: route<{ params: MemberParams; body: EndMember; reply: Member }>({
    method: 'POST', path: `${members}/{id}/end`, access: 'organization.manageMembers', status: 200, summary: '移出名册（已转走、去世等），记录保留',
  }),
}
