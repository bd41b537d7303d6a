import type { Transfer, TransferStepTaken, TransferSummary } from '@dangqun/contracts/transfer/schemas'
import { isOnPaper, transferActionLabel, transferOfficeLabels, transferStateLabels, type TransferAction, type TransferState } from '@dangqun/contracts/transfer/vocabulary'
import type { Tone } from '../ui/palette'

export const stateMarks: Record<TransferState, { tone: Tone; icon: string }> = {
  intake: { tone: 'live', icon: '●' }, placed: { tone: 'waiting', icon: '…' }, draft: { tone: 'quiet', icon: '✎' }, submitted: { tone: 'live', icon: '●' }, prechecked: { tone: 'live', icon: '●' }, endorsed: { tone: 'live', icon: '●' },
  refusal_pending: { tone: 'waiting', icon: '?' }, returned: { tone: 'waiting', icon: '↩' }, issued: { tone: 'waiting', icon: '→' }, receiving: { tone: 'live', icon: '●' }, archive_check: { tone: 'live', icon: '●' },
  supplement: { tone: 'waiting', icon: '…' }, rejection_pending: { tone: 'waiting', icon: '?' }, accepted: { tone: 'live', icon: '✓' }, rejected: { tone: 'waiting', icon: '↩' }, expired: { tone: 'waiting', icon: '!' },
  withdrawn: { tone: 'off', icon: '×' }, refused: { tone: 'off', icon: '×' }, voided: { tone: 'off', icon: '×' }, closed: { tone: 'done', icon: '✓' },
}

const ownWords: Partial<Record<TransferStepTaken['action'], string>> = { create: '新建', register: '登记转入意向', expire: '过了有效期', lapse: '复核到期，退回原处' }

/** What happened, as a line of the history says it. */
export function stepWords({ action, from }: Pick<TransferStepTaken, 'action' | 'from'>, transfer: Pick<Transfer, 'direction' | 'kind'>): string {
  return ownWords[action] ?? actionWords(action as TransferAction, from, transfer)
}

/** The verb of an act where it is done: the same act is worded by where the case stands. */
export function actionWords(action: TransferAction, state: TransferState | null, { direction, kind }: Pick<Transfer, 'direction' | 'kind'>): string {
  if (action === 'refuse' && direction === 'in') return '不同意接收'
  if ((action === 'confirm-refusal' || action === 'overturn-refusal') && direction === 'in') return action === 'confirm-refusal' ? '同意不接收' : '驳回，退回原处'
  if (action === 'endorse' && state === 'intake') return '支部同意接收'
  if (action === 'accept' && state === 'expired') return '按回执补记接收'
  // On the origin's record: what the receiver did, or has told by its receipt.
  if (direction === 'out' && action === 'receive') return '登记对方收到'
  if (direction === 'out' && action === 'file-receipt') return '登记收到回执'
  return transferActionLabel(action, kind)
}

/** The next natural step, which the key A takes; refusals and returns are never it. */
const onward: readonly TransferAction[] = ['submit', 'precheck', 'endorse', 'issue', 'place', 'receive', 'accept', 'supplement', 'assign', 'file-receipt', 'close', 'confirm-refusal', 'confirm-rejection', 'reissue']
const backward: readonly TransferAction[] = ['return', 'reject', 'refuse', 'overturn-refusal', 'overturn-rejection']

export function onwardAction({ allowedActions, state }: Pick<Transfer, 'allowedActions' | 'state'>): TransferAction | undefined {
  // A letter that is out waits for its receiver; one that ran out is issued anew, unless a receipt tells otherwise.
  const usual = state === 'expired' ? ['reissue' as const, ...onward] : onward.filter((action) => state !== 'issued' || action !== 'reissue')
  return usual.find((action) => allowedActions.includes(action))
}

export function backwardAction({ allowedActions }: Pick<Transfer, 'allowedActions'>): TransferAction | undefined {
  return backward.find((action) => allowedActions.includes(action))
}

/** Acts that cannot be taken back, or send somebody away. */
export const graveActions: readonly TransferAction[] = ['refuse', 'confirm-refusal', 'void', 'reject', 'confirm-rejection', 'withdraw']

/** What doing it means for the people on the other side of it. */
export function effectWords(action: TransferAction, { direction, kind }: Pick<Transfer, 'direction' | 'kind'>): string | null {
  switch (action) {
    case 'precheck': return '通过后交给原党支部。'
    case 'return': return '退给本人补正，本人会收到消息，看到原因和说明。'
    case 'refuse': return '需另一位同事复核，复核同意后才生效；3 个工作日没有复核，退回原处。'
    case 'reject': return '需另一位同事复核，复核同意后才退回对方。'
    case 'confirm-refusal': return '复核同意后这件办理结束，不能恢复。'
    case 'confirm-rejection': return '复核同意后退回原党委。'
    case 'issue': return isOnPaper(kind) ? '编号照空白介绍信上印的填，三联相同，用过的不能再用。' : '在全国党员管理信息系统里发起后，再在这里登记。'
    case 'void': return isOnPaper(kind) ? '作废后这件办理结束，编号不再使用，不能恢复。' : '作废后这件办理结束，不能恢复。'
    case 'reissue': return isOnPaper(kind) ? '旧介绍信随即作废。' : '在全国党员管理信息系统里重新发起后，再在这里登记。'
    case 'accept': return direction === 'internal' ? '接收后由新支部编入。' : '接收后，党员由接收方管理；还要编入支部' + (isOnPaper(kind) ? '、寄回回执。' : '。')
    case 'withdraw': return '撤回后这件办理结束；需要时可以重新申请。'
    case 'close': return '办结后不能再改。'
    default: return null
  }
}

const deeds: Partial<Record<TransferState, string>> = {
  submitted: '预审', prechecked: '支部审核', endorsed: '开具介绍信', issued: '收介绍信', receiving: '接收审核', intake: '支部、党委同意接收', placed: '收介绍信',
}

/** What is still to be done in a state ahead, as a line of the way says it. */
export function aheadWords(state: TransferState, { direction, kind }: Pick<Transfer, 'direction' | 'kind'>): string {
  if (state === 'accepted') return direction === 'internal' || !isOnPaper(kind) ? '编入支部，办结' : '编入支部，寄回回执，办结'
  if (state === 'endorsed' && direction === 'internal') return '党委接收'
  if (!isOnPaper(kind) && (state === 'endorsed' || state === 'issued' || state === 'placed')) return state === 'endorsed' ? '在系统里转出' : '在系统里接收'
  return deeds[state] ?? transferStateLabels[state]
}

export function sayHolder({ holder }: Pick<TransferSummary, 'holder'>): string {
  return holder === null ? '' : holder.name || transferOfficeLabels[holder.office]
}
