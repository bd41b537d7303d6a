import type { Question } from '@dangqun/contracts/activities/form/schemas'
import type { ActivityKind, ActivityState, SignUpState } from '@dangqun/contracts/activities/vocabulary'
import type { Programme } from '@dangqun/contracts/centers/vocabulary'
import type { ProfileField } from '@dangqun/contracts/organization/vocabulary'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** PostgreSQL's bigint arrives as text; a count of arrivals stays far below 2^53. */
const count = { from: Number, to: (value: number) => value }

@Entity('activities')
export class ActivityRow {
  @PrimaryColumn('uuid', { name: 'center_id' }) centerId: string
  @PrimaryColumn('uuid') id: string
  @Column('text') title: string
  @Column('text') programme: Programme
  @Column('text') kind: ActivityKind
  @Column('uuid', { name: 'series_id', nullable: true }) seriesId: string | null
  @Column('text') description: string
  @Column('text') place: string
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date
  @Column('integer') capacity: number
  @Column('integer') taken: number
  @Column('integer') waiting: number
  @Column('timestamptz', { name: 'next_lapse_at', nullable: true }) nextLapseAt: Date | null
  @Column('bigint', { name: 'last_number', transformer: count }) lastNumber: number
  @Column('timestamptz', { name: 'sign_up_opens_at' }) signUpOpensAt: Date
  @Column('timestamptz', { name: 'sign_up_closes_at' }) signUpClosesAt: Date
  @Column('timestamptz', { name: 'cancel_until' }) cancelUntil: Date
  @Column('text', { array: true }) asks: ProfileField[]
  @Column('jsonb') questions: Question[]
  @Column('smallint', { name: 'min_age', nullable: true }) minAge: number | null
  @Column('smallint', { name: 'max_age', nullable: true }) maxAge: number | null
  @Column('text', { name: 'insurance_notice', nullable: true }) insuranceNotice: string | null
  @Column('text') state: ActivityState
  @Column('text', { name: 'scene_code', nullable: true }) sceneCode: string | null
  @Column('text', { name: 'cancel_reason', nullable: true }) cancelReason: string | null
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt: Date | null
  @Column('integer') version: number
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date
}

@Entity('sign_ups')
export class SignUpRow {
  @PrimaryColumn('uuid', { name: 'center_id' }) centerId: string
  @PrimaryColumn('uuid') id: string
  @Column('uuid', { name: 'activity_id' }) activityId: string
  @Column('uuid', { name: 'person_id' }) personId: string
  @Column('bigint', { transformer: count }) number: number
  @Column('text') state: SignUpState
  @Column('text') ticket: string
  @Column('timestamptz', { name: 'offer_until', nullable: true }) offerUntil: Date | null
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date
}
