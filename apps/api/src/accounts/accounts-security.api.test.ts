import { hash } from '@node-rs/argon2'
import { ApiError } from '@dangqun/contracts/kit/errors'
import { clientsFor, TestHouse, testNow, type Clients } from '../app/testing/test-house.js'
import { totpAt } from '../platform/crypto/totp.js'

let house: TestHouse
let secret: string
const password = 'right Horse 7'
const minutes = 60_000

beforeAll(async () => {
  house = await TestHouse.open()
  secret = await hash(password)
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(testNow))

const refusal = (call: Promise<unknown>) => call.then(() => 'none', (error: unknown) => (error instanceof ApiError ? error.code : String(error)))

/** A console account of its own. */
async function clerk(username: string): Promise<{ accountId: string; enter: (password?: string, totp?: string, from?: Clients) => Promise<Clients & { token: string }> }> {
  const { id } = await house.one<{ id: string }>('insert into accounts default values returning id')
  await house.owner.query(`insert into identities (provider, subject, account_id, secret) values ('password', $1, $2, $3)`, [username, id, secret])
  await house.owner.query('insert into grants (account_id, role, center_id) values ($1, $2, $3)', [id, 'center_staff', house.center.id])
  return {
    accountId: id,
    enter: async (typed = password, totp, from = house.anonymous) => {
      const { token } = await from.accounts.loginToConsole({ body: { username, password: typed, ...(totp === undefined ? {} : { totp }) } })
      return { ...clientsFor(house.url, token), token }
    },
  }
}

describe('five wrong passwords', () => {
  test('lock the name for 15 minutes, for the right password too; a success before the fifth forgets them', async () => {
    const { enter } = await clerk('locked')
    for (let tries = 0; tries < 4; tries++) expect(await refusal(enter('wrong'))).toBe('accounts.wrongPassword')
    await enter()
    for (let tries = 0; tries < 5; tries++) expect(await refusal(enter('wrong'))).toBe('accounts.wrongPassword')
    expect(await refusal(enter())).toBe('accounts.locked')
    house.clock.advance(15 * minutes - 1)
    expect(await refusal(enter())).toBe('accounts.locked')
    house.clock.advance(1)
    await enter()
  })

  test('are five, however many come at once', async () => {
    const { enter } = await clerk('parallel')
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => refusal(enter('wrong'))))
    expect(outcomes.filter((code) => code === 'accounts.wrongPassword')).toHaveLength(5)
    expect(outcomes.filter((code) => code === 'accounts.locked')).toHaveLength(35)
  })

  /** Look first, count afterwards: it lives here only, to show that the race is real. */
  test('the unguarded twin lets all of them try, and counts one', async () => {
    await house.owner.query('insert into attempts (subject, failures, last_at) values (sha256($1), 0, $2)', ['login\ntwin', house.clock.now()])
    const tried = await house.atOnce(12, async (client, met) => {
      const { rows: [seen] } = await client.query<{ failures: number }>('select failures from attempts where subject = sha256($1)', ['login\ntwin'])
      await met()
      if (!seen || seen.failures >= 5) return false
      await client.query('update attempts set failures = $2 where subject = sha256($1)', ['login\ntwin', seen.failures + 1])
      return true
    })
    expect(tried.filter(Boolean)).toHaveLength(12)
    expect(await house.one('select failures from attempts where subject = sha256($1)', ['login\ntwin'])).toEqual({ failures: 1 })
  })

  test('the statement that counts lets five of as many through', async () => {
    const tried = await house.atOnce(12, async (client, met) => {
      await met()
      const { rows: [lock] } = await client.query<{ until: Date | null }>('select begin_attempt(sha256($1), $2, 5, $3) as until', ['login\nguarded twin', house.clock.now(), '15 minutes'])
      return lock?.until === null
    })
    expect(tried.filter(Boolean)).toHaveLength(5)
  })

  test('sound alike for a name that does not exist', async () => {
    const { enter } = await clerk('exists')
    const unknown = (typed: string) => house.anonymous.accounts.loginToConsole({ body: { username: 'does-not', password: typed } })
    const answers = async (attempt: () => Promise<unknown>) => {
      const heard: unknown[] = []
      for (let tries = 0; tries < 7; tries++) heard.push(await attempt().catch((error: unknown) => ({ ...(error as ApiError), message: (error as ApiError).message })))
      return heard
    }
    expect(await answers(() => unknown('wrong'))).toEqual(await answers(() => enter('wrong')))
  })
})

