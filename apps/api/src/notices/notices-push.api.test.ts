import type { PushTopic } from '@dangqun/contracts/notices/vocabulary'
import { clientsFor, TestHouse, testNow } from '../app/testing/test-house.js'
import { Units } from '../platform/database/units.js'
import { WechatClient } from '../platform/wechat/wechat.client.js'
import { standInOpenId, WechatStandIn } from '../platform/wechat/wechat-stand-in.js'
import { countOpenGrants } from './notices-push.queries.js'
import { PushService } from './notices-push.service.js'
import { NoticesService } from './notices.service.js'

let house: TestHouse
let standIn: WechatStandIn
beforeAll(async () => {
  house = await TestHouse.open()
  standIn = house.app.get(WechatStandIn)
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(testNow))

const params = { center: 'shangbai' }
let names = 0

/** Somebody who logged in by WeChat and tapped 允许 so often. */
async function reader(taps: number, topic: PushTopic = 'activityChange') {
  const name = `reader-${++names}`
  const { token, account } = await house.anonymous.accounts.loginByWechat({ body: { code: `sandbox:${name}` } })
  const clients = clientsFor(house.url, token)
  for (let tap = 0; tap < taps; tap++) await clients.notices.allowPushes({ params, body: { answers: [{ topic, answer: 'accept' }] } })
  const openId = standInOpenId(house.config.wechat.appId, name)
  return {
    ...clients, accountId: account.id, messages: () => standIn.messages.filter(({ touser }) => touser === openId),
    left: () => house.app.get(Units).runAt(house.center.id, (manager) => countOpenGrants(manager, account.id)).then((counts) => counts.get(topic) ?? 0),
  }
}
/** A notice without a job of its own: the test is the worker. */
const noticeTo = async ({ accountId }: { accountId: string }, given: Parameters<TestHouse['notice']>[0] = {}) => (await house.notice({ account_id: accountId, ...given })).id
const push = (noticeId: string) => house.app.get(PushService).push({ centerId: house.center.id, subjectId: noticeId })
const stored = (noticeId: string) => house.one('select state, errcode, attempts from pushes where notice_id = $1', [noticeId])

test('one tap is one message in the ledger; a refusal of a tap takes nothing away', async () => {
  const somebody = await reader(2)
  const answers = [{ topic: 'activityChange', answer: 'reject' }, { topic: 'waitlistTurn', answer: 'accept' }] as const
  expect(await somebody.notices.allowPushes({ params, body: { answers: [...answers] } })).toEqual({
    items: [
      { topic: 'activityChange', templateId: 'sandbox-activity-change', isLongTerm: false, left: 2 },
      { topic: 'waitlistTurn', templateId: 'sandbox-waitlist-turn', isLongTerm: false, left: 1 },
    ],
  })
  expect((await somebody.notices.listTopics({ params: { center: 'yunhai' } })).items.map(({ left }) => left)).toEqual([0, 0])
})

test('the ledger of one person does not grow without end', async () => {
  expect(await (await reader(22)).left()).toBe(20)
})

test('what is told goes to whoever allowed it by WeChat too, in fields that fit, and uses one grant', async () => {
  const [allowed, silent] = [await reader(2), await reader(0)]
  const activity = await house.activity({ title: '小微企业贷款怎么选：利率之外要看什么，第二期' })
  await house.app.get(Units).runAt(house.center.id, (manager) =>
    house.app.get(NoticesService).tell({ manager, now: testNow }, ...[allowed, silent].map(({ accountId }) => ({ kind: 'activities.changed' as const, to: { accountId }, subject: { slice: 'activities' as const, id: activity.id }, parameters: { title: activity.title, changes: '地点改为 三楼' } }))),
  )
  while (allowed.messages().length === 0) await new Promise((next) => setTimeout(next, 20))
  expect(allowed.messages()).toMatchObject([{
    template_id: 'sandbox-activity-change', page: `activities/pages/detail/index?center=shangbai&id=${activity.id}`,
    data: { thing1: { value: '小微企业贷款怎么选：利率之外要看什么…' }, thing2: { value: '活动有变动' }, thing3: { value: '地点改为 三楼' } },
  }])
  expect(await allowed.left()).toBe(1)
  for (const person of [allowed, silent]) expect(await person.notices.countUnread({ params })).toEqual({ unread: 1 })
  expect(silent.messages()).toEqual([])
})

describe('exactly once', () => {
  test('two workers, two notices, one grant: one message', async () => {
    const somebody = await reader(1)
    const ids = [await noticeTo(somebody), await noticeTo(somebody)]
    await Promise.all(ids.map(push))
    expect(somebody.messages()).toHaveLength(1)
    expect(await somebody.left()).toBe(0)
    for (const id of ids) await push(id)
    expect(somebody.messages()).toHaveLength(1)
  })

  test('the same without the claim sends for one grant twice', async () => {
    const somebody = await reader(1)
    let waiting = 2
    let open = () => {}
    const bothLooked = new Promise<void>((resolve) => (open = resolve))
    const unguarded = async () => {
      const left = await somebody.left()
      if (--waiting === 0) open()
      await bothLooked
      if (left > 0) await house.app.get(WechatClient).sendSubscribeMessage({ openId: standInOpenId(house.config.wechat.appId, `reader-${names}`), templateId: 'sandbox-activity-change', page: 'pages/index/index', fields: { thing1: '读书会' } })
    }
    await Promise.all([unguarded(), unguarded()])
    expect(somebody.messages()).toHaveLength(2)
  })

  test('one notice whose job runs twice: one message, and the second grant stays', async () => {
    const somebody = await reader(2)
    const id = await noticeTo(somebody)
    await Promise.allSettled([push(id), push(id)])
    await push(id)
    expect(somebody.messages()).toHaveLength(1)
    expect(await somebody.left()).toBe(1)
  })

  test('a worker that died in the middle is replaced when its time is over, not before', async () => {
    const somebody = await reader(1)
    const id = await noticeTo(somebody)
    const grant = await house.one<{ id: string }>(`update push_grants set state = 'used' where account_id = $1 returning id`, [somebody.accountId])
    await house.owner.query(`insert into pushes (center_id, notice_id, grant_id, is_long_term, state, attempts, claimed_at) values ($1, $2, $3, false, 'sending', 1, $4)`, [house.center.id, id, grant.id, testNow])
    house.clock.advance(59_000)
    await expect(push(id)).rejects.toThrow('another worker')
    expect(somebody.messages()).toEqual([])
    house.clock.advance(1000)
    await push(id)
    expect(somebody.messages()).toHaveLength(1)
    expect(await stored(id)).toEqual({ state: 'sent', errcode: 0, attempts: 2 })
  })
})

describe('what WeChat answers', () => {
  test('43101: the person refuses, so the ledger is emptied and nothing is tried again', async () => {
    const somebody = await reader(3)
    const id = await noticeTo(somebody)
    standIn.planAnswers({ errcode: 43101 })
    await push(id)
    expect(await stored(id)).toEqual({ state: 'refused', errcode: 43101, attempts: 1 })
    expect(await somebody.left()).toBe(0)
    await push(id)
    expect(somebody.messages()).toEqual([])
  })

  test('47003: a template that does not fit is counted for the alarm and not tried again; the person keeps the grant', async () => {
    const somebody = await reader(1)
    const id = await noticeTo(somebody)
    standIn.planAnswers({ errcode: 47003 })
    await push(id)
    await push(id)
    expect(await stored(id)).toEqual({ state: 'failed', errcode: 47003, attempts: 1 })
    expect(await somebody.left()).toBe(1)
    expect((await house.raw('GET', '/metrics')).text).toMatch(/dangqun_push_total\{verdict="failed",errcode="47003"\} 1/)
    // The grant serves the next notice.
    await push(await noticeTo(somebody))
    expect(somebody.messages()).toHaveLength(1)
  })

  test('40001: the token is asked for anew, once, and the message goes out', async () => {
    const somebody = await reader(1)
    await house.app.get(WechatClient).accessToken()
    standIn.dropToken()
    const asked = () => standIn.calls.get('/cgi-bin/stable_token') ?? 0
    const before = asked()
    await push(await noticeTo(somebody))
    expect(somebody.messages()).toHaveLength(1)
    expect(asked()).toBe(before + 1)
  })

  test.each([
    ['45009, too many', [{ errcode: 45009 }], 45009],
    ['-1, busy, also when asked again', [{ errcode: -1 }, { errcode: -1 }], -1],
    ['503', [{ status: 503 }], null],
    ['40001 although the token is new', [{ errcode: 40001 }, { errcode: 40001 }], 40001],
  ])('%s: the job fails, to come back later; the grant is kept for it and goes out then', async (_, answers, errcode) => {
    const somebody = await reader(1)
    const id = await noticeTo(somebody)
    standIn.planAnswers(...answers)
    await expect(push(id)).rejects.toThrow('could not take a message now')
    expect(await stored(id)).toEqual({ state: 'waiting', errcode, attempts: 1 })
    expect(await somebody.left()).toBe(0)
    await push(id)
    expect(somebody.messages()).toHaveLength(1)
    expect(await stored(id)).toEqual({ state: 'sent', errcode: 0, attempts: 2 })
  })

  test('a message that could not be sent for a day is given up, and the grant given back', async () => {
    const somebody = await reader(1)
    const id = await noticeTo(somebody)
    standIn.planAnswers({ errcode: 45009 })
    await expect(push(id)).rejects.toThrow()
    house.clock.advance(24 * 3_600_000 + 1)
    await push(id)
    expect(await stored(id)).toMatchObject({ state: 'failed' })
    expect(await somebody.left()).toBe(1)
    expect(somebody.messages()).toEqual([])
  })
})

test('what was read already, or is told at another centre, uses nothing', async () => {
  const somebody = await reader(1)
  await push(await noticeTo(somebody, { read_at: testNow }))
  const elsewhere = await noticeTo(somebody, { center_id: house.other.id })
  await push(elsewhere)
  await house.app.get(PushService).push({ centerId: house.other.id, subjectId: elsewhere })
  expect(somebody.messages()).toEqual([])
  expect(await somebody.left()).toBe(1)
})

test('a long-term template is allowed once, and sends as often as there is something to tell', async () => {
  const somebody = await reader(0)
  await house.owner.query(`insert into push_grants (center_id, account_id, topic, is_long_term, state, granted_at, changed_at) values ($1, $2, 'activityChange', true, 'open', $3, $3)`, [house.center.id, somebody.accountId, testNow])
  const ids = [await noticeTo(somebody), await noticeTo(somebody)]
  await Promise.all(ids.map(push))
  expect(somebody.messages()).toHaveLength(2)
  expect(await somebody.left()).toBe(1)
})
