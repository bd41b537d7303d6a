import { Line } from '../platform/testing/line.js'
import { testDatabaseUrl } from '../platform/testing/test-database.js'
import { TestHouse } from './testing/test-house.js'

let house: TestHouse
let line: Line

beforeAll(async () => {
  line = await Line.to(testDatabaseUrl('any_test'))
  house = await TestHouse.open({ through: (url) => line.through(url) })
})

afterAll(async () => {
  line.mend()
  await house.close()
  await line.close()
})

afterEach(() => line.mend())

async function timed(path: string, token: string | null, body?: string) {
  const from = performance.now()
  const answer = await house.raw(body === undefined ? 'GET' : 'POST', path, { token, body })
  return { ...answer, ms: performance.now() - from }
}

/** Asks again until the answer is a success; the test's own time limit is the bound. */
async function recovered(path: string, token: string | null): Promise<void> {
  while ((await house.raw('GET', path, { token })).status !== 200) await new Promise((next) => setTimeout(next, 50))
}

const list = '/api/v1/centers/shangbai/activities'

describe.each(['cut', 'freeze'] as const)('the line to the database %s', (failure) => {
  test('everyone is told within 2 seconds, however many ask, and it heals by itself', async () => {
    const { token } = await house.signIn()
    const { id } = await house.activity()
    await recovered(list, token)
    line[failure]()
    const answers = await Promise.all([
      ...Array.from({ length: 60 }, () => timed(list, null)),
      ...Array.from({ length: 60 }, () => timed(list, token)),
      ...Array.from({ length: 60 }, () => timed(`${list}/${id}/sign-ups`, token, '{}')),
      timed('/api/v1/auth/wechat', null, '{"code":"sandbox:outage"}'),
      timed('/health/ready', null),
    ])
    expect(answers.filter(({ status }) => status !== 503).map(({ status, text }) => `${status} ${text}`)).toEqual([])
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(2000)
    expect(answers[0]?.body).toMatchObject({ error: { code: 'system.unavailable' } })
    expect(answers[0]?.headers.get('retry-after')).toBe('1')
    expect((await house.raw('GET', '/health/live')).status).toBe(200)
    line.mend()
    await recovered(list, token)
    const signUp = await house.raw('POST', `${list}/${id}/sign-ups`, { token, body: '{}' })
    expect(signUp.status).toBe(201)
  })
})
