import { AccountBookOutlined, ApartmentOutlined, AuditOutlined, BankOutlined, BarChartOutlined, CalendarOutlined, ExportOutlined, FieldTimeOutlined, FormOutlined, IdcardOutlined, MoneyCollectOutlined, NotificationOutlined, PercentageOutlined, QrcodeOutlined, SafetyCertificateOutlined, ScheduleOutlined, SettingOutlined, SwapOutlined, TeamOutlined, UserAddOutlined } from '@ant-design/icons'
import type { Permission } from '@dangqun/contracts/kit/access'
import type { ReactNode } from 'react'

export interface Section {
  /** Below the centre: `/shangbai/activities`. */
  path: string
  label: string
  icon: ReactNode
  /** Whoever holds none of them at the centre does not see the section. */
  needs: Permission
}

export const sections: readonly Section[] = [
  { path: 'activities', label: '活动报名', icon: <CalendarOutlined aria-hidden />, needs: 'activities.manage' },
  { path: 'no-shows', label: '爽约与申诉', icon: <FieldTimeOutlined aria-hidden />, needs: 'activities.readSignUps' },
  { path: 'exports', label: '名单导出', icon: <ExportOutlined aria-hidden />, needs: 'activities.readSignUps' },
  { path: 'announcements', label: '公告', icon: <NotificationOutlined aria-hidden />, needs: 'notices.announce' },
  { path: 'transfers', label: '组织关系', icon: <SwapOutlined aria-hidden />, needs: 'transfer.readCases' },
  { path: 'organizations', label: '组织架构', icon: <ApartmentOutlined aria-hidden />, needs: 'organization.readTree' },
  { path: 'members', label: '党员名册', icon: <IdcardOutlined aria-hidden />, needs: 'organization.readMembers' },
  { path: 'bindings', label: '身份核对', icon: <SafetyCertificateOutlined aria-hidden />, needs: 'organization.manageBindings' },
  { path: 'persons', label: '人员登记', icon: <UserAddOutlined aria-hidden />, needs: 'organization.manageBindings' },
  { path: 'firms', label: '企业名录', icon: <BankOutlined aria-hidden />, needs: 'organization.readFirms' },
  { path: 'demands', label: '融资需求', icon: <FormOutlined aria-hidden />, needs: 'financing.handleDemands' },
  { path: 'referrals', label: '对接单', icon: <AccountBookOutlined aria-hidden />, needs: 'financing.readReferrals' },
  { path: 'financing-figures', label: '融资数据', icon: <BarChartOutlined aria-hidden />, needs: 'financing.handleDemands' },
  { path: 'loans', label: '贷款产品', icon: <MoneyCollectOutlined aria-hidden />, needs: 'financing.readVersions' },
  { path: 'lprs', label: 'LPR 公布值', icon: <PercentageOutlined aria-hidden />, needs: 'financing.manageLprs' },
  { path: 'codes', label: '二维码', icon: <QrcodeOutlined aria-hidden />, needs: 'centers.printCodes' },
  { path: 'grants', label: '账号与权限', icon: <TeamOutlined aria-hidden />, needs: 'accounts.manageGrants' },
  { path: 'audit', label: '审计记录', icon: <AuditOutlined aria-hidden />, needs: 'audit.read' },
  { path: 'workdays', label: '放假安排', icon: <ScheduleOutlined aria-hidden />, needs: 'centers.manageWorkdays' },
  { path: 'settings', label: '中心设置', icon: <SettingOutlined aria-hidden />, needs: 'centers.readSettings' },
]
