import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AuditFact } from './audit.facts.js'

export interface AuditMoment {
  readonly manager: EntityManager
  readonly now: Date
  /** null: the system itself. */
  readonly caller: { readonly accountId: string } | null
}

/** The ledger of what was done. The app role may insert and read here, never change or delete. */
@Injectable()
export class Audit {
  /** Writes facts in the caller's transaction, at its centre: they stand or fall with the change itself. */
  async record({ manager, now, caller }: AuditMoment, ...facts: AuditFact[]): Promise<void> {
    await manager.query(insertFacts, [now, caller?.accountId ?? null, facts.map((each) => each.fact), facts.map((each) => each.subjectId), facts.map((each) => JSON.stringify(each.data ?? {}))])
  }
}

const insertFacts = `insert into audit_facts (center_id, at, account_id, fact, subject_id, data)
  select current_center(), $1, $2, f.fact, f.subject_id, f.data
  from unnest($3::text[], $4::uuid[], $5::jsonb[]) as f (fact, subject_id, data)`
