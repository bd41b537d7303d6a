import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Verification } from '@dangqun/contracts/audit/schemas'
import { TestHouse } from '../app/testing/test-house.js'
import { DataSource } from 'typeorm'
import { appRoleUrl } from '../platform/database/app-role.js'
import { rebaseChains, type Ask } from './audit-chain.queries.js'
import { AuditChain, verifyStretch } from './audit-chain.service.js'
import { insertFactsOf, platformLedger } from './audit.queries.js'

/** Centres of this test's own, so that the sealer that runs beside it seals none of theirs. */
let house: TestHouse
let chain: AuditChain
let asOwner: pg.Client
const open: pg.Client[] = []

beforeAll(async () => {
  house = await TestHouse.open()
  chain = house.app.get(AuditChain)
  asOwner = house.owner
})
afterAll(async () => {
  await Promise.all(open.map((client) => client.end()))
  await house.close()
})

async function connect(): Promise<pg.Client> {
  const client = await house.connect()
  open.push(client)
  return client
}

/** @returns the subjects, in the order of writing */
async function write(client: pg.Client, center: string, count: number, name = 'activities.created'): Promise<string[]> {
  const subjects = Array.from({ length: count }, () => randomUUID())
  for (const subjectId of subjects) await client.query(`insert into audit_facts (center_id, at, fact, subject_id, data) values ($1, now(), $2, $3, '{"b": "一", "a": [1.50, null]}')`, [center, name, subjectId])
  return subjects
}

/**
 * Until no transaction that began before these facts still runs. The oldest one counts for the whole cluster, so one of
 * another test file holds sealing up here too, as it should.
 */
async function settled(center: string): Promise<void> {
  for (;;) {
    const { rows } = await asOwner.query<{ settled: boolean }>('select coalesce(bool_and(txid < pg_snapshot_xmin(pg_current_snapshot())), true) as settled from audit_facts where center_id = $1', [center])
    if (rows[0]?.settled) return
  }
}

/** Seals all that is committed; @returns how many facts. */
async function sealAll(center: string): Promise<number> {
  await settled(center)
  return chain.seal(center)
}

async function sealedSubjects(center: string): Promise<string[]> {
  const { rows } = await asOwner.query<{ subject: string }>('select f.subject_id as subject from audit_seals s join audit_facts f using (center_id) where s.center_id = $1 and f.id = s.fact_id order by s.number', [center])
  return rows.map(({ subject }) => subject)
}

async function verify(center: string, after = 0): Promise<Verification> {
  await asOwner.query(`select set_config('app.center', $1, false)`, [center])
  const ask: Ask = async (sql, parameters) => (await asOwner.query(sql, parameters)).rows as never
  return verifyStretch(ask, center, after)
}

/** A centre with a sealed chain of five. */
async function aChain(): Promise<{ center: string; factIds: string[] }> {
  const center = randomUUID()
  await write(asOwner, center, 5)
  await sealAll(center)
  const { rows } = await asOwner.query<{ fact_id: string }>('select fact_id from audit_seals where center_id = $1 order by number', [center])
  return { center, factIds: rows.map(({ fact_id }) => fact_id) }
}

test('what SQL seals is what the rules compute, and a chain goes on where it stood', async () => {
  const { center } = await aChain()
  expect(await verify(center)).toEqual({ verified: 5, next: null, problems: [] })
  await write(asOwner, center, 3)
  expect(await sealAll(center)).toBe(3)
  expect(await chain.seal(center)).toBe(0)
  expect(await verify(center)).toEqual({ verified: 8, next: null, problems: [] })
})

