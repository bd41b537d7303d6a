import type { Notice } from '@dangqun/contracts/notices/schemas'
import { TestHouse, testNow } from '../app/testing/test-house.js'
import { Units } from '../platform/database/units.js'
import { NoticesJobs } from './notices.jobs.js'
import { NoticesService, type Told } from './notices.service.js'

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())
beforeEach(() => house.clock.set(testNow))

const params = { center: 'shangbai' }
const subject = { slice: 'activities', id: '01990000-0000-7000-8000-000000000001' } as const

function tell(...told: Told[]): Promise<number> {
  return house.app.get(Units).runAt(house.center.id, (manager) => house.app.get(NoticesService).tell({ manager, now: house.clock.now() }, ...told))
}
const reopened = (to: Told['to'], occurrence = '', id: string = subject.id): Told => ({ kind: 'activities.reopened', to, subject: { ...subject, id }, parameters: { title: '读书会' }, occurrence })

async function personOf(accountId: string): Promise<string> {
  return (await house.one<{ id: string }>('insert into persons (center_id, account_id) values ($1, $2) returning id', [house.center.id, accountId])).id
}

test('what is told to an account or to its person stands in one inbox, the newest first, in words', async () => {
  const worker = await house.signIn()
  const personId = await personOf(worker.accountId)
  await tell(reopened({ accountId: worker.accountId }))
  house.clock.advance(1000)
  await tell({ kind: 'activities.changed', to: { personId }, subject, parameters: { title: '读书会', changes: '地点改为二楼' } })
  const { items } = await worker.notices.listMine({ params, query: {} })
  expect(items).toMatchObject([
    { kind: 'activities.changed', title: '活动有变动', body: '「读书会」地点改为二楼', subject, readAt: null, createdAt: '2026-12-01T10:00:01.000+08:00' },
    { kind: 'activities.reopened', title: '活动重新开放报名' },
  ])
  expect(await worker.notices.countUnread({ params })).toEqual({ unread: 2 })
})

test('a notice stands or falls with the change that it tells of', async () => {
  const worker = await house.signIn()
  const failed = house.app.get(Units).runAt(house.center.id, async (manager) => {
    await house.app.get(NoticesService).tell({ manager, now: testNow }, reopened({ accountId: worker.accountId }))
    throw new Error('thought better of it')
  })
  await expect(failed).rejects.toThrow('thought better of it')
  expect(await worker.notices.countUnread({ params })).toEqual({ unread: 0 })
})

test('the same thing is told once, ten times at once; another occasion is told again', async () => {
  const worker = await house.signIn()
  const told = await Promise.all(Array.from({ length: 10 }, () => tell(reopened({ accountId: worker.accountId }, 'first'), reopened({ accountId: worker.accountId }, 'first'))))
  expect(told.reduce((sum, count) => sum + count)).toBe(1)
  expect(await tell(reopened({ accountId: worker.accountId }, 'second'))).toBe(1)
  expect(await worker.notices.countUnread({ params })).toEqual({ unread: 2 })
})

test('without the unique key the same race tells more than once', async () => {
  const worker = await house.signIn()
  await house.owner.query('create table unguarded_notices (recipient_id uuid, kind text, subject_id uuid)')
  // Looks before it tells, as the guard would have to without the key; both look before either tells.
  const lookThenTell = async (looked: () => Promise<void>) => {
    const { rows } = await house.owner.query('select 1 from unguarded_notices where recipient_id = $1', [worker.accountId])
    await looked()
    if (rows.length === 0) await house.owner.query('insert into unguarded_notices values ($1, $2, $3)', [worker.accountId, 'activities.reopened', subject.id])
  }
  let waiting = 2
  let open = () => {}
  const bothLooked = new Promise<void>((resolve) => (open = resolve))
  const looked = () => {
    if (--waiting === 0) open()
    return bothLooked
  }
  await Promise.all([lookThenTell(looked), lookThenTell(looked)])
  expect(await house.one('select count(*)::int as told from unguarded_notices')).toEqual({ told: 2 })
})

