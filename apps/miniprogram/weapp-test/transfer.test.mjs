import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountsRoutes } from '@dangqun/contracts/accounts/routes'
import { centersRoutes } from '@dangqun/contracts/centers/routes'
import { transferRoutes } from '@dangqun/contracts/transfer/routes'
import { aPhone, client, go, openStage } from './stage.mjs'

openStage()

test('a member answers three questions, fills in what is not known, submits, follows the case and withdraws it', async () => {
  const [{ slug: center, sceneCode }] = (await client(centersRoutes).list({ query: {} })).items
  const phone = aPhone({ loginCode: 'sandbox:member', scene: encodeURIComponent(sceneCode) })
  await phone.start()
  await phone.see('近期活动')
  await go(phone, 'navigateTo', `/transfer/pages/list/index?center=${center}`)
  await phone.tap('开始办理')
  await phone.see('你要办哪一种？')
  await phone.tap('换了单位或住处')
  await phone.tap('外省，用纸质介绍信')
  await phone.tap('就业')
  await phone.see('谁看得到')
  assert.equal(phone.calls.includes('login'), false, 'nobody logs in before the consent')
  await phone.tap('同意，登录后填写')
  await phone.tap('同意并继续')
  await phone.seePage('transfer/pages/form/index')
  await phone.see('党费交至')
  const thisMonth = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
  await phone.choose('.pick__picker', 0, thisMonth)
  await phone.tap('下一步')
  await phone.see('转到哪里')
  await phone.type('接收党委', '张江')
  await phone.tap('张江科学城综合党委')
  await phone.type('去处', '上海禾川科技有限公司')
  await phone.tap('下一步')
  await phone.see('看一遍，没错就提交')
  await phone.tap('提交申请')
  await phone.see('已提交')
  await phone.tap('看进度')
  await phone.seePage('transfer/pages/detail/index')
  await phone.see('还差 4 步：等党群服务中心预审')

  const { token } = await client(accountsRoutes).loginByWechat({ body: { code: 'sandbox:member' } })
  const mine = async () => (await client(transferRoutes, token).list({ params: { center }, query: { view: 'mine' } })).items
  assert.deepEqual((await mine()).map(({ state, otherSide }) => [state, otherSide]), [['submitted', '张江科学城综合党委']])
  const creations = phone.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/transfers'))
  assert.equal(new Set(creations.map(({ header }) => header['idempotency-key'])).size, 1, 'one intent, one key')
  assert.ok(phone.requests.every(({ path }) => !/990\d{15}/.test(path)), 'no ID number in an address')

  await phone.tap('撤回申请')
  await phone.see('你已撤回申请')
  assert.deepEqual((await mine()).map(({ state }) => state), ['withdrawn'])
})
