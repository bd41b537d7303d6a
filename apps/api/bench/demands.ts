import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Role } from '@dangqun/contracts/accounts/vocabulary'
import { hashToken, newToken } from '../src/accounts/accounts-session.service.js'
import { rematchTask } from '../src/financing/financing-matching.service.js'
import { aBank, aNeed, anLpr, aProduct, aVersion } from '../src/financing/financing.factory.js'
import { aFirm } from '../src/organization/organization.factory.js'
import { localDateOf } from '../src/platform/calendar/calendar.rules.js'
import { bulkInsert } from '../src/platform/database/bulk-insert.js'
import { Seeded } from '../src/platform/seeded/seeded.js'
import { p95 } from './alternating.js'
import { inTime } from './deadline.js'
import { someProducts } from './matching.js'

const stored = 1_000_000
const waiting = 3_000
const firms = 3_000
const rounds = 60
/** They warm the machine up. */
const dropped = 10

interface Given {
  owner: pg.Client
  centerId: string
  api: string
  now: Date
  say: (line: string) => void
  tell: (figure: string, value: string) => void
}

/** Who reads: tokens. */
interface Benched {
  readonly staff: string
  readonly officer: string
}

export async function benchDemands({ owner, centerId, api, now, say, tell }: Given): Promise<void> {
  say(`${waiting} waiting demands ranked anew among 500 products`)
  const benched = await arrangeDemands(owner, centerId, now)
  tell('rematch-s', `${(await inTime('rematch-s', measureRematch(owner, centerId))).toFixed(1)} s`)
  say(`the queues of the centre and of a bank, of ${stored} stored demands`)
  await inTime('the filling of demands', fillDemands(owner, centerId, now), 10)
  const { demandsMs, referralsMs, countsMs } = await inTime('demands-queue', measureQueues(api, benched, say))
  tell('demands-queue', `${demandsMs.toFixed(1)} ms`)
  tell('referrals-queue', `${referralsMs.toFixed(1)} ms`)
  tell('financing-counts', `${countsMs.toFixed(1)} ms`)
}

/** 3,000 firms, six banks, 500 products, and 3,000 demands that wait for their firms' choice. */
async function arrangeDemands(owner: pg.Client, centerId: string, now: Date): Promise<Benched> {
  const seeded = new Seeded(13)
  const building = { center_id: centerId, id: seeded.uuid(now), name: '融资楼', address: '二号', place: 2 }
  await bulkInsert(owner, 'buildings', [building])
  const made = new Map<string, object>()
  while (made.size < firms) {
    const firm = aFirm(seeded, { center_id: centerId, building_id: building.id, now, floors: 30 })
    made.set(firm.name, { ...firm, name: `${firm.name}（融资）` })
  }
  await bulkInsert(owner, 'firms', [...made.values()])
  await owner.query('insert into persons (center_id, name, created_at) values ($1, $2, $3)', [centerId, '林禾', now])
  const banks = Array.from({ length: 6 }, (_, place) => aBank(seeded, now, { center_id: centerId, place }))
  await bulkInsert(owner, 'financing_banks', banks)
  const products = someProducts(seeded).map(({ terms }, index) => {
    const product = aProduct(seeded, now, { center_id: centerId, bank_id: banks[index % banks.length]?.id ?? '' })
    return { product, version: aVersion(now, product, { terms }) }
  })
  await bulkInsert(owner, 'financing_products', products.map(({ product }) => product))
  await bulkInsert(owner, 'financing_product_versions', products.map(({ version }) => version))
  await bulkInsert(owner, 'financing_lprs', [anLpr({ center_id: centerId, published_on: localDateOf(now) })])
  await owner.query('create temp table some_needs (place serial, need jsonb)')
  await owner.query('insert into some_needs (need) select jsonb_array_elements($1::jsonb)', [JSON.stringify(Array.from({ length: 100 }, () => aNeed({
    amountFen: seeded.int(10, 300) * 1_000_000, months: seeded.pick([6, 12, 24, 36]), isTermAdjustable: seeded.next() < 0.5, acceptableSecurities: seeded.pick([[], ['guarantee'], ['mortgage']]),
  })))])
  await owner.query('create temp table some_firms_of_demands as select row_number() over (order by id) as place, id from firms where center_id = $1 and building_id = $2', [centerId, building.id])
  await unwatched(owner, () => addRows(owner, centerId, now, `select g, 'matched' as state, 'firm' as holder from generate_series(1, ${waiting}) as g`))
  await owner.query('analyze')
  return { staff: await signedIn(owner, centerId, 'center_staff', null), officer: await signedIn(owner, centerId, 'bank_officer', banks[0]?.id ?? null) }
}

