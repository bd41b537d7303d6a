import { narrow, readIdNumber } from '@dangqun/contracts/kit/numbers'
import { educations, ethnicities, memberCategoryLabels, sexLabels } from '@dangqun/contracts/organization/members/vocabulary'
import type { TransferBranches, TransferForm, TransferInput } from '@dangqun/contracts/transfer/schemas'
import { isOnPaper, transferCauseLabels, type TransferCause, type TransferDirection, type TransferKind, type TransferReason } from '@dangqun/contracts/transfer/vocabulary'

/** What a member may be asked, in texts as they are typed; '' where nothing was given. */
export const formFields = [
  'name', 'formerName', 'idNumber', 'ethnicity', 'education', 'phone', 'emergencyContact', 'category', 'joinedOn', 'confirmedOn', 'probationEndsOn', 'originBranchId', 'originCommitteeName', 'duesPaidTo',
  'receivingCommitteeName', 'receivingCommitteeCode', 'title', 'destination', 'receivingBranchId', 'cause', 'validDays', 'contact', 'contactPhone',
] as const
export type FormField = (typeof formFields)[number]
export type FormValues = Record<FormField, string>
export type FormErrors = Partial<Record<FormField, string>>

export const emptyValues = Object.fromEntries(formFields.map((field) => [field, ''])) as FormValues

/** Never kept on the phone: the number goes to the server, sealed there, as soon as it is whole. */
export const unkeptFields = ['idNumber'] as const satisfies readonly FormField[]

export const fieldLabels: Record<FormField, string> = {
  name: '姓名', formerName: '曾用名', idNumber: '身份证号', ethnicity: '民族', education: '学历', phone: '手机号', emergencyContact: '紧急联系人', category: '党员类别', joinedOn: '入党日期', confirmedOn: '转正日期',
  probationEndsOn: '预备期满', originBranchId: '现在的支部', originCommitteeName: '现在的党委', duesPaidTo: '党费交至', receivingCommitteeName: '接收党委', receivingCommitteeCode: '组织编码', title: '抬头', destination: '去处',
  receivingBranchId: '新的党支部', cause: '转接原因', validDays: '有效期', contact: '对方联系人', contactPhone: '对方电话',
}

/** What stands in an empty field. */
export const placeholders: Partial<Record<FormField, string>> = {
  name: '与身份证一致', formerName: '没有就不填', idNumber: '18 位', phone: '11 位手机号', emergencyContact: '姓名和电话', originCommitteeName: '如 ××市××街道党工委', receivingCommitteeCode: '12 位数字', title: '如 中共××市××区委组织部',
  destination: '单位全称，或住址所在社区', contact: '接收单位的联系人', contactPhone: '接收单位的电话',
}

export interface FormCase {
  readonly direction: TransferDirection
  readonly kind: TransferKind
}

export interface FormStep {
  readonly key: 'person' | 'party' | 'where'
  readonly title: string
  readonly lead: string
  readonly fields: readonly FormField[]
  /** Nobody has to answer these. */
  readonly optional: readonly FormField[]
}

/** The form in short steps; which fields a case needs follows the API's `requiredFields`. */
export function stepsOf({ direction, kind }: FormCase, category: string): FormStep[] {
  const isIn = direction === 'in'
  const where: Record<TransferDirection, readonly FormField[]> = {
    out: ['receivingCommitteeName', 'title', 'destination', ...(isOnPaper(kind) ? (['validDays'] as const) : []), 'cause'],
    in: ['destination', 'cause'],
    internal: ['receivingBranchId', 'cause'],
  }
  return [
    { key: 'person', title: '本人信息', lead: '和身份证一致，介绍信上要用。', fields: ['name', 'idNumber', 'ethnicity', 'education', 'phone'], optional: ['formerName', 'emergencyContact'] },
    {
      key: 'party', title: '党员信息', lead: '以档案为准。记不清的日期，可以先问现在的支部。', optional: [],
      fields: ['category', 'joinedOn', category === 'probationary' ? 'probationEndsOn' : 'confirmedOn', isIn ? 'originCommitteeName' : 'originBranchId', 'duesPaidTo'],
    },
    {
      key: 'where', title: isIn ? '转来以后' : '转到哪里', fields: where[direction], optional: direction === 'out' ? ['receivingCommitteeCode', 'contact', 'contactPhone'] : isIn ? ['receivingBranchId'] : [],
      lead: isIn ? '在哪个单位上班，或住在哪个社区。' : direction === 'internal' ? '选好新的党支部就行，不开介绍信。' : '向接收单位问清这几项，开出来就不会被退。',
    },
  ]
}

