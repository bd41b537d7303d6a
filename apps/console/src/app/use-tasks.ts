import type { Permission } from '@dangqun/contracts/kit/access'
import { useExports } from '../activities/activities-exports.api'
import { useAppeals } from '../activities/activities-no-shows.api'
import { useCenterCard, useSettings } from '../centers/centers.api'
import { useDemandCounts } from '../financing/financing-demands.api'
import { useReferralCounts } from '../financing/financing-referrals.api'
import { useVersions } from '../financing/financing.api'
import { useUnreadCount } from '../notices/notices.api'
import { useBindings } from '../organization/organization-bindings.api'
import { useNow } from '../platform/use-now'
import { useTransferCounts } from '../transfer/transfer.api'
import { waitsTooLong, type Task } from './waiting.rules'

/** A queue is counted by its first page. */
const most = 50

interface Listed {
  items: readonly unknown[]
  nextCursor: string | null
}
const counted = (page: Listed | undefined) => ({ count: page?.items.length ?? 0, more: page?.nextCursor != null })

/** What waits at a centre for somebody with these permissions; each slice is asked by its own route. */
export function useTasks(center: string, permissions: ReadonlySet<Permission>): { tasks: Task[]; isPending: boolean; failed: { error: Error; again: () => void } | undefined } {
  const now = useNow()
  const may = (permission: Permission) => ({ isWanted: permissions.has(permission) })
  const isBank = permissions.has('financing.editProducts') && !permissions.has('financing.approveProducts')

  const cases = useTransferCounts(center, permissions.has('transfer.readCases'))
  const bindings = useBindings(center, { state: 'pending', limit: most }, may('organization.manageBindings'))
  const appeals = useAppeals(center, { state: 'open', limit: most }, may('activities.readSignUps'))
  const exports = useExports(center, { show: 'waiting', limit: most }, may('activities.approveExports'))
  const submitted = useVersions(center, { state: 'submitted', limit: most }, may('financing.approveProducts'))
  const returned = useVersions(center, { state: 'returned', limit: most }, { isWanted: isBank })
  const demands = useDemandCounts(center, permissions.has('financing.handleDemands'))
  const referrals = useReferralCounts(center, permissions.has('financing.readReferrals'))
  const settings = useSettings(center, may('centers.manage'))
  const card = useCenterCard(center)
  const unread = useUnreadCount(center)

  const late = (bindings.data?.items ?? []).filter(({ createdAt }) => waitsTooLong(createdAt, now)).length
  const stale = (exports.data?.items ?? []).filter(({ askedAt }) => waitsTooLong(askedAt, now)).length
  const lacks = (part: 'buildings' | 'services') => (permissions.has('centers.manage') && card.data?.[part].length === 0 ? 1 : 0)
  const year = settings.data?.missingDecree ?? null
  const { waiting = 0, overdue = 0, today = 0 } = cases.data ?? {}
  const [mine, all] = isBank ? [referrals.data, undefined] : [undefined, referrals.data]
  const at = (path: string) => `/${center}/${path}`
  const tasks: Task[] = [
    { key: 'overdueTransfers', title: '组织关系超期', count: overdue, unit: '件', overdue, words: '已过办理期限，先办或催办这些。', to: at('transfers?view=overdue') },
    { key: 'transfers', title: '组织关系接转', count: waiting, unit: '件', overdue: 0, words: today > 0 ? `轮到你这里办；在办的里有 ${today} 件今天到期。` : '轮到你这里办。', to: at('transfers') },
    { key: 'bindings', title: '身份核对', ...counted(bindings.data), unit: '条', overdue: late, words: late > 0 ? `其中 ${late} 条等了两天以上。` : '当面看过证件再确认。', to: at('bindings') },
    { key: 'appeals', title: '未到场申诉', ...counted(appeals.data), unit: '条', overdue: 0, words: '对方暂时不能报名，在等答复。', to: at('no-shows') },
    { key: 'exports', title: '名单导出待审批', ...counted(exports.data), unit: '份', overdue: stale, words: stale > 0 ? `其中 ${stale} 份等了两天以上。` : '看清用途再批准，批准后对方 24 小时内可以下载。', to: at('exports?show=waiting') },
    { key: 'demands', title: '融资需求', count: demands.data?.waiting ?? 0, unit: '件', overdue: demands.data?.overdue ?? 0, words: '核对新提交的，没有银行接的打电话。', to: at('demands') },
    { key: 'lateReferrals', title: '对接单超期', count: all?.overdue ?? 0, unit: '件', overdue: all?.overdue ?? 0, words: '银行没有按时办，打电话催办。', to: at('referrals') },
    { key: 'disputes', title: '放款待核定', count: all?.waiting ?? 0, unit: '件', overdue: 0, words: '企业和银行登记的数字对不上。', to: at('referrals?view=waiting') },
    { key: 'referrals', title: '对接单', count: mine?.waiting ?? 0, unit: '件', overdue: mine?.overdue ?? 0, words: mine && mine.offered > 0 ? `其中 ${mine.offered} 件待接单。` : '轮到本行办：联系、答复材料、审批。', to: at('referrals') },
    { key: 'loans', title: '贷款产品待审核', ...counted(submitted.data), unit: '个', overdue: 0, words: '银行提交了新版本，通过后上架。', to: at('loans?state=submitted') },
    { key: 'returned', title: '退回修改的产品', ...counted(returned.data), unit: '个', overdue: 0, words: '中心写明了原因，改好再提交。', to: at('loans?state=returned') },
    { key: 'buildings', title: '楼宇', count: lacks('buildings'), unit: '项未设置', overdue: 0, words: '先把楼宇加进来，才能登记企业。', to: at('settings?part=buildings') },
    { key: 'services', title: '服务目录', count: lacks('services'), unit: '项未设置', overdue: 0, words: '手机上的“服务”页还是空的，先写上能办的事。', to: at('settings?part=services') },
    { key: 'decree', title: `${year ?? ''} 年放假安排`, count: year === null ? 0 : 1, unit: '项未录入', overdue: 0, words: '跨年的办理期限暂按周一到周五计算。', to: at('settings?part=workdays') },
    { key: 'notices', title: '未读消息', count: unread.data?.unread ?? 0, unit: '条', overdue: 0, words: '发给你个人的消息。', to: at('notices') },
  ]
  const asked = [cases, bindings, appeals, exports, submitted, returned, demands, referrals, settings, card, unread]
  const lost = asked.filter(({ isError, data }) => isError && data === undefined)
  const error = lost[0]?.error
  const again = () => lost.forEach(({ refetch }) => void refetch())
  return { tasks, isPending: asked.some(({ isLoading }) => isLoading), failed: error ? { error, again } : undefined }
}
