import type { BindingsErrorCode } from '@dangqun/contracts/organization/bindings/vocabulary'
import type { FirmsErrorCode } from '@dangqun/contracts/organization/firms/vocabulary'
import type { MembersErrorCode } from '@dangqun/contracts/organization/members/vocabulary'
import type { OrganizationTreeErrorCode } from '@dangqun/contracts/organization/tree/vocabulary'
import { refusals, type ErrorDefinitions } from '../platform/errors/app-error.js'

export const organizationErrors = {
  'organization.notFound': { status: 404, message: '找不到这个组织' },
  'organization.upperNotFound': { status: 409, message: '找不到所选的上级组织，可能刚被撤销，请重新选择' },
  'organization.partnerNotFound': { status: 409, message: '找不到所选的协同组织，可能刚被撤销，请重新选择' },
  'organization.wouldCircle': { status: 409, message: '不能隶属于自己或自己的下级，请选择别的上级' },
  'organization.upperUnfit': { status: 409, message: '{kind}不能这样隶属，请选择合适的上级' },
  'organization.codeTaken': { status: 409, message: '这个组织代码已被其他组织使用，请核对' },
  'organization.nameTaken': { status: 409, message: '已有全称相同的组织，请核对' },
  'organization.coreTaken': { status: 409, message: '已有一个核心组织，“1”只能有一个' },
  'organization.dissolved': { status: 409, message: '这个组织已撤销，不能再改' },
  'organization.stillHolds': { status: 409, message: '还不能撤销：{words}，请先移走' },
  'organization.memberNotFound': { status: 404, message: '找不到这名党员' },
  'organization.memberExists': { status: 409, message: '名册里已有这个人的在册记录，请按姓名查找' },
  'organization.memberEnded': { status: 409, message: '这条记录已移出名册，不能再改' },
  'organization.branchUnfit': { status: 409, message: '所选支部不能编入党员，可能刚被撤销，请重新选择' },
  'organization.personNotFound': { status: 409, message: '找不到所选的人员，请重新选择' },
  'organization.bindingNotFound': { status: 404, message: '找不到这条申请' },
  'organization.bindingWrongState': { status: 409, message: '这条申请已经处理过了，请刷新后再看' },
  'organization.memberBound': { status: 409, message: '这条党员记录已绑定了别的账号，请先核对并解除原来的绑定' },
  'organization.targetNotFound': { status: 409, message: '找不到所选的记录，请重新选择' },
  'organization.birthDateWrong': { status: 400, message: '出生日期不对，请对照证件再填一次' },
  'organization.mergeConflict': { status: 409, message: '两条记录不能合并：同一场活动两边都报了名，或两边都有党员记录。请先取消其中一个' },
  'organization.mergeTwoAccounts': { status: 409, message: '这个人已有自己的账号，只能把没有账号的登记并入别人' },
  'organization.firmNotFound': { status: 404, message: '找不到这家企业' },
  'organization.creditCodeTaken': { status: 409, message: '名录里已有这个统一社会信用代码的企业，请核对' },
  'organization.tagsFull': { status: 409, message: '{name}的标签会超过 {most} 个，请先去掉一些' },
} satisfies ErrorDefinitions<OrganizationTreeErrorCode | MembersErrorCode | BindingsErrorCode | FirmsErrorCode>

export const refuseOrganization = refusals(organizationErrors)
