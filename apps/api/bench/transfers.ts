import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { hashToken, newToken } from '../src/accounts/accounts-session.service.js'
import { anOrganization } from '../src/organization/organization.factory.js'
import { readConfig } from '../src/platform/config/config.js'
import { FieldCipher } from '../src/platform/crypto/field-cipher.js'
import { bulkInsert } from '../src/platform/database/bulk-insert.js'
import { Seeded } from '../src/platform/seeded/seeded.js'
import { formColumn } from '../src/transfer/transfer-seal.rules.js'
import { aForm, aTransfer, type PlainTransfer } from '../src/transfer/transfer.factory.js'

const cases = 100_000
const batch = 5_000
const hourMs = 3_600_000

/** What the measures of transfers ask for. */
export interface BenchedTransfers {
  readonly officer: string
  /** A case whose letter is out. */
  readonly letterId: string
}

/** A centre with 100,000 cases under way, at one of four committees each, due over a year. */
export async function arrangeTransfers(owner: pg.Client, centerId: string, now: Date): Promise<BenchedTransfers> {
  const seeded = new Seeded(11)
  const cipher = new FieldCipher(readConfig({ NODE_ENV: 'test', DATABASE_URL: 'postgres://bench@localhost/bench' }).cipherKeys)
  const committees = Array.from({ length: 4 }, () => anOrganization(seeded, now, { center_id: centerId, kind: 'committee', can_approve_probationary: true }))
  const branches = committees.map((committee) => anOrganization(seeded, now, { center_id: centerId, kind: 'branch', reports_to: committee.id, can_approve_probationary: false }))
  await bulkInsert(owner, 'organizations', [...committees, ...branches])
  const { rows: [person] } = await owner.query<{ id: string }>('insert into persons (center_id, created_at) values ($1, $2) returning id', [centerId, now])
  let letterId = ''
  for (let done = 0; done < cases; done += batch) {
    const rows = Array.from({ length: batch }, (_, index) => aCase(seeded, centerId, person?.id ?? '', index % 4, committees, branches, now))
    letterId = rows.find(({ state }) => state === 'issued')?.id ?? letterId
    // A state stands with its line of history, or not at all: both in one transaction.
    await owner.query('begin')
    await bulkInsert(owner, 'transfers', rows.map((row) => ({ ...row, form: cipher.seal(formColumn, { centerId, id: row.id }, JSON.stringify(row.form)) })))
    await bulkInsert(owner, 'transfer_steps', rows.map(({ id, version, state, created_at }) => ({ center_id: centerId, transfer_id: id, version, action: 'create', from_state: null, to_state: state, at: created_at })))
    await owner.query('commit')
  }
  await bulkInsert(owner, 'transfer_letters', [{ center_id: centerId, transfer_id: letterId, issuer: '某党委', number: '皖0000001', issued_on: '2026-11-01', valid_days: 90, valid_until: '2027-01-30', created_at: now }])
  const first = await owner.query<{ origin_committee_id: string }>('select origin_committee_id from transfers where id = $1', [letterId])
  return { officer: await anOfficer(owner, centerId, first.rows[0]?.origin_committee_id ?? ''), letterId }
}

function aCase(seeded: Seeded, centerId: string, personId: string, at: number, committees: { id: string; full_name: string }[], branches: { id: string; full_name: string }[], now: Date): PlainTransfer {
  const [committee, branch] = [committees[at], branches[at]]
  if (!committee || !branch) throw new Error('there are four committees')
  const state = seeded.pick(['prechecked', 'endorsed', 'endorsed', 'issued'] as const)
  const due = new Date(now.getTime() + seeded.int(-300, 8_000) * hourMs)
  const holder = state === 'prechecked' ? ('origin_branch' as const) : state === 'endorsed' ? ('origin_committee' as const) : ('receiving_committee' as const)
  return aTransfer(seeded, now, {
    center_id: centerId, person_id: personId, state, form: aForm(seeded, { originBranchId: branch.id, originBranchName: branch.full_name, originCommitteeName: committee.full_name }), origin_branch_id: branch.id, origin_branch_name: branch.full_name,
    origin_committee_id: committee.id, origin_committee_name: committee.full_name, holder, holder_id: holder === 'origin_branch' ? branch.id : committee.id, due_at: due, letter_valid_until: state === 'issued' ? '2099-12-31' : null,
  })
}

async function anOfficer(owner: pg.Client, centerId: string, committeeId: string): Promise<string> {
  const [token, accountId] = [newToken(), randomUUID()]
  await owner.query('insert into accounts (id) values ($1)', [accountId])
  await owner.query(`insert into sessions (token_hash, account_id, channel, created_at, expires_at) values ($1, $2, 'console', now(), now() + interval '1 day')`, [hashToken(token), accountId])
  await owner.query(`insert into grants (account_id, role, center_id, scope_kind, scope_id) values ($1, 'committee_officer', $2, 'committee', $3)`, [accountId, centerId, committeeId])
  return token
}

/** @returns milliseconds of one page of 50 out of 100,000 cases by due date, walked page by page; of one letter as PDF */
export async function measureTransfers(api: string, { officer, letterId }: BenchedTransfers): Promise<{ queueMs: number; letterMs: number }> {
  const ask = async (path: string): Promise<{ ms: number; bytes: ArrayBuffer }> => {
    const from = performance.now()
    const answer = await fetch(`${api}/api/v1/centers/bench/transfers${path}`, { headers: { authorization: `Bearer ${officer}` } })
    const bytes = await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${path.split('?')[0]} answered ${answer.status}`)
    return { ms: performance.now() - from, bytes }
  }
  const queue: number[] = []
  let cursor = ''
  for (let page = 0; page < 60; page++) {
    const { ms, bytes } = await ask(`?view=waiting&limit=50${cursor}`)
    const { items, nextCursor } = JSON.parse(Buffer.from(bytes).toString()) as { items: unknown[]; nextCursor: string | null }
    if (items.length !== 50 || nextCursor === null) throw new Error('the queue ended early')
    cursor = `&cursor=${encodeURIComponent(nextCursor)}`
    queue.push(ms)
  }
  const letters: number[] = []
  for (let round = 0; round < 40; round++) letters.push((await ask(`/${letterId}/letter.pdf`)).ms)
  return { queueMs: settled(queue), letterMs: settled(letters) }
}

/** The median, without the ones that warm the machine up. */
function settled(times: number[]): number {
  const sorted = times.slice(10).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
