import { readIdNumber } from '@dangqun/contracts/kit/numbers'
import type { TransferField, TransferFinding, TransferForm } from '@dangqun/contracts/transfer/schemas'
import { isOnPaper, type TransferDirection, type TransferKind, type TransferReason } from '@dangqun/contracts/transfer/vocabulary'
import { destinationFindings, titleFindings } from './transfer-title.rules.js'

export interface CheckContext {
  readonly direction: TransferDirection
  readonly kind: TransferKind
  /** `yyyy-MM-dd` in Shanghai. */
  readonly today: string
  /** 停止党籍: decided elsewhere, ends any transfer (条例 Art. 24). */
  readonly isSuspended: boolean
  /** The origin filed its reasons for a probation that is over and undecided. */
  readonly hasProbationOpinion: boolean
}

const labels: Partial<Record<TransferField, string>> = {
  name: '姓名', idNumber: '身份证号', ethnicity: '民族', education: '学历', category: '党员类别', joinedOn: '入党日期', confirmedOn: '转正日期', probationEndsOn: '预备期满日期', phone: '手机号',
  originBranchId: '现在的党支部', receivingBranchId: '新的党支部', originCommitteeName: '现在的基层党委', receivingCommitteeName: '接收党组织', title: '抬头', destination: '去处', cause: '转接原因', duesPaidTo: '党费交至', validDays: '有效期',
}

/** What a case must say before it is submitted, by its kind: nobody is asked for what the case does not need. */
export function requiredFields(direction: TransferDirection, kind: TransferKind, category: TransferForm['category']): TransferField[] {
  const person: TransferField[] = ['name', 'idNumber', 'ethnicity', 'education', 'category', 'joinedOn', category === 'probationary' ? 'probationEndsOn' : 'confirmedOn', 'phone']
  if (direction === 'internal') return [...person, 'originBranchId', 'receivingBranchId', 'cause', 'duesPaidTo']
  const whence: TransferField[] = direction === 'in' ? ['originCommitteeName'] : ['originBranchId']
  const where: TransferField[] = direction === 'in' ? ['destination'] : ['receivingCommitteeName', 'title', 'destination']
  return [...person, ...whence, ...where, 'cause', 'duesPaidTo', ...(isOnPaper(kind) && direction === 'out' ? (['validDays'] as const) : [])]
}

/**
 * What would be sent back, told before it is sent. Takes the whole form with the ID number in full.
 * Sources: DOMAIN §1 "The form"; probation: 条例 and the reasons R01 to R13.
 */
export function findingsOf(form: TransferForm, context: CheckContext): TransferFinding[] {
  const findings: TransferFinding[] = []
  const add = (level: 'stop' | 'warn', field: TransferField | null, reason: TransferReason | null, message: string) => findings.push({ level, field, reason, message, suggestion: null })
  if (context.isSuspended) add('stop', null, 'R03', '党籍状态需要先由原党组织处理，请联系原党支部')
  for (const field of requiredFields(context.direction, context.kind, form.category)) {
    if (form[field] === null || form[field] === '') add('stop', field, null, `请填写${labels[field] ?? ''}`)
  }
  if (form.idNumber && readIdNumber(form.idNumber) === null) add('stop', 'idNumber', 'R03', '身份证号不对，请对照身份证再填一次')
  const { joinedOn, confirmedOn, probationEndsOn, category } = form
  if (joinedOn && joinedOn > context.today) add('stop', 'joinedOn', 'R03', '入党日期不能晚于今天')
  if (category === 'full' && joinedOn && confirmedOn) {
    if (confirmedOn < joinedOn) add('stop', 'confirmedOn', 'R03', '转正日期不能早于入党日期')
    // Members who joined from 1969 to 1977 had no probation.
    else if (confirmedOn < yearAfter(joinedOn) && !(joinedOn >= '1969' && joinedOn < '1978')) add('warn', 'confirmedOn', 'R05', '转正与入党相隔不到一年，请核对；没有错就可以提交')
  }
  if (category === 'probationary' && probationEndsOn && context.direction !== 'in' && probationEndsOn < context.today && !context.hasProbationOpinion) {
    add('stop', 'probationEndsOn', 'R09', '预备期已满，要先由原党支部办理转正、延长或取消，再转组织关系')
  }
  if (form.duesPaidTo && form.duesPaidTo < context.today.slice(0, 7)) add('warn', 'duesPaidTo', 'R06', `党费只交到 ${Number(form.duesPaidTo.slice(0, 4))} 年 ${Number(form.duesPaidTo.slice(5))} 月，开介绍信前一般要交到本月`)
  if (form.title && context.direction === 'out') findings.push(...titleFindings(form.title))
  if (form.destination && context.direction !== 'internal') findings.push(...destinationFindings(form.destination, form.cause))
  if (context.direction === 'internal' && form.receivingBranchId !== null && form.receivingBranchId === form.originBranchId) add('stop', 'receivingBranchId', 'R02', '新支部和现在的支部是同一个，请另选')
  return findings
}

function yearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
}
