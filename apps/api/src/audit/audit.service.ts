import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AuditFact } from './audit.facts.js'
import { insertFactsOf, platformLedger } from './audit.queries.js'

export interface AuditMoment {
  readonly manager: EntityManager
  readonly now: Date
  /** null: the system itself. */
  readonly caller: { readonly accountId: string } | null
}

/** The ledger of what was done. The app role may insert and read here, never change or delete. */
@Injectable()
export class Audit {
  /** Writes facts in the caller's transaction, at its centre: they stand or fall with the change itself. Of none, nothing. */
  async record({ manager, now, caller }: AuditMoment, ...facts: AuditFact[]): Promise<void> {
    if (facts.length === 0) return
    const { text, values } = insertFactsOf(facts.map((fact) => ({ accountId: caller?.accountId ?? null, fact })), now)
    await manager.query(text, values)
  }

  /** What happens at no centre, in a transaction without one: into the platform's own ledger. */
  async recordOnPlatform({ manager, now, caller }: AuditMoment, fact: AuditFact): Promise<void> {
    const { text, values } = insertFactsOf([{ accountId: caller?.accountId ?? null, fact }], now, platformLedger)
    await manager.query(text, values)
  }
}
