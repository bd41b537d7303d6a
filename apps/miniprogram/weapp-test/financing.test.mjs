import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountsRoutes } from '@dangqun/contracts/accounts/routes'
import { grantsRoutes } from '@dangqun/contracts/accounts/grants/routes'
import { centersRoutes } from '@dangqun/contracts/centers/routes'
import { financingDemandsRoutes } from '@dangqun/contracts/financing/demands/routes'
import { financingReferralsRoutes } from '@dangqun/contracts/financing/referrals/routes'
import { firmsRoutes } from '@dangqun/contracts/organization/firms/routes'
import { aPhone, client, go, openStage } from './stage.mjs'

openStage()

test('a firm says what it needs, moves the amount, opens one product’s cost and keeps it as a document', async () => {
  const { items: [center] } = await client(centersRoutes).list({ query: {} })
  const phone = aPhone({ loginCode: 'sandbox:weapp-firm', scene: encodeURIComponent(center.sceneCode) })
  await phone.start()
  await phone.see(center.name)
  await go(phone, 'navigateTo', `/financing/pages/need/index?center=${center.slug}`)
  await phone.see('借几万元')
  await phone.type('借几万元', '50')
  await phone.choose('.question__picker', 0, '2019-03-10')
  await phone.see('2019-03-10')
  await phone.tap('个体工商户')
  await phone.tap('看看哪些贷款合适')
  await phone.seePage('financing/pages/matches/index')
  await phone.see('找到')
  assert.match(phone.text, /综合年化（含全部费用）/)
  assert.match(phone.text, /匹配结果仅供参考，审批以银行为准；本平台不收费、不担保、不承诺获批。/)

  const previews = () => phone.requests.filter(({ path }) => path.endsWith('/matches/preview'))
  const before = previews().length
  await phone.choose('.steps__slider', 0, 24)
  await phone.seeThat(() => previews().length > before, 'moving the amount asked nothing')
  assert.ok(previews().every(({ path }) => !path.includes('?')), 'what a firm needs is in no address')
  await phone.see('已按上面的条件比较')

  await phone.tap('看测算和还款计划')
  await phone.seePage('financing/pages/cost/index')
  await phone.see('还款计划')
  await phone.tap('保存或转发这份测算（PDF）')
  await phone.see('登录前，请先看一下')
  await phone.tap('同意并继续')
  await phone.seeThat(() => phone.documents.length === 1, 'no document was opened')
  assert.equal(phone.documents[0].bytes.subarray(0, 5).toString('latin1'), '%PDF-')
  console.log(`largest setData of the loans: ${Math.ceil(phone.largestSetData / 1024)} KB`)
})

/** An account of the demo that stands for one of its firms. */
async function represent(center, code) {
  const { token: manager } = await client(accountsRoutes).loginToConsole({ body: { username: 'manager', password: 'dangqun-demo' } })
  const { items } = await client(firmsRoutes, manager).listFirms({ params: { center }, query: { limit: 20 } })
  const firm = items.find(({ kind }) => kind === 'company')
  const invitation = await client(grantsRoutes, manager).invite({ params: { center }, body: { role: 'firm_representative', scope: { kind: 'firm', id: firm.id }, note: '企业代表' } })
  const { token } = await client(accountsRoutes).loginByWechat({ body: { code } })
  await client(grantsRoutes, token).acceptInvitation({ body: { code: invitation.code } })
  return { token, firm }
}

test('a firm sends its need, picks a bank once the centre has checked it, agrees to what the bank may know, and takes all of it back', async () => {
  const { items: [{ slug: center, sceneCode }] } = await client(centersRoutes).list({ query: {} })
  const { token, firm } = await represent(center, 'sandbox:weapp-borrower')
  const phone = aPhone({ loginCode: 'sandbox:weapp-borrower', scene: encodeURIComponent(sceneCode) })
  await phone.start()
  await phone.see('近期活动')
  await go(phone, 'navigateTo', `/financing/pages/need/index?center=${center}`)
  await phone.type('借几万元', '30')
  await phone.tap('看看哪些贷款合适')
  await phone.see('已按上面的条件比较')
  await phone.tap('把需求发给银行')
  assert.equal(phone.calls.includes('login'), false, 'nobody logs in before the consent')
  await phone.tap('同意并继续')
  await phone.seePage('financing/pages/demand-form/index')
  await phone.see(firm.name)
  await phone.type('具体用途', '春节前备货')
  await phone.type('联系人', '林禾')
  await phone.type('手机号', '19900001234')
  await phone.tap('提交需求')
  await phone.seePage('financing/pages/demand/index')
  await phone.see('等党群服务中心核对')

  const mine = async () => (await client(financingDemandsRoutes, token).list({ params: { center }, query: { view: 'mine' } })).items
  const [{ id }] = await mine()
  const { token: staff } = await client(accountsRoutes).loginToConsole({ body: { username: 'staff', password: 'dangqun-demo' } })
  await client(financingDemandsRoutes, staff).act({ params: { center, id, action: 'verify' }, body: {} })
  await go(phone, 'navigateTo', `/financing/pages/demand/index?center=${center}&id=${id}`)
  await phone.tap('去选银行')
  await phone.seePage('financing/pages/picks/index')
  await phone.tap('1. ')
  await phone.tap('选好 1 家，下一步')
  await phone.see('逐家决定给不给看')
  await phone.tap('同意办理需要的两项')
  await phone.tap('发给这 1 家银行')
  await phone.seePage('financing/pages/demand/index')
  await phone.see('等 1 家银行接单')
  const { referrals: [{ id: referral }] } = await client(financingDemandsRoutes, token).get({ params: { center, id } })
  const shared = async () => (await client(financingReferralsRoutes, token).get({ params: { center, id: referral } })).sharing
  assert.deepEqual((({ state, purposes }) => [state, purposes])(await shared()), ['standing', ['demand', 'contact']], 'exactly what was ticked')

  await phone.tap('撤回需求')
  await phone.see('你已撤回这份需求')
  assert.deepEqual((await mine()).map(({ state }) => state), ['withdrawn'])
  assert.equal((await shared()).state, 'withdrawn')
  assert.ok(phone.requests.every(({ path }) => !/30000000|19900001234/.test(path)), 'nothing of the loan in an address')
})
