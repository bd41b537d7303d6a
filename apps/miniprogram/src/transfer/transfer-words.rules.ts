import type { Transfer, TransferStepTaken, TransferSummary } from '@dangqun/contracts/transfer/schemas'
import { isOnline, transferActionLabel, transferDirectionLabels, transferOfficeLabels, type TransferAction, type TransferDirection, type TransferOffice, type TransferState } from '@dangqun/contracts/transfer/vocabulary'
import { sayShortDay } from '@/ui/dates.rules'

/** The places before a 社区, 街道, 镇 or 乡: on the spot nobody says them. */
const places = /^.*(?:开发区|新区|[^社园校]区|县|市)(?=[^区县市]{2,}(?:社区|街道|镇|乡)党委$)/

/** As people call it, from the name on its seal: 中国共产党…支部委员会 → …党支部. */
export function shortName(fullName: string): string {
  const name = fullName.replace(/^(中国共产党|中共)/, '')
  if (name === fullName) return fullName
  if (name.endsWith('总支部委员会')) return `${name.slice(0, -6)}党总支`
  if (name.endsWith('支部委员会')) return `${name.slice(0, -5)}党支部`
  return name.endsWith('委员会') ? `${name.slice(0, -3)}党委`.replace(places, '') : fullName
}

/** What an office does in a state, as people say it. */
const deeds: Partial<Record<TransferState, string>> = {
  intake: '同意接收', placed: '收介绍信', submitted: '预审', prechecked: '审核', endorsed: '开具介绍信', refusal_pending: '复核', issued: '接收', receiving: '接收', archive_check: '查阅档案', supplement: '补齐档案材料',
  rejection_pending: '复核', accepted: '编入支部', rejected: '处理退回', expired: '重新开具介绍信',
}
/** What is done in a state, with who does it: `莲花社区党委开具介绍信`. */
export function sayStep(state: TransferState, office: TransferOffice | null, name: string | null, { direction, kind }: Pick<Transfer, 'direction' | 'kind'>): string {
  const who = name ? shortName(name) : office === null ? '' : transferOfficeLabels[office]
  if (state === 'accepted') return direction === 'internal' ? '编入党支部，办结' : isOnline(kind) ? '编入党支部，办结' : '编入党支部，寄回回执，办结'
  if (state === 'endorsed' && direction === 'internal') return `${who}批准调整`
  if (isOnline(kind) && (state === 'endorsed' || state === 'placed')) return `${who}在系统里${state === 'endorsed' ? '转出' : '接收'}`
  if (state === 'expired' && direction === 'in') return `${who}重新同意接收`
  return `${who}${deeds[state] ?? ''}`
}

/** What is still to come as people count it: receiving a letter and accepting the member is one step. */
export function aheadOf({ state, ahead }: Pick<Transfer, 'state' | 'ahead'>): Transfer['ahead'] {
  return ahead.filter((step) => !(step.state === 'receiving' && (state === 'issued' || ahead.some((other) => other.state === 'issued'))))
}

/** Steps until the member is accepted; what follows then concerns the offices only. */
export function stepsLeft(transfer: Pick<Transfer, 'state' | 'ahead'>): number {
  return aheadOf(transfer).filter(({ state }) => state !== 'accepted').length + 1
}

/** States of a case that goes its way without the member. */
const onTheWay: readonly TransferState[] = ['submitted', 'prechecked', 'endorsed', 'refusal_pending', 'issued', 'receiving', 'archive_check', 'supplement', 'rejection_pending', 'intake']

/** The one sentence on top of a case. */
export function headline(transfer: Pick<Transfer, 'state' | 'holder' | 'ahead' | 'direction' | 'kind' | 'duties'>): string {
  const { state, holder, direction, kind } = transfer
  if (onTheWay.includes(state)) return `还差 ${stepsLeft(transfer)} 步：等${sayStep(state, holder?.office ?? null, holder?.name ?? null, transfer)}`
  switch (state) {
    case 'draft': return '还没有提交'
    case 'returned': return '请补正后再提交'
    case 'placed': return isOnline(kind) ? '可以接收了，请原党委在系统里转出' : '可以接收了，请原党委开介绍信'
    case 'accepted': return transfer.duties.assignedTo ? `已接收，编入${shortName(transfer.duties.assignedTo)}` : '已接收，正在编入支部'
    case 'rejected': return direction === 'in' ? '没有接收，已退回原党委' : '接收方退回了，原党委会联系你'
    case 'expired': return direction === 'in' ? '已过有效期，请联系原党委' : '介绍信过期了，原党委会联系你'
    case 'withdrawn': return '你已撤回申请'
    case 'refused': return direction === 'in' ? '没有同意接收' : '没有同意转出'
    case 'voided': return '这件已作废'
    default: return '已办结'
  }
}

/** In one line of a list or of the home page, where no box says the day: `等莲花社区党委接收，最晚 12 月 3 日`. */
export function summaryLine({ state, holder, dueAt, isOverdue, direction, kind }: TransferSummary): string {
  if (!onTheWay.includes(state)) return headline({ state, holder, ahead: [], direction, kind, duties: { assignedTo: null, receiptFiledOn: null, receiptDueAt: null, reference: null } })
  const due = dueAt === null ? '' : isOverdue ? `，已过 ${sayShortDay(dueAt)}` : `，最晚 ${sayShortDay(dueAt)}`
  return `等${sayStep(state, holder?.office ?? null, holder?.name ?? null, { direction, kind })}${due}`
}

