/** Words for every kind of fact, `<slice>.<whatHappened>`: what a reader of the ledger sees. A test compares them with the API's facts. */
export const factLabels = {
  'accounts.invited': '发出角色邀请',
  'accounts.invitationWithdrawn': '收回角色邀请',
  'accounts.invitationAccepted': '接受角色邀请',
  'accounts.adminAppointed': '用命令任命平台管理员',
  'accounts.grantRevoked': '收回角色',
  'accounts.consentWithdrawn': '撤回一项授权',
  'accounts.dataExported': '下载本人信息副本',
  'activities.created': '新建活动',
  'activities.updated': '修改活动',
  'activities.published': '发布活动',
  'activities.closed': '截止报名',
  'activities.held': '活动办结',
  'activities.cancelled': '取消活动',
  'activities.signedUp': '报名',
  'activities.signUpCancelled': '取消报名',
  'activities.signUpPromoted': '候补转为报名成功',
  'activities.signUpOffered': '为候补保留名额',
  'activities.offerAccepted': '接受保留的名额',
  'activities.offerDeclined': '放弃保留的名额',
  'activities.offerLapsed': '保留的名额过时失效',
  'activities.checkedIn': '签到',
  'activities.checkInUndone': '撤销签到',
  'activities.checkInConfirmed': '核对签到时间',
  'activities.signedUpAtTheDoor': '现场报名',
  'activities.absencesMarked': '登记未到场',
  'activities.noShowWaived': '免除一次未到场',
  'activities.appealSent': '提交未到场申诉',
  'activities.appealGranted': '申诉通过',
  'activities.appealRefused': '申诉未通过',
  'centers.settingsChanged': '修改中心设置',
  'centers.updated': '修改中心名片',
  'centers.pictureSet': '更换中心照片',
  'centers.pictureRemoved': '删除中心照片',
  'centers.workdaysChanged': '录入放假安排',
  'financing.versionCreated': '起草贷款产品版本',
  'financing.versionChanged': '修改贷款产品版本',
  'financing.versionSubmitted': '提交贷款产品审核',
  'financing.versionApproved': '贷款产品审核通过',
  'financing.versionReturned': '退回贷款产品',
  'financing.versionWithdrawn': '下架贷款产品',
  'financing.versionReplaced': '贷款产品被新版替代',
  'financing.lprEntered': '录入 LPR 公布值',
  'financing.lprRemoved': '删除 LPR 公布值',
  'notices.announcementWritten': '撰写公告',
  'notices.announcementPublished': '发布公告',
  'notices.announcementWithdrawn': '撤回公告',
  'organization.personUpdated': '修改本人资料',
  'organization.contactForgotten': '撤回授权，删除联系方式',
  'organization.personCreated': '登记人员',
  'organization.personsMerged': '合并重复人员',
  'organization.firmCreated': '登记企业',
  'organization.firmUpdated': '修改企业资料',
  'organization.created': '新建组织',
  'organization.updated': '修改组织',
  'organization.moved': '调整组织隶属',
  'organization.dissolved': '撤销组织',
  'organization.memberCreated': '登记党员',
  'organization.memberRead': '查看党员信息',
  'organization.memberUpdated': '修改党员信息',
  'organization.memberEnded': '党员移出名册',
  'organization.bindingAsked': '申请身份核对',
  'organization.bindingRead': '查看身份核对申请',
  'organization.bindingConfirmed': '确认身份',
  'organization.bindingRefused': '身份核对未通过',
  'organization.bindingWithdrawn': '撤回身份核对申请',
  'organization.bindingEnded': '解除身份绑定',
  'transfer.created': '新建接转',
  'transfer.updated': '修改接转材料',
  'transfer.moved': '办理接转一步',
  'transfer.mirrored': '接转进度由对方中心同步',
  'transfer.archiveUpdated': '登记档案去向',
  'transfer.opinionFiled': '写预备期满意见',
  'transfer.consentWithdrawn': '撤回同意，只留编号和日期',
  'transfer.idNumberShown': '查看完整身份证号',
  'transfer.restrictedAsked': '涉密情形引导到柜台',
} as const satisfies Record<`${string}.${string}`, string>
export type FactName = keyof typeof factLabels

/** What a fact's slice is called where facts are filtered. */
export const factSliceLabels = { accounts: '账号与权限', activities: '活动报名', centers: '中心设置', financing: '金融商圈', notices: '消息公告', organization: '组织与人员', transfer: '组织关系接转' } as const
export const factSlices = ['activities', 'organization', 'transfer', 'financing', 'notices', 'accounts', 'centers'] as const satisfies readonly (keyof typeof factSliceLabels)[]
export type FactSlice = (typeof factSlices)[number]

/** What a chain was found to have suffered. */
export const chainProblemKinds = ['changed', 'factMissing', 'sealMissing', 'unsealed', 'cutOff'] as const
export type ChainProblemKind = (typeof chainProblemKinds)[number]
export const chainProblemLabels: Record<ChainProblemKind, string> = {
  changed: '内容或次序被改动',
  factMissing: '记录被删除',
  sealMissing: '封条被删除',
  unsealed: '夹在已封存的记录之间，但没有封条',
  cutOff: '末尾的封条被截断',
}

/** Subjects whose history is shown beside their details. */
export const historyKinds = ['activity', 'member', 'binding', 'organization', 'firm', 'announcement', 'loan', 'center'] as const
export type HistoryKind = (typeof historyKinds)[number]
