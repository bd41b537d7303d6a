import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { until } from '../scripts/lib/processes.mjs'
import { desk, dialogOf, enter, journey, phone, press, seen, spaced, type Seat } from './browser.js'
import { ask, browser, house, logIn, openStage } from './stage.js'

openStage()

const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** By the catalogue to the three questions, answered. */
async function answerQuestions(page: Page, ...answers: RegExp[]): Promise<void> {
  const centers = (await (await fetch(`${house.origin}/api/v1/centers`)).json()) as { items: { sceneCode: string }[] }
  await page.goto(`${house.origin}/#/pages/index/index?scene=${centers.items[0]?.sceneCode ?? ''}`)
  await seen(page, '尚百商圈党群服务中心').waitFor()
  await page.locator('.programme-grid__one').first().click()
  await seen(page, '党员E家 · 接转组织关系').click()
  await press(page, '开始办理')
  for (const answer of answers) await press(page, answer)
}

/** On the phone, from the consent to the tracker: closed in between, and corrected by one tap. */
async function file(page: Page): Promise<void> {
  await seen(page, '谁看得到').waitFor()
  await press(page, '同意，登录后填写')
  await enter(page, 'member')
  await seen(page, '党费交至').waitFor()
  await seen(page, '选择月份').click()
  await page.locator('.weui-picker__action').filter({ visible: true }).last().click()
  await seen(page, /20\d\d 年 \d+ 月$/).waitFor()
  await press(page, '下一步')
  await seen(page, '转到哪里').waitFor()
  await page.getByLabel('接收党委').filter({ visible: true }).fill('云海')
  await press(page, /^选 云海社区党委/)
  await page.getByLabel('抬头').filter({ visible: true }).fill('上海市浦东新区党办')
  await press(page, /^改成“上海市浦东新区委组织部”/)
  await page.getByLabel('抬头').filter({ visible: true }).fill('中国共产党云海社区委员会')
  await page.getByLabel('去处').filter({ visible: true }).fill('云海商贸有限公司')

  // Killed and opened again: what was typed is there.
  await page.reload()
  await seen(page, '上次没填完的还在这里').waitFor()
  assert.equal(await page.getByLabel('去处').filter({ visible: true }).inputValue(), '云海商贸有限公司')
  await press(page, '下一步')
  await seen(page, '看一遍，没错就提交').waitFor()
  await press(page, '提交申请')
  await seen(page, '已提交').waitFor()
  await press(page, '看进度')
}

/** What the tracker says now: on top, and of the step that was just taken. */
async function tracks(page: Page, headline: string | RegExp, taken: string): Promise<void> {
  await page.reload()
  await seen(page, headline).waitFor()
  await page.locator('.tracker__step_done').filter({ hasText: taken, visible: true }).first().waitFor()
}

/** Until a step of the other centre has come over, which no page waits for. */
async function carried(id: string, state: string): Promise<void> {
  const { token } = await ask<{ token: string }>('/auth/wechat', { body: { code: 'sandbox:member' } })
  assert.ok(await until(async () => (await ask<{ state: string }>(`/centers/shangbai/transfers/${id}`, { token })).state === state, { within: 30_000, every: 100 }), `${state} was not carried over`)
}

async function sitDown(username: string, center: string): Promise<Seat> {
  const seat = await desk(browser)
  await seat.page.goto(`${house.origin}/console/${center}/transfers`)
  await logIn(seat.page, username)
  await seat.page.getByRole('heading', { name: '组织关系接转', exact: true }).waitFor()
  return seat
}

/** By keyboard: a part of its name, then the first that is offered. */
async function choose(page: Page, label: string | RegExp, option: string): Promise<void> {
  await page.getByLabel(label).first().fill(option)
  await page.locator('.ant-select-item-option-active').filter({ hasText: option }).first().waitFor({ state: 'attached' })
  await page.getByLabel(label).first().press('Enter')
}

async function pickDay(page: Page, label: string, day: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(day)
  await page.getByLabel(label, { exact: true }).press('Enter')
}

/** One step by its button: what it asks for, then the same words again. */
async function take({ page }: Seat, words: string, fill: (dialog: ReturnType<typeof dialogOf>) => Promise<void> = () => Promise.resolve()): Promise<void> {
  await page.locator('.case-actions').getByRole('button', { name: spaced(words) }).first().click()
  const dialog = dialogOf(page)
  await fill(dialog)
  await dialog.getByRole('button', { name: spaced(words, '$') }).click()
  await page.getByText(`已办：${words}`).first().waitFor()
}

