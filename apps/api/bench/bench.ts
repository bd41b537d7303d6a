import { randomUUID } from 'node:crypto'
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import pg from 'pg'
import { hashToken, newToken } from '../src/accounts/accounts-session.service.js'
import { anActivity, signUpsFor } from '../src/activities/activities.factory.js'
import { aCenter } from '../src/centers/centers.factory.js'
import { bulkInsert } from '../src/platform/database/bulk-insert.js'
import { migrate } from '../src/platform/database/migrate.js'
import { Seeded } from '../src/platform/seeded/seeded.js'
import { alternately, median } from './alternating.js'
import { inTime, Unended } from './deadline.js'
import { benchDemands } from './demands.js'
import { measureMatching } from './matching.js'
import { measureMillion } from './million.js'
import { arrangeTransfers, measureTransfers } from './transfers.js'

/**
 * Every comparison alternates its two sides within one run and drops the first round, so that what
 * this machine does meanwhile hits both alike. DATABASE_URL names an empty database on a durable server.
 */
const databaseUrl = process.env['DATABASE_URL'] ?? ''
const [apiPort, barePort] = (process.env['BENCH_PORTS'] ?? '').split(',').map(Number) as [number, number]
const api = `http://127.0.0.1:${apiPort}`
/** A rush is many phones at once; a list is read by fewer. */
const rushing = 256
const reading = 64
const people = 12_000
const rounds = 5

const owner = new pg.Client({ connectionString: databaseUrl })
const seeded = new Seeded(3)
const now = new Date()
const center = aCenter(seeded, now, { slug: 'bench' })
const environment = { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'info', BENCH_CENTER: center.id }
const tokens = Array.from({ length: people }, newToken)
const accountIds = tokens.map(() => randomUUID())
const say = (line: string) => console.log(line)

async function arrange(): Promise<void> {
  await migrate(databaseUrl)
  await owner.connect()
  await bulkInsert(owner, 'centers', [center])
  await owner.query('insert into accounts (id) select unnest($1::uuid[])', [accountIds])
  await owner.query(`insert into sessions (token_hash, account_id, channel, created_at, expires_at) select h, a, 'phone', now(), now() + interval '1 day' from unnest($1::bytea[], $2::uuid[]) as t (h, a)`, [tokens.map(hashToken), accountIds])
  await bulkInsert(owner, 'activities', Array.from({ length: 400 }, (_, index) => anActivity(seeded, now, { center_id: center.id, starts_at: new Date(now.getTime() + (index + 1) * 3_600_000), title: `活动 ${index}` })))
  await history()
  await owner.query('analyze')
}

/** A centre that has been at work for a while: its planner statistics are those of filled tables. */
async function history(): Promise<void> {
  await owner.query('insert into persons (center_id, account_id) select $1, unnest($2::uuid[])', [center.id, accountIds.slice(0, 3_000)])
  const { rows: persons } = await owner.query<{ id: string }>('select id from persons where center_id = $1', [center.id])
  for (let index = 0; index < 10; index++) {
    const activity = anActivity(seeded, now, { center_id: center.id, capacity: 200, starts_at: new Date(now.getTime() - (index + 1) * 86_400_000), state: 'held' })
    const signUps = signUpsFor(seeded, activity, persons.slice(index * 300, index * 300 + 300).map(({ id }) => id), activity.created_at)
    await bulkInsert(owner, 'activities', [activity])
    await bulkInsert(owner, 'sign_ups', signUps)
    await owner.query(`insert into audit_facts (center_id, at, fact, subject_id) select $1, now(), 'activities.signedUp', unnest($2::uuid[])`, [center.id, signUps.map(({ id }) => id)])
    await owner.query(`insert into idempotency_keys (center_id, account_id, route, key, request_hash, status, reply, created_at) select $1, unnest($2::uuid[]), 'POST /', $3, sha256('x'), 201, '{}', now()`, [center.id, accountIds.slice(0, 3_000), `history-${index}`])
  }
}

async function start(script: string, port: number): Promise<{ child: ChildProcess; seconds: number }> {
  const from = performance.now()
  // The log goes where a server's goes: out, to be read by somebody else.
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), { execArgv: process.execArgv, env: { ...environment, PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode}`)
    const isUp = await fetch(`http://127.0.0.1:${port}/health/live`).then(() => true, () => false)
    if (isUp) return { child, seconds: (performance.now() - from) / 1000 }
    await new Promise((next) => setTimeout(next, 20))
  }
}

