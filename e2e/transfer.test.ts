import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { journey, phone, press, seen } from './browser.js'
import { browser, house, openStage } from './stage.js'

openStage()

interface Case { id: string; state: string; form: Record<string, string | null> }

async function ask<T>(path: string, token: string, body?: object): Promise<T> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  return (await fetch(`${house.origin}/api/v1${path}`, { method: body ? 'POST' : 'GET', headers, ...(body ? { body: JSON.stringify(body) } : {}) })).json() as Promise<T>
}

async function tokenOf(login: 'wechat' | 'console', body: object): Promise<string> {
  const answer = await fetch(`${house.origin}/api/v1/auth/${login}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return ((await answer.json()) as { token: string }).token
}

const officer = (username: string) => tokenOf('console', { username, password: 'dangqun-demo' })

/** One's own cases, with the whole of the newest. */
async function newestOf(persona: string): Promise<Case> {
  const token = await tokenOf('wechat', { code: `sandbox:${persona}` })
  const { items } = await ask<{ items: { id: string }[] }>('/centers/shangbai/transfers?view=mine', token)
  return ask<Case>(`/centers/shangbai/transfers/${items[0]?.id ?? ''}`, token)
}

async function enter(page: Page, persona: string): Promise<void> {
  await press(page, '同意并继续')
  await page.getByPlaceholder('任意名字，如 wang').fill(persona)
  await press(page, '用这个名字登录')
}

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

journey('a member asks for a transfer, closes the phone in between, corrects by one tap, and follows it to the next office', () => browser, async () => {
  const { page, troubles } = await phone(browser)
  await answerQuestions(page, /^转出/, /^外省，用/, /^就业/)
  await seen(page, '谁看得到').waitFor()
  await press(page, '同意，登录后填写')
  await enter(page, 'member')

  await seen(page, '党费交至').waitFor()
  await seen(page, '选择月份').click()
  await page.locator('.weui-picker__action').filter({ visible: true }).last().click()
  await seen(page, /20\d\d 年 \d+ 月$/).waitFor()
  await press(page, '下一步')
  await seen(page, '转到哪里').waitFor()
  await page.getByLabel('接收党委').filter({ visible: true }).fill('张江')
  await press(page, /^选 张江科学城综合党委/)
  await page.getByLabel('抬头').filter({ visible: true }).fill('上海市浦东新区党办')
  await press(page, /^改成/)
  await page.getByLabel('去处').filter({ visible: true }).fill('上海禾川科技有限公司')

  // Killed and opened again: what was typed is there.
  await page.reload()
  await seen(page, '上次没填完的还在这里').waitFor()
  assert.equal(await page.getByLabel('去处').filter({ visible: true }).inputValue(), '上海禾川科技有限公司')
  await press(page, '下一步')
  await seen(page, '看一遍，没错就提交').waitFor()
  await press(page, '提交申请')
  await seen(page, '已提交').waitFor()
  const submitted = await newestOf('member')
  assert.equal(submitted.state, 'submitted')
  assert.equal(submitted.form['title'], '上海市浦东新区委组织部')

  await press(page, '看进度')
  await seen(page, '还差 4 步：等党群服务中心预审').waitFor()
  await ask(`/centers/shangbai/transfers/${submitted.id}/precheck`, await officer('staff'), {})
  await page.reload()
  await seen(page, /还差 3 步：等尚百商圈商户联合党支部审核/).waitFor()
  await page.goto(`${house.origin}/#/notices/pages/inbox/index?center=shangbai`)
  await seen(page, '你的申请有新进展').click()
  await page.waitForURL(/transfer\/pages\/detail/)
  assert.deepEqual(troubles, [])
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
