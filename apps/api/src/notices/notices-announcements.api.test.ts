import { TestHouse, testNow, type Clients } from '../app/testing/test-house.js'
import { Units } from '../platform/database/units.js'
import { AnnouncementsService } from './notices-announcements.service.js'
import { NoticesJobs } from './notices.jobs.js'

let house: TestHouse
let staff: Clients
beforeAll(async () => {
  house = await TestHouse.open()
  staff = await house.staff()
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(testNow))

const params = { center: 'shangbai' }
const one = (id: string) => ({ params: { ...params, id }, body: {} })
const everyone = { kind: 'everyone', id: null } as const
const write = (audience: { kind: 'everyone' | 'activity' | 'building' | 'branch'; id: string | null } = everyone) => staff.announcements.create({ params, body: { title: '元旦开放时间', body: '1 月 1 日休息。', audience } })
const announce = (id: string) => house.app.get(NoticesJobs).announce({ centerId: house.center.id, subjectId: id })

test('a draft is known to staff only; published it is public, the newest first; withdrawn it is gone', async () => {
  const worker = await house.signIn()
  const draft = await write()
  expect(draft).toMatchObject({ state: 'draft', publishedAt: null, allowedActions: ['publish', 'withdraw', 'update'] })
  const titles = async (who: Clients, state?: 'all' | 'draft') => (await who.announcements.list({ params, query: { state } })).items.map(({ id }) => id)
  for (const who of [house.anonymous, worker]) {
    await expect(who.announcements.get(one(draft.id))).rejects.toMatchObject({ status: 404, code: 'announcements.notFound' })
    expect(await titles(who, 'all')).toEqual([])
  }
  expect(await titles(staff, 'draft')).toEqual([draft.id])
  const older = await write()
  await staff.announcements.publish(one(older.id))
  house.clock.advance(1000)
  await staff.announcements.publish(one(draft.id))
  expect(await titles(house.anonymous)).toEqual([draft.id, older.id])
  expect(await house.anonymous.announcements.get(one(draft.id))).toMatchObject({ body: '1 月 1 日休息。', allowedActions: [], publishedAt: '2026-12-01T10:00:01.000+08:00' })
  await staff.announcements.withdraw(one(draft.id))
  expect(await titles(worker)).toEqual([older.id])
  await expect(worker.announcements.get(one(draft.id))).rejects.toMatchObject({ status: 404 })
  expect(await house.one('select array_agg(fact order by id) as facts from audit_facts where subject_id = $1', [draft.id])).toEqual({ facts: ['notices.announcementWritten', 'notices.announcementPublished', 'notices.announcementWithdrawn'] })
})

test('what was published stays as it was, and of two changes to a draft the second must know the first', async () => {
  const { id, version } = await write()
  const change = (title: string) => staff.announcements.update({ params: { ...params, id }, body: { title, version } })
  await change('元旦休息')
  await expect(change('元旦放假')).rejects.toMatchObject({ status: 409, code: 'request.changedMeanwhile', details: { version: version + 1 } })
  await staff.announcements.publish(one(id))
  await expect(staff.announcements.update({ params: { ...params, id }, body: { title: '改' } })).rejects.toMatchObject({ status: 409, code: 'announcements.wrongState', details: { state: 'published', allowedActions: ['withdraw'] } })
  await expect(staff.announcements.publish(one(id))).rejects.toMatchObject({ status: 409 })
})

test('an activity’s sign-ups find it in their inbox and may read it; nobody else may, until it is taken back from them too', async () => {
  const activity = await house.activity()
  const [signedUp, stranger] = await house.signInEach(2)
  if (!signedUp || !stranger) throw new Error('two were asked for')
  await signedUp.activities.signUp({ params: { ...params, id: activity.id }, body: {} })
  const { id } = await write({ kind: 'activity', id: activity.id })
  await staff.announcements.publish(one(id))
  while ((await signedUp.notices.countUnread({ params })).unread === 0) await new Promise((next) => setTimeout(next, 20))
  expect((await signedUp.notices.listMine({ params, query: {} })).items).toMatchObject([{ kind: 'notices.announced', title: '中心公告', body: '元旦开放时间', subject: { slice: 'notices', id } }])
  expect(await signedUp.announcements.get(one(id))).toMatchObject({ body: '1 月 1 日休息。' })
  expect((await signedUp.announcements.list({ params, query: {} })).items.map((each) => each.id)).toContain(id)
  for (const who of [stranger, house.anonymous]) {
    await expect(who.announcements.get(one(id))).rejects.toMatchObject({ status: 404 })
    expect((await who.announcements.list({ params, query: {} })).items.map((each) => each.id)).not.toContain(id)
  }
  await staff.announcements.withdraw(one(id))
  expect(await signedUp.notices.countUnread({ params })).toEqual({ unread: 0 })
  await expect(signedUp.announcements.get(one(id))).rejects.toMatchObject({ status: 404 })
  await announce(id)
  expect(await signedUp.notices.countUnread({ params })).toEqual({ unread: 0 })
})

test('an activity that is a draft, another centre’s or none is no audience', async () => {
  const [draft, elsewhere] = [await house.activity({ state: 'draft' }), await house.activity({ center_id: house.other.id })]
  for (const id of [draft.id, elsewhere.id, '01990000-0000-7000-8000-000000000009']) await expect(write({ kind: 'activity', id })).rejects.toMatchObject({ status: 409, code: 'announcements.noAudience' })
  await expect(write({ kind: 'activity', id: null })).rejects.toMatchObject({ status: 400 })
})

describe('withdrawing while it is being told', () => {
  async function tellingAndWithdrawing() {
    const activity = await house.activity()
    const worker = await house.signIn()
    await worker.activities.signUp({ params: { ...params, id: activity.id }, body: {} })
    const row = await house.announcement({ audience: 'activity', audience_id: activity.id, published_at: testNow })
    return { worker, id: row.id }
  }

  test('leaves nothing in an inbox: the one waits for the other', async () => {
    const { worker, id } = await tellingAndWithdrawing()
    let told = () => {}
    const batchDone = new Promise<void>((resolve) => (told = resolve))
    const telling = house.app.get(Units).runAt(house.center.id, async (manager) => {
      await house.app.get(AnnouncementsService).tellBatch(manager, id, '', testNow)
      told()
      // Commits once the withdrawal stands at the locked row.
      for (;;) {
        const { waiting } = await house.one<{ waiting: boolean }>(`select exists (select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%announcements%' and datname = current_database()) as waiting`)
        if (waiting) return
      }
    })
    await batchDone
    await Promise.all([telling, staff.announcements.withdraw(one(id))])
    expect(await worker.notices.countUnread({ params })).toEqual({ unread: 0 })
  })

  test('without the lock a notice stays that leads nowhere', async () => {
    const { worker, id } = await tellingAndWithdrawing()
    const personId = (await house.one<{ id: string }>('select id from persons where account_id = $1', [worker.accountId])).id
    // As tellBatch would without the lock: it read `published`, the withdrawal went through, then it told.
    expect(await house.one('select state from announcements where id = $1', [id])).toEqual({ state: 'published' })
    await staff.announcements.withdraw(one(id))
    await house.notice({ person_id: personId, kind: 'notices.announced', subject_slice: 'notices', subject_id: id })
    expect(await worker.notices.countUnread({ params })).toEqual({ unread: 1 })
    await expect(worker.announcements.get(one(id))).rejects.toMatchObject({ status: 404 })
  })
})

test('people of a building or a branch are counted first and told then, each once; nobody else, and nobody of another centre', async () => {
  const branch = await house.organization({ kind: 'joint_branch', reports_to: (await house.organization()).id })
  const firm = await house.firm()
  const elsewhere = await house.firm()
  const members = [await house.member({ branch_id: branch.id, firm_id: firm.id }), await house.member({ branch_id: branch.id, firm_id: elsewhere.id })]
  const gone = await house.member({ branch_id: branch.id, firm_id: firm.id })
  await house.owner.query(`update members set ended_at = now(), end_reason = '转出' where id = $1`, [gone.id])
  const [worker, stranger] = await house.signInEach(2)
  if (!worker || !stranger) throw new Error('two were asked for')
  await worker.organization.updateMyPerson({ params, body: { name: '林禾' } })
  const { id: personId } = await house.one<{ id: string }>('select p.id from persons p join sessions s on s.account_id = p.account_id where s.token_hash = sha256($1::bytea)', [worker.token])
  await house.owner.query(
    `insert into bindings (center_id, id, person_id, kind, state, claim_name, claim_firm, basis, firm_id, created_at, decided_at) values ($1, uuidv7(), $2, 'firm', 'confirmed', '林禾', '某某', 'authorization', $3, now(), now())`,
    [house.center.id, personId, firm.id],
  )
  const size = (kind: 'building' | 'branch', id: string) => staff.announcements.sizeOf({ params, query: { kind, id } })
  expect(await size('branch', branch.id)).toEqual({ persons: 2, withAccount: 0 })
  expect(await size('building', firm.building_id)).toEqual({ persons: 2, withAccount: 1 })
  const { id } = await write({ kind: 'building', id: firm.building_id })
  await staff.announcements.publish(one(id))
  await announce(id)
  const { rows } = await house.owner.query<{ person_id: string }>('select person_id from notices where subject_id = $1', [id])
  expect(rows.map(({ person_id }) => person_id).sort()).toEqual([personId, members[0]?.person_id].sort())
  expect(await worker.announcements.get(one(id))).toMatchObject({ id })
  await expect(stranger.announcements.get(one(id))).rejects.toMatchObject({ status: 404 })
  const other = await house.firm({ center_id: house.other.id })
  for (const audience of [{ kind: 'building', id: other.building_id }, { kind: 'branch', id: firm.id }] as const) await expect(write(audience)).rejects.toMatchObject({ code: 'announcements.noAudience' })
})
