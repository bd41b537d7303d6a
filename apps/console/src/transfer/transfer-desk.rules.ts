import type { CreateTransfer, Transfer, TransferForm, TransferInput } from '@dangqun/contracts/transfer/schemas'
import { isOnPaper, transferConsentVersion, type TransferDirection, type TransferKind } from '@dangqun/contracts/transfer/vocabulary'

/** The desk's form, every field a text or a choice. */
export interface DeskValues extends Record<string, string | boolean | null> {
  memberId: string | null
  kind: TransferKind | null
  source: 'signed_paper' | 'signed_roster' | null
  signedOn: string | null
  name: string
  idNumber: string
  ethnicity: string | null
  education: string | null
  category: 'full' | 'probationary' | null
  joinedOn: string | null
  confirmedOn: string | null
  probationEndsOn: string | null
  phone: string
  originCommitteeName: string
  originCommitteeCode: string
  receivingBranchId: string | null
  receivingCommitteeName: string
  receivingCommitteeCode: string
  title: string
  destination: string
  cause: string | null
  duesPaidTo: string
  validDays: string
  contact: string
  contactPhone: string
}

export const emptyDesk: DeskValues = {
  memberId: null, kind: null, source: 'signed_paper', signedOn: null, name: '', idNumber: '', ethnicity: '01', education: null, category: null, joinedOn: null, confirmedOn: null, probationEndsOn: null, phone: '',
  originCommitteeName: '', originCommitteeCode: '', receivingBranchId: null, receivingCommitteeName: '', receivingCommitteeCode: '', title: '', destination: '', cause: null, duesPaidTo: '', validDays: '', contact: '', contactPhone: '',
}

/** What stands in a case; what a member's record says already is filled in. A masked number is not typed again. */
export function deskValuesOf(form: TransferForm): DeskValues {
  const text = (value: string | null) => value ?? ''
  return {
    ...emptyDesk, name: text(form.name), ethnicity: form.ethnicity, education: form.education, category: form.category, joinedOn: form.joinedOn, confirmedOn: form.confirmedOn, probationEndsOn: form.probationEndsOn, phone: text(form.phone),
    originCommitteeName: text(form.originCommitteeName), originCommitteeCode: text(form.originCommitteeCode), receivingBranchId: form.receivingBranchId,
    receivingCommitteeName: text(form.receivingCommitteeName), receivingCommitteeCode: text(form.receivingCommitteeCode), title: text(form.title), destination: text(form.destination), cause: form.cause, duesPaidTo: text(form.duesPaidTo),
    validDays: form.validDays === null ? '' : String(form.validDays), contact: text(form.contact), contactPhone: text(form.contactPhone),
  }
}

export type DeskBody = TransferInput & { memberId: string | null; kind: string | null; source: string | null; signedOn: string | null }

/** Which fields a direction asks for at the desk; the member's own record answers the rest. */
export function deskFields(direction: TransferDirection, kind: string | null): ReadonlySet<string> {
  const person = ['name', 'idNumber', 'ethnicity', 'education', 'category', 'joinedOn', 'confirmedOn', 'probationEndsOn', 'phone']
  const whence = direction === 'in' ? [...person, 'originCommitteeName', 'originCommitteeCode', 'receivingBranchId', 'destination'] : direction === 'internal' ? ['receivingBranchId'] : ['receivingCommitteeName', 'receivingCommitteeCode', 'title', 'destination', 'contact', 'contactPhone']
  return new Set([...whence, 'cause', 'duesPaidTo', ...(kind !== null && isOnPaper(kind as TransferKind) ? ['validDays'] : [])])
}

export function toDeskBody(direction: TransferDirection, isNew: boolean) {
  return (values: DeskValues): DeskBody => {
    const asked = deskFields(direction, values.kind)
    const { memberId, kind, source, signedOn, validDays, ...rest } = values
    const form = Object.fromEntries(Object.entries(rest).flatMap(([field, value]) => {
      if (!asked.has(field)) return []
      // A number that was not typed again stays as it is.
      if (field === 'idNumber' && !isNew && value === '') return []
      return [[field, typeof value === 'string' ? value.trim() || null : value]]
    })) as TransferInput
    return { ...form, ...(asked.has('validDays') ? { validDays: validDays.trim() === '' ? null : Number(validDays) } : {}), memberId, kind, source, signedOn }
  }
}

export function toCreate(direction: TransferDirection, { memberId, kind, source, signedOn, ...form }: DeskBody): CreateTransfer {
  return {
    direction, kind: kind as TransferKind, form, consent: { source: source as 'signed_paper', version: transferConsentVersion, signedOn: signedOn ?? undefined }, isAtDesk: true,
    ...(memberId === null ? {} : { memberId }),
  }
}

export function toUpdate({ memberId: _, kind: __, source: ___, signedOn: ____, ...form }: DeskBody, { version }: Pick<Transfer, 'version'>) {
  return { form, version }
}