/** Demands of several years, one in five under way, with their referrals; loaded first and indexed then, as a restore does. */
async function fillDemands(owner: pg.Client, centerId: string, now: Date): Promise<void> {
  await unindexed(owner, ['financing_demands', 'financing_referrals', 'financing_sharings'], () => unwatched(owner, async () => {
    await addRows(owner, centerId, now, `select g, case when s < 70 then 'closed' when s < 80 then 'withdrawn' when s < 84 then 'submitted' when s < 99 then 'open' else 'draft' end as state,
        case when s < 80 then null when s < 84 then 'center' when s < 95 then 'bank' when s < 97 then 'center' else 'firm' end as holder
      from generate_series(${waiting + 1}, ${stored}) as g, lateral (select (g::bigint * 7919) % 100 as s) as share`)
    await owner.query(
      `insert into financing_referrals (center_id, id, demand_id, bank_id, state, slot, is_picked, holder, entered_at, due_at, offered_at, consented_at, contacted_at, contact_due_at, granted_fen, decline_code, version, created_at, changed_at)
       select d.center_id, uuidv7(), d.id, b.id, s.state, case when s.holder is null or s.state = 'offered' then null else k end, false, s.holder, d.entered_at,
         case when s.state in ('consented', 'materials', 'due_diligence') then $2::timestamptz + (random() * 60 - 15) * interval '1 day' end, d.entered_at,
         case when s.state <> 'offered' then d.entered_at end, case when s.state not in ('offered', 'consented') then d.entered_at + interval '5 hours' end, case when s.state <> 'offered' then d.entered_at + interval '1 day' end,
         case when s.state in ('granted', 'closed') then d.amount_fen end, case when s.state = 'declined' then 'amount' end, 3, d.entered_at, d.changed_at
       from financing_demands d
       cross join generate_series(1, 2) as k
       cross join lateral (select (hashtext(d.id::text) & 1023) + k as h) as hash
       join (select id, row_number() over (order by place) - 1 as place from financing_banks where center_id = $1) as b on b.place = (h % 3) + 3 * (k - 1)
       cross join lateral (
         select case when d.holder is null then (array['closed', 'declined', 'closed', 'withdrawn'])[1 + h % 4] else (array['offered', 'consented', 'materials', 'due_diligence', 'granted'])[1 + h % 5] end as state) as at
       cross join lateral (select at.state, case at.state when 'granted' then 'firm' when 'offered' then 'bank' when 'consented' then 'bank' when 'materials' then 'bank' when 'due_diligence' then 'bank' end as holder) as s
       where d.center_id = $1 and d.state not in ('draft', 'submitted', 'matched') and (k = 1 or h % 100 < 60)`,
      [centerId, now],
    )
    await owner.query(
      `insert into financing_sharings (center_id, id, referral_id, purpose, text_version, account_id, given_at, expires_at)
       select center_id, uuidv7(), id, 'demand', '2026-12', uuidv7(), $2, $2::timestamptz + interval '80 days' from financing_referrals where center_id = $1 and holder is not null and state <> 'offered'`,
      [centerId, now],
    )
  }))
  for (const table of ['financing_demands', 'financing_referrals', 'financing_sharings']) await owner.query(`vacuum analyze ${table}`)
  await owner.query('checkpoint')
}

/** @param shares rows `g, state, holder` */
async function addRows(owner: pg.Client, centerId: string, now: Date, shares: string): Promise<void> {
  await owner.query(
    `insert into financing_demands (center_id, id, firm_id, person_id, state, need, contact, audience, close_reason, holder, entered_at, due_at, submitted_at, opened_at, version, created_at, changed_at)
     select $1, uuidv7(), f.id, p.id, s.state, n.need, 'a.bench.' || repeat('x', 60), case when s.state = 'open' then 'picked' end, case when s.state = 'closed' then 'enough' end, s.holder, at,
       case when s.holder = 'center' then $2::timestamptz + (random() * 40 - 10) * interval '1 day' end, case when s.state <> 'draft' then at end, case when s.state = 'open' then at end, 2, at, at
     from (${shares}) as s
     join some_firms_of_demands f on f.place = 1 + s.g % ${firms}
     join some_needs n on n.place = 1 + s.g % 100
     cross join (select id from persons where center_id = $1 order by created_at desc limit 1) as p
     cross join lateral (select $2::timestamptz - (s.g % 1800) * interval '1 day' as at) as moment`,
    [centerId, now],
  )
}

/** Past the triggers that look up what each row names: what is loaded here names what is there. */
async function unwatched(owner: pg.Client, work: () => Promise<void>): Promise<void> {
  await owner.query('set session_replication_role = replica')
  await work()
  await owner.query('set session_replication_role = origin')
}

