import { hash } from '@node-rs/argon2'
import type pg from 'pg'
import { contactVersion } from '@dangqun/contracts/accounts/vocabulary'
import { bindingConsentVersion } from '@dangqun/contracts/organization/bindings/vocabulary'
import { demoConsoleAccounts } from '../src/accounts/accounts.factory.js'
import { bulkInsert } from '../src/platform/database/bulk-insert.js'
import { standInOpenId } from '../src/platform/wechat/wechat-stand-in.js'

const dayMs = 86_400_000

/** @returns their ids by username */
export async function addConsoleAccounts(owner: pg.Client, now: Date): Promise<Map<string, string>> {
  const accounts = new Map<string, string>()
  // All have the same password, and hashing is meant to be slow.
  const hashes = new Map<string, string>()
  for (const { username, password, grants } of demoConsoleAccounts) {
    const secret = hashes.get(password) ?? (await hash(password))
    hashes.set(password, secret)
    const accountId = await addAccount(owner, 'password', username, secret)
    accounts.set(username, accountId)
    for (const { role, center, organization, bank } of grants) {
      await owner.query(
        `insert into grants (account_id, role, center_id, scope_kind, scope_id)
         select $1, $2, c.id, $4, case $4
           when 'bank' then (select b.id from financing_banks b where b.center_id = c.id and b.name = $5)
           else (select o.id from organizations o where o.center_id = c.id and o.name = $5) end
         from (select (select id from centers where slug = $3) as id) c`,
        [accountId, role, center, bank ? 'bank' : organization ? (role === 'committee_officer' ? 'committee' : 'branch') : null, bank ?? organization ?? null],
      )
    }
  }
  await addInvitations(owner, now)
  return accounts
}

/** Some that wait, so that the page shows what it is for. Their codes are known to nobody. */
async function addInvitations(owner: pg.Client, now: Date): Promise<void> {
  for (const [days, note, role] of [[1, '前台新同事', 'center_staff'], [5, '志愿服务专员', 'center_staff'], [9, '上月的实习生', 'center_staff']] as const) {
    await owner.query(
      `insert into invitations (code_hash, role, center_id, issued_center_id, note, created_by, created_at, expires_at)
       select sha256(uuidv7()::text::bytea), $1, c.id, c.id, $2, i.account_id, $3, $4 from centers c, identities i where c.slug = 'shangbai' and i.provider = 'password' and i.subject = 'manager'`,
      [role, note, new Date(now.getTime() - days * dayMs), new Date(now.getTime() + (7 - days) * dayMs)],
    )
  }
}

/** The persona who has been here before: known by name, and with a sign-up on the schedule. */
export async function addRegular(owner: pg.Client, appId: string, now: Date): Promise<void> {
  const accountId = await addAccount(owner, 'wechat', standInOpenId(appId, 'regular'), null)
  await owner.query(
    `update persons set account_id = $1 where (center_id, id) = (
       select s.center_id, s.person_id from sign_ups s
       join centers c on c.id = s.center_id and c.slug = 'shangbai'
       join activities a on a.center_id = s.center_id and a.id = s.activity_id
       where s.state = 'confirmed' and a.starts_at > $2 order by a.starts_at, s.number limit 1)`,
    [accountId, now],
  )
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
  await bulkInsert(owner, 'consents', [
    { account_id: accountId, purpose: 'privacy', version: '2026-11', granted_at: daysAgo(40), withdrawn_at: null },
    { account_id: accountId, purpose: 'contact', version: contactVersion, granted_at: daysAgo(40), withdrawn_at: null },
    { account_id: accountId, purpose: 'firm', version: bindingConsentVersion, granted_at: daysAgo(30), withdrawn_at: daysAgo(12) },
  ])
}

/** The persona who checks people in by phone. */
export async function addPhoneStaff(owner: pg.Client, appId: string): Promise<void> {
  const accountId = await addAccount(owner, 'wechat', standInOpenId(appId, 'staff'), null)
  await owner.query(`insert into grants (account_id, role, center_id) select $1, 'center_staff', id from centers where slug = 'shangbai'`, [accountId])
}

export async function addAccount(owner: pg.Client, provider: 'password' | 'wechat', subject: string, secret: string | null): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('insert into accounts default values returning id', [])
  const id = rows[0]?.id ?? ''
  await owner.query('insert into identities (provider, subject, account_id, secret) values ($1, $2, $3, $4)', [provider, subject, id, secret])
  return id
}
