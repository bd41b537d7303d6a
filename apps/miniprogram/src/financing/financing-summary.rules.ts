import type { DemandSummary } from '@dangqun/contracts/financing/demands/schemas'
import { demandEnds, demandStateLabels, type DemandState } from '@dangqun/contracts/financing/demands/vocabulary'
import { sayShortDay } from '@/ui/dates.rules'

/** Whether a demand still asks for somebody's act: what stands on the home page. */
export function isOpenDemand({ state }: Pick<DemandSummary, 'state'>): boolean {
  return !demandEnds.includes(state)
}

const waiting: Partial<Record<DemandState, string>> = { draft: '还没有提交', submitted: '等党群服务中心核对', verified: '已核对，正在匹配产品', matched: '可以选银行了' }

/** Who has a demand now, as people say it: `等党群服务中心核对`, `2 家银行在办`. */
export function sayHolder({ state, holder, banks }: Pick<DemandSummary, 'state' | 'holder' | 'banks'>): string {
  if (state !== 'open') return waiting[state] ?? demandStateLabels[state]
  if (holder === 'firm') return banks > 0 ? '有银行等你办一步' : '没有银行在办了，可以再选'
  return banks === 0 ? '等银行接单' : `${banks} 家银行在办`
}

/** `最晚 12 月 3 日`, `已过 12 月 3 日`; nothing without a clock. */
export function sayDue({ dueAt, isOverdue }: Pick<DemandSummary, 'dueAt' | 'isOverdue'>): string {
  return dueAt === null ? '' : `${isOverdue ? '已过' : '最晚'} ${sayShortDay(dueAt)}`
}

/** In one line of a list or of the home page: `等党群服务中心核对，最晚 12 月 3 日`. */
export function summaryLine(demand: Pick<DemandSummary, 'state' | 'holder' | 'banks' | 'dueAt' | 'isOverdue'>): string {
  return isOpenDemand(demand) ? [sayHolder(demand), sayDue(demand)].filter(Boolean).join('，') : demandStateLabels[demand.state]
}
