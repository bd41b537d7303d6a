import type { Demand, DemandStep } from '@dangqun/contracts/financing/demands/schemas'
import { closeReasonLabels, mostBanks } from '@dangqun/contracts/financing/demands/vocabulary'
import { awaitsFirm } from '@dangqun/contracts/financing/referrals/vocabulary'
import { isAnonymousOffer, isOpenReferral } from './financing-referral.rules'
import { sayHolder } from './financing-summary.rules'

/** The one sentence on top of a demand. */
export function headline(demand: Pick<Demand, 'state' | 'holder' | 'banks' | 'note' | 'closeReason' | 'referrals'>): string {
  const mine = banksWaiting(demand)
  switch (demand.state) {
    case 'open':
      if (mine > 0) return `${mine} 家银行等你办一步`
      return demand.banks > 0 && areAllOffered(demand) ? `等 ${demand.banks} 家银行接单` : sayHolder(demand)
    case 'draft': return demand.note === null ? '还没有提交' : '请改一改，再提交'
    case 'closed': return demand.closeReason === null ? '已结束' : closeReasonLabels[demand.closeReason]
    case 'withdrawn': return '你已撤回这份需求'
    default: return sayHolder(demand)
  }
}

/** What the state means for the firm, and what comes next. */
export function advice({ state, audience, banks, referrals }: Pick<Demand, 'state' | 'audience' | 'banks' | 'referrals'>): string {
  switch (state) {
    case 'draft': return '填好以后提交，中心会在 1 个工作日内核对。'
    case 'submitted': return '中心核对企业和联系人后，系统马上按真实成本排好产品给你选。银行现在还看不到。'
    case 'verified': return '产品排好以后，会在消息里告诉你。银行现在还看不到。'
    case 'matched': return `最多选 ${mostBanks} 家银行，逐家决定给不给看资料。没有你的同意，银行什么也看不到。`
    case 'open':
      if (banksWaiting({ referrals }) > 0) return '点开下面标着“等你”的银行。'
      if (banks > 0) return areAllOffered({ referrals }) ? '银行接单后，客户经理会打给你。两个工作日没有银行接，中心会打电话催。' : '有进展会在消息里告诉你，也可以随时停止给哪家银行看。'
      return audience === 'all' ? '银行只看得到金额、期限、担保、行业和档次，看不到你是谁。有银行接单后，由你决定告不告诉它。' : '可以再选几家，也可以结束这份需求。'
    case 'closed': return '银行不再看得到你的资料。需要时可以再提一份。'
    case 'withdrawn': return '所有银行都看不到你的资料了。需要时可以再提一份。'
  }
}

/** A line of the history: `你提交了需求`, `党群服务中心核对无误`. */
export function sayDemandStep({ action, to }: Pick<DemandStep, 'action' | 'to'>, audience: Demand['audience']): string {
  switch (action) {
    case 'create': return '你开始填写'
    case 'submit': return '你提交了需求'
    case 'verify': return '党群服务中心核对无误'
    case 'return': return '党群服务中心请你改一改'
    case 'match': return '产品已经排好'
    case 'open': return to === 'open' && audience === 'all' ? '你把需求发给了所有银行' : '你选了银行'
    case 'close': return '你结束了需求'
    case 'satisfy': return '借够了，需求自动结束'
    case 'withdraw': return '你撤回了需求'
  }
}

/** What somebody does in a state. */
const current: Partial<Record<Demand['state'], string>> = { draft: '你来填写，提交', submitted: '党群服务中心核对', verified: '系统匹配产品', matched: '你来选银行', open: '银行办理' }
const line = ['submitted', 'matched', 'open'] as const

/** The step that is under way; null at an end. */
export function currentStep({ state, note, holder, banks }: Pick<Demand, 'state' | 'note' | 'holder' | 'banks'>): string | null {
  if (state === 'open' && holder === 'firm') return banks > 0 ? '你来办一步，有银行在等' : '你来再选银行，或结束需求'
  return state === 'draft' && note !== null ? '你来修改，再提交' : (current[state] ?? null)
}

/** What is still to come after the step that is under way. */
export function aheadOf({ state }: Pick<Demand, 'state'>): string[] {
  if (!(state in current)) return []
  const at = state === 'verified' ? 0 : line.findIndex((each) => each === state)
  return [...line.slice(at + 1).map((each) => current[each] ?? ''), '放款，结束']
}

/** Nobody of those that are asked has claimed it yet. */
function areAllOffered({ referrals }: Pick<Demand, 'referrals'>): boolean {
  return referrals.filter(isOpenReferral).every(({ state }) => state === 'offered')
}

/** How many banks wait for the firm. */
export function banksWaiting({ referrals }: Pick<Demand, 'referrals'>): number {
  return referrals.filter(awaitsFirm).length
}

/** How many further banks may be picked now. */
export function placesLeft({ banks }: Pick<Demand, 'banks'>): number {
  return Math.max(0, mostBanks - banks)
}

/** Banks that cannot be picked: at work on it, or through with it. One that lapsed or was stopped can be asked again, one that was asked without a name can be named. */
export function banksTaken({ referrals }: Pick<Demand, 'referrals'>): ReadonlySet<string> {
  return new Set(referrals.filter((each) => !['lapsed', 'withdrawn'].includes(each.state) && !isAnonymousOffer(each)).map(({ bank }) => bank.id))
}