describe('a transaction that began first and commits last', () => {
  /** What the newest facts behind the last sealed one are, to a sealer that does not ask who still runs. */
  async function naively(center: string, sealed: { txid: string; id: string }): Promise<{ subject: string; txid: string; id: string }[]> {
    const { rows } = await asOwner.query<{ subject: string; txid: string; id: string }>('select subject_id as subject, txid::text, id from audit_facts where center_id = $1 and (txid, id) > ($2::xid8, $3::uuid) order by txid, id', [center, sealed.txid, sealed.id])
    return rows
  }

  test('is skipped by a naive sealer, and by ours is neither skipped nor overtaken', async () => {
    const center = randomUUID()
    const [slow, quick] = [await connect(), await connect()]
    await slow.query('begin')
    const [late] = await write(slow, center, 1)
    const [early] = await write(quick, center, 1)

    // Without the guard: the second one's fact is taken, and what comes to stand before it is never seen again.
    const [taken] = await naively(center, { txid: '0', id: platformLedger })
    expect(taken?.subject).toBe(early)
    // With it: nothing is sealed past the transaction that still runs.
    expect(await chain.seal(center)).toBe(0)

    await slow.query('commit')
    expect(await naively(center, taken ?? { txid: '0', id: platformLedger })).toEqual([])
    expect(await sealAll(center)).toBe(2)
    expect(await sealedSubjects(center)).toEqual([late, early])
    expect((await verify(center)).problems).toEqual([])
  })

  test('that is rolled back leaves no hole', async () => {
    const center = randomUUID()
    const slow = await connect()
    await slow.query('begin')
    await write(slow, center, 1)
    const [kept] = await write(asOwner, center, 1)
    expect(await chain.seal(center)).toBe(0)
    await slow.query('rollback')
    expect(await sealAll(center)).toBe(1)
    expect(await sealedSubjects(center)).toEqual([kept])
  })

  test('many writers and two sealers at once: every fact once, in the order of transactions', async () => {
    const center = randomUUID()
    const writers = await Promise.all(Array.from({ length: 6 }, connect))
    let isWriting = true
    const sealing = Array.from({ length: 2 }, async () => {
      while (isWriting) await chain.seal(center)
    })
    await Promise.all(writers.map(async (writer) => {
      for (let round = 0; round < 25; round++) {
        await writer.query('begin')
        await write(writer, center, 1 + (round % 3))
        await writer.query(round % 5 === 4 ? 'rollback' : 'commit')
      }
    }))
    isWriting = false
    await Promise.all(sealing)
    await sealAll(center)
    const { rows } = await asOwner.query<{ subject: string }>('select subject_id as subject from audit_facts where center_id = $1 order by txid, id', [center])
    expect(await sealedSubjects(center)).toEqual(rows.map(({ subject }) => subject))
    expect(await verify(center)).toEqual({ verified: rows.length, next: null, problems: [] })
  })
})

test('of two sealers at the same moment the second waits; without the lock it would break on the first one\'s seal', async () => {
  const definition = await house.one<{ source: string }>(`select pg_get_functiondef('seal_facts'::regproc) as source`)
  const unlocked = definition.source.replace('seal_facts', 'seal_unlocked').replace(/perform pg_advisory_xact_lock[^;]*;/, '')
  expect(unlocked).not.toContain('advisory')
  await asOwner.query(unlocked)
  const [first, second] = [await connect(), await connect()]
  const race = async (name: string) => {
    const center = randomUUID()
    await write(asOwner, center, 3)
    await settled(center)
    for (const client of [first, second]) {
      await client.query('begin')
      await client.query(`select set_config('app.center', $1, true)`, [center])
    }
    expect((await first.query<{ sealed: number }>(`select ${name}(100) as sealed`)).rows).toEqual([{ sealed: 3 }])
    const waits = second.query<{ sealed: number }>(`select ${name}(100) as sealed`).then(({ rows }) => rows[0]?.sealed, (error: Error) => error.message)
    await blocked(second)
    await first.query('commit')
    const answer = await waits
    await second.query('rollback')
    return answer
  }
  expect(await race('seal_unlocked')).toMatch(/duplicate key/)
  expect(await race('seal_facts')).toBe(0)
})