describe('a console session', () => {
  test('ends after 15 idle minutes; what somebody does keeps it, what a page asks by itself does not', async () => {
    const { enter } = await clerk('idle')
    const session = await enter()
    const me = (unattended: boolean) => house.raw('GET', '/api/v1/me', { token: session.token, headers: unattended ? { 'x-unattended': '1' } : {} })
    for (let step = 0; step < 4; step++) {
      house.clock.advance(14 * minutes)
      expect((await me(false)).status).toBe(200)
    }
    house.clock.advance(8 * minutes)
    expect((await me(true)).status).toBe(200)
    house.clock.advance(7 * minutes)
    expect((await me(true)).status).toBe(401)
    expect((await me(false)).status).toBe(401)
  })

  test('is written to once a minute at most', async () => {
    const { enter, accountId } = await clerk('quiet')
    const session = await enter()
    const seen = async () => (await house.one<{ last_seen_at: Date }>('select last_seen_at from sessions where account_id = $1', [accountId])).last_seen_at
    house.clock.advance(minutes - 1)
    await session.accounts.me({})
    expect(await seen()).toEqual(testNow)
    house.clock.advance(1)
    await session.accounts.me({})
    expect(await seen()).toEqual(house.clock.now())
  })

  test('of a phone does not end so', async () => {
    const { token } = await house.anonymous.accounts.loginByWechat({ body: { code: 'sandbox:patient' } })
    house.clock.advance(20 * 86_400_000)
    expect((await house.raw('GET', '/api/v1/me', { token })).status).toBe(200)
  })

  test('gives way to the next one of the same browser, and to no other', async () => {
    const { enter } = await clerk('rotates')
    const [first, elsewhere] = [await enter(), await enter()]
    const second = await enter(password, undefined, first)
    expect(await refusal(first.accounts.me({}))).toBe('session.required')
    await second.accounts.me({})
    await elsewhere.accounts.me({})
  })
})

test('own sessions are listed and ended; another account’s are nobody’s business', async () => {
  const { enter } = await clerk('lists')
  const [one, two] = [await enter(), await enter()]
  const { items } = await one.security.listSessions({})
  expect(items).toHaveLength(2)
  const other = items.find(({ isThisOne }) => !isThisOne)
  expect(items.filter(({ isThisOne }) => isThisOne)).toHaveLength(1)
  const stranger = await (await clerk('stranger')).enter()
  expect(await refusal(stranger.security.endSession({ params: { id: other?.id ?? '' }, body: {} }))).toBe('accounts.sessionNotFound')
  await one.security.endSession({ params: { id: other?.id ?? '' }, body: {} })
  expect(await refusal(two.accounts.me({}))).toBe('session.required')
  expect(await refusal(one.security.endSession({ params: { id: other?.id ?? '' }, body: {} }))).toBe('accounts.sessionNotFound')
})

describe('a new password', () => {
  test('takes the old one, ends other sessions, and logs in', async () => {
    const { enter } = await clerk('changes')
    const [mine, other] = [await enter(), await enter()]
    await mine.security.changePassword({ body: { current: password, next: 'Lotus-Pond-9' } })
    await mine.accounts.me({})
    expect(await refusal(other.accounts.me({}))).toBe('session.required')
    expect(await refusal(enter())).toBe('accounts.wrongPassword')
    await enter('Lotus-Pond-9')
  })

  test('is refused with a wrong one, and locked after five', async () => {
    const { enter } = await clerk('guesses')
    const mine = await enter()
    const change = (current: string) => refusal(mine.security.changePassword({ body: { current, next: 'Lotus-Pond-9' } }))
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => change('wrong')))
    expect(outcomes.filter((code) => code === 'accounts.wrongPassword')).toHaveLength(5)
    expect(await change(password)).toBe('accounts.locked')
  })

  test.each(['Ab1-Ab1-A', 'abcdefghijkl', 'abcdefgh1234', 'ABCDEFGH1234'])('such as %p is too weak', async (next) => {
    const mine = await house.signIn()
    expect(await refusal(mine.security.changePassword({ body: { current: password, next } }))).toBe('request.invalid')
  })

  test('is nothing for an account of WeChat', async () => {
    expect(await refusal((await house.signIn()).security.changePassword({ body: { current: password, next: 'Lotus-Pond-9' } }))).toBe('accounts.noPassword')
  })
})

