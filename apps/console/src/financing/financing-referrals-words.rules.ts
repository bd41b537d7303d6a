import type { Referral, ReferralStep, ReferralSummary } from '@dangqun/contracts/financing/referrals/schemas'
import { declineCodeAdvice, partyLabels, referralActionLabels, referralEnds, type DeclineCode, type Party, type ReferralAction, type ReferralClockAction, type ReferralState } from '@dangqun/contracts/financing/referrals/vocabulary'
import { industryDivisions } from '@dangqun/contracts/organization/firms/vocabulary'
import type { Tone } from '../ui/palette'
import type { Viewer } from './financing-referrals-filter.rules'

/** A firm as its reader may know it: its name, or no more than what it does. */
export function firmWords({ firmName, industry }: Pick<ReferralSummary, 'firmName' | 'industry'>): string {
  return firmName ?? `匿名企业 · ${industryName(industry)}`
}

export function industryName(industry: string | null): string {
  return (industry !== null && industryDivisions[industry]) || '行业未登记'
}

export const referralMarks: Record<ReferralState, { tone: Tone; icon: string }> = {
  offered: { tone: 'live', icon: '●' }, claimed: { tone: 'waiting', icon: '…' }, consented: { tone: 'live', icon: '●' }, contacted: { tone: 'live', icon: '●' }, materials: { tone: 'live', icon: '●' }, due_diligence: { tone: 'live', icon: '●' },
  granted: { tone: 'live', icon: '✓' }, signed: { tone: 'live', icon: '✓' }, disbursed: { tone: 'done', icon: '✓' }, declined: { tone: 'off', icon: '×' }, not_drawn: { tone: 'off', icon: '×' }, closed: { tone: 'done', icon: '✓' },
  withdrawn: { tone: 'off', icon: '×' }, lapsed: { tone: 'off', icon: '×' },
}

/** Who has to do something now, as the reader calls them. */
export function holderWords(holder: Party | null, viewer: Viewer): string {
  if (holder === null) return ''
  return holder === viewer ? (viewer === 'bank' ? '本行' : '中心') : partyLabels[holder]
}

/** Who took a step; null: the house by itself. */
export function partyWords(party: Party | null): string {
  return party === null ? '系统自动' : partyLabels[party]
}

/** What happens to a referral without anybody pressing. */
export const referralClockLabels: Record<ReferralClockAction, string> = { offer: '发出', lapse: '逾期未接续', complete: '没有答复，按齐全处理', 'run-out': '批准过期没有提款', satisfy: '需求已满足', end: '需求已结束', 'settle-drawdown': '没有答复，按单方确认' }
const isOfClock = (action: ReferralStep['action']): action is ReferralClockAction => action in referralClockLabels

export function referralStepWords({ action, from }: Pick<ReferralStep, 'action' | 'from'>): string {
  if (isOfClock(action)) return referralClockLabels[action]
  return action === 'consent' && from !== 'claimed' && from !== 'offered' ? '续上授权' : referralActionWords(action, from)
}

/** The verb of an act where it is done: before a bank has taken a demand up it refuses no loan. */
export function referralActionWords(action: ReferralAction, state: ReferralState | null): string {
  return action === 'decline' && (state === 'offered' || state === 'claimed') ? '不接这一单' : referralActionLabels[action]
}

/** Acts with buttons of their own: a drawdown's stand beside it. */
const ofDrawdowns: readonly ReferralAction[] = ['confirm-drawdown', 'dispute-drawdown', 'reconcile-drawdown']
/** The next natural step, which the key A takes; what ends a referral is never it. */
const onward: readonly ReferralAction[] = ['claim', 'contact', 'answer-materials', 'deliver', 'grant', 'sign', 'report-drawdown']
const backward: readonly ReferralAction[] = ['decline', 'mark-not-drawn']
export const graveReferralActions: readonly ReferralAction[] = backward

