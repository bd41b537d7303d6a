import type { Referral, ReferralStep, ReferralSummary } from '@dangqun/contracts/financing/referrals/schemas'
import { closeReasonLabels } from '@dangqun/contracts/financing/demands/vocabulary'
import { awaitsFirm, declineCodeAdvice, declineCodeLabels, notDrawnReasonLabels, referralEnds, referralStateLabels, type ReferralState } from '@dangqun/contracts/financing/referrals/vocabulary'
import { sayDue } from './financing-summary.rules'

type Known = Pick<ReferralSummary, 'state' | 'holder' | 'bank' | 'dueAt'>

/** Who has it now and what for, as people say it: `等徽商银行联系你`. */
export function sayWaiting({ state, holder, bank: { name }, dueAt }: Known): string {
  switch (state) {
    case 'offered': return `等${name}接单`
    case 'claimed': return `${name}想办，等你授权`
    case 'consented': return `等${name}联系你`
    case 'contacted': return `等你把材料交给${name}`
    case 'materials': return holder === 'firm' ? '材料还有缺，等你补齐' : `等${name}核对材料`
    case 'due_diligence': return `等${name}答复批不批`
    case 'granted': return `${name}已批准，等你签约`
    case 'signed': return '已签约，等放款'
    case 'disbursed':
      if (holder === 'center') return '放款数字不符，等中心核定'
      if (holder === 'bank') return `已登记放款，等${name}确认`
      return awaitsFirm({ state, holder, dueAt }) ? '已放款，等你确认' : '已放款，都核对过了'
    case 'declined': return `${name}没有批准`
    case 'withdrawn': return '你已停止授权'
    default: return referralStateLabels[state]
  }
}

/** Until when, beside who has it: `最晚 12 月 3 日`; nothing at an end. */
export function sayReferralDue(referral: Pick<ReferralSummary, 'state' | 'dueAt' | 'isOverdue'>): string {
  return isOpenReferral(referral) ? sayDue(referral) : ''
}

/** Offered without the firm's name, as to every bank, and not claimed yet. */
export function isAnonymousOffer({ state, productName }: Pick<ReferralSummary, 'state' | 'productName'>): boolean {
  return state === 'offered' && productName === null
}

export function isOpenReferral({ state }: Pick<ReferralSummary, 'state'>): boolean {
  return !referralEnds.includes(state)
}

/** What the state means for the firm, and what comes next. */
export function referralAdvice({ state, bank: { name }, holder, sharing, declineCode, notDrawnReason, closeReason, materials, dueAt }: Pick<Referral, 'state' | 'bank' | 'dueAt' | 'holder' | 'sharing' | 'declineCode' | 'notDrawnReason' | 'closeReason' | 'materials'>): string {
  switch (state) {
    case 'offered': return sharing.state === 'standing' ? `${name}接单后，客户经理会打给你。` : `${name}只看得到金额、期限、担保、行业和档次，看不到你是谁。`
    case 'claimed': return `${name}还不知道你是谁。同意后才看得到企业名称和联系电话；到期不同意，名额让给别家。`
    case 'consented': return '客户经理会打电话给你，说清要带哪些材料。'
    case 'contacted': return '材料直接交给银行，不传到这里。交齐以后点“材料已交”，银行在 3 个工作日内答复。'
    case 'materials': return holder === 'firm' ? '银行一次说全了缺什么，补齐后再点“材料已交”。' : '银行在 3 个工作日内答复齐不齐；到期没有答复，就算齐全。'
    case 'due_diligence': return materials.isAssumed ? '银行到期没有说缺材料，算齐全。银行从齐全起 30 天内答复。' : '材料已经齐全。银行从齐全起 30 天内答复，不批准要说原因。'
    case 'granted': return '看好金额、利率和期限再签约。觉得不合适，也可以不用这笔贷款。'
    case 'signed': return '放款后登记一下金额和利率，两边一致就核对完了。'
    case 'disbursed':
      if (holder === 'center') return '两边报的数字不一样，中心在 3 个工作日内向两边核定。'
      if (holder === 'bank') return '银行 5 个工作日没有回应，就记为单方确认。'
      return awaitsFirm({ state, holder, dueAt }) ? '核对每一笔放款。数字不对就报你这边的，由中心核定。' : '还有放款就再登记，没有了就办结。'
    case 'declined': return declineCode === null ? '可以换一家银行，不影响其他银行。' : `原因：${declineCodeLabels[declineCode]}。${declineCodeAdvice[declineCode]}`
    case 'not_drawn': return notDrawnReason === null ? '这笔贷款没有用。' : `这笔贷款没有用，原因：${notDrawnReasonLabels[notDrawnReason]}。`
    case 'closed': return closeReason === null || closeReason === 'done' || closeReason === 'ended' ? '这笔贷款办完了。' : `需求结束了（${closeReasonLabels[closeReason]}），这家一并结束。`
    case 'withdrawn': return `${name}已经看不到你的资料。要恢复，可以在需求里重新选它。`
    case 'lapsed': return '到期没有接上，名额空出来了，可以再选一家。'
  }
}