describe('the second factor', () => {
  async function withTotp(username: string) {
    const someone = await clerk(username)
    const session = await someone.enter()
    const { secret: key, uri } = await session.security.startTotp({ body: { password } })
    const code = (later = 0) => totpAt(key, new Date(house.clock.now().getTime() + later))
    expect(uri).toContain(key)
    expect(await refusal(session.security.confirmTotp({ body: { code: '000000' } }))).toBe('accounts.wrongTotp')
    // Not confirmed yet: it is not asked for.
    await someone.enter()
    const { codes } = await session.security.confirmTotp({ body: { code: code() } })
    house.clock.advance(30_000)
    return { ...someone, session, code, codes }
  }

  test('is asked for once it is confirmed, and each code works once', async () => {
    const { enter, code, session } = await withTotp('totp')
    expect(await session.security.get({})).toEqual({ username: 'totp', secondFactor: 'on', recoveryCodesLeft: 8 })
    expect(await refusal(enter())).toBe('accounts.totpNeeded')
    expect(await refusal(enter(password, '123456'))).toBe('accounts.wrongTotp')
    expect((await (await enter(password, `${code().slice(0, 3)} ${code().slice(3)}`)).accounts.me({})).secondFactor).toBe('on')
    expect(await refusal(enter(password, code()))).toBe('accounts.wrongTotp')
    house.clock.advance(30_000)
    await enter(password, code())
  })

  test('one code at two doors at the same moment opens one', async () => {
    const { enter, code } = await withTotp('two-doors')
    const outcomes = await Promise.all([refusal(enter(password, code())), refusal(enter(password, code()))])
    expect(outcomes.sort()).toEqual(['accounts.wrongTotp', 'none'])
  })

  /** What the guard is: the step is compared and written in one statement. Looking first lets all in. */
  test('the unguarded twin opens every door', async () => {
    const { accountId } = await withTotp('twin-doors')
    const { last_step: before } = await house.one<{ last_step: string }>('select last_step from second_factors where account_id = $1', [accountId])
    const step = Number(before) + 1
    const opened = await house.atOnce(6, async (client, met) => {
      const { rows: [seen] } = await client.query<{ last_step: string }>('select last_step from second_factors where account_id = $1', [accountId])
      await met()
      if (Number(seen?.last_step) >= step) return false
      await client.query('update second_factors set last_step = $2 where account_id = $1', [accountId, step])
      return true
    })
    expect(opened.filter(Boolean)).toHaveLength(6)
  })

  test('the statement that compares and writes opens one of as many', async () => {
    const { accountId } = await withTotp('one-of-six')
    const { last_step: before } = await house.one<{ last_step: string }>('select last_step from second_factors where account_id = $1', [accountId])
    const opened = await house.atOnce(6, async (client, met) => {
      await met()
      const { rows: [taken] } = await client.query<{ done: boolean }>('select take_totp_step($1, $2) as done', [accountId, Number(before) + 1])
      return taken?.done
    })
    expect(opened.filter(Boolean)).toHaveLength(1)
  })

  test('a recovery code stands in for the phone, once', async () => {
    const { enter, codes } = await withTotp('lost-phone')
    const [first = ''] = codes
    expect(new Set(codes).size).toBe(8)
    const session = await enter(password, first.toLowerCase())
    expect((await session.security.get({})).recoveryCodesLeft).toBe(7)
    expect(await refusal(enter(password, first))).toBe('accounts.wrongTotp')
  })

  test('guessing locks the name as wrong passwords do', async () => {
    const { enter, code } = await withTotp('totp-guess')
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => refusal(enter(password, '123456'))))
    expect(outcomes.filter((each) => each === 'accounts.wrongTotp')).toHaveLength(5)
    expect(await refusal(enter(password, code()))).toBe('accounts.locked')
  })

  test('is taken off with password and code only, and its secret is stored sealed', async () => {
    const { session, code, accountId, enter } = await withTotp('off-again')
    const { secret: stored } = await house.one<{ secret: string }>('select secret from second_factors where account_id = $1', [accountId])
    expect(stored).toMatch(/^aes256gcm\.sandbox\./)
    expect(await refusal(session.security.startTotp({ body: { password } }))).toBe('accounts.totpOn')
    expect(await refusal(session.security.removeTotp({ body: { password, code: '000000' } }))).toBe('accounts.wrongTotp')
    expect(await refusal(session.security.removeTotp({ body: { password: 'wrong', code: code() } }))).toBe('accounts.wrongPassword')
    await session.security.removeTotp({ body: { password, code: code() } })
    await enter()
  })
})