export interface Buttons {
  onward: ReferralAction | undefined
  backward: ReferralAction | undefined
  others: ReferralAction[]
}

/** What the server allows, as buttons: one stands out, one ends it, the rest beside. */
export function buttonsOf({ allowedActions }: Pick<Referral, 'allowedActions'>): Buttons {
  const first = onward.find((action) => allowedActions.includes(action))
  const last = backward.find((action) => allowedActions.includes(action))
  return { onward: first, backward: last, others: allowedActions.filter((action) => action !== first && action !== last && !ofDrawdowns.includes(action)) }
}

/** What doing it means for the people on the other side of it; null where its dialog says all. */
export function referralEffect(action: ReferralAction, { state, sharing }: Pick<Referral, 'state' | 'sharing'>): string | null {
  switch (action) {
    case 'claim': return sharing.state === 'standing' ? '企业选了本行，接单后就能看到名称和联系人，要在 1 个工作日内联系。' : '接单后由企业决定要不要告诉本行它是谁；2 个工作日里没有授权，这一单自动结束。'
    case 'contact': return '先打过电话再登记。企业会在手机上看到要带的材料；材料交到银行，不在这里上传。'
    case 'deliver': return '登记收到一次材料。3 个工作日内要答复是否齐全，没有答复就按齐全处理。'
    case 'answer-materials': return '每交来一次材料只能答复一次：要么齐全，要么把缺的一次列全。'
    case 'grant': return '企业会在手机上看到这些数字，签约时以它们为准。'
    case 'decline': return '这一单结束，不能恢复。企业会看到原因和下面的建议。'
    case 'sign': return '登记和企业签好了合同。'
    case 'report-drawdown': return '登记一笔已经放出的款。企业 5 个工作日里确认或提出不同数字；没有答复，按单方确认统计。'
    case 'confirm-drawdown': return '确认后计入双方确认的放款。'
    case 'dispute-drawdown': return '填本行账上的数字；双方对不上，由中心核定。'
    case 'reconcile-drawdown': return '核定后按这里的数字统计，双方都能看到。'
    case 'mark-not-drawn': return `这一单结束，不能恢复。${state === 'signed' ? '合同按双方的约定处理。' : ''}`
    case 'rate': return '只用于服务评价的汇总，不影响企业的贷款。'
    case 'close': return '办结后不能再登记放款。'
    default: return null
  }
}

/** What the firm will read about a decline. */
export function declineWords(code: DeclineCode | null): string | undefined {
  return code === null ? undefined : `企业会看到：${declineCodeAdvice[code]}`
}

export interface SharingWords {
  title: string
  body: string
}

/** Why a bank sees no firm, or no longer; null while it sees it. */
export function sharingWords({ state, sharing, identity, isOpenToAll }: Pick<Referral, 'state' | 'sharing' | 'identity'> & { isOpenToAll: boolean }): SharingWords | null {
  if (identity !== null) return null
  if (sharing.state === 'withdrawn') return { title: '企业已停止授权', body: '这里不再显示企业的任何资料。本行自己档案里已有的，请按本行规定处理，企业会直接来提。' }
  if (referralEnds.includes(state)) return { title: '这一单已结束', body: '这里不再显示企业的资料。本行自己档案里已有的，请按本行规定处理。' }
  if (sharing.state === 'lapsed') return { title: '授权到期', body: '90 天的授权已到期，企业资料不再显示；企业续上以后会重新显示。结果仍可以在这里登记。' }
  if (state === 'claimed') return { title: '等企业授权', body: '本行已接单。企业同意以后，这里才显示名称、信用代码和联系人。' }
  return { title: '现在还不显示企业是谁', body: isOpenToAll ? '需求发给了所有合作银行。先看大致情况，有意办理就接单；接单后由企业决定要不要告诉本行它是谁。' : '企业选了本行，也同意把资料给本行：接单以后马上显示名称和联系人。' }
}