test('somebody else’s notice is not to be found, nor one of mine at another centre', async () => {
  const [worker, stranger] = [await house.signIn(), await house.signIn()]
  const mine = await house.notice({ account_id: worker.accountId })
  const elsewhere = await house.notice({ account_id: worker.accountId, center_id: house.other.id })
  const staff = await house.staff()
  for (const caller of [stranger, staff]) await expect(caller.notices.read({ params: { ...params, id: mine.id }, body: {} })).rejects.toMatchObject({ status: 404, code: 'notices.notFound' })
  await expect(worker.notices.read({ params: { ...params, id: elsewhere.id }, body: {} })).rejects.toMatchObject({ status: 404 })
  expect((await worker.notices.listMine({ params, query: {} })).items.map(({ id }) => id)).toEqual([mine.id])
  expect((await stranger.notices.listMine({ params, query: {} })).items).toEqual([])
})

test('reading is remembered from the first time; all at once spares what came after the list was seen', async () => {
  const worker = await house.signIn()
  const [first, second, third] = await Promise.all([0, 1, 2].map((index) => house.notice({ account_id: worker.accountId, created_at: new Date(testNow.getTime() + index * 1000) })))
  const read = (id = '') => worker.notices.read({ params: { ...params, id }, body: {} })
  const { readAt } = await read(first?.id)
  house.clock.advance(5000)
  expect((await read(first?.id)).readAt).toBe(readAt)
  expect(await worker.notices.readAll({ params, body: { until: second?.created_at.toISOString() } })).toEqual({ unread: 1 })
  expect((await worker.notices.listMine({ params, query: { show: 'unread' } })).items.map(({ id }) => id)).toEqual([third?.id])
  expect(await worker.notices.readAll({ params, body: {} })).toEqual({ unread: 0 })
})

test('a page ends where the next begins, also among notices of one moment', async () => {
  const worker = await house.signIn()
  const stored = await Promise.all(Array.from({ length: 7 }, () => house.notice({ account_id: worker.accountId })))
  const seen: Notice[] = []
  for (let cursor: string | undefined; ; ) {
    const { items, nextCursor } = await worker.notices.listMine({ params, query: { limit: 3, cursor } })
    seen.push(...items)
    if (nextCursor === null) break
    cursor = nextCursor
  }
  expect(seen.map(({ id }) => id)).toEqual(stored.map(({ id }) => id).sort().reverse())
})

test('more than a hundred unread count as a hundred', async () => {
  const worker = await house.signIn()
  await Promise.all(Array.from({ length: 101 }, () => house.notice({ account_id: worker.accountId })))
  expect(await worker.notices.countUnread({ params })).toEqual({ unread: 100 })
})

test('what was read more than 180 days ago is swept at every centre; unread ones stay', async () => {
  const worker = await house.signIn()
  const day = (count: number) => new Date(testNow.getTime() - count * 86_400_000)
  const old = { account_id: worker.accountId, created_at: day(400) }
  const [gone, alsoGone, kept, unread] = await Promise.all([
    house.notice({ ...old, read_at: day(181) }), house.notice({ ...old, read_at: day(181), center_id: house.other.id }), house.notice({ ...old, read_at: day(179) }), house.notice(old),
  ])
  await house.app.get(NoticesJobs).sweepRead()
  const { rows } = await house.owner.query<{ id: string }>('select id from notices where id = any($1)', [[gone, alsoGone, kept, unread].map(({ id }) => id)])
  expect(rows.map(({ id }) => id).sort()).toEqual([kept.id, unread.id].sort())
})

test('a job that was given up is counted where machines look', async () => {
  await house.owner.query(`select graphile_worker.add_job('notices.nobodyDoesThis', '{}'::json, max_attempts => 1, run_at => now() + interval '1 day')`)
  expect((await house.raw('GET', '/metrics')).text).toContain('dangqun_jobs_failed{task="notices.nobodyDoesThis"} 0')
  await house.owner.query(`update graphile_worker._private_jobs set attempts = 1 where id in (select id from graphile_worker.jobs where task_identifier = 'notices.nobodyDoesThis')`)
  const { text } = await house.raw('GET', '/metrics')
  expect(text).toContain('dangqun_jobs_failed{task="notices.nobodyDoesThis"} 1')
  expect(text).toContain('dangqun_jobs_waiting{task="notices.nobodyDoesThis"} 0')
})
