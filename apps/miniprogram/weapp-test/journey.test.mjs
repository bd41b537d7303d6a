import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { accountsRoutes } from '@dangqun/contracts/accounts/routes'
import { activitiesRoutes } from '@dangqun/contracts/activities/routes'
import { centersRoutes } from '@dangqun/contracts/centers/routes'
import { organizationRoutes } from '@dangqun/contracts/organization/routes'
import { aPhone, client, go, openStage } from './stage.mjs'

openStage()

/** A centre's printed code, and an activity there that asks for a name, published just now. */
async function publish({ inMinutes = 120 } = {}) {
  const [center] = (await client(centersRoutes).list({ query: {} })).items
  const { token } = await client(accountsRoutes).loginToConsole({ body: { username: 'staff', password: 'dangqun-demo' } })
  const staff = client(activitiesRoutes, token)
  const after = (minutes) => new Date(Date.now() + minutes * 60_000).toISOString()
  const draft = { title: '午间急救培训', programme: 'together', description: '人人能上手。', place: '二楼会议室', startsAt: after(inMinutes), endsAt: after(inMinutes + 60), capacity: 30, asks: ['name'] }
  const { id } = await staff.create({ params: { center: center.slug }, body: draft })
  return { center, activity: await staff.publish({ params: { center: center.slug, id } }), staff }
}

test('scan, look, sign up, show the ticket, find it under 日程, cancel', async () => {
  const { center, activity, staff } = await publish()
  // WeChat hands the scene over percent-encoded.
  const phone = aPhone({ loginCode: `sandbox:weapp-${randomUUID().slice(0, 8)}`, scene: encodeURIComponent(center.sceneCode) })
  await phone.start()
  await phone.see(center.name)
  await phone.see('近期活动')
  for (const programme of ['党建服务', '企业服务', '青年服务', '群团服务']) await phone.see(programme)

  await phone.tap(activity.title)
  await phone.seePage('activities/pages/detail/index')
  await phone.see('活动说明')
  await phone.tap('报名')
  await phone.see('登录前，请先看一下')
  assert.equal(phone.calls.includes('login'), false, 'nobody logs in before the privacy text')

  await phone.tap('暂不同意')
  await phone.see('也没有收集任何信息')
  assert.equal(phone.calls.includes('login'), false)

  await phone.tap('报名')
  await phone.tap('同意并继续')
  await phone.see('报名还需要')
  await phone.type('姓名', '王小明')
  await phone.tap('保存并报名')
  await phone.see('报名成功')
  assert.equal(phone.all('.qr').length, 1)
  assert.match(JSON.stringify(phone.page.instance.data), /data:image\/svg\+xml/, 'the ticket is drawn')

  const posts = phone.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/sign-ups'))
  assert.equal(new Set(posts.map(({ header }) => header['idempotency-key'])).size, 1, 'one intent, one key')
  assert.ok(phone.requests.some(({ path }) => path.endsWith('/me/consents')))
  const { items } = await staff.listSignUps({ params: { center: center.slug, id: activity.id }, query: {} })
  assert.deepEqual(items.map(({ state, name }) => ({ state, name })), [{ state: 'confirmed', name: '王小明' }])

  await go(phone, 'switchTab', '/pages/schedule/index')
  await phone.see(activity.title)
  await phone.tap('出示签到码')
  await phone.see('到门口出示签到码即可')

  await go(phone, 'navigateTo', `/activities/pages/detail/index?center=${center.slug}&id=${activity.id}`)
  await phone.tap('取消报名')
  await phone.see('确定不去了吗')
  await phone.tap('确认取消')
  await phone.see('你的报名已取消')
  console.log(`largest setData: ${Math.ceil(phone.largestSetData / 1024)} KB`)
})

test('staff scan tickets at the door; without a network they stay on the phone over a kill, and are sent when it is back', async () => {
  const { center, activity } = await publish({ inMinutes: 20 })
  const tickets = []
  for (const name of ['麦', '田']) {
    const { token } = await client(accountsRoutes).loginByWechat({ body: { code: `sandbox:weapp-${randomUUID().slice(0, 8)}` } })
    await client(organizationRoutes, token).updateMyPerson({ params: { center: center.slug }, body: { name: `许${name}` } })
    tickets.push((await client(activitiesRoutes, token).signUp({ params: { center: center.slug, id: activity.id }, body: {} })).ticket)
  }
  const { token, account } = await client(accountsRoutes).loginByWechat({ body: { code: 'sandbox:staff' } })
  const storage = new Map(Object.entries({ center: center.slug, session: token, account: account.id }))
  const desk = (phone) => go(phone, 'navigateTo', `/activities/pages/desk/index?center=${center.slug}&id=${activity.id}`)

  const before = aPhone({ storage })
  await before.start()
  await desk(before)
  await before.see('/ 2 人已签到')
  before.scans.push(tickets[0])
  await before.tap('扫签到码')
  await before.see('许麦（1 号） 已签到')
  before.connect(false)
  await before.see('照常扫码')
  before.scans.push(tickets[1])
  await before.tap('扫签到码')
  await before.see('待同步 1 条')

  const phone = aPhone({ storage: before.storage })
  phone.connect(false)
  await phone.start()
  await desk(phone)
  await phone.see('待同步 1 条')
  phone.connect(true)
  await phone.see('许田（2 号）')
  await phone.unsee('待同步')
})

test('an unknown code says so and lets the person type it', async () => {
  const phone = aPhone({ scene: 'XXXXXXXX' })
  await phone.start()
  await phone.see('这个码打不开')
  await phone.tap('输入编码')
  await phone.type('编码', '????')
  await phone.tap('确定')
  await phone.see('请对照海报再输一次')
})
