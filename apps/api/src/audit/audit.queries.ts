import type { AuditFact } from './audit.facts.js'

/** What happened at no centre is written and chained under the nil uuid. */
export const platformLedger = '00000000-0000-0000-0000-000000000000'

/**
 * Facts of several accounts in one statement; `accountId` null is the system itself.
 * @param ledger default: the transaction's centre, without which nothing can be written
 */
export function insertFactsOf(facts: readonly { accountId: string | null; fact: AuditFact }[], now: Date, ledger: string | null = null): { text: string; values: unknown[] } {
  return {
    text: `insert into audit_facts (center_id, at, account_id, fact, subject_id, data)
      select coalesce($6::uuid, current_center()), $1, f.account_id, f.fact, f.subject_id, f.data
      from unnest($2::uuid[], $3::text[], $4::uuid[], $5::jsonb[]) as f (account_id, fact, subject_id, data)`,
    values: [now, facts.map((each) => each.accountId), facts.map(({ fact }) => fact.fact), facts.map(({ fact }) => fact.subjectId), facts.map(({ fact }) => JSON.stringify(fact.data ?? {})), ledger],
  }
}
