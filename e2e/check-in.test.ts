import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { desk, enter, journey, phone, press, seen } from './browser.js'
import { browser, house, logIn, openStage } from './stage.js'

let activity: { id: string; title: string }

openStage(async () => {
  const { items } = (await (await fetch(`${house.origin}/api/v1/centers/shangbai/activities`)).json()) as { items: { id: string; title: string; startsAt: string; signUpBlock: string | null }[] }
  const running = items.find(({ startsAt, signUpBlock }) => Date.parse(startsAt) < Date.now() && signUpBlock === null)
  assert.ok(running, 'the demo has an activity that is going on')
  activity = running
})

/** Of somebody who has signed up. */
async function ticketOf(who: string, name: string): Promise<string> {
  const answer = await fetch(`${house.origin}/api/v1/auth/wechat`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code: `sandbox:${who}` }) })
  const { token } = (await answer.json()) as { token: string }
  const send = (path: string, method: string, body: object) => fetch(`${house.origin}/api/v1/centers/shangbai/${path}`, { method, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(body) })
  await send('persons/me', 'PATCH', { name })
  return ((await (await send(`activities/${activity.id}/sign-ups`, 'POST', {})).json()) as { ticket: string }).ticket
}

async function openDesk(page: Page): Promise<void> {
  await page.goto(`${house.origin}/console/shangbai/activities/${activity.id}`)
  await logIn(page, 'staff')
  await page.getByRole('link', { name: '签到台' }).click()
  await page.getByRole('img', { name: '现场签到二维码' }).waitFor()
}

/** Waits until the screen at the door says so many. */
const count = (page: Page, checkedIn: number, expected: number) => page.locator('.door-figure').filter({ hasText: `${checkedIn}/ ${expected}` }).waitFor()

async function figures(page: Page): Promise<[number, number]> {
  const words = await page.locator('.door-figure').filter({ hasText: /\d/ }).innerText()
  const [checkedIn = 0, expected = 0] = words.split('/').map((part) => Number(part.trim()))
  return [checkedIn, expected]
}

journey('a worker signs up, scans in at the door, the count rises, staff undo it, and the ticket is good again', () => browser, async () => {
  const staff = await desk(browser)
  await openDesk(staff.page)
  const [came, places] = await figures(staff.page)

  const worker = await phone(browser)
  await worker.page.goto(`${house.origin}/#/activities/pages/detail/index?center=shangbai&id=${activity.id}`)
  await press(worker.page, /^报名/)
  await enter(worker.page, 'e2e-door')
  await worker.page.getByPlaceholder('怎么称呼你').fill('林禾')
  await press(worker.page, /保存|报名/)
  await seen(worker.page, '报名成功').waitFor()
  await count(staff.page, came, places + 1)

  await press(worker.page, '扫现场码签到')
  await press(worker.page, /^扫现场码$/)
  await seen(worker.page, '这里不能扫码，请输入屏幕上的 8 位码').waitFor()
  await worker.page.getByRole('textbox', { name: '现场码' }).fill((await staff.page.locator('.door-typed strong').innerText()).toLowerCase())
  await press(worker.page, /^签到$/)
  await seen(worker.page, '签到成功').waitFor()

  await count(staff.page, came + 1, places + 1)
  const row = staff.page.getByRole('listitem').filter({ hasText: '林禾' })
  await row.getByText('扫现场码').waitFor()
  await row.getByRole('button', { name: /撤\s*销/ }).click()
  await staff.page.getByRole('button', { name: '扫错了人' }).click()
  await staff.page.getByRole('button', { name: '撤销签到' }).click()
  await count(staff.page, came, places + 1)
  await row.getByText(/已撤销：扫错了人/).waitFor()

  await press(worker.page, '看活动')
  const ticket = (await worker.page.locator('.my-place__code').filter({ visible: true }).last().innerText()).toLowerCase()
  await staff.page.getByRole('textbox', { name: '签到码' }).fill(ticket)
  await staff.page.keyboard.press('Enter')
  await staff.page.getByText(/林禾（\d+ 号） 已签到$/).waitFor()
  await worker.page.reload()
  await seen(worker.page, /^已签到 \d/).waitFor()
  for (const { troubles } of [staff, worker]) assert.deepEqual(troubles, [])
})

journey('scans without a network wait on the device and are sent when it is back', () => browser, async () => {
  const staff = await desk(browser)
  await openDesk(staff.page)
  const ticket = await ticketOf('e2e-offline', '周穗')
  await staff.context.setOffline(true)
  await staff.page.getByText('没有网络，照常扫码').waitFor()
  await staff.page.getByRole('textbox', { name: '签到码' }).fill(ticket)
  await staff.page.keyboard.press('Enter')
  await staff.page.getByText('待同步 1 条').waitFor()
  await staff.context.setOffline(false)
  await staff.page.getByText('已同步：补上 1 人').waitFor()
  await staff.page.getByRole('listitem').filter({ hasText: '周穗' }).waitFor()
  assert.equal(await staff.page.getByText(/^待同步/).count(), 0)
})

journey('staff check in by phone: without a network scans survive a kill and are sent when it is back', () => browser, async () => {
  const [first, second] = [await ticketOf('e2e-first', '许麦'), await ticketOf('e2e-second', '何田')]
  const { page, context, troubles } = await phone(browser)
  await page.goto(`${house.origin}/?scene=#/pages/mine/index`)
  await press(page, '登录')
  await press(page, '同意并继续')
  await page.getByText('中心工作人员（能在手机上签到）').click()
  await seen(page, '已登录').waitFor()
  await page.goto(`${house.origin}/#/activities/pages/detail/index?center=shangbai&id=${activity.id}`)
  await seen(page, '工作人员用：扫签到码、找人登记').click()
  await seen(page, '人已签到').waitFor()
  const enter = async (ticket: string) => {
    await page.getByRole('textbox', { name: '签到码' }).filter({ visible: true }).fill(ticket.toLowerCase())
    await press(page, /^签到$/)
  }
  await enter(first)
  await seen(page, /^许麦（\d+ 号） 已签到$/).waitFor()

  await context.setOffline(true)
  await seen(page, '照常扫码：先记在这部手机上，联网后自动补传，不丢也不重复。').waitFor()
  await enter(second)
  await enter('A3K9HJ2MPQRT')
  await seen(page, '待同步 2 条').waitFor()

  // The app is killed. The page itself comes from the phone in WeChat; here the browser needs its address.
  await context.route('**/api/v1/**', (route) => route.abort('failed'))
  await context.setOffline(false)
  await page.reload()
  await seen(page, '待同步 2 条').waitFor()
  await context.unroute('**/api/v1/**')
  await seen(page, '没有补上 1 条，请核对').waitFor()
  await seen(page, '不是本场的签到码').waitFor()
  await seen(page, /^何田（\d+ 号）$/).waitFor()
  await press(page, '知道了')
  await seen(page, '没有补上 1 条，请核对').waitFor({ state: 'hidden' })
  assert.deepEqual(troubles.filter((trouble) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(trouble)), [])
})
