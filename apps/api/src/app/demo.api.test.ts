import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { demandStates, type DemandState } from '@dangqun/contracts/financing/demands/vocabulary'
import { referralStates } from '@dangqun/contracts/financing/referrals/vocabulary'
import pg from 'pg'
import { seedDemo } from '../../seeds/seed-demo.js'
import { hashToken, newToken } from '../accounts/accounts-session.service.js'
import { readConfig } from '../platform/config/config.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { TestClock } from '../platform/testing/test-clock.js'
import { cloneDatabase } from '../platform/testing/test-database.js'
import { standInOpenId } from '../platform/wechat/wechat-stand-in.js'
import { createApp } from './create-app.js'
import { clientsFor, testNow, type Clients } from './testing/test-house.js'

// The demo as somebody meets who opens it for the first time.
const params = { center: 'shangbai' }
let owner: pg.Client
let app: NestFastifyApplication
let appId: string
beforeAll(async () => {
  const databaseUrl = await cloneDatabase()
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PORT: '0', DATABASE_URL: databaseUrl })
  appId = config.wechat.appId
  await seedDemo({ databaseUrl, appId, now: testNow, cipher: new FieldCipher(config.cipherKeys), log: () => undefined })
  owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  app = await createApp(config, { clock: new TestClock(testNow) })
  await app.listen(0, '127.0.0.1')
})
afterAll(async () => {
  await app.close()
  await owner.end()
})

async function signedIn(subject: string): Promise<Clients> {
  const token = newToken()
  await owner.query(
    `insert into sessions (token_hash, account_id, channel, created_at, expires_at) select $1, account_id, 'phone', $3, $3::timestamptz + interval '1 day' from identities where subject = $2`,
    [hashToken(token), subject, testNow],
  )
  return clientsFor(await app.getUrl(), token)
}

async function everyPage<T>(read: (cursor: string | undefined) => Promise<{ items: T[]; nextCursor: string | null }>): Promise<T[]> {
  const all: T[] = []
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await read(cursor)
    all.push(...items)
    if (nextCursor === null) return all
    cursor = nextCursor
  }
}

test('demands and referrals stand in every state as the product would have left them: reading them moves none', async () => {
  const standing = async () => (await owner.query('select id, state, version, holder, due_at from financing_demands union all select id, state, version, holder, due_at from financing_referrals order by id')).rows
  const before = await standing()
  const staff = await signedIn('staff')
  const demands = (await Promise.all((['open', 'ended'] as const).map((view) => everyPage((cursor) => staff.financingDemands.list({ params, query: { view, cursor } }))))).flat()
  const referrals = (await Promise.all((['open', 'ended'] as const).map((view) => everyPage((cursor) => staff.financingReferrals.list({ params, query: { view, cursor } }))))).flat()
  for (const { id, state } of demands) {
    const { history, version } = await staff.financingDemands.get({ params: { ...params, id } })
    expect(history.at(-1)).toMatchObject({ to: state })
    expect(history).toHaveLength(version)
    if (history.some(({ action }) => action === 'match')) expect((await staff.financingDemands.matches({ params: { ...params, id } })).items.length).toBeGreaterThan(30)
  }
  for (const { id } of referrals) await staff.financingReferrals.get({ params: { ...params, id } })
  expect(await standing()).toEqual(before)
  // Without an LPR only would one be left verified; drafts are their firms'.
  const passing: readonly DemandState[] = ['verified', 'draft']
  expect(new Set(demands.map(({ state }) => state))).toEqual(new Set(demandStates.filter((state) => !passing.includes(state))))
  expect(new Set(referrals.map(({ state }) => state))).toEqual(new Set(referralStates))
  const of = <T>(all: readonly T[], isIt: (each: T) => boolean) => all.filter(isIt).length
  expect(await staff.financingDemands.count({ params })).toEqual({
    waiting: of(demands, ({ holder }) => holder === 'center'), overdue: of(demands, ({ holder, isOverdue }) => holder === 'center' && isOverdue), open: of(demands, ({ holder }) => holder !== null), ended: of(demands, ({ holder }) => holder === null),
  })
  expect(await staff.financingReferrals.count({ params })).toEqual({
    offered: of(referrals, ({ state }) => state === 'offered'), waiting: of(referrals, ({ holder }) => holder === 'center'), overdue: of(referrals, ({ isOverdue }) => isOverdue), open: of(referrals, ({ holder }) => holder !== null),
    ended: of(referrals, ({ holder }) => holder === null),
  })
  expect(demands.some(({ state, isOverdue }) => state === 'submitted' && isOverdue)).toBe(true)
  expect(demands.some(({ state, holder, isOverdue }) => state === 'open' && holder === 'center' && isOverdue)).toBe(true)
  for (const state of ['consented', 'due_diligence'] as const) expect(referrals.some((each) => each.state === state && each.isOverdue)).toBe(true)
})

test('who stands for a firm finds its demands; officers of two banks find work, and no name before consent', async () => {
  const firm = await signedIn(standInOpenId(appId, 'owner'))
  const { items: own } = await firm.financingDemands.list({ params, query: { view: 'mine' } })
  expect(own.map(({ state }) => state)).toEqual(['open', 'closed'])
  const [{ id = '' } = {}] = own
  const { referrals } = await firm.financingDemands.get({ params: { ...params, id } })
  expect(new Set(referrals.map(({ state }) => state)).size).toBe(5)
  for (const username of ['banker', 'banker2']) {
    const officer = await signedIn(username)
    const { items } = await officer.financingReferrals.list({ params, query: { view: 'waiting' } })
    expect(items.some(({ isOverdue }) => isOverdue)).toBe(true)
    expect(await officer.financingReferrals.count({ params })).toMatchObject({ waiting: items.length, offered: items.filter(({ state }) => state === 'offered').length })
    for (const { state, firmName } of items) expect(firmName === null).toBe(state === 'offered')
  }
})