type Taken = Pick<ReferralStep, 'action' | 'party' | 'from' | 'to'>
/** A line of the history, with who did it. */
export function sayReferralStep({ action, party, from, to }: Taken, bank: string): string {
  const who = party === 'bank' ? bank : '你'
  switch (action) {
    case 'offer': return `需求发给了${bank}`
    case 'claim': return `${bank}接单`
    case 'consent': return from === to ? `你续上了给${bank}的授权` : `你授权了${bank}`
    case 'contact': return `${bank}联系了你`
    case 'deliver': return party === 'bank' ? `${bank}收到材料` : '你交了材料'
    case 'answer-materials': return to === 'materials' ? `${bank}说还缺材料` : `${bank}确认材料齐全`
    case 'complete': return '到期没有答复，算材料齐全'
    case 'grant': return `${bank}批准了`
    case 'decline': return `${bank}没有批准`
    case 'sign': return `${who}登记了签约`
    case 'report-drawdown': return `${who}登记了一笔放款`
    case 'confirm-drawdown': return `${who}确认了放款`
    case 'dispute-drawdown': return `${who}说放款数字不符`
    case 'reconcile-drawdown': return '党群服务中心核定了放款'
    case 'settle-drawdown': return '到期没有确认，记为单方确认'
    case 'mark-not-drawn': return party === 'bank' ? `${bank}登记没有提款` : '你决定不用这笔贷款'
    case 'run-out': return '批准过期，没有提款'
    case 'rate': return `${who}做了评价`
    case 'close': return `${who}办结了这一笔`
    case 'withdraw': return `你停止了给${bank}的授权`
    case 'satisfy': return '借够了，这家一并结束'
    case 'end': return '需求结束，这家一并结束'
    case 'lapse': return from === 'claimed' ? '到期没有授权，名额空出来了' : `${bank}到期没有接单`
  }
}

const line: readonly { states: readonly ReferralState[]; title: string }[] = [
  { states: ['offered', 'claimed'], title: '银行接单' },
  { states: ['consented'], title: '客户经理联系你' },
  { states: ['contacted', 'materials'], title: '材料交给银行，核对齐全' },
  { states: ['due_diligence'], title: '银行答复批不批' },
  { states: ['granted'], title: '签约' },
  { states: ['signed'], title: '放款' },
  { states: ['disbursed'], title: '核对放款，办结' },
]

/** What is still to come after the step that is under way; nothing after an end. */
export function referralAhead({ state }: Pick<Referral, 'state'>): string[] {
  const at = line.findIndex(({ states }) => states.includes(state))
  return at < 0 ? [] : line.slice(at + 1).map(({ title }) => title)
}
