import type { AuditFact } from './audit.facts.js'

/** Facts of several accounts in one statement; `accountId` null is the system itself. */
export function insertFactsOf(facts: readonly { accountId: string | null; fact: AuditFact }[], now: Date): { text: string; values: unknown[] } {
  return {
    text: `insert into audit_facts (center_id, at, account_id, fact, subject_id, data)
      select current_center(), $1, f.account_id, f.fact, f.subject_id, f.data
      from unnest($2::uuid[], $3::text[], $4::uuid[], $5::jsonb[]) as f (account_id, fact, subject_id, data)`,
    values: [now, facts.map((each) => each.accountId), facts.map(({ fact }) => fact.fact), facts.map(({ fact }) => fact.subjectId), facts.map(({ fact }) => JSON.stringify(fact.data ?? {}))],
  }
}