async function unindexed(owner: pg.Client, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = any($1::text[]::regclass[]) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  )
  for (const { name } of rows) await owner.query(`drop index ${name}`)
  await work()
  await owner.query(`set maintenance_work_mem = '256MB'`)
  for (const { definition } of rows) await owner.query(definition)
}

async function signedIn(owner: pg.Client, centerId: string, role: Role, bankId: string | null): Promise<string> {
  const [token, accountId] = [newToken(), randomUUID()]
  await owner.query('insert into accounts (id) values ($1)', [accountId])
  await owner.query(`insert into sessions (token_hash, account_id, channel, created_at, expires_at) values ($1, $2, 'phone', now(), now() + interval '1 day')`, [hashToken(token), accountId])
  await owner.query('insert into grants (account_id, role, center_id, scope_kind, scope_id) values ($1, $2, $3, $4, $5)', [accountId, role, centerId, bankId === null ? null : 'bank', bankId])
  return token
}

/** From asking to the last of 3,000 demands ranked among 500 products and kept. @returns seconds */
async function measureRematch(owner: pg.Client, centerId: string): Promise<number> {
  const id = randomUUID()
  const from = performance.now()
  await owner.query(`insert into financing_rematches (center_id, id, state, created_at) values ($1, $2, 'waiting', now())`, [centerId, id])
  await owner.query('select enqueue_job($1, $2, now(), $3)', [rematchTask, JSON.stringify({ centerId, subjectId: centerId }), `${rematchTask}:${centerId}`])
  for (;;) {
    const { rows: [run] } = await owner.query<{ state: string; done: number }>('select state, done from financing_rematches where id = $1', [id])
    if (run?.state === 'done') {
      if (run.done !== waiting) throw new Error(`${run.done} demands were ranked instead of ${waiting}`)
      return (performance.now() - from) / 1000
    }
    await new Promise((next) => setTimeout(next, 50))
  }
}

/** @returns milliseconds, of which 95 of 100 answers are faster: first pages and pages by cursor of 50, of the centre and of a bank; counts of both */
async function measureQueues(api: string, { staff, officer }: Benched, say: (line: string) => void): Promise<{ demandsMs: number; referralsMs: number; countsMs: number }> {
  const ask = async (path: string, token: string): Promise<{ ms: number; items: number; nextCursor: string | null }> => {
    const from = performance.now()
    const answer = await fetch(`${api}/api/v1/centers/bench/financing/${path}`, { headers: { authorization: `Bearer ${token}` } })
    const body = (await answer.json()) as { items?: unknown[]; nextCursor?: string | null }
    if (answer.status !== 200) throw new Error(`${path.split('?')[0]} answered ${answer.status}`)
    return { ms: performance.now() - from, items: body.items?.length ?? 0, nextCursor: body.nextCursor ?? null }
  }
  const tell = (what: string, times: readonly number[]): readonly number[] => {
    say(`  ${what}: ${p95(times).toFixed(1)} ms`)
    return times
  }
  /** The first page again and again, then one page after another. */
  const queue = async (path: string, token: string): Promise<number[]> => {
    const [first, walked]: [number[], number[]] = [[], []]
    let cursor: string | null = ''
    for (let round = 0; round < rounds; round++) {
      first.push((await ask(`${path}&limit=50`, token)).ms)
      if (cursor === null) throw new Error(`${path} ended early`)
      const page: Awaited<ReturnType<typeof ask>> = await ask(`${path}&limit=50${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`, token)
      if (page.items !== 50) throw new Error(`${page.items} on a page of ${path}`)
      walked.push(page.ms)
      cursor = page.nextCursor
    }
    return [...tell(`${path} first`, first.slice(dropped)), ...tell(`${path} by cursor`, walked.slice(dropped))]
  }
  const demands = [...(await queue('demands?view=waiting', staff)), ...(await queue('demands?view=open', staff)), ...(await queue('demands?view=ended', staff))]
  const referrals: number[] = []
  for (const view of ['offered', 'waiting', 'open', 'ended']) referrals.push(...(await queue(`referrals?view=${view}`, officer)))
  for (const view of ['offered', 'open', 'ended']) referrals.push(...(await queue(`referrals?view=${view}`, staff)))
  const counts: number[] = []
  for (const [path, token] of [['demands/counts', staff], ['referrals/counts', staff], ['referrals/counts', officer]] as const) {
    const times: number[] = []
    for (let round = 0; round < rounds; round++) times.push((await ask(path, token)).ms)
    counts.push(...tell(path, times.slice(dropped)))
  }
  return { demandsMs: p95(demands), referralsMs: p95(referrals), countsMs: p95(counts) }
}
