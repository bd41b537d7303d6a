import type { CloseReason } from '@dangqun/contracts/financing/demands/vocabulary'
import type { DeclineCode, NotDrawnReason, Party, ReferralState } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { Security } from '@dangqun/contracts/financing/vocabulary'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { fen } from './financing-demands.entity.js'
import type { MaterialsState } from './financing-referrals.rules.js'

@Entity('financing_referrals')
export class ReferralRow {
  @PrimaryColumn('uuid', { name: 'center_id' }) centerId: string
  @PrimaryColumn('uuid') id: string
  @Column('uuid', { name: 'demand_id' }) demandId: string
  @Column('uuid', { name: 'bank_id' }) bankId: string
  @Column('text') state: ReferralState
  @Column('smallint', { nullable: true }) slot: number | null
  @Column('boolean', { name: 'is_picked' }) isPicked: boolean
  @Column('uuid', { name: 'product_id', nullable: true }) productId: string | null
  @Column('integer', { name: 'product_number', nullable: true }) productNumber: number | null
  @Column('date', { name: 'lpr_on', nullable: true }) lprOn: string | null
  @Column('date', { name: 'frozen_on', nullable: true }) frozenOn: string | null
  @Column('text', { nullable: true }) holder: Party | null
  @Column('timestamptz', { name: 'entered_at' }) enteredAt: Date
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt: Date | null
  @Column('timestamptz', { name: 'offered_at' }) offeredAt: Date
  @Column('timestamptz', { name: 'claimed_at', nullable: true }) claimedAt: Date | null
  @Column('timestamptz', { name: 'consented_at', nullable: true }) consentedAt: Date | null
  @Column('timestamptz', { name: 'contact_due_at', nullable: true }) contactDueAt: Date | null
  @Column('timestamptz', { name: 'contacted_at', nullable: true }) contactedAt: Date | null
  @Column('timestamptz', { name: 'complete_at', nullable: true }) completeAt: Date | null
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null
  @Column('smallint', { name: 'decision_days', nullable: true }) decisionDays: number | null
  @Column('text', { name: 'materials_asked', array: true }) materialsAsked: string[]
  @Column('text', { name: 'materials_state' }) materialsState: MaterialsState
  @Column('text', { name: 'materials_gaps', array: true }) materialsGaps: string[]
  @Column('boolean', { name: 'is_assumed' }) isAssumed: boolean
  @Column('bigint', { name: 'granted_fen', nullable: true, transformer: fen }) grantedFen: number | null
  @Column('integer', { name: 'granted_rate_bp', nullable: true }) grantedRateBp: number | null
  @Column('integer', { name: 'granted_all_in_bp', nullable: true }) grantedAllInBp: number | null
  @Column('integer', { name: 'granted_months', nullable: true }) grantedMonths: number | null
  @Column('text', { name: 'granted_security', nullable: true }) grantedSecurity: Security | null
  @Column('date', { name: 'granted_until', nullable: true }) grantedUntil: string | null
  @Column('text', { name: 'decline_code', nullable: true }) declineCode: DeclineCode | null
  @Column('text', { name: 'not_drawn_reason', nullable: true }) notDrawnReason: NotDrawnReason | null
  @Column('text', { name: 'close_reason', nullable: true }) closeReason: CloseReason | 'done' | null
  @Column('integer') version: number
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date
}
