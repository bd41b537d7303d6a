import { idNumberCheck } from '@dangqun/contracts/kit/numbers'
import type { TransferForm } from '@dangqun/contracts/transfer/schemas'
import type { ArchiveChannel, ArchiveStep, StoredTransferKind, TransferDirection, TransferOffice, TransferReason, TransferState } from '@dangqun/contracts/transfer/vocabulary'
import type { Seeded } from '../platform/seeded/seeded.js'
import { maskName } from '../platform/crypto/masking.rules.js'
import { emptyForm } from './transfer-form.rules.js'

/** A stored transfer as plain columns; `form` is sealed by whoever inserts it. */
export interface PlainTransfer {
  center_id: string
  id: string
  transfer_key: string
  step: number
  twin_center_id: string | null
  direction: TransferDirection
  kind: StoredTransferKind
  state: TransferState
  held_from: TransferState | null
  held_by: string | null
  person_id: string
  form: TransferForm
  name_mask: string | null
  category: TransferForm['category']
  origin_branch_id: string | null
  origin_branch_name: string | null
  origin_committee_id: string | null
  origin_committee_name: string | null
  receiving_branch_id: string | null
  receiving_branch_name: string | null
  receiving_committee_id: string | null
  receiving_committee_name: string | null
  holder: TransferOffice | null
  holder_id: string | null
  entered_at: Date
  due_at: Date | null
  letter_valid_until: string | null
  submitted_at: Date | null
  accepted_at: Date | null
  branch_agreed_at: Date | null
  assigned_at: Date | null
  assigned_to: string | null
  receipt_filed_on: string | null
  reference: string | null
  reason: TransferReason | null
  archive_channel: ArchiveChannel | null
  archive_step: ArchiveStep
  archive_missing: string[]
  archive_changed_at: Date | null
  consent_source: 'phone' | 'signed_paper'
  consent_version: string
  consent_at: Date
  version: number
  created_at: Date
  changed_at: Date
}

/** A case of somebody who does not exist; what is given replaces what would be made up. */
export function aTransfer(seeded: Seeded, now: Date, given: { center_id: string; person_id: string } & Partial<PlainTransfer>): PlainTransfer {
  const form: TransferForm = given.form ?? aForm(seeded)
  const state = given.state ?? 'submitted'
  const isAccepted = state === 'accepted' || state === 'closed'
  return {
    id: seeded.uuid(now), transfer_key: seeded.uuid(now), step: 0, twin_center_id: null, direction: 'out', kind: 'cross_province_paper', state, held_from: null, held_by: null, name_mask: form.name && maskName(form.name), category: form.category,
    origin_branch_id: form.originBranchId, origin_branch_name: form.originBranchName, origin_committee_id: null, origin_committee_name: form.originCommitteeName, receiving_branch_id: form.receivingBranchId,
    receiving_branch_name: form.receivingBranchName, receiving_committee_id: null, receiving_committee_name: form.receivingCommitteeName, holder: null, holder_id: null, entered_at: now, due_at: null, letter_valid_until: null,
    submitted_at: state === 'draft' ? null : now, accepted_at: isAccepted ? now : null, branch_agreed_at: null, assigned_at: state === 'closed' ? now : null, assigned_to: state === 'closed' ? '某支部' : null, receipt_filed_on: null,
    reference: state === 'closed' ? '皖0001234' : null, reason: null, archive_channel: null, archive_step: 'not_sent', archive_missing: [], archive_changed_at: null, consent_source: 'phone', consent_version: '2026-11', consent_at: now, version: 1, created_at: now, changed_at: now, ...given, form,
  }
}

const names = ['林禾', '周穗', '陈川', '高岚', '许昱', '方竹', '沈舟', '唐溪'] as const
type Receiver = readonly [committee: string, code: string, title: string, destination: string]
const receivers: readonly [Receiver, ...Receiver[]] = [
  ['张江科学城综合党委', '310115000001', '中共上海市浦东新区委组织部', '上海禾川科技有限公司'],
  ['江宁开发区综合党委', '320115000002', '中共南京市江宁区委组织部', '南京知远信息技术有限公司'],
  ['镜湖区综合党委', '340202000003', '中共芜湖市镜湖区委组织部', '芜湖明山商贸有限公司'],
]

/** A complete form with nothing to send back. */
export function aForm(seeded: Seeded, given: Partial<TransferForm> = {}): TransferForm {
  const [receivingCommitteeName, receivingCommitteeCode, title, destination] = seeded.pick(receivers)
  const born = `19${seeded.int(70, 99)}${String(seeded.int(1, 12)).padStart(2, '0')}${String(seeded.int(1, 28)).padStart(2, '0')}`
  const first17 = `340111${born}${String(seeded.int(1, 999)).padStart(3, '0')}`
  return {
    ...emptyForm, name: seeded.pick(names), idNumber: first17 + idNumberCheck(first17), ethnicity: '01', education: '21', category: 'full', joinedOn: '2015-06-30',
    confirmedOn: '2016-06-30', phone: `199000${seeded.int(10_000, 99_999)}`, originBranchName: '尚百商户联合党支部', originCommitteeName: '莲花社区党委', receivingCommitteeName, receivingCommitteeCode, title, destination,
    cause: 'employment', duesPaidTo: '2026-12', validDays: 30, ...given,
  }
}