const stands = ({ page }: Seat, state: string) => page.locator('.case-due').filter({ hasText: state }).waitFor({ timeout: 30_000 })
const open = async ({ page }: Seat, center: string, id: string) => {
  await page.goto(`${house.origin}/console/${center}/transfers?view=open&case=${id}`)
  await page.locator('.case-due').waitFor()
}

journey('a member files on the phone, every office takes its step at its own desk, and the phone follows to the closed case at another centre', () => browser, async () => {
  const member = await phone(browser)
  const number = `皖e2e${Date.now().toString().slice(-8)}`
  await answerQuestions(member.page, /^转出/, /^外省，用/, /^就业/)
  await file(member.page)
  await tracks(member.page, '还差 4 步：等党群服务中心预审', '你已提交')
  const id = new URLSearchParams(member.page.url().split('?')[1]).get('id') ?? ''

  const staff = await sitDown('staff', 'shangbai')
  await open(staff, 'shangbai', id)
  const [name = ''] = (await staff.page.locator('.ant-drawer-title').filter({ hasText: ' · 转出' }).innerText()).split(' · ')
  await take(staff, '预审通过')
  await tracks(member.page, '还差 3 步：等尚百商圈商户联合党支部审核', '党群服务中心预审通过')

  const secretary = await sitDown('secretary', 'shangbai')
  await open(secretary, 'shangbai', id)
  await take(secretary, '同意')
  await tracks(member.page, '还差 2 步：等莲花社区党委开具介绍信', '尚百商圈商户联合党支部同意')

  // Whoever refuses has no say in it any more; a colleague decides.
  const committee = await sitDown('committee', 'shangbai')
  await open(committee, 'shangbai', id)
  await take(committee, '不同意转出', async (dialog) => {
    await choose(committee.page, '原因', 'R05')
    await dialog.getByLabel('说明').fill('转正材料要再核对一次')
  })
  await committee.page.getByText('需另一位同事复核').waitFor()
  await tracks(member.page, '还差 3 步：等莲花社区党委复核', '莲花社区党委提出不同意，待复核')
  const second = await sitDown('committee2', 'shangbai')
  await open(second, 'shangbai', id)
  await second.page.getByText('请你复核').waitFor()
  await take(second, '驳回拒转', (dialog) => dialog.getByLabel('说明').fill('材料已核对，可以转'))

  await open(committee, 'shangbai', id)
  await take(committee, '开具介绍信', async (dialog) => {
    await dialog.getByLabel('介绍信编号').fill(number)
    await dialog.getByLabel('再填一次编号').fill(`${number}x`)
    await dialog.getByRole('button', { name: spaced('开具介绍信', '$') }).click()
    await dialog.getByText(/两次填写的编号不一样/).waitFor()
    await dialog.getByLabel('再填一次编号').fill(number)
  })
  await stands(committee, '已开具')
  const letter = committee.page.waitForResponse((response) => response.url().endsWith('/letter.pdf'))
  await committee.page.getByRole('button', { name: /^打印介绍信/ }).click()
  await committee.page.getByRole('button', { name: '打开打印页' }).click()
  assert.equal((await letter).headers()['content-type'], 'application/pdf')
  await tracks(member.page, '还差 1 步：等云海社区党委接收', '莲花社区党委开具介绍信')

  const away = await sitDown('yunhai-committee', 'yunhai')
  const row = away.page.getByRole('row').filter({ hasText: `${name.slice(0, 1)}${'*'.repeat(name.length - 1)}` }).filter({ hasText: '莲花社区委员会' }).filter({ hasText: '已开具' })
  await row.first().waitFor({ timeout: 40_000 })
  await row.first().getByRole('button').click()
  await away.page.getByText(number).first().waitFor()
  const theirs = new URL(away.page.url()).searchParams.get('case') ?? ''
  await take(away, '收到介绍信')
  await open(away, 'yunhai', theirs)
  await take(away, '接收', () => choose(away.page, '编入哪个支部', '云帆大厦联合党支部'))
  await carried(id, 'accepted')
  await tracks(member.page, '已接收，正在编入支部', '云海社区党委接收')

  const branch = await sitDown('yunhai-secretary', 'yunhai')
  await open(branch, 'yunhai', theirs)
  await take(branch, '编入支部', async (dialog) => { await dialog.getByText('云帆大厦联合党支部').waitFor() })
  for (const [words, fill] of [
    ['寄回回执', () => pickDay(away.page, '回执日期', today)],
    ['办结', (dialog: ReturnType<typeof dialogOf>) => dialog.getByLabel('正式编号').fill(`${today} ${number}`)],
  ] as const) {
    await open(away, 'yunhai', theirs)
    await take(away, words, fill)
  }

  await carried(id, 'closed')
  await committee.page.goto(`${house.origin}/console/shangbai/transfers?view=ended&case=${id}`)
  await stands(committee, '已办结')
  await tracks(member.page, '已办结', '云海社区党委办结')
  await seen(member.page, `正式编号：${today} ${number}`).waitFor()
  await member.page.goto(`${house.origin}/#/notices/pages/inbox/index?center=shangbai`)
  await seen(member.page, '你的申请有新进展').click()
  await member.page.waitForURL(/transfer\/pages\/detail/)
  for (const { troubles } of [member, staff, secretary, committee, second, away, branch]) assert.deepEqual(troubles, [])
})