/** What the server knows, as texts. An ID number arrives masked, so what was typed begins empty. */
export function valuesOf(form: TransferForm): FormValues {
  return Object.fromEntries(formFields.map((field) => [field, field === 'idNumber' ? '' : String(form[field] ?? '')])) as FormValues
}

/** Whether nothing is known of a field: only such fields are asked. */
export function isUnknown(form: TransferForm, field: FormField): boolean {
  return form[field] === null || form[field] === ''
}

/** What a sent-back case is to be mended in, by its reason. */
const fieldsOfReason: Partial<Record<TransferReason, readonly FormField[]>> = {
  R01: ['title'], R02: ['receivingCommitteeName', 'receivingCommitteeCode', 'destination', 'receivingBranchId'], R03: ['name', 'idNumber', 'joinedOn', 'confirmedOn'], R05: ['joinedOn', 'confirmedOn'], R06: ['duesPaidTo'],
  R09: ['probationEndsOn'], R10: ['destination'],
}

/** Fields of a step that are asked: unknown ones, and those that somebody found wrong. */
export function askedFields(step: FormStep, form: TransferForm, { reason, wrong = [] }: { reason: TransferReason | null; wrong?: readonly string[] }): FormField[] {
  const flagged = reason === null ? [] : (fieldsOfReason[reason] ?? [])
  return [...step.fields, ...step.optional].filter((field) => flagged.includes(field) || wrong.includes(field) || (step.fields.includes(field) && isUnknown(form, field)))
}

/** What is wrong with what was typed, by field; the server checks again, and more. */
export function checkFields(fields: readonly FormField[], optional: readonly FormField[], values: FormValues, form: TransferForm): FormErrors {
  const errors: FormErrors = {}
  for (const field of fields) {
    const value = values[field].trim()
    const isKnown = field === 'idNumber' && !isUnknown(form, field)
    if (value === '' && !optional.includes(field) && !isKnown) errors[field] = `请填写${fieldLabels[field]}`
    if (value === '') continue
    if (field === 'idNumber' && readIdNumber(value) === null) errors.idNumber = '身份证号不对，请对照身份证再填一次'
    if (field === 'phone' && !/^1[3-9]\d{9}$/.test(narrow(value))) errors.phone = '手机号应是 11 位数字'
    if (field === 'receivingCommitteeCode' && !/^\d{12}$/.test(narrow(value))) errors.receivingCommitteeCode = '组织编码是 12 位数字，不清楚可以不填'
  }
  return errors
}

/** Only what differs from what the server has: sent again it changes nothing, so a lost answer is no harm. */
export function changedInput(values: FormValues, known: FormValues, fields: readonly FormField[] = formFields): TransferInput {
  const changed = fields.filter((field) => values[field].trim() !== known[field] && !(field === 'idNumber' && values.idNumber.trim() === ''))
  return Object.fromEntries(changed.map((field) => [field, asInput(field, values[field].trim())]))
}

function asInput(field: FormField, value: string): string | number | null {
  if (value === '') return null
  if (field === 'validDays') return Number(value)
  return field === 'phone' || field === 'idNumber' || field === 'receivingCommitteeCode' ? narrow(value) : value
}

/** `男，1990 年 3 月 7 日出生`: derived from the number, for the person to confirm; null while it is not whole. */
export function sayPerson(idNumber: string): string | null {
  const facts = readIdNumber(idNumber)
  return facts && `${sexLabels[facts.sex]}，${sayDate(facts.bornOn)}出生`
}

/** `2015 年 6 月 30 日` */
export function sayDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return day === undefined ? `${year ?? ''} 年 ${month ?? ''} 月` : `${year ?? ''} 年 ${month ?? ''} 月 ${day} 日`
}

/** A value as people read it. */
export function sayValue(field: FormField, value: string, branches: TransferBranches['items'] = []): string {
  switch (field) {
    case 'ethnicity': return ethnicities[value] ?? value
    case 'education': return educations[value] ?? value
    case 'category': return memberCategoryLabels[value as keyof typeof memberCategoryLabels] ?? value
    case 'cause': return transferCauseLabels[value as TransferCause] ?? value
    case 'joinedOn': case 'confirmedOn': case 'probationEndsOn': case 'duesPaidTo': return value === '' ? '' : sayDate(value)
    case 'validDays': return value === '' ? '' : `${value} 天`
    case 'originBranchId': case 'receivingBranchId': return branches.find(({ id }) => id === value)?.name ?? ''
    default: return value
  }
}
