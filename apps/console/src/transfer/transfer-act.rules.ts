import type { ActOnTransfer } from '@dangqun/contracts/transfer/schemas'
import { transferReasonLabels, type ReissueCause, type TransferActionPart, type TransferReason } from '@dangqun/contracts/transfer/vocabulary'

/** What an act's dialog holds, as typed. Days are `yyyy-MM-dd`. */
export interface ActValues {
  reason: TransferReason | null
  comment: string
  number: string
  numberAgain: string
  issuedOn: string | null
  validDays: number | null
  issuer: string
  reissueCause: ReissueCause | null
  branchId: string | null
  branchName: string
  reference: string
  receiptOn: string | null
  /** One item a line. */
  missingItems: string
}
export type ActErrors = Partial<Record<keyof ActValues, string>>

export function emptyAct(today: string, validDays: number | null): ActValues {
  return { reason: null, comment: '', number: '', numberAgain: '', issuedOn: today, validDays: validDays ?? 30, issuer: '', reissueCause: null, branchId: null, branchName: '', reference: '', receiptOn: null, missingItems: '' }
}

/** As on the blank: no spaces, half-width. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '')
const linesOf = (text: string) => text.split(/\n|；|;/).map((line) => line.trim()).filter(Boolean)

/** What is still missing or wrong, by field. A letter's number is typed twice: a wrong one is void for good. */
export function checkAct(parts: readonly TransferActionPart[], values: ActValues, today: string): ActErrors {
  const errors: ActErrors = {}
  const needs = (part: TransferActionPart) => parts.includes(part)
  if (needs('reason') && values.reason === null) errors.reason = '请选择原因'
  const isCommentNeeded = needs('comment') && (!needs('reason') || values.reason === 'R99')
  if (isCommentNeeded && values.comment.trim() === '') errors.comment = values.reason === 'R99' ? `选“${transferReasonLabels.R99}”要写明情况` : '请写明说明'
  if (needs('letter') || needs('incomingLetter')) {
    if (plain(values.number) === '') errors.number = '请填写介绍信编号'
    else if (plain(values.numberAgain) !== plain(values.number)) errors.numberAgain = '两次填写的编号不一样，请对照介绍信再填'
    if (values.issuedOn === null) errors.issuedOn = '请选择开具日期'
    else if (values.issuedOn > today) errors.issuedOn = '开具日期不能晚于今天'
    if (values.validDays === null || values.validDays < 1 || values.validDays > 90) errors.validDays = '有效期是 1 到 90 天'
  }
  if (needs('incomingLetter') && values.issuer.trim() === '') errors.issuer = '请填写开具介绍信的党委全称'
  if (needs('reissueCause') && values.reissueCause === null) errors.reissueCause = '请选择重新开具的原因'
  if (needs('branch') && values.branchId === null && values.branchName.trim() === '') errors.branchId = '请选择要编入的支部'
  if (needs('reference') && values.reference.trim() === '') errors.reference = '请填写正式编号'
  if (needs('receipt') && values.receiptOn === null) errors.receiptOn = '请选择回执上的日期'
  if (needs('missingItems') && linesOf(values.missingItems).length === 0) errors.missingItems = '请列出要补的材料，一行一项'
  return errors
}

/** What is sent: the parts that the act asks for, those it offers that were filled in, and a comment whenever there is one. */
export function toAct(parts: readonly TransferActionPart[], values: ActValues, version: number, offers: readonly TransferActionPart[] = []): ActOnTransfer {
  const needs = (part: TransferActionPart) => parts.includes(part)
  const letter = { number: plain(values.number), issuedOn: values.issuedOn ?? '', validDays: values.validDays ?? 0 }
  return {
    version,
    ...(values.comment.trim() ? { comment: values.comment.trim() } : {}),
    ...(needs('reason') && values.reason ? { reason: values.reason } : {}),
    ...(needs('letter') ? { letter } : {}),
    ...(needs('incomingLetter') ? { incomingLetter: { ...letter, originCommitteeName: values.issuer.trim() } } : {}),
    ...(needs('reissueCause') && values.reissueCause ? { reissueCause: values.reissueCause } : {}),
    ...(needs('branch') ? (values.branchId ? { branchId: values.branchId } : { branchName: values.branchName.trim() }) : {}),
    ...(offers.includes('branch') && values.branchId ? { branchId: values.branchId } : {}),
    ...(needs('reference') ? { reference: values.reference.trim() } : {}),
    ...(needs('receipt') && values.receiptOn ? { receiptOn: values.receiptOn } : {}),
    ...(needs('missingItems') ? { missingItems: linesOf(values.missingItems) } : {}),
  }
}

const fieldOfPath: Readonly<Record<string, keyof ActValues>> = {
  reason: 'reason', comment: 'comment', letter: 'number', 'letter.number': 'number', 'letter.issuedOn': 'issuedOn', 'letter.validDays': 'validDays', incomingLetter: 'number', 'incomingLetter.number': 'number',
  'incomingLetter.issuedOn': 'issuedOn', 'incomingLetter.validDays': 'validDays', 'incomingLetter.originCommitteeName': 'issuer', reissueCause: 'reissueCause', branchId: 'branchId', reference: 'reference',
  receiptOn: 'receiptOn', missingItems: 'missingItems',
}

/** Where the server's own words about a field belong. */
export function refusedFields(fields: Readonly<Record<string, string>>): ActErrors {
  return Object.fromEntries(Object.entries(fields).flatMap(([path, words]) => (fieldOfPath[path] ? [[fieldOfPath[path], words]] : [])))
}
