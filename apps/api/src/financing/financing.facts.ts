import type { AuditFact } from '../audit/audit.facts.js'

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
  )