async function aHotActivity(): Promise<string> {
  const activity = anActivity(seeded, now, { center_id: center.id, capacity: 500, starts_at: new Date(now.getTime() + 500 * 86_400_000) })
  await bulkInsert(owner, 'activities', [activity])
  return activity.id
}

/** @returns requests per second; every answer must be the status that the side promises */
async function fire(connections: number, amount: number, status: number, request: (index: number) => { method: 'GET' | 'POST' | 'PATCH'; url: string; headers: Record<string, string>; body?: string }): Promise<number> {
  let index = 0
  const { origin } = new URL(request(0).url)
  const result = await autocannon({
    url: origin, connections, amount, sampleInt: 50,
    requests: [{ setupRequest: (base: autocannon.Request) => {
      const { url, ...rest } = request(index++)
      const { pathname, search } = new URL(url)
      return { ...base, ...rest, path: pathname + search }
    } }],
  })
  const right = (result.statusCodeStats as Record<string, { count: number }> | undefined)?.[String(status)]?.count ?? 0
  if (right !== amount || result.errors > 0) throw new Error(`${amount - right} of ${amount} answers were not ${status}`)
  return amount / ((result.finish.getTime() - result.start.getTime()) / 1000)
}

async function signUps(route: string, amount: number, status = 201): Promise<number> {
  const activityId = await aHotActivity()
  const round = randomUUID()
  return fire(rushing, amount, status, (index) => ({
    method: 'POST', url: `${api}/api/v1/centers/bench/activities/${activityId}/${route}`, body: '{}',
    headers: { authorization: `Bearer ${tokens[index % people]}`, 'content-type': 'application/json', 'idempotency-key': `${round}-${index}` },
  }))
}

/** What the database alone can do on one row: 16 connections, INSERT and conditional UPDATE, committed each. */
async function databaseLimit(amount: number): Promise<number> {
  const activityId = await aHotActivity()
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 16 })
  await pool.query('insert into persons (center_id, account_id) select $1, unnest($2::uuid[]) on conflict do nothing', [center.id, accountIds])
  const { rows } = await pool.query<{ id: string }>('select id from persons where center_id = $1 limit $2', [center.id, amount])
  let next = 0
  const work = async () => {
    const connection = await pool.connect()
    try {
      for (let index = next++; index < amount; index = next++) {
        await connection.query({
          name: 'limit',
          text: `with seat as (
              update activities set taken = taken + case when taken < capacity then 1 else 0 end, waiting = waiting + case when taken < capacity then 0 else 1 end, last_number = last_number + 1
              where center_id = $1 and id = $2 returning last_number, waiting)
            insert into sign_ups (center_id, id, activity_id, person_id, number, state, ticket, created_at, changed_at)
            select $1, uuidv7(), $2, $3, last_number, case when waiting = 0 then 'confirmed' else 'waitlisted' end, gen_random_uuid()::text, now(), now() from seat`,
          values: [center.id, activityId, rows[index]?.id],
        })
      }
    } finally {
      connection.release()
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: 16 }, work))
  const seconds = (performance.now() - from) / 1000
  await pool.end()
  return amount / seconds
}

const alternate = <Side extends string>(sides: Record<Side, () => Promise<number>>) => alternately(sides, { rounds, unit: '/s', say })

/** Groups that share what they need, by the figures that they print; names on the command line choose among them. */
const figures = {
  rush: ['signup-rate', 'signup-vs-lock', 'signup-vs-database', 'signup-vs-empty-post', 'memory'],
  lists: ['list-vs-bare'],
  boot: ['boot'],
  matching: ['match-one-ms', 'match-all-per-s'],
  million: ['deep-page-vs-first', 'search-p95', 'rls-price'],
  transfers: ['transfer-queue', 'letter-ms'],
  demands: ['rematch-s', 'demands-queue', 'referrals-queue', 'financing-counts'],
  audit: ['audit-price'],
} as const
const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !Object.values(figures).some((names) => (names as readonly string[]).includes(name)))
if (unknown.length > 0) throw new Error(`no such figure: ${unknown.join(', ')}; there are ${Object.values(figures).flat().join(', ')}`)
const wants = (group: keyof typeof figures) => chosen.length === 0 || figures[group].some((name) => chosen.includes(name))

const results: [string, string][] = []
const tell = (name: string, value: string) => void results.push([name, value])
let status = 0

