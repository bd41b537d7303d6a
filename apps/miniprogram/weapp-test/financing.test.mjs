import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { startHouse } from '../../../scripts/lib/house.mjs'
import { Phone } from './phone.mjs'

const dist = fileURLToPath(new URL('../dist/weapp', import.meta.url))
let house

before(async () => {
  house = await startHouse()
  assert.ok(house.hasStarted, house.said())
})
after(async () => {
  await house?.end()
  house?.forget()
})

test('a firm says what it needs, moves the amount, opens one product’s cost and keeps it as a document', async () => {
  const { items: [center] } = await (await fetch(`${house.origin}/api/v1/centers`)).json()
  const phone = new Phone(dist, { api: house.origin, loginCode: 'sandbox:weapp-firm', scene: encodeURIComponent(center.sceneCode) })
  await phone.start()
  await phone.see(center.name)
  await new Promise((resolve) => phone.wx.navigateTo({ url: `/financing/pages/need/index?center=${center.slug}`, complete: resolve }))
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
