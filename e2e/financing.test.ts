import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { desk, enter, journey, phone, press, seen } from './browser.js'
import { browser, house, logIn, openStage } from './stage.js'

openStage()

const standing = '匹配结果仅供参考，审批以银行为准；本平台不收费、不担保、不承诺获批。'

const choose = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).filter({ visible: true }).last().click()

/** From the services into the ranking: half a million for a year, of a shop founded in 2023. */
async function sayNeed(page: Page): Promise<void> {
  await page.goto(`${house.origin}/#/pages/index/index`)
  await seen(page, '尚百商圈党群服务中心').click()
  await seen(page, '近期活动').waitFor()
  await page.goto(`${house.origin}/#/pages/services/index`)
  await seen(page, '益企诊所').waitFor()
  await seen(page, '去比较').click()
  await page.getByPlaceholder('如 30').fill('50')
  await seen(page, '选择营业执照上的成立日期').click()
  await seen(page, '确定').click()
  await choose(page, '个体工商户')
  await compare(page)
}

async function compare(page: Page): Promise<void> {
  await press(page, '看看哪些贷款合适')
  await seen(page, /找到 \d+ 款合适的贷款/).waitFor()
}

/** The all-in rates of the ranked cards, from the top. */
async function ranked(page: Page): Promise<{ name: string; allIn: number }[]> {
  const cards = page.locator('.match').filter({ visible: true })
  // The page may still be on its way in; those of an earlier comparison lie hidden below it.
  await cards.first().waitFor()
  return Promise.all((await cards.all()).map(async (card) => ({
    name: (await card.locator('.match__name').innerText()).replace(/^\d+\. /, ''),
    allIn: Number.parseFloat(await card.locator('.match__figure').first().innerText()),
  })))
}

journey('a shopkeeper compares loans, moves the amount, lays two side by side and keeps one calculation', () => browser, async () => {
  const { page, troubles } = await phone(browser)
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/financing/')) asked.push(`${request.method()} ${new URL(request.url()).search}`)
  })
  await sayNeed(page)
  assert.ok((await ranked(page)).length >= 2, 'nothing to compare')
  await press(page, '看原因')
  await seen(page, /要求满|最高|起贷|只用于|需要/).waitFor()
  await seen(page, standing).waitFor()

  await choose(page, '抵押')
  await seen(page, '已按上面的条件比较').waitFor()
  await choose(page, '信用')
  await seen(page, /找到 \d+ 款合适的贷款/).waitFor()
  await page.getByText('加入对比').filter({ visible: true }).first().click()
  await page.getByText('加入对比', { exact: true }).filter({ visible: true }).first().click()
  await press(page, '并排对比 2 款')
  await seen(page, '一共多付（元）').waitFor()
  await page.getByText('看测算', { exact: true }).filter({ visible: true }).first().click()
  await seen(page, '怎么算的').waitFor()

  const download = page.waitForEvent('download')
  await press(page, /PDF/)
  await enter(page, 'e2e-shop')
  const paper = await download
  assert.match(paper.suggestedFilename(), /^融资成本测算-.+\.pdf$/)
  assert.equal((await readFile(await paper.path())).subarray(0, 5).toString('latin1'), '%PDF-')
  // Signed in, the page asks for one's own demands as well.
  assert.deepEqual(asked.filter((each) => !/^\w+ (\?view=mine&limit=10)?$/.test(each)), [], 'what a firm needs is in no address')
  assert.deepEqual(troubles, [])
})

journey('a bank raises its rate, the centre approves, and the ranking follows', () => browser, async () => {
  const shop = await phone(browser)
  await sayNeed(shop.page)
  const before = (await ranked(shop.page)).find(({ name }) => name.startsWith('徽远银行'))
  assert.ok(before, 'the bank has nothing on offer for this need')
  const product = before.name.split(' · ')[1] ?? ''

  const officer = await desk(browser)
  await officer.page.goto(`${house.origin}/console/shangbai/loans?state=approved`)
  await logIn(officer.page, 'banker')
  await officer.page.getByRole('link', { name: product, exact: true }).click()
  await officer.page.getByRole('button', { name: '写下一版' }).click()
  const spread = officer.page.getByRole('spinbutton', { name: '最高加点' })
  await spread.fill('400')
  await spread.press('Tab')
  await officer.page.getByRole('button', { name: '保存草稿' }).click()
  await officer.page.getByRole('button', { name: '提交审核' }).click()
  await officer.page.getByText('已提交，等中心审核').waitFor()
  assert.equal(await officer.page.getByRole('button', { name: /通过/ }).count(), 0, 'a bank does not approve itself')

  const staff = await desk(browser)
  await staff.page.goto(`${house.origin}/console/shangbai/loans?state=submitted`)
  await logIn(staff.page, 'staff')
  await staff.page.getByRole('link', { name: product, exact: true }).click()
  await staff.page.getByRole('button', { name: '审核通过' }).click()
  await staff.page.getByText('已上架，企业现在能看到').waitFor()

  // What was filled in is still there.
  await shop.page.goto(`${house.origin}/#/financing/pages/need/index?center=shangbai`)
  await seen(shop.page, '2023-01-01').waitFor()
  await compare(shop.page)
  const after = (await ranked(shop.page)).find(({ name }) => name === before.name)
  assert.ok(after && after.allIn > before.allIn, `${before.allIn} became ${after?.allIn}`)
  for (const { troubles } of [shop, officer, staff]) assert.deepEqual(troubles, [])
})