/** Until the connection's statement waits for a lock. */
async function blocked(client: pg.Client): Promise<void> {
  const { processID } = client as unknown as { processID: number }
  for (;;) {
    const { rows } = await asOwner.query<{ wait: string | null }>('select wait_event_type as wait from pg_stat_activity where pid = $1', [processID])
    if (rows[0]?.wait === 'Lock') return
  }
}

describe('whatever is done to the ledger is found and named', () => {
  test.each([
    ['at', `at = at + interval '1 microsecond'`],
    ['account_id', 'account_id = uuidv7()'],
    ['fact', `fact = 'activities.cancelled'`],
    ['subject_id', 'subject_id = uuidv7()'],
    ['data', `data = data || '{"a": 2}'`],
  ])('another %s', async (_, change) => {
    const { center, factIds } = await aChain()
    await asOwner.query(`update audit_facts set ${change} where center_id = $1 and id = $2`, [center, factIds[2]])
    expect((await verify(center)).problems).toEqual([{ kind: 'changed', number: 3, factId: factIds[2] }])
  })

  test('a fact deleted; a seal deleted; the newest of both deleted', async () => {
    const one = await aChain()
    await asOwner.query('delete from audit_facts where center_id = $1 and id = $2', [one.center, one.factIds[1]])
    expect((await verify(one.center)).problems).toEqual([{ kind: 'factMissing', number: 2, factId: one.factIds[1] }])

    const two = await aChain()
    await asOwner.query('delete from audit_seals where center_id = $1 and number = 4', [two.center])
    expect((await verify(two.center)).problems).toEqual([{ kind: 'sealMissing', number: 4, factId: null }, { kind: 'unsealed', number: null, factId: two.factIds[3] }])

    const three = await aChain()
    await asOwner.query('delete from audit_seals where center_id = $1 and number = 5', [three.center])
    await asOwner.query('delete from audit_facts where center_id = $1 and id = $2', [three.center, three.factIds[4]])
    expect((await verify(three.center)).problems).toEqual([{ kind: 'cutOff', number: 4, factId: null }])
  })

  test('a fact deleted and the numbers closed up behind it', async () => {
    const { center, factIds } = await aChain()
    await asOwner.query('delete from audit_facts where center_id = $1 and id = $2', [center, factIds[1]])
    await asOwner.query('delete from audit_seals where center_id = $1 and number = 2', [center])
    for (const number of [3, 4, 5]) await asOwner.query('update audit_seals set number = number - 1 where center_id = $1 and number = $2', [center, number])
    await asOwner.query('update audit_chains set number = 4 where center_id = $1', [center])
    expect((await verify(center)).problems[0]).toEqual({ kind: 'changed', number: 2, factId: factIds[2] })
  })

  test('a fact wedged in among the sealed ones', async () => {
    const { center } = await aChain()
    const wedged = await house.one<{ id: string }>(
      `insert into audit_facts (center_id, at, fact, subject_id, txid) select center_id, at, 'activities.held', subject_id, txid from audit_facts where center_id = $1 order by txid, id limit 1 returning id`, [center])
    expect((await verify(center)).problems).toEqual([{ kind: 'unsealed', number: null, factId: wedged.id }])
  })

  test('two facts that changed places; a hash written anew', async () => {
    const one = await aChain()
    const [, second, , fourth] = one.factIds
    await asOwner.query('alter table audit_seals drop constraint audit_seals_once')
    await asOwner.query('update audit_seals set fact_id = case number when 2 then $2::uuid else $3::uuid end where center_id = $1 and number in (2, 4)', [one.center, fourth, second])
    await asOwner.query('alter table audit_seals add constraint audit_seals_once unique (center_id, fact_id)')
    expect((await verify(one.center)).problems).toEqual([{ kind: 'changed', number: 2, factId: fourth }, { kind: 'changed', number: 4, factId: second }])

    const two = await aChain()
    await asOwner.query(`update audit_seals set hash = sha256('x') where center_id = $1 and number = 2`, [two.center])
    // The one after it was reckoned from the hash that stood there.
    expect((await verify(two.center)).problems.map(({ number }) => number)).toEqual([2, 3])
  })
})

