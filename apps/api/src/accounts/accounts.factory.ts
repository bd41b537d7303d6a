import type { Sandbox } from '@dangqun/contracts/accounts/schemas'
import type { Role } from '@dangqun/contracts/accounts/vocabulary'

/** Who can be tried in the sandbox. Codes are what the WeChat stand-in understands. */
export const sandboxPersonas: Sandbox['personas'] = [
  { code: 'sandbox:newcomer', title: '第一次来的职工', roles: ['worker'] },
  { code: 'sandbox:regular', title: '常来的职工（已留姓名和手机号）', roles: ['worker'] },
  { code: 'sandbox:staff', title: '中心工作人员（能在手机上签到）', roles: ['center_staff'] },
  { code: 'sandbox:shopkeeper', title: '小店店主', roles: ['worker'] },
  { code: 'sandbox:owner', title: '企业代表（贷款正在办理）', roles: ['worker', 'firm_representative'] },
  { code: 'sandbox:member', title: '党员（已核对身份，没办过接转）', roles: ['worker', 'member'] },
  { code: 'sandbox:mover', title: '党员（组织关系正在转出）', roles: ['worker', 'member'] },
  { code: 'sandbox:returned', title: '党员（接转被退回补正）', roles: ['worker', 'member'] },
  { code: 'sandbox:arriving', title: '外地党员（登记了转入意向）', roles: ['worker'] },
]

export interface DemoConsoleAccount {
  readonly username: string
  readonly password: string
  readonly title: string
  readonly grants: readonly { readonly role: Role; readonly center: string | null; /** Short name of the branch or committee that it acts for. */ readonly organization?: string; /** Of the bank that the grant speaks for. */ readonly bank?: string }[]
}

/** Accounts of the demo; they exist in the sandbox only. */
export const demoConsoleAccounts: readonly DemoConsoleAccount[] = [
  { username: 'staff', password: 'dangqun-demo', title: '尚百中心工作人员', grants: [{ role: 'center_staff', center: 'shangbai' }] },
  { username: 'manager', password: 'dangqun-demo', title: '尚百中心主任，同时管理云海中心', grants: [{ role: 'center_manager', center: 'shangbai' }, { role: 'center_manager', center: 'yunhai' }] },
  { username: 'yunhai', password: 'dangqun-demo', title: '云海中心工作人员', grants: [{ role: 'center_staff', center: 'yunhai' }] },
  { username: 'secretary', password: 'dangqun-demo', title: '尚百商户联合党支部书记', grants: [{ role: 'branch_secretary', center: 'shangbai', organization: '尚百商户联合党支部' }] },
  { username: 'secretary2', password: 'dangqun-demo', title: '尚泽大厦联合党支部书记', grants: [{ role: 'branch_secretary', center: 'shangbai', organization: '尚泽大厦联合党支部' }] },
  { username: 'committee', password: 'dangqun-demo', title: '莲花社区党委组织员', grants: [{ role: 'committee_officer', center: 'shangbai', organization: '莲花社区党委' }] },
  { username: 'committee2', password: 'dangqun-demo', title: '莲花社区党委复核人', grants: [{ role: 'committee_officer', center: 'shangbai', organization: '莲花社区党委' }] },
  { username: 'yunhai-secretary', password: 'dangqun-demo', title: '云帆大厦联合党支部书记', grants: [{ role: 'branch_secretary', center: 'yunhai', organization: '云帆大厦联合党支部' }] },
  { username: 'yunhai-committee', password: 'dangqun-demo', title: '云海社区党委组织员', grants: [{ role: 'committee_officer', center: 'yunhai', organization: '云海社区党委' }] },
  { username: 'yunhai-committee2', password: 'dangqun-demo', title: '云海社区党委复核人', grants: [{ role: 'committee_officer', center: 'yunhai', organization: '云海社区党委' }] },
  { username: 'banker', password: 'dangqun-demo', title: '徽远银行客户经理', grants: [{ role: 'bank_officer', center: 'shangbai', bank: '徽远银行' }] },
  { username: 'banker2', password: 'dangqun-demo', title: '远帆银行客户经理', grants: [{ role: 'bank_officer', center: 'shangbai', bank: '远帆银行' }] },
  { username: 'auditor', password: 'dangqun-demo', title: '平台审计管理员：查看和校验审计记录', grants: [{ role: 'audit_admin', center: null }] },
  { username: 'system', password: 'dangqun-demo', title: '平台系统管理员：新建中心、维护放假安排', grants: [{ role: 'system_admin', center: null }] },
  { username: 'security', password: 'dangqun-demo', title: '平台安全管理员：任命主任和管理员', grants: [{ role: 'security_admin', center: null }] },
]

export function sandboxAnswer(): Sandbox {
  return {
    personas: sandboxPersonas,
    consoleAccounts: demoConsoleAccounts.map(({ username, password, title, grants }) => ({ username, password, title, roles: [...new Set(grants.map(({ role }) => role))] })),
  }
}
