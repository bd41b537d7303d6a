import type { SignUp } from '@dangqun/contracts/activities/schemas'
import pg from 'pg'
import { ApiProcess, freePort } from '../app/testing/api-process.js'
import { TestHouse } from '../app/testing/test-house.js'
import { bulkInsert } from '../platform/database/bulk-insert.js'
import { aPerson } from '../organization/organization.factory.js'

const people = 2000
const places = 100

let house: TestHouse
let second: ApiProcess

beforeAll(async () => {
  house = await TestHouse.open()
  // The second process has the wall clock, so the first one gets it too.
  house.clock.set(new Date())
  second = await ApiProcess.start(house.config.databaseUrl, await freePort())
}, 60_000)

afterAll(async () => {
  const code = await second?.stop()
  await house.close()
  expect(code).toBe(0)
})

interface StoredRow {
  number: string
  state: string
  id: string
}

async function stored(activityId: string): Promise<StoredRow[]> {
  return (await house.owner.query<StoredRow>('select id, number, state from sign_ups where center_id = $1 and activity_id = $2 order by number', [house.center.id, activityId])).rows
}

test('2,000 sign-ups at once for 100 places over two processes: exactly 100 get one, the rest wait in order, none is lost', async () => {
  const { id } = await house.activity({ capacity: places })
  const callers = await house.signInMany(people)
  const answers = await Promise.all(
    callers.map(async ({ token }, index) => {
      const origin = index % 2 === 0 ? house.url : second.url
      const answer = await fetch(`${origin}/api/v1/centers/shangbai/activities/${id}/sign-ups`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'idempotency-key': `race-key-${index}` } })
      return { status: answer.status, signUp: (await answer.json()) as SignUp }
    }),
  )
  expect(answers.filter(({ status }) => status !== 201)).toEqual([])
  const confirmed = answers.filter(({ signUp }) => signUp.state === 'confirmed')
  const waiting = answers.filter(({ signUp }) => signUp.state === 'waitlisted')
  expect(confirmed).toHaveLength(places)
  expect(new Set(confirmed.map(({ signUp }) => signUp.ticket)).size).toBe(places)
  expect(waiting.map(({ signUp }) => signUp.position).sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: people - places }, (_, index) => index + 1))

  // What was answered is what is stored: the same order, no gap, no double.
  const rows = await stored(id)
  expect(rows.map(({ number }) => Number(number))).toEqual(Array.from({ length: people }, (_, index) => index + 1))
  const positions = new Map(answers.map(({ signUp }) => [signUp.id, signUp.position]))
  expect(rows.map((row) => positions.get(row.id))).toEqual(rows.map((_, index) => (index < places ? null : index + 1 - places)))
  expect(await house.one('select capacity, taken, waiting from activities where id = $1', [id])).toEqual({ capacity: places, taken: places, waiting: people - places })
  expect(await house.one(`select count(*)::int as facts from audit_facts where fact = 'activities.signedUp' and data ->> 'activityId' = $1`, [id])).toEqual({ facts: people })
  expect(await house.one('select count(*)::int as keys from idempotency_keys where key like $1', ['race-key-%'])).toEqual({ keys: people })
}, 60_000)

/**
 * The same decision without the row lock: read, decide, write. It lives here only, to show that the
 * race is real and that the test above would notice.
 */
test('the unguarded twin oversells', async () => {
  const activity = await house.activity({ capacity: 10 })
  const persons = Array.from({ length: 64 }, () => aPerson(house.seeded, { center_id: house.center.id, now: new Date() }))
  await bulkInsert(house.owner, 'persons', persons.map(({ phone: _, ...person }) => person))
  const pool = new pg.Pool({ connectionString: house.config.databaseUrl, max: 32 })
  try {
    await Promise.all(
      persons.map(async ({ id: personId }) => {
        const connection = await pool.connect()
        try {
          await connection.query('begin')
          const { rows } = await connection.query<{ taken: number }>(`select count(*)::int as taken from sign_ups where activity_id = $1 and state = 'confirmed'`, [activity.id])
          const state = (rows[0]?.taken ?? 0) < activity.capacity ? 'confirmed' : 'waitlisted'
          await connection.query(
            `insert into sign_ups (center_id, id, activity_id, person_id, number, state, ticket, created_at, changed_at)
             values ($1, uuidv7(), $2, $3, (random() * 1e15)::bigint, $4, gen_random_uuid()::text, now(), now())`,
            [activity.center_id, activity.id, personId, state],
          )
          await connection.query('commit')
        } finally {
          connection.release()
        }
      }),
    )
  } finally {
    await pool.end()
  }
  const { sold } = await house.one<{ sold: number }>(`select count(*)::int as sold from sign_ups where activity_id = $1 and state = 'confirmed'`, [activity.id])
  expect(sold).toBeGreaterThan(activity.capacity)
})

test('one person pressing from two phones at once holds one sign-up', async () => {
  const { id } = await house.activity({ capacity: 5 })
  const { token } = await house.signIn()
  const answers = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const answer = await fetch(`${index % 2 ? house.url : second.url}/api/v1/centers/shangbai/activities/${id}/sign-ups`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
      return { status: answer.status, id: ((await answer.json()) as SignUp).id }
    }),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(19).fill(200), 201])
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
  expect(await stored(id)).toHaveLength(1)
})

test('cancelling and signing up at once never leaves a place free while somebody waits', async () => {
  const { id } = await house.activity({ capacity: 5 })
  const callers = await house.signInMany(40)
  const post = async (index: number, path: string) => {
    const answer = await fetch(`${index % 2 ? house.url : second.url}/api/v1/centers/shangbai/${path}`, { method: 'POST', headers: { authorization: `Bearer ${callers[index]?.token}` } })
    return { status: answer.status, signUp: (await answer.json()) as SignUp }
  }
  const first = await Promise.all(callers.slice(0, 20).map((_, index) => post(index, `activities/${id}/sign-ups`)))
  const mixed = await Promise.all(callers.map((_, index) => (index < 20 ? post(index, `sign-ups/${first[index]?.signUp.id}/cancel`) : post(index, `activities/${id}/sign-ups`))))
  expect(mixed.slice(0, 20).map(({ status }) => status)).toEqual(Array<number>(20).fill(200))
  const rows = await stored(id)
  const holding = rows.filter(({ state }) => state === 'confirmed' || state === 'offered')
  expect(holding).toHaveLength(5)
  // Those who hold a place, or are offered one, came before all who wait.
  const waiting = rows.filter(({ state }) => state === 'waitlisted').map(({ number }) => Number(number))
  expect(Math.max(...holding.map(({ number }) => Number(number)))).toBeLessThan(Math.min(...waiting))
  expect(await house.one('select taken, waiting from activities where id = $1', [id])).toEqual({ taken: 5, waiting: waiting.length })
})
