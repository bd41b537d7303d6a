import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { desk, dialogOf, enter, journey, phone, press, seen, spaced, type Seat } from './browser.js'
import { ask, browser, house, logIn, openStage } from './stage.js'

openStage()

/** The firm whose representative a persona is, by the centre's invitation. */
async function represent(persona: string): Promise<{ firm: string; token: string }> {
  const { token: manager } = await ask<{ token: string }>('/auth/console', { body: { username: 'manager', password: 'dangqun-demo' } })
  const { items } = await ask<{ items: { id: string; name: string; kind: string }[] }>('/centers/shangbai/firms?limit=50', { token: manager })
  const firm = items.filter(({ kind }) => kind === 'company')[7]
  assert.ok(firm, 'no firm')
  const invitation = await ask<{ code: string }>('/centers/shangbai/invitations', { token: manager, body: { role: 'firm_representative', scope: { kind: 'firm', id: firm.id }, note: '企业代表' } })
  const { token } = await ask<{ token: string }>('/auth/wechat', { body: { code: `sandbox:${persona}` } })
  await ask('/me/invitations/accept', { token, body: { code: invitation.code } })
  return { firm: firm.name, token }
}

async function sitDown(username: string, list: 'demands' | 'referrals', id: string): Promise<Seat> {
  const seat = await desk(browser)
  await seat.page.goto(`${house.origin}/console/shangbai/${list}?view=open&${list.slice(0, -1)}=${id}`)
  await logIn(seat.page, username)
  await seat.page.locator('.case-due').waitFor()
  return seat
}

/** One step by its button: what it asks for, then the same words again. */
async function take({ page }: Seat, words: string, fill: (dialog: Locator) => Promise<void> = () => Promise.resolve()): Promise<void> {
  await page.locator('.case-main').getByRole('button', { name: spaced(words) }).first().click()
  const dialog = dialogOf(page)
  await fill(dialog)
  await dialog.getByRole('button', { name: spaced(words, '$') }).click()
  await dialog.waitFor({ state: 'detached' })
}

const stands = ({ page }: Seat, words: string | RegExp) => page.locator('.case-drawer').getByText(words).filter({ visible: true }).first().waitFor()

/** The phone asks again before what cannot be undone. */
const agree = (page: Page, words: string) => page.locator('.taro__modal').getByText(words, { exact: true }).click()

async function reopened(page: Page, words: string | RegExp): Promise<void> {
  await page.reload()
  await seen(page, words).waitFor()
}

/** From the services to a need, sent to the centre. @returns the demand's id */
async function sendNeed(page: Page, firm: string): Promise<string> {
  await page.goto(`${house.origin}/#/financing/pages/need/index?center=shangbai`)
  await page.getByPlaceholder('如 30').fill('50')
  await press(page, '看看哪些贷款合适')
  await seen(page, '已按上面的条件比较').waitFor()
  await press(page, '把需求发给银行')
  await enter(page, 'e2e-borrower')
  await seen(page, firm).waitFor()
  await page.getByLabel('具体用途').filter({ visible: true }).fill('春节前备货')
  await page.getByLabel('联系人').filter({ visible: true }).fill('林禾')
  await page.getByLabel('手机号').filter({ visible: true }).fill('19900001234')
  await press(page, '提交需求')
  await seen(page, '等党群服务中心核对').waitFor()
  return new URLSearchParams(page.url().split('?')[1]).get('id') ?? ''
}

/** Two banks, each agreed to; only the first may tell the centre what came of it. */
async function pickTwo(page: Page): Promise<void> {
  await press(page, '去选银行')
  for (const bank of ['徽远银行', '远帆银行']) await page.locator('.pick-card').filter({ hasText: bank, visible: true }).first().locator('.match__head').click()
  await press(page, '选好 2 家，下一步')
  await seen(page, '逐家决定给不给看').waitFor()
  await seen(page, '同意办理需要的两项').click()
  await seen(page, '同意办理需要的两项').click()
  await seen(page, '允许徽远银行把结果告诉党群服务中心').click()
  await press(page, '发给这 2 家银行')
  await seen(page, '等 2 家银行接单').waitFor()
}

