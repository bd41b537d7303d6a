export const memberCategories = ['full', 'probationary'] as const
export type MemberCategory = (typeof memberCategories)[number]
export const memberCategoryLabels: Record<MemberCategory, string> = { full: '正式党员', probationary: '预备党员' }

/** Where a member's life in the branch stands; 停止党籍 and 失联 are decided elsewhere and recorded here. */
export const memberFlows = ['normal', 'outflow', 'inflow', 'lost_contact', 'suspended'] as const
export type MemberFlow = (typeof memberFlows)[number]
export const memberFlowLabels: Record<MemberFlow, string> = { normal: '正常', outflow: '流出', inflow: '流入', lost_contact: '失联', suspended: '停止党籍' }

export const sexes = ['male', 'female'] as const
export type Sex = (typeof sexes)[number]
export const sexLabels: Record<Sex, string> = { male: '男', female: '女' }

export const memberActions = ['update', 'end'] as const
export type MemberAction = (typeof memberActions)[number]

/** What is unusual and still possible: shown, never refused. */
export const memberWarnings = ['probationUnderYear', 'joinedUnder18', 'probationOver'] as const
export type MemberWarning = (typeof memberWarnings)[number]
export const memberWarningLabels: Record<MemberWarning, string> = {
  probationUnderYear: '入党到转正不满一年，请核对（1969 至 1977 年入党的没有预备期）',
  joinedUnder18: '入党时不满 18 岁，请核对',
  probationOver: '预备期已满，请支部讨论转正',
}

export const membersErrorCodes = ['organization.memberNotFound', 'organization.memberExists', 'organization.memberEnded', 'organization.branchUnfit', 'organization.personNotFound'] as const
export type MembersErrorCode = (typeof membersErrorCodes)[number]

const names = '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'

/** 民族, GB/T 3304-1991: code → name. */
export const ethnicities: Readonly<Record<string, string>> = Object.fromEntries(names.split(' ').map((name, index) => [String(index + 1).padStart(2, '0'), `${name}族`]))

/** 学历, GB/T 4658-2006, as far as it names a completed education: code → name. */
export const educations: Readonly<Record<string, string>> = {
  11: '博士研究生毕业', 14: '硕士研究生毕业', 17: '研究生班毕业', 21: '大学本科毕业', 28: '大学普通班毕业', 31: '大学专科毕业',
  41: '中等专科毕业', 44: '职业高中毕业', 47: '技工学校毕业', 61: '普通高中毕业', 71: '初中毕业', 81: '小学毕业', 90: '其他',
}
