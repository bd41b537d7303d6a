import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { accountsRoutes } from '@dangqun/contracts/accounts/routes'
import { activitiesRoutes } from '@dangqun/contracts/activities/routes'
import { centersRoutes } from '@dangqun/contracts/centers/routes'
import { createClient, fetchTransport } from '@dangqun/contracts/kit/client'
import { Phone } from './phone.mjs'
import { startHouse } from '../../../scripts/lib/house.mjs'

const dist = fileURLToPath(new URL('../dist/weapp', import.meta.url))
let house
let api

before(async () => {
  house = await startHouse()
  assert.ok(house.hasStarted, house.said())
  api = house.origin
})
after(async () => {
  await house?.end()
  house?.forget()
})

const client = (routes, token = null) => createClient(routes, { base: `${api}/api/v1`, send: fetchTransport(), token: () => token, newKey: randomUUID })

/** A centre's printed code, and an activity there that asks for a name, published just now. */
async function publish() {
  const [center] = (await client(centersRoutes).list({ query: {} })).items
  const { token } = await client(accountsRoutes).loginToConsole({ body: { username: 'staff', password: 'dangqun-demo' } })
  const staff = client(activitiesRoutes, token)
  const inHours = (hours) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const draft = { title: '午间急救培训', programme: 'together', description: '人人能上手。', place: '二楼会议室', startsAt: inHours(2), endsAt: inHours(3), capacity: 30, asks: ['name'] }
  const { id } = await staff.create({ params: { center: center.slug }, body: draft })
  return { center, activity: await staff.publish({ params: { center: center.slug, id } }), staff }
}

test('scan, look, sign up, show the ticket, find it under 日程, cancel', async () => {
  const { center, activity, staff } = await publish()
  // WeChat hands the scene over percent-encoded.
  const phone = new Phone(dist, { api, loginCode: `sandbox:weapp-${randomUUID().slice(0, 8)}`, scene: encodeURIComponent(center.sceneCode) })
  await phone.start()
  await phone.see(center.name)
  await phone.see('近期活动')
  for (const programme of ['党建服务', '企业服务', '青年服务', '群团服务']) await phone.see(programme)

  await phone.tap(activity.title)
  await phone.seePage('activities/pages/detail/index')
  await phone.see('活动说明')
  await phone.tap('报名')
  await phone.see('报名前，请先看一下')
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

  await new Promise((resolve) => phone.wx.switchTab({ url: '/pages/schedule/index', complete: resolve }))
  await phone.see(activity.title)
  await phone.tap('出示签到码')
  await phone.see('到门口出示签到码即可')

  await new Promise((resolve) => phone.wx.navigateTo({ url: `/activities/pages/detail/index?center=${center.slug}&id=${activity.id}`, complete: resolve }))
  await phone.tap('取消报名')
  await phone.see('确定不去了吗')
  await phone.tap('确认取消')
  await phone.see('你的报名已取消')
  console.log(`largest setData: ${Math.ceil(phone.largestSetData / 1024)} KB`)
})

test('an unknown code says so and lets the person type it', async () => {
  const phone = new Phone(dist, { api, scene: 'XXXXXXXX' })
  await phone.start()
  await phone.see('这个码打不开')
  await phone.tap('输入编码')
  await phone.type('编码', '????')
  await phone.tap('确定')
  await phone.see('请对照海报再输一次')
})

