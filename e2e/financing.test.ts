import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { journey, phone, press, seen } from './browser.js'
import { browser, house, openStage } from './stage.js'

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
  await press(page, '看看哪些贷款合适')
  await seen(page, /找到 \d+ 款合适的贷款/).waitFor()
}

journey('a shopkeeper compares loans, moves the amount, lays two side by side and keeps one calculation', () => browser, async () => {
  const { page, troubles } = await phone(browser)
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/financing/')) asked.push(`${request.method()} ${new URL(request.url()).search}`)
  })
  await sayNeed(page)
  assert.ok((await page.locator('.taro_page_show .match').count()) >= 2, 'nothing to compare')
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
  await press(page, '同意并继续')
  await page.getByPlaceholder('任意名字，如 wang').fill('e2e-shop')
  await press(page, '用这个名字登录')
  const paper = await download
  assert.match(paper.suggestedFilename(), /^融资成本测算-.+\.pdf$/)
  assert.equal((await readFile(await paper.path())).subarray(0, 5).toString('latin1'), '%PDF-')
  assert.deepEqual(asked.filter((each) => !/^\w+ $/.test(each)), [], 'what a firm needs is in no address')
  assert.deepEqual(troubles, [])
})