interface Named { items: { name: string; branch: { name: string } }[] }
interface Listed { items: { memberName: string }[] }

/** Of the secretary's branch, with no case whose masked name could be theirs. */
async function somebody(): Promise<string> {
  const { token } = await ask<{ token: string }>('/auth/console', { body: { username: 'secretary', password: 'dangqun-demo' } })
  const read = <T>(path: string) => ask<T>(`/centers/shangbai${path}`, { token })
  const cases = (await Promise.all(['open', 'ended'].map((view) => read<Listed>(`/transfers?view=${view}&limit=50`)))).flatMap(({ items }) => items.map(({ memberName }) => memberName))
  const { items } = await read<Named>('/members?limit=50')
  const free = items.filter(({ name }) => items.filter((other) => other.name.includes(name)).length === 1 && !cases.some((mask) => mask.startsWith(name.slice(0, 1)) && mask.length === name.length))
  return free[0]?.name ?? ''
}

journey('the desk hands in a case for somebody who signed on paper', () => browser, async () => {
  const name = await somebody()
  assert.notEqual(name, '')
  const staff = await sitDown('staff', 'shangbai')
  await staff.page.getByRole('button', { name: '代办转出' }).click()
  await choose(staff.page, '党员', name)
  await choose(staff.page, '转接方式', '跨省纸质介绍信')
  await pickDay(staff.page, '签字日期', today)
  for (const [label, words] of [['接收党组织', '张江科学城综合党委'], ['接收方编码', '310115000001'], ['抬头', '中共上海市浦东新区委员会组织部'], ['去处', '上海禾川科技有限公司'], ['党费交至', today.slice(0, 7)], ['有效期（天）', '30']] as const) {
    await staff.page.getByLabel(label).first().fill(words)
  }
  await choose(staff.page, '转接原因', '就业')
  await staff.page.getByRole('button', { name: /登\s*记/, exact: false }).last().click()
  await stands(staff, '草稿')
  await take(staff, '提交申请')
  await stands(staff, '已提交')
  assert.deepEqual(staff.troubles, [])
})

journey('涉密 and 军警 leave no trace; whoever is not known registers to come here', () => browser, async () => {
  const { page, troubles } = await phone(browser)
  await answerQuestions(page, /^转出/, /^涉密/)
  await seen(page, '请到柜台办理').waitFor()
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((name) => name === 'drafts')), [])
  await press(page, '返回上一题')
  await press(page, '返回上一题')
  await press(page, /^转入/)
  await press(page, /^外省，用/)
  await press(page, /^就业/)
  await press(page, '同意，登录后填写')
  await enter(page, 'walker')
  await seen(page, '本人信息').waitFor()
  await page.getByLabel('姓名').filter({ visible: true }).fill('周远')
  await page.getByLabel('身份证号').filter({ visible: true }).fill('99010119900307123')
  await press(page, '下一步')
  await seen(page, '身份证号不对，请对照身份证再填一次').waitFor()
  assert.ok(!(await page.evaluate(() => localStorage.getItem('drafts') ?? '')).includes('99010119900307'), 'an ID number stays off the phone')
  assert.deepEqual(troubles, [])
})
