import { Injectable } from '@nestjs/common'
import type { ConsentEntry, ConsentLedger } from '@dangqun/contracts/accounts/consents/schemas'
import { consentPurposes, type ConsentSource, type ConsentPurpose } from '@dangqun/contracts/accounts/vocabulary'
import type { EntityManager } from 'typeorm'
import { Audit } from '../audit/audit.service.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import type { SignedInScope } from '../platform/http/scope.js'
import { Jobs } from '../platform/jobs/jobs.js'
import * as queries from './accounts-consents.queries.js'
import { refuseAccounts } from './accounts.errors.js'
import type { AccountsFact } from './accounts.facts.js'

/** Enqueued per centre where the account is known; the subject is the withdrawn consent. */
export const consentWithdrawn = 'accounts.consentWithdrawn'

/** PIPL Art. 13–16: who agreed to what, in which words, and until when. What was withdrawn stays in the ledger. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /** For slices in whose forms a person agrees by sending them: first of all they write, before any row of a person is locked. */
  async record({ manager, caller, now }: SignedInScope, purpose: ConsentPurpose, version: string, source: ConsentSource = 'phone'): Promise<ConsentEntry> {
    return toEntry(await queries.giveConsent(manager, { accountId: caller.accountId, purpose, version, source }, now))
  }

  async list({ manager, caller }: Pick<SignedInScope, 'manager' | 'caller'>): Promise<ConsentLedger> {
    const rows = await queries.listLedger(manager, caller.accountId)
    return {
      items: consentPurposes.map((purpose) => {
        const history = rows.filter((row) => row.purpose === purpose).map(toEntry)
        const isStanding = history.some(({ withdrawnAt }) => withdrawnAt === null)
        return { purpose, isStanding, history, allowedActions: isStanding ? ['withdraw'] : [] }
      }),
    }
  }

  /**
   * Everything else rests on `privacy`: with it the others go, and every phone is logged out.
   * What rested on a consent at a centre ends by a job that exists if and only if the withdrawal is committed.
   * @throws AppError `accounts.consentNotGiven`
   */
  async withdraw(scope: SignedInScope, purpose: ConsentPurpose): Promise<ConsentLedger> {
    const { manager, caller, now } = scope
    const withdrawn = await queries.withdrawConsents(manager, caller.accountId, purpose === 'privacy' ? consentPurposes : [purpose], now)
    if (withdrawn.length === 0) throw refuseAccounts('accounts.consentNotGiven')
    for (const { id, purpose: ended } of withdrawn) await this.audit.recordOnPlatform(scope, { fact: 'accounts.consentTakenBack', subjectId: id, data: { purpose: ended } } satisfies AccountsFact)
    const centers = await queries.centersOfAccount(manager, caller.accountId)
    for (const centerId of centers) for (const { id } of withdrawn) await this.jobs.enqueue(manager, consentWithdrawn, { centerId, subjectId: id })
    if (purpose === 'privacy') await queries.endPhoneSessions(manager, caller.accountId, now)
    return this.list(scope)
  }

  /** What a job of a withdrawal is to end at its centre; null when there is nothing, it was done, or the person has agreed again meanwhile. */
  async claimEnding(manager: EntityManager, consentId: string, centerId: string): Promise<{ accountId: string; purpose: ConsentPurpose } | null> {
    const row = await queries.claimEnding(manager, consentId, centerId)
    return row && { accountId: row.account_id, purpose: row.purpose }
  }
}

export function toEntry(row: queries.ConsentEntryRow): ConsentEntry {
  return { purpose: row.purpose, version: row.version, source: row.source, grantedAt: shanghaiIso(row.granted_at), withdrawnAt: row.withdrawn_at && shanghaiIso(row.withdrawn_at) }
}
