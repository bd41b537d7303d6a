import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { desk, enter, journey, phone, press, seen } from './browser.js'
import { browser, house, logIn, openStage } from './stage.js'

let sceneCode: string

openStage(async () => {
  const centers = (await (await fetch(`${house.origin}/api/v1/centers`)).json()) as { items: { sceneCode: string }[] }
  sceneCode = centers.items[0]?.sceneCode ?? ''
})

const title = '电梯困人自救演练'

async function logInToConsole(page: Page, username: string): Promise<void> {
  await page.goto(`${house.origin}/console/shangbai/activities`)
  await logIn(page, username)
  await page.getByRole('heading', { name: '活动报名', exact: true }).waitFor()
}

/** By the scanned code into the centre, then to the activity in its list. */
async function scanAndOpen(page: Page): Promise<void> {
  await page.goto(`${house.origin}/#/pages/index/index?scene=${sceneCode}`)
  await seen(page, '尚百商圈党群服务中心').waitFor()
  await press(page, '全部活动')
  await seen(page, title).click()
  await page.locator('.screen__bar').filter({ visible: true }).waitFor()
}

async function signUp(page: Page, as: string, profile?: { name: string; phone: string }): Promise<void> {
  await press(page, /^(报名|候补|排候补|报名候补)/)
  await enter(page, as)
  if (!profile) return
  await page.getByPlaceholder('怎么称呼你').fill(profile.name)
  await page.getByPlaceholder('11 位手机号').fill(profile.phone)
  await press(page, /保存|报名/)
}

journey('staff publish an activity, workers sign up by the door’s code, the waitlist moves up, everyone sees it', () => browser, async () => {
  const staff = await desk(browser)
  await logInToConsole(staff.page, 'staff')
  await staff.page.getByRole('link', { name: '新建活动' }).click()
  const startsAt = new Date(Date.now() + 20 * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  await staff.page.getByLabel('活动名称').fill(title)
  await staff.page.getByText('群团服务').first().click()
  for (const [label, time] of [['开始时间', '14:00'], ['结束时间', '15:30']] as const) {
    await staff.page.getByLabel(label, { exact: true }).fill(`${startsAt} ${time}`)
    await staff.page.getByLabel(label, { exact: true }).press('Enter')
  }
  await staff.page.getByRole('textbox', { name: '地点' }).fill('尚泽大厦大堂')
  await staff.page.getByRole('spinbutton', { name: '名额' }).fill('1')
  await staff.page.getByLabel('姓名').check()
  await staff.page.getByLabel('手机号').check()
  await staff.page.getByRole('button', { name: /保\s*存/ }).first().click()
  await staff.page.getByRole('button', { name: /发\s*布/ }).first().click()
  await staff.page.getByRole('dialog').getByRole('button', { name: /发\s*布/ }).click()
  await staff.page.getByText('还没有人报名').waitFor()

  const first = await phone(browser)
  await scanAndOpen(first.page)
  await signUp(first.page, 'e2e-first', { name: '林禾', phone: '19900001234' })
  await seen(first.page, '报名成功').waitFor()
  await staff.page.getByText('林禾').waitFor()

  const second = await phone(browser)
  await scanAndOpen(second.page)
  await signUp(second.page, 'e2e-second', { name: '周穗', phone: '19900001235' })
  await seen(second.page, '候补中').waitFor()

  await first.page.goto(`${house.origin}/#/pages/schedule/index`)
  await seen(first.page, title).waitFor()
  await seen(first.page, title).click()
  await press(first.page, '取消报名')
  await press(first.page, /确认取消|取消报名/)
  await seen(first.page, '你的报名已取消').waitFor()

  await second.page.goto(`${house.origin}/#/pages/schedule/index`)
  await seen(second.page, title).click()
  await press(second.page, '确认参加')
  await seen(second.page, '报名成功').waitFor()
  await staff.page.getByRole('row', { name: /周穗/ }).getByText('报名成功').waitFor()
  for (const { troubles } of [staff, first, second]) assert.deepEqual(troubles, [])
})

journey('who refuses the privacy text goes on browsing, and nothing was asked of the account', () => browser, async () => {
  const { page, troubles } = await phone(browser)
  await page.goto(`${house.origin}/#/pages/index/index?scene=${sceneCode}`)
  await seen(page, '周六无偿献血').click()
  await press(page, /^报名/)
  await press(page, '暂不同意')
  await seen(page, '活动说明').waitFor()
  assert.equal(await page.evaluate(() => JSON.stringify(localStorage).includes('token')), false)
  assert.deepEqual(troubles, [])
})

journey('a code that was typed wrong is explained, and the right one leads in', () => browser, async () => {
  const { page } = await phone(browser)
  await page.goto(`${house.origin}/#/pages/index/index?scene=E92CPJK5`)
  await seen(page, '这个码打不开').waitFor()
  await press(page, '输入编码')
  await page.getByRole('dialog').getByRole('textbox').fill(sceneCode.toLowerCase())
  await press(page, /^(打开|进入|确定)/)
  await seen(page, '近期活动').waitFor()
})

journey('a branch secretary sees no section that is not theirs, and a second centre is a switch away', () => browser, async () => {
  const secretary = await desk(browser)
  await secretary.page.goto(`${house.origin}/console/shangbai/activities`)
  await logIn(secretary.page, 'secretary')
  await secretary.page.getByText(/没有.*权限/).first().waitFor()
  const manager = await desk(browser)
  await logInToConsole(manager.page, 'manager')
  await manager.page.goto(`${house.origin}/console/yunhai/firms`)
  await manager.page.getByText('云海商圈党群服务中心').first().waitFor()
})
