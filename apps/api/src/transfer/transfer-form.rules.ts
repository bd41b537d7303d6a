import type { TransferForm } from '@dangqun/contracts/transfer/schemas'
import { maskIdNumber } from '../platform/crypto/masking.rules.js'

export const emptyForm: TransferForm = {
  name: null, formerName: null, idNumber: null, ethnicity: null, education: null, category: null, joinedOn: null, confirmedOn: null, probationEndsOn: null, phone: null, emergencyContact: null, originBranchId: null,
  originBranchName: null, originCommitteeName: null, originCommitteeCode: null, receivingBranchId: null, receivingBranchName: null, receivingCommitteeName: null, receivingCommitteeCode: null, title: null, destination: null,
  cause: null, duesPaidTo: null, validDays: null, contact: null, contactPhone: null, probationOpinion: null,
}

/** What was given replaces what stood there; fields that were not given stay. A masked ID number is one that was not given. */
export function mergeForm(form: TransferForm, given: Partial<TransferForm>): TransferForm {
  const entries = Object.entries(given).filter(([field, value]) => value !== undefined && !(field === 'idNumber' && typeof value === 'string' && value.includes('*')))
  const merged = { ...form, ...(Object.fromEntries(entries) as Partial<TransferForm>) }
  return { ...merged, idNumber: merged.idNumber && merged.idNumber.normalize('NFKC').replace(/\s/g, '').toUpperCase() }
}

export function maskForm(form: TransferForm): TransferForm {
  return { ...form, idNumber: form.idNumber && maskIdNumber(form.idNumber) }
}

/** After consent was withdrawn from an issued case only the committees remain. */
export function restrictForm(form: TransferForm): TransferForm {
  const { originCommitteeName, originCommitteeCode, receivingCommitteeName, receivingCommitteeCode } = form
  return { ...emptyForm, originCommitteeName, originCommitteeCode, receivingCommitteeName, receivingCommitteeCode }
}

/** What the roll of members says already: nobody is asked for it again. */
export interface KnownMember extends Pick<TransferForm, 'formerName' | 'confirmedOn' | 'phone'> {
  readonly name: string
  readonly idNumber: string
  readonly ethnicity: string
  readonly education: string
  readonly category: NonNullable<TransferForm['category']>
  readonly joinedOn: string
  readonly probationEndsOn: string | null
  readonly extendedTo: string | null
  readonly branchId: string
}

export function formOf(known: KnownMember): TransferForm {
  const { name, formerName, idNumber, ethnicity, education, category, joinedOn, confirmedOn, phone, branchId } = known
  return { ...emptyForm, name, formerName, idNumber, ethnicity, education, category, joinedOn, confirmedOn, probationEndsOn: known.extendedTo ?? known.probationEndsOn, phone, originBranchId: branchId }
}