journey('a firm sends its need, two banks work on it at their desks, one is stopped with its page open, the other lends', () => browser, async () => {
  const { firm, token } = await represent('e2e-borrower')
  const shop = await phone(browser)
  const addresses: string[] = []
  shop.page.on('request', (request) => addresses.push(new URL(request.url()).search + request.url().split('#')[1]))
  const id = await sendNeed(shop.page, firm)

  const staff = await sitDown('staff', 'demands', id)
  await stands(staff, '春节前备货')
  await take(staff, '核对无误')
  await reopened(shop.page, '去选银行')
  await pickTwo(shop.page)

  const { referrals } = await ask<{ referrals: { id: string; bank: { name: string } }[] }>(`/centers/shangbai/financing/demands/${id}`, { token })
  const referralOf = (bank: string) => referrals.find((each) => each.bank.name === bank)?.id ?? ''
  const one = await sitDown('banker', 'referrals', referralOf('徽远银行'))
  const other = await sitDown('banker2', 'referrals', referralOf('远帆银行'))
  // Before a bank has taken it on, it does not know whose it is.
  assert.equal(await one.page.getByText(firm).count(), 0)
  for (const seat of [one, other]) {
    await take(seat, '接单')
    await stands(seat, '19900001234')
    await stands(seat, firm)
  }

  // Stopped on the phone while the bank has the page open: its next press is told so, and nothing is left to read.
  await reopened(shop.page, '2 家银行在办')
  await seen(shop.page, '远帆银行').click()
  await press(shop.page, '停止授权')
  await agree(shop.page, '停止授权')
  await seen(shop.page, /已停止/).waitFor()
  await other.page.locator('.case-main').getByRole('button', { name: spaced('已联系企业') }).first().click()
  await dialogOf(other.page).getByRole('button', { name: spaced('已联系企业', '$') }).click()
  await other.page.getByText('企业已停止授权').first().waitFor()
  await other.page.reload()
  await other.page.getByText('企业已停止授权').first().waitFor()
  assert.equal(await other.page.getByText(firm).count(), 0)
  assert.equal(await other.page.getByText('19900001234').count(), 0)

  await take(one, '已联系企业')
  await shop.page.goto(`${house.origin}/#/financing/pages/referral/index?center=shangbai&id=${referralOf('徽远银行')}`)
  await press(shop.page, '材料已交')
  await agree(shop.page, '都交了')
  await seen(shop.page, /等徽远银行/).waitFor()
  await one.page.reload()
  await take(one, '答复材料', async (dialog) => {
    await dialog.getByText('齐全，开始审查').click()
  })
  await take(one, '批准', async (dialog) => {
    await dialog.getByLabel('名义利率').fill('4.2')
    await dialog.getByLabel('综合年化利率').fill('4.65')
    await dialog.getByLabel('批准有效到').fill(new Date(Date.now() + 30 * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }))
    await dialog.getByLabel('批准有效到').press('Enter')
  })
  await reopened(shop.page, '4.65%')
  await press(shop.page, '已签约')
  await agree(shop.page, '已签约')
  await seen(shop.page, '登记放款').waitFor()
  await one.page.reload()
  await take(one, '登记放款')
  await reopened(shop.page, '没错，确认')
  await press(shop.page, '没错，确认')
  await agree(shop.page, '没错')

  await shop.page.goto(`${house.origin}/#/financing/pages/demand/index?center=shangbai&id=${id}`)
  await seen(shop.page, '需求已满足').waitFor()
  await staff.page.reload()
  await stands(staff, '需求已满足')
  for (const secret of ['19900001234', '林禾', encodeURIComponent('林禾'), '500000', '50000000']) assert.ok(!addresses.some((each) => each.includes(secret)), `${secret} in an address`)
  for (const { troubles } of [shop, staff, one, other]) assert.deepEqual(troubles, [])
})
