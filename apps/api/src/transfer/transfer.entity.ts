import type { ArchiveChannel, ArchiveStep, ConsentSource, StoredTransferKind, TransferDirection, TransferOffice, TransferReason, TransferState } from '@dangqun/contracts/transfer/vocabulary'
import type { MemberCategory } from '@dangqun/contracts/organization/members/vocabulary'
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('transfers')
export class TransferRow {
  @PrimaryColumn('uuid', { name: 'center_id' }) centerId: string
  @PrimaryColumn('uuid') id: string
  @Column('uuid', { name: 'transfer_key' }) transferKey: string
  @Column('integer') step: number
  @Column('text') direction: TransferDirection
  @Column('text') kind: StoredTransferKind
  @Column('text') state: TransferState
  @Column('text', { name: 'held_from', nullable: true }) heldFrom: TransferState | null
  @Column('uuid', { name: 'held_by', nullable: true }) heldBy: string | null
  @Column('uuid', { name: 'person_id' }) personId: string
  /** Sealed. */
  @Column('text') form: string
  @Column('text', { name: 'name_mask', nullable: true }) nameMask: string | null
  @Column('text', { nullable: true }) category: MemberCategory | null
  @Column('bytea', { name: 'id_number_index', nullable: true }) idNumberIndex: Buffer | null
  @Column('uuid', { name: 'origin_branch_id', nullable: true }) originBranchId: string | null
  @Column('text', { name: 'origin_branch_name', nullable: true }) originBranchName: string | null
  @Column('uuid', { name: 'origin_committee_id', nullable: true }) originCommitteeId: string | null
  @Column('text', { name: 'origin_committee_name', nullable: true }) originCommitteeName: string | null
  @Column('uuid', { name: 'receiving_branch_id', nullable: true }) receivingBranchId: string | null
  @Column('text', { name: 'receiving_branch_name', nullable: true }) receivingBranchName: string | null
  @Column('uuid', { name: 'receiving_committee_id', nullable: true }) receivingCommitteeId: string | null
  @Column('text', { name: 'receiving_committee_name', nullable: true }) receivingCommitteeName: string | null
  @Column('text', { nullable: true }) holder: TransferOffice | null
  @Column('uuid', { name: 'holder_id', nullable: true }) holderId: string | null
  @Column('uuid', { name: 'twin_center_id', nullable: true }) twinCenterId: string | null
  @Column('timestamptz', { name: 'entered_at' }) enteredAt: Date
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt: Date | null
  @Column('date', { name: 'letter_valid_until', nullable: true }) letterValidUntil: string | null
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt: Date | null
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt: Date | null
  @Column('timestamptz', { name: 'branch_agreed_at', nullable: true }) branchAgreedAt: Date | null
  @Column('text', { name: 'assigned_to', nullable: true }) assignedTo: string | null
  @Column('timestamptz', { name: 'assigned_at', nullable: true }) assignedAt: Date | null
  @Column('date', { name: 'receipt_filed_on', nullable: true }) receiptFiledOn: string | null
  @Column('text', { nullable: true }) reference: string | null
  @Column('text', { nullable: true }) reason: TransferReason | null
  @Column('text', { name: 'archive_channel', nullable: true }) archiveChannel: ArchiveChannel | null
  @Column('text', { name: 'archive_step' }) archiveStep: ArchiveStep
  @Column('text', { name: 'archive_missing', array: true }) archiveMissing: string[]
  @Column('timestamptz', { name: 'archive_changed_at', nullable: true }) archiveChangedAt: Date | null
  @Column('text', { name: 'consent_source' }) consentSource: ConsentSource
  @Column('text', { name: 'consent_version' }) consentVersion: string
  @Column('timestamptz', { name: 'consent_at' }) consentAt: Date
  @Column('timestamptz', { name: 'restricted_at', nullable: true }) restrictedAt: Date | null
  @Column('integer') version: number
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date
}