async function bootSeconds(): Promise<number> {
  const boots: number[] = []
  for (let round = 0; round < 4; round++) {
    const { child, seconds } = await start('bench-server.ts', apiPort)
    if (round > 0) boots.push(seconds)
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    await ended
  }
  return median(boots)
}

await arrange()
if (wants('boot')) tell('boot', `${(await bootSeconds()).toFixed(2)} s`)
const server = await start('bench-server.ts', apiPort)
const bare = wants('lists') ? await start('bare-server.ts', barePort) : null
try {
  if (wants('rush')) {
    say('sign-up on one hot activity')
    const rates = await inTime('the four figures of sign-up', alternate({
      shipped: () => signUps('sign-ups', people),
      lock: () => signUps('sign-ups-locked', 2_000),
      database: () => databaseLimit(4_000),
      empty: () => signUps('sign-ups-empty', people),
    }), 6)
    tell('signup-rate', `${Math.round(rates.shipped)} /s`)
    tell('signup-vs-lock', `${(rates.shipped / rates.lock).toFixed(2)} x`)
    tell('signup-vs-database', `${(rates.shipped / rates.database).toFixed(2)} x`)
    tell('signup-vs-empty-post', `${(rates.shipped / rates.empty).toFixed(2)} x`)
  }
  if (wants('lists')) {
    say('the list of activities')
    const lists = await inTime('list-vs-bare', alternate({
      shipped: () => fire(reading, 6_000, 200, () => ({ method: 'GET', url: `${api}/api/v1/centers/bench/activities`, headers: {} })),
      bare: () => fire(reading, 6_000, 200, () => ({ method: 'GET', url: `http://127.0.0.1:${barePort}/activities`, headers: {} })),
    }))
    tell('list-vs-bare', `${(lists.shipped / lists.bare).toFixed(2)} x`)
  }
  if (wants('rush')) {
    const memory = await new Promise<number>((resolve) => {
      server.child.once('message', (message: { rss: number }) => resolve(message.rss))
      server.child.send('memory')
    })
    tell('memory', `${Math.round(memory / 1_048_576)} MB`)
  }
  if (wants('matching')) {
    say('loans: one need against 500 products, and all needs again')
    const matching = measureMatching()
    tell('match-one-ms', `${matching.oneMs.toFixed(2)} ms`)
    tell('match-all-per-s', `${matching.allPerSecond} /s`)
  }
  if (wants('transfers')) {
    say('the queue of 100,000 transfers under way, and letters as PDF')
    const benched = await arrangeTransfers(owner, center.id, now)
    await owner.query('analyze')
    const transfers = await inTime('transfer-queue', measureTransfers(api, benched))
    tell('transfer-queue', `${transfers.queueMs.toFixed(1)} ms`)
    tell('letter-ms', `${transfers.letterMs.toFixed(1)} ms`)
  }
  if (wants('demands')) await benchDemands({ owner, centerId: center.id, api, now, say, tell })
  if (wants('audit')) {
    say('one row changed, with the fact of it and sealing, and without')
    const change = (route: string) => () => fire(16, 3_000, 200, (index) => ({
      method: 'PATCH', url: `${api}/api/v1/centers/bench/persons/me/${route}`, body: JSON.stringify({ name: '林禾' }),
      headers: { authorization: `Bearer ${tokens[index % people]}`, 'content-type': 'application/json' },
    }))
    const rates = await inTime('audit-price', alternate({ audited: change('audited'), unaudited: change('unaudited') }))
    tell('audit-price', `${(rates.unaudited / rates.audited).toFixed(2)} x`)
  }
  if (wants('million')) {
    say('a million firms')
    const staff = accountIds[0] ?? ''
    await owner.query(`insert into grants (account_id, role, center_id) values ($1, 'center_staff', $2)`, [staff, center.id])
    await measureMillion({ owner, databaseUrl, centerId: center.id, firmsUrl: `${api}/api/v1/centers/bench/firms`, token: tokens[0] ?? '', say, tell })
  }
} catch (error) {
  if (!(error instanceof Unended)) throw error
  status = 1
  say(`bench ${error.figure} ${error.message}`)
} finally {
  server.child.kill('SIGTERM')
  bare?.child.kill('SIGTERM')
  // Its query may be what does not end.
  if (status === 0) await owner.end()
}
for (const [name, value] of results) if (chosen.length === 0 || chosen.includes(name)) say(`bench ${name} ${value}`)
process.exit(status)
