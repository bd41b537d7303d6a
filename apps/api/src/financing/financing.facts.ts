import type { CallOutcome, DemandState } from '@dangqun/contracts/financing/demands/vocabulary'
import type { DrawdownState, Party, RatingRound, ReferralState, SharingPurpose } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { AuditFact } from '../audit/audit.facts.js'
import type { DemandMove } from './financing-demands.machine.js'
import type { ReferralMove } from './financing-referrals.machine.js'

/** Facts of this slice. What a firm needs is no part of any. */
export type FinancingFact = AuditFact &
  (
    | { fact: 'financing.versionCreated'; data: { number: number; bankId: string } }
    | { fact: 'financing.versionChanged'; data: { number: number; revision: number } }
    | { fact: 'financing.versionSubmitted' | 'financing.versionApproved' | 'financing.versionReturned' | 'financing.versionWithdrawn'; data: { number: number; from: string } }
    | { fact: 'financing.versionReplaced'; data: { number: number; by: number } }
    | { fact: 'financing.bankAdded'; data: Record<string, never> }
    | { fact: 'financing.bankChanged'; data: { version: number; fields: readonly string[] } }
    | { fact: 'financing.lprEntered'; data: { publishedOn: string; oneYearBp: number; fiveYearBp: number } }
    | { fact: 'financing.lprRemoved'; data: { publishedOn: string } }
    | { fact: 'financing.demandCreated' | 'financing.demandUpdated'; data: Record<string, never> }
    | { fact: 'financing.demandMoved'; data: { action: DemandMove; from: DemandState; to: DemandState } }
    | { fact: 'financing.demandMatched'; data: { algorithm: number; products: number } }
    | { fact: 'financing.called'; data: { referralId: string | null; outcome: CallOutcome } }
    | { fact: 'financing.sharingGiven'; data: { purposes: readonly SharingPurpose[]; version: string } }
    | { fact: 'financing.sharingWithdrawn'; data: Record<string, never> }
    | { fact: 'financing.referralMoved'; data: { action: ReferralMove; from: ReferralState; to: ReferralState; party: Party | null } }
    | { fact: 'financing.drawdownMoved'; data: { drawdownId: string; from: DrawdownState | null; to: DrawdownState } }
    | { fact: 'financing.rated'; data: { party: Party; round: RatingRound } }
    | { fact: 'financing.reportPrinted'; data: { month: string } }
  )
