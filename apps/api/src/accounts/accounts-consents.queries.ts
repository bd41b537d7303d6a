import type { ConsentSource, ConsentPurpose } from '@dangqun/contracts/accounts/vocabulary'
import type { EntityManager } from 'typeorm'

export interface ConsentEntryRow {
  id: string
  account_id: string
  purpose: ConsentPurpose
  version: string
  source: ConsentSource
  granted_at: Date
  withdrawn_at: Date | null
}

const columns = 'id, account_id, purpose, version, source, granted_at, withdrawn_at'

/** One at a time with an account's consents, until the transaction ends. Taken before any row of a person: see `claimEnding`. */
export async function lockLedger(manager: EntityManager, accountId: string): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtextextended('consents ' || $1, 0))`, [accountId])
}

/** Records a consent once; a repetition keeps the first moment. */
export async function giveConsent(manager: EntityManager, given: { accountId: string; purpose: ConsentPurpose; version: string; source: ConsentSource }, now: Date): Promise<ConsentEntryRow> {
  const { accountId, purpose, version, source } = given
  await lockLedger(manager, accountId)
  await manager.query(
    `insert into consents (account_id, purpose, version, source, granted_at) values ($1, $2, $3, $4, $5)
     on conflict (account_id, purpose, version) where withdrawn_at is null do nothing`,
    [accountId, purpose, version, source, now],
  )
  const [row]: ConsentEntryRow[] = await manager.query(`select ${columns} from consents where account_id = $1 and purpose = $2 and version = $3 and withdrawn_at is null`, [accountId, purpose, version])
  if (!row) throw new Error('a consent that was just given is not there')
  return row
}

/** The whole ledger of an account, the latest first. */
export function listLedger(manager: EntityManager, accountId: string): Promise<ConsentEntryRow[]> {
  return manager.query(`select ${columns} from consents where account_id = $1 order by granted_at desc, id desc`, [accountId])
}

/** Standing consents to these purposes end now. @returns those that did */
export async function withdrawConsents(manager: EntityManager, accountId: string, purposes: readonly ConsentPurpose[], now: Date): Promise<ConsentEntryRow[]> {
  await lockLedger(manager, accountId)
  const [rows]: [ConsentEntryRow[], number] = await manager.query(
    `update consents set withdrawn_at = greatest($3, granted_at) where account_id = $1 and purpose = any($2) and withdrawn_at is null returning ${columns}`,
    [accountId, purposes, now],
  )
  return rows
}

/**
 * Whether what rested on a withdrawn consent is to end at a centre: once per consent and centre, and not when the
 * person has agreed again. Whoever agrees waits until this transaction has ended, so that what they give then stays.
 */
export async function claimEnding(manager: EntityManager, consentId: string, centerId: string): Promise<Pick<ConsentEntryRow, 'account_id' | 'purpose'> | null> {
  const [found]: { account_id: string }[] = await manager.query('select account_id from consents where id = $1', [consentId])
  if (!found) return null
  await lockLedger(manager, found.account_id)
  const [rows]: [Pick<ConsentEntryRow, 'account_id' | 'purpose'>[], number] = await manager.query(
    `update consents c set ended_at_centers = c.ended_at_centers || $2::uuid
     where c.id = $1 and c.withdrawn_at is not null and not ($2 = any(c.ended_at_centers))
       and not exists (select from consents s where s.account_id = c.account_id and s.purpose = c.purpose and s.withdrawn_at is null)
     returning account_id, purpose`,
    [consentId, centerId],
  )
  return rows[0] ?? null
}

/** Centres at which the account is a person. */
export async function centersOfAccount(manager: EntityManager, accountId: string): Promise<string[]> {
  const rows: { center_id: string }[] = await manager.query('select center_id from centers_of_account($1)', [accountId])
  return rows.map(({ center_id }) => center_id)
}

export async function endPhoneSessions(manager: EntityManager, accountId: string, now: Date): Promise<void> {
  await manager.query('select end_phone_sessions($1, $2)', [accountId, now])
}
