import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { desk, journey, type Seat } from './browser.js'
import { browser, house, logIn, openStage } from './stage.js'

openStage()

interface Named { items: { name: string; branch: { name: string } }[] }
interface Listed { items: { memberName: string }[] }

async function sitDown(username: string, center: string): Promise<Seat> {
  const seat = await desk(browser)
  await seat.page.goto(`${house.origin}/console/${center}/transfers`)
  await logIn(seat.page, username)
  await seat.page.getByRole('heading', { name: '组织关系接转', exact: true }).waitFor()
  return seat
}

/** Of the secretary's branch, with no case whose masked name could be theirs. */
async function somebody(): Promise<string> {
  const login = await fetch(`${house.origin}/api/v1/auth/console`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'secretary', password: 'dangqun-demo' }) })
  const { token } = (await login.json()) as { token: string }
  const read = async <T>(path: string) => (await fetch(`${house.origin}/api/v1/centers/shangbai${path}`, { headers: { authorization: `Bearer ${token}` } })).json() as Promise<T>
  const cases = (await Promise.all(['open', 'ended'].map((view) => read<Listed>(`/transfers?view=${view}&limit=50`)))).flatMap(({ items }) => items.map(({ memberName }) => memberName))
  const { items } = await read<Named>('/members?limit=50')
  const free = items.filter(({ name }) => items.filter((other) => other.name.includes(name)).length === 1 && !cases.some((mask) => mask.startsWith(name.slice(0, 1)) && mask.length === name.length))
  return free[0]?.name ?? ''
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

const dialogOf = (page: Page) => page.locator('.ant-modal').filter({ visible: true })

/** The component library sets a space between the two characters of a short button. */
const spaced = (words: string, end = '') => new RegExp(`^${[...words].join('\\s*')}${end}`)

/** One step by its button: what it asks for, then the same words again. */
async function take(page: Page, words: string, fill: (dialog: ReturnType<typeof dialogOf>) => Promise<void> = () => Promise.resolve()): Promise<void> {
  await page.locator('.case-actions').getByRole('button', { name: spaced(words) }).first().click()
  const dialog = dialogOf(page)
  await fill(dialog)
  await dialog.getByRole('button', { name: spaced(words, '$') }).click()
  await page.getByText(`已办：${words}`).first().waitFor()
}

const stands = (page: Page, state: string) => page.locator('.case-due').filter({ hasText: state }).waitFor({ timeout: 30_000 })
const open = async ({ page }: Seat, center: string, id: string) => {
  await page.goto(`${house.origin}/console/${center}/transfers?view=open&case=${id}`)
  await page.locator('.case-due').waitFor()
}

journey('a paper case from the desk over branch and committee to another centre, and back by its receipt', () => browser, async () => {
  const name = await somebody()
  assert.notEqual(name, '')
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  const number = `皖e2e${Date.now().toString().slice(-8)}`

  const staff = await sitDown('staff', 'shangbai')
  await staff.page.getByRole('button', { name: '代办转出' }).click()
  await choose(staff.page, '党员', name)
  await choose(staff.page, '转接方式', '跨省纸质介绍信')
  await pickDay(staff.page, '签字日期', today)
  for (const [label, words] of [['接收党组织', '中国共产党云海社区委员会'], ['接收方编码', '340111300001'], ['抬头', '中国共产党云海社区委员会'], ['去处', '云海商贸有限公司'], ['党费交至', today.slice(0, 7)], ['有效期（天）', '30']] as const) {
    await staff.page.getByLabel(label).first().fill(words)
  }
  await choose(staff.page, '转接原因', '就业')
  await staff.page.getByRole('button', { name: /登\s*记/, exact: false }).last().click()
  await stands(staff.page, '草稿')
  const id = new URL(staff.page.url()).searchParams.get('case') ?? ''
  await take(staff.page, '提交申请')
  await stands(staff.page, '已提交')
  await take(staff.page, '预审通过')

  const secretary = await sitDown('secretary', 'shangbai')
  await open(secretary, 'shangbai', id)
  await take(secretary.page, '同意')

  const committee = await sitDown('committee', 'shangbai')
  await open(committee, 'shangbai', id)
  await take(committee.page, '开具介绍信', async (dialog) => {
    await dialog.getByLabel('介绍信编号').fill(number)
    await dialog.getByLabel('再填一次编号').fill(`${number}x`)
    await dialog.getByRole('button', { name: spaced('开具介绍信', '$') }).click()
    await dialog.getByText(/两次填写的编号不一样/).waitFor()
    await dialog.getByLabel('再填一次编号').fill(number)
  })
  await stands(committee.page, '已开具')
  const letter = committee.page.waitForResponse((response) => response.url().endsWith('/letter.pdf'))
  await committee.page.getByRole('button', { name: /^打印介绍信/ }).click()
  await committee.page.getByRole('button', { name: '打开打印页' }).click()
  assert.equal((await letter).headers()['content-type'], 'application/pdf')

  const away = await sitDown('yunhai-committee', 'yunhai')
  const row = away.page.getByRole('row').filter({ hasText: '莲花社区委员会' }).filter({ hasText: name.slice(0, 1) }).filter({ hasText: '已开具' })
  await row.first().waitFor({ timeout: 40_000 })
  await row.first().getByRole('button').click()
  await away.page.locator('.case-due').waitFor()
  const theirs = new URL(away.page.url()).searchParams.get('case') ?? ''
  for (const [words, fill] of [
    ['收到介绍信', undefined],
    ['接收', undefined],
    ['编入支部', async (dialog: ReturnType<typeof dialogOf>) => choose(away.page, '编入哪个支部', '云帆大厦联合党支部').then(() => dialog.waitFor())],
    ['寄回回执', () => pickDay(away.page, '回执日期', today)],
    ['办结', (dialog: ReturnType<typeof dialogOf>) => dialog.getByLabel('正式编号').fill(`${today} ${number}`)],
  ] as const) {
    await open(away, 'yunhai', theirs)
    await take(away.page, words, fill)
  }

  await committee.page.goto(`${house.origin}/console/shangbai/transfers?view=ended&case=${id}`)
  await stands(committee.page, '已办结')
  await committee.page.getByText(`${today} ${number}`).first().waitFor()
  for (const { troubles } of [staff, secretary, committee, away]) assert.deepEqual(troubles, [])
})