/** What the state means for the member, and what comes next; null where the steps say it all. */
export function advice({ state, direction, kind, letterValidUntil, isOverdue }: Pick<Transfer, 'state' | 'direction' | 'kind' | 'letterValidUntil' | 'isOverdue'>): string | null {
  switch (state) {
    case 'draft': return '填好以后提交，中心会在 1 个工作日内预审。'
    case 'returned': return '改好下面说的地方，再提交一次就行，不限次数。'
    case 'placed': return isOnline(kind) ? '请原党委在系统里按下面的抬头和编码转出。' : '请原党委按下面的抬头开介绍信，寄来或带来都可以。'
    case 'issued': return letterValidUntil && direction === 'out' ? '请在有效期内把介绍信送到接收党委。超过有效期要重新开。' : isOverdue ? '超过期限了，可以打电话问问进展。' : null
    case 'accepted': return '组织关系已经到新的党组织，以后在那里过组织生活、交党费。剩下的手续由党组织办。'
    case 'rejected': return direction === 'in' ? '请联系原党委，问清后重新办理。' : `3 个工作日内会有人联系你，商量${isOnline(kind) ? '重新转出' : '重新开具'}还是改去处。不用重新申请。`
    case 'expired': return direction === 'in' ? (isOnline(kind) ? '请联系原党委重新转出。' : '请联系原党委重新开具介绍信。') : '5 个工作日内会有人联系你，问清原因后重新开具。介绍信过期期间，组织关系还在原支部。'
    case 'refusal_pending': return '经办人提出不同意，要由另一位同志复核后才算数。'
    case 'rejection_pending': return '经办人提出退回，要由另一位同志复核后才算数。'
    case 'withdrawn': return '组织关系没有变化。需要时可以重新办理。'
    case 'refused': return '组织关系没有变化。不认可的话，可以在 15 天内向上一级党委提出。'
    case 'voided': return '组织关系还在原支部。需要时可以重新办理。'
    case 'closed': return isOnline(kind) || direction === 'internal' ? '组织关系已经转好，请到新的党支部报到。' : '介绍信、回执都已归档。请到新的党支部报到。'
    default: return isOverdue ? '超过期限了，可以打电话问问进展。' : null
  }
}

const taken: Partial<Record<TransferStepTaken['action'], string>> = {
  create: '开始填写', register: '登记转入意向', submit: '提交', withdraw: '撤回申请', precheck: '预审通过', return: '退回补正', endorse: '同意', refuse: '提出不同意，待复核', 'confirm-refusal': '复核：不同意',
  'overturn-refusal': '复核：继续办理', void: '作废', place: '同意接收', 'request-archive': '调阅档案', 'request-supplement': '要求补档', supplement: '补齐材料',
  accept: '接收', reject: '提出退回，待复核', 'confirm-rejection': '复核：退回', 'overturn-rejection': '复核：继续接收', assign: '编入支部', 'file-receipt': '寄回回执', close: '办结',
}

/** A line of the history: `尚百商户联合党支部同意`, `你提交了`. */
export function sayTaken({ action, office, by, from }: Pick<TransferStepTaken, 'action' | 'office' | 'by' | 'from'>, { kind }: Pick<Transfer, 'kind'>): string {
  if (action === 'withdraw-consent') return '你撤回了同意，其余在纸上办'
  if (action === 'expire') return from === 'placed' ? '超过 90 天，登记过期' : '介绍信过了有效期'
  if (action === 'lapse') return '到期没有复核，照常办理'
  const deed = taken[action] ?? transferActionLabel(action as TransferAction, kind)
  if (office === 'member') return `你${action === 'create' ? '' : '已'}${deed}`
  const who = office === 'center' || by === null ? (office === null ? '' : transferOfficeLabels[office]) : shortName(by)
  return `${who}${deed}`
}

/** Where a case goes, or comes from: `去往 …`. */
export function sayOtherSide({ direction, otherSide }: Pick<TransferSummary, 'direction' | 'otherSide'>): string | null {
  if (otherSide === null) return null
  return direction === 'in' ? `来自 ${shortName(otherSide)}` : `去往 ${shortName(otherSide)}`
}

/** `转出 · 张江科学城综合党委` */
export function caseTitle({ direction, otherSide }: Pick<TransferSummary, 'direction' | 'otherSide'>): string {
  return otherSide === null ? `组织关系${transferDirectionLabels[direction]}` : `${transferDirectionLabels[direction]} · ${shortName(otherSide)}`
}

/** Whether a case still asks for somebody's act: what stands on the home page. */
export function isOpenCase(state: TransferState): boolean {
  return !['withdrawn', 'refused', 'voided', 'closed'].includes(state)
}

/** The first question, as people would put it. */
export const directionsWords: Record<TransferDirection, { title: string; words: string }> = {
  out: { title: '转出', words: '换了单位或住处，要把组织关系转到别的地方' },
  in: { title: '转入', words: '组织关系在外地或外单位，要转到我们商圈' },
  internal: { title: '内部调整', words: '还在同一个社区党委，只换党支部' },
}

/** What follows when consent is withdrawn after the letter: the case goes on, on paper, and nothing that was issued is void. */
export function sayConsentEnd({ state, letters }: Pick<Transfer, 'state' | 'letters'>): string {
  const hidden = '姓名、身份证号等会从系统里收起，只留编号、日期和党委。撤回后不能恢复。'
  if (!isOpenCase(state)) return `这件已经结束，结果不变。${hidden}`
  const isLetterOut = state !== 'expired' && letters.some(({ isVoid }) => !isVoid)
  return `接转不会停：${isLetterOut ? '开出的介绍信照常有效，' : ''}剩下的手续到柜台用纸质办。${hidden}`
}
