import { TestHouse, type Clients } from './testing/test-house.js'

let house: TestHouse
let staff: Clients
let worker: Clients

beforeAll(async () => {
  house = await TestHouse.open()
  staff = await house.staff()
  worker = await house.signIn()
})
afterAll(() => house.close())

const activities = '/api/v1/centers/shangbai/activities'
const person = '/api/v1/centers/shangbai/persons/me'
const valid = { title: '读书会', programme: 'blue', place: '咖啡屋', startsAt: '2026-12-05T14:00:00+08:00', endsAt: '2026-12-05T16:00:00+08:00', capacity: 5 }

const create = (changes: object) => house.raw('POST', activities, { token: staff.token, body: JSON.stringify({ ...valid, ...changes }) })
const rename = (body: string) => house.raw('PATCH', person, { token: worker.token, body })

test.each([
  ['missing', { title: undefined }, 'title'],
  ['empty after trimming', { title: '  \u3000' }, 'title'],
  ['too long', { title: '长'.repeat(61) }, 'title'],
  ['broken over lines', { title: '上\n下' }, 'title'],
  ['a null character', { title: 'a\u0000b' }, 'title'],
  ['a lone surrogate', { title: 'a\ud800b' }, 'title'],
  ['another type', { title: { $gt: '' } }, 'title'],
  ['a number as text', { capacity: '5' }, 'capacity'],
  ['not a whole number', { capacity: 1.5 }, 'capacity'],
  ['below one', { capacity: 0 }, 'capacity'],
  ['beyond every integer', { capacity: 1e308 }, 'capacity'],
  ['not a programme', { programme: 'purple' }, 'programme'],
  ['a time without an offset', { startsAt: '2026-12-05T14:00:00' }, 'startsAt'],
  ['a day that does not exist', { startsAt: '2026-02-30T14:00:00+08:00' }, 'startsAt'],
  ['an unknown question', { asks: ['idNumber'] }, 'asks.0'],
])('a field that is %s comes back with its path and Chinese words', async (_, changes, path) => {
  const { status, body } = await create(changes)
  expect(status).toBe(400)
  expect(body).toMatchObject({ error: { code: 'request.invalid', details: expect.arrayContaining([{ path, message: expect.stringMatching(/\p{Script=Han}/u) }]) } })
})

test.each(['𠮷野家的午餐会', '加油💪🏽', '１２３号活动', 'Ünïcode ≤ ½', "Robert'); drop table persons;--", '<script>alert(1)</script>', '%_\\', 'العربية'])('%p is stored exactly', async (title) => {
  const { status, body } = await create({ title })
  expect(status).toBe(201)
  const { id } = body as { id: string }
  expect(await house.one('select title from activities where id = $1', [id])).toEqual({ title })
  expect(await staff.activities.list({ params: { center: 'shangbai' }, query: { q: title, when: 'all' } })).toMatchObject({ items: [{ id }] })
})

test.each([
  ['not JSON', '{"name":'],
  ['an array', '[]'],
  ['a number', '7'],
  ['a prototype', '{"__proto__":{"admin":true},"name":"a"}'],
  ['a constructor', '{"constructor":{"prototype":{"admin":true}},"name":"a"}'],
  ['nested without end', '['.repeat(100_000)],
])('a body that is %s is refused', async (_, body) => {
  expect(await rename(body)).toMatchObject({ status: 400, body: { error: { code: 'request.invalid' } } })
})

test('a field that the contract does not know is dropped, not stored', async () => {
  const answer = await rename('{"name":"林禾","admin":true,"accountId":"00000000-0000-7000-8000-000000000000"}')
  expect(answer).toMatchObject({ status: 200, body: { name: '林禾' } })
  expect(Object.keys(answer.body as object).sort()).toEqual(['name', 'phone'])
})

test('10 MB are refused with 413, other types with 415', async () => {
  expect(await rename(`{"name":"${'x'.repeat(10_000_000)}"}`)).toMatchObject({ status: 413, body: { error: { code: 'request.tooLarge' } } })
  expect(await house.raw('PATCH', person, { token: worker.token, body: 'name=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } })).toMatchObject({ status: 415, body: { error: { code: 'request.unsupported' } } })
})

test.each([
  ['/centers/shangbai/activities/not-a-uuid', 400],
  ['/centers/shangbai/activities/%00', 400],
  ['/centers/%00', 400],
  ['/centers/SHANGBAI', 404],
  ['/centers/nowhere', 404],
  ["/centers/shangbai'--", 404],
  [`/centers/${'a'.repeat(300)}`, 400],
  ['/centers/%E0%A4%A', 400],
  ['/codes/%F0%9F%98%80', 400],
  ['/centers/shangbai/activities?limit=0', 400],
  ['/centers/shangbai/activities?limit=1e9', 400],
  ['/centers/shangbai/activities?limit=abc', 400],
  ['/centers/shangbai/activities?cursor=%00', 400],
  [`/centers/shangbai/activities?cursor=${Buffer.from('["2026-02-30","x"]').toString('base64url')}`, 400],
  [`/centers/shangbai/activities?cursor=${Buffer.from('[1,2]').toString('base64url')}`, 400],
  ['/centers/shangbai/activities?q=%00', 400],
  ['/centers/shangbai/activities?q=a&q=b', 400],
  ['/centers/shangbai/activities?state=nonsense', 400],
  ['/no-such-route', 404],
])('GET %s is a clear refusal', async (path, status) => {
  const answer = await house.raw('GET', `/api/v1${path}`, { token: staff.token })
  expect(answer.status).toBe(status)
  expect(answer.body).toMatchObject({ error: { code: expect.any(String), message: expect.stringMatching(/\p{Script=Han}/u) } })
})

test.each(['Bearer', 'Bearer x', 'Bearer null', `Bearer ${'a'.repeat(5000)}`, 'Basic YTpi', "Bearer ' or 1=1 --aaaaaaaaaaaaaaaaaaaaaa"])('the authorization %p is no session', async (authorization) => {
  expect(await house.raw('GET', '/api/v1/me', { headers: { authorization } })).toMatchObject({ status: 401, body: { error: { code: 'session.required' } } })
})

test('no answer to bad input was a 500', async () => {
  const metrics = (await house.raw('GET', '/metrics')).text
  expect(metrics).toContain('dangqun_request_seconds_count')
  expect(metrics.split('\n').filter((row) => row.includes('status="500"'))).toEqual([])
})