test('the app role adds facts, without choosing their place, and changes nothing', async () => {
  const { center } = await aChain()
  const app = await new DataSource({ type: 'postgres', url: appRoleUrl(house.config.databaseUrl) }).initialize()
  try {
    const at = (sql: string) => app.transaction(async (manager) => {
      await manager.query(`set local app.center = '${center}'`)
      return manager.query(sql)
    })
    const values = `(center_id, at, fact, subject_id`
    await at(`insert into audit_facts ${values}) values (current_center(), now(), 'activities.created', uuidv7())`)
    for (const refused of [
      `insert into audit_facts ${values}, txid) values (current_center(), now(), 'activities.created', uuidv7(), '1')`,
      `insert into audit_facts ${values}, id) values (current_center(), now(), 'activities.created', uuidv7(), uuidv7())`,
      `update audit_facts set fact = 'a.b'`, 'delete from audit_facts', 'truncate audit_facts',
      `update audit_seals set hash = '\\x'`, 'delete from audit_seals', `insert into audit_seals select * from audit_seals`,
      'update audit_chains set number = 1', 'delete from audit_chains', 'select rebase_audit()',
    ]) await expect(at(refused)).rejects.toThrow(/permission denied/)
    // Another centre's: not even through the platform's door.
    await expect(at(`insert into audit_facts ${values}) values ('${platformLedger}', now(), 'a.b', uuidv7())`)).rejects.toThrow(/row-level security/)
  } finally {
    await app.destroy()
  }
})

test('what happened at no centre is chained apart, and needs no centre to be written', async () => {
  const admin = await house.signIn({ role: 'system_admin', center: null })
  await admin.centers.changeWorkdays({ params: { year: '2027' }, body: { source: '国办发明电', days: [{ date: '2027-01-01', isWorking: false, name: '元旦' }] } })
  await sealAll(platformLedger)
  expect(await house.one(`select f.fact, f.account_id, s.number::int from audit_facts f join audit_seals s on s.center_id = f.center_id and s.fact_id = f.id where f.center_id = $1`, [platformLedger]))
    .toEqual({ fact: 'centers.workdaysChanged', account_id: admin.accountId, number: 1 })
  expect((await verify(platformLedger)).problems).toEqual([])
  const { text, values } = insertFactsOf([{ accountId: null, fact: { fact: 'activities.created', subjectId: randomUUID() } }], new Date())
  await asOwner.query(`select set_config('app.center', '', false)`)
  // A centre that was forgotten is no platform.
  await expect(asOwner.query(text, values)).rejects.toThrow(/null value in column "center_id"/)
})

test('a restored dump goes on: its transactions count from the beginning again', async () => {
  const { center } = await aChain()
  await house.owner.query(`insert into centers (id, slug, name, address, phone, about) values ($1, 'restored', '', '', '', '')`, [center])
  const [waiting] = await write(asOwner, center, 1)
  await settled(center)
  await asOwner.query(`update audit_facts set txid = (txid::text::bigint + 1000000000)::text::xid8 where center_id = $1`, [center])
  await asOwner.query(`update audit_chains set txid = (txid::text::bigint + 1000000000)::text::xid8 where center_id = $1`, [center])
  const [fresh] = await write(asOwner, center, 1)
  expect(await rebaseChains(asOwner)).toBe(1)
  expect(await rebaseChains(asOwner)).toBe(0)
  await sealAll(center)
  expect((await sealedSubjects(center)).slice(5)).toEqual([waiting, fresh])
  expect(await verify(center)).toEqual({ verified: 7, next: null, problems: [] })
})

test('facts are sealed by themselves', async () => {
  const [subject] = await write(asOwner, house.other.id, 1)
  for (;;) if ((await sealedSubjects(house.other.id)).includes(subject ?? '')) break
})
