import type { Audience, CallOutcome, CloseReason, DemandState } from '@dangqun/contracts/financing/demands/vocabulary'
import type { DrawdownFigures, LoanGrant } from '@dangqun/contracts/financing/referrals/schemas'
import type { DeclineCode, DrawdownState, NotDrawnReason, Party, RatingRound, RatingTag, ReferralState, SharingPurpose } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { NeedAnswers } from '@dangqun/contracts/financing/schemas'
import type { Security } from '@dangqun/contracts/financing/vocabulary'
import type { Sealing } from '../platform/crypto/encrypted-column.js'
import type { Seeded } from '../platform/seeded/seeded.js'
import type { DemandMove } from './financing-demands.machine.js'
import type { ReferralMove } from './financing-referrals.machine.js'
import type { MaterialsState } from './financing-referrals.rules.js'
import { contactColumn } from './financing-seal.rules.js'

/** A row of `financing_demands`, by column; its contact plain. */
export interface PlainDemand {
  center_id: string
  id: string
  firm_id: string
  person_id: string
  state: DemandState
  need: NeedAnswers
  purpose_text: string | null
  needed_by: string | null
  contact: { name: string; phone: string }
  wishes: string[]
  audience: Audience | null
  note: string | null
  close_reason: CloseReason | null
  holder: Party | null
  entered_at: Date
  due_at: Date | null
  submitted_at: Date | null
  opened_at: Date | null
  called_at: Date | null
  disbursed_fen: number
  version: number
  created_at: Date
  changed_at: Date
}

/** A row of `financing_demand_steps`. */
export interface PlainDemandStep {
  center_id: string
  demand_id: string
  version: number
  action: DemandMove | 'create'
  from_state: DemandState | null
  to_state: DemandState
  at: Date
  account_id: string | null
  party: Party | null
}

/** A row of `financing_referrals`, by column. */
export interface PlainReferral {
  center_id: string
  id: string
  demand_id: string
  bank_id: string
  state: ReferralState
  slot: number | null
  is_picked: boolean
  product_id: string | null
  product_number: number | null
  lpr_on: string | null
  frozen_on: string | null
  holder: Party | null
  entered_at: Date
  due_at: Date | null
  offered_at: Date
  claimed_at: Date | null
  consented_at: Date | null
  contact_due_at: Date | null
  contacted_at: Date | null
  complete_at: Date | null
  decided_at: Date | null
  decision_days: number | null
  materials_asked: string[]
  materials_state: MaterialsState
  materials_gaps: string[]
  is_assumed: boolean
  granted_fen: number | null
  granted_rate_bp: number | null
  granted_all_in_bp: number | null
  granted_months: number | null
  granted_security: Security | null
  granted_until: string | null
  decline_code: DeclineCode | null
  not_drawn_reason: NotDrawnReason | null
  close_reason: CloseReason | 'done' | null
  version: number
  created_at: Date
  changed_at: Date
}

/** A row of `financing_referral_steps`. */
export interface PlainReferralStep {
  center_id: string
  referral_id: string
  version: number
  action: ReferralMove
  from_state: ReferralState | null
  to_state: ReferralState
  at: Date
  account_id: string | null
  party: Party | null
}

/** A row of `financing_sharings`. */
export interface PlainSharing {
  center_id: string
  id: string
  referral_id: string
  purpose: SharingPurpose
  text_version: string
  account_id: string
  given_at: Date
  expires_at: Date
  ended_at: Date | null
  ended_by: 'withdrawn' | 'renewed' | 'ended' | null
}

/** A row of `financing_drawdowns`. */
export interface PlainDrawdown {
  center_id: string
  id: string
  referral_id: string
  state: DrawdownState
  by_party: Exclude<Party, 'center'>
  amount_fen: number
  all_in_bp: number
  drawn_on: string
  disputed: DrawdownFigures | null
  due_at: Date | null
  created_at: Date
  settled_at: Date | null
}

/** A row of `financing_ratings`. */
export interface PlainRating {
  center_id: string
  referral_id: string
  party: Exclude<Party, 'center'>
  round: RatingRound
  stars: number
  tags: RatingTag[]
  at: Date
}

/** A row of `financing_calls`. */
export interface PlainCall {
  center_id: string
  id: string
  demand_id: string
  referral_id: string | null
  outcome: CallOutcome
  account_id: string
  at: Date
}

/** A product as it stands frozen on a referral. */
export type Frozen = Pick<PlainReferral, 'product_id' | 'product_number' | 'lpr_on'>

/** What an act brings along. */
export interface Told {
  /** Whose act it is, where both sides may. */
  readonly party?: Exclude<Party, 'center'>
  readonly product?: Frozen
  readonly purposes?: readonly SharingPurpose[]
  readonly materials?: readonly string[]
  readonly gaps?: readonly string[]
  readonly grant?: LoanGrant
  readonly declineCode?: DeclineCode
  readonly notDrawnReason?: NotDrawnReason
  readonly drawdown?: DrawdownFigures
  readonly rating?: { readonly stars: number; readonly tags: readonly RatingTag[] }
}

/** A draft, unless told otherwise. */
export function aDemand(seeded: Seeded, at: Date, fixed: Pick<PlainDemand, 'center_id' | 'firm_id' | 'person_id' | 'need' | 'contact'> & Partial<PlainDemand>): PlainDemand {
  return {
    id: seeded.uuid(at), state: 'draft', purpose_text: null, needed_by: null, wishes: [], audience: null, note: null, close_reason: null, holder: 'firm', entered_at: at, due_at: null, submitted_at: null, opened_at: null, called_at: null,
    disbursed_fen: 0, version: 1, created_at: at, changed_at: at, ...fixed,
  }
}

/** Offered to a bank without a name, unless told otherwise. */
export function aReferral(seeded: Seeded, at: Date, fixed: Pick<PlainReferral, 'center_id' | 'demand_id' | 'bank_id'> & Partial<PlainReferral>): PlainReferral {
  return {
    id: seeded.uuid(at), state: 'offered', slot: null, is_picked: false, product_id: null, product_number: null, lpr_on: null, frozen_on: null, holder: 'bank', entered_at: at, due_at: null, offered_at: at, claimed_at: null, consented_at: null,
    contact_due_at: null, contacted_at: null, complete_at: null, decided_at: null, decision_days: null, materials_asked: [], materials_state: 'none', materials_gaps: [], is_assumed: false, granted_fen: null, granted_rate_bp: null,
    granted_all_in_bp: null, granted_months: null, granted_security: null, granted_until: null, decline_code: null, not_drawn_reason: null, close_reason: null, version: 0, created_at: at, changed_at: at, ...fixed,
  }
}

/** Storable: the contact sealed. */
export function sealDemand(cipher: Sealing, { contact, ...row }: PlainDemand): Omit<PlainDemand, 'contact'> & { contact: string } {
  return { ...row, contact: cipher.seal(contactColumn, { centerId: row.center_id, id: row.id }, JSON.stringify(contact)) }
}
