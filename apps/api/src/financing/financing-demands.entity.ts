import type { Audience, CloseReason, DemandState } from '@dangqun/contracts/financing/demands/vocabulary'
import type { Party } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { NeedAnswers } from '@dangqun/contracts/financing/schemas'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** PostgreSQL's bigint, exact far beyond any sum of fen here. */
export const fen = { to: (value: number | null) => value, from: (value: string | null) => (value === null ? null : Number(value)) }

@Entity('financing_demands')
export class DemandRow {
  @PrimaryColumn('uuid', { name: 'center_id' }) centerId: string
  @PrimaryColumn('uuid') id: string
  @Column('uuid', { name: 'firm_id' }) firmId: string
  @Column('uuid', { name: 'person_id' }) personId: string
  @Column('text') state: DemandState
  @Column('jsonb') need: NeedAnswers
  @Column('text', { name: 'purpose_text', nullable: true }) purposeText: string | null
  @Column('date', { name: 'needed_by', nullable: true }) neededBy: string | null
  /** Sealed. */
  @Column('text') contact: string
  @Column('uuid', { array: true }) wishes: string[]
  @Column('text', { nullable: true }) audience: Audience | null
  @Column('text', { nullable: true }) note: string | null
  @Column('text', { name: 'close_reason', nullable: true }) closeReason: CloseReason | null
  @Column('text', { nullable: true }) holder: Party | null
  @Column('timestamptz', { name: 'entered_at' }) enteredAt: Date
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt: Date | null
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt: Date | null
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt: Date | null
  @Column('timestamptz', { name: 'called_at', nullable: true }) calledAt: Date | null
  @Column('bigint', { name: 'disbursed_fen', transformer: fen }) disbursedFen: number
  @Column('integer') version: number
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date
}
