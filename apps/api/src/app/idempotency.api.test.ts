import { createHash } from 'node:crypto'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { TestHouse } from './testing/test-house.js'

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())

const path = (id: string) => `/api/v1/centers/shangbai/activities/${id}/sign-ups`
const creation = JSON.stringify({ title: '读书会', programme: 'blue', place: '咖啡屋', startsAt: '2026-12-05T14:00:00+08:00', endsAt: '2026-12-05T16:00:00+08:00', capacity: 5 })

// Both ways of answering: one transaction per request, and a place in a shared one.
const kinds = [
  { kind: 'a request with a transaction of its own', prepare: async () => ({ token: (await house.staff()).token, path: '/api/v1/centers/shangbai/activities', body: creation, other: creation.replace('5', '6') }) },
  {
    kind: 'a sign-up in a shared transaction',
    prepare: async () => {
      const [one, two] = [await house.activity(), await house.activity()]
      return { token: (await house.signIn()).token, path: path(one.id), body: '{}', other: null, otherPath: path(two.id) }
    },
  },
]

describe.each(kinds)('$kind', ({ prepare }) => {
  test('repeated with its key answers the same bytes, and happens once', async () => {
    const { token, path, body } = await prepare()
    const headers = { 'idempotency-key': 'the-same-key' }
    const first = await house.raw('POST', path, { token, body, headers })
    const again = await house.raw('POST', path, { token, body, headers })
    expect(first.status).toBe(201)
    expect([again.status, again.text]).toEqual([first.status, first.text])
    expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([null, 'true'])
  })

  test('repeated in parallel answers the same bytes to everyone', async () => {
    const { token, path, body } = await prepare()
    const answers = await Promise.all(Array.from({ length: 20 }, () => house.raw('POST', path, { token, body, headers: { 'idempotency-key': 'parallel-key' } })))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1)
  })

  test('its key used for something else is refused', async () => {
    const { token, path, body, other, otherPath } = { otherPath: null, ...(await prepare()) }
    const headers = { 'idempotency-key': 'one-key-two-uses' }
    await house.raw('POST', path, { token, body, headers })
    const misused = await house.raw('POST', otherPath ?? path, { token, body: other ?? body, headers })
    expect(misused.status).toBe(422)
    expect(misused.body).toMatchObject({ error: { code: 'request.idempotencyKeyReused' } })
  })

  test('after 24 hours its key is free again', async () => {
    const { token, path, body } = await prepare()
    const headers = { 'idempotency-key': 'a-day-old-key' }
    const first = await house.raw('POST', path, { token, body, headers })
    await house.owner.query(`update idempotency_keys set created_at = $1 where key = 'a-day-old-key'`, [new Date(house.clock.now().getTime() - 24 * 3_600_000)])
    const later = await house.raw('POST', path, { token, body, headers })
    expect(later.headers.get('idempotency-replayed')).toBeNull()
    expect(later.text).not.toBe('')
    expect(first.status).toBe(201)
    const { created_at: createdAt } = await house.one<{ created_at: Date }>(`select created_at from idempotency_keys where key = 'a-day-old-key' and account_id = (select account_id from sessions where token_hash = sha256($1::bytea))`, [token])
    expect(createdAt).toEqual(house.clock.now())
  })

  test('belongs to its account: another one may use the same key', async () => {
    const [mine, theirs] = [await prepare(), await prepare()]
    const headers = { 'idempotency-key': 'popular-key' }
    const first = await house.raw('POST', mine.path, { token: mine.token, body: mine.body, headers })
    const second = await house.raw('POST', theirs.path, { token: theirs.token, body: theirs.body, headers })
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.text).not.toBe(first.text)
  })
})

test('a refused request leaves its key unused: the corrected attempt goes through', async () => {
  const { id } = await house.activity({ asks: ['name'] })
  const person = await house.signIn()
  const headers = { 'idempotency-key': 'asked-for-a-name' }
  expect((await house.raw('POST', path(id), { token: person.token, body: '{}', headers })).status).toBe(409)
  await person.organization.updateMyPerson({ params: { center: 'shangbai' }, body: { name: '林禾' } })
  expect((await house.raw('POST', path(id), { token: person.token, body: '{}', headers })).status).toBe(201)
})

test.each(['short', 'has a space', '汉字汉字汉字汉字', 'x'.repeat(101)])('a key such as %p is refused', async (key) => {
  const { id } = await house.activity()
  const { token } = await house.signIn()
  // Header values travel as bytes.
  const answer = await house.raw('POST', path(id), { token, body: '{}', headers: { 'idempotency-key': Buffer.from(key).toString('latin1') } })
  expect(answer.status).toBe(400)
  expect(answer.body).toMatchObject({ error: { code: 'request.invalid', details: [{ path: 'Idempotency-Key' }] } })
})

test('what is stored of a body cannot be tried out without the key', async () => {
  const { token } = await house.signIn()
  const url = '/api/v1/centers/shangbai/bindings'
  const body = JSON.stringify({ kind: 'member', name: '林禾', idNumber: '11010519491231002X', consentVersion: '2026-12' })
  expect((await house.raw('POST', url, { token, body, headers: { 'idempotency-key': 'with-an-id-number' } })).status).toBe(202)
  const { request_hash: stored } = await house.one<{ request_hash: Buffer }>(`select request_hash from idempotency_keys where key = 'with-an-id-number'`)
  const plain = [body, `${url}\n${body}`, JSON.stringify(JSON.parse(body))].map((text) => createHash('sha256').update(text).digest('hex'))
  expect(plain).not.toContain(stored.toString('hex'))
  expect(stored).toEqual(new FieldCipher(house.config.cipherKeys).fingerprint('request', url, body))
})
