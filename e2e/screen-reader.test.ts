import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { press } from './browser.js'
import { lendChineseFont } from './chinese-font.js'
import { browser, house, openStage } from './stage.js'
import { lookAtAll, openView, prepareDemo, viewsOf, type Demo } from './views.js'

interface Violation { id: string; nodes: { html: string; failureSummary?: string }[] }
declare global {
  interface Window { axe: { run: (context: object, options: object) => Promise<{ violations: Violation[]; passes: unknown[] }> } }
}

let demo: Demo
let axe: string

openStage(async () => {
  demo = await prepareDemo(house.origin)
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
})

async function newPhone(colorScheme: 'light' | 'dark'): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', bypassCSP: true, colorScheme })
  await lendChineseFont(context)
  return context
}

/** What axe finds against WCAG 2.2 A and AA, and names and headings besides, in the layer that is shown. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready)
  await page.addScriptTag({ content: axe })
  const found = await page.evaluate(async () => {
    const dialog = [...document.querySelectorAll('.half-screen__panel')].pop()
    const options = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, rules: { 'empty-heading': { enabled: true }, 'page-has-heading-one': { enabled: false } } }
    const { violations: broken, passes } = await window.axe.run({ include: [dialog ?? document.body] }, options)
    return { broken, checked: passes.length }
  })
  assert.ok(found.checked > 0, 'axe looked at something')
  return found.broken.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 140)} ${(failureSummary ?? '').split('\n')[1] ?? ''}`))
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page and dialog has a heading, and axe has nothing to say against it, ${colorScheme}`, async () => {
    const found = await lookAtAll(demo, () => newPhone(colorScheme), async (context, view) => {
      const page = await openView(context, demo, view)
      const headings = await page.getByRole('heading').filter({ visible: true }).count()
      const said = [...(headings > 0 ? [] : ['it has no heading']), ...(await violations(page))]
      await page.close()
      return said.map((each) => `${view.name}: ${each}`)
    })
    assert.deepEqual(found, [])
  })
}

test('axe finds a button without a name', async () => {
  const context = await newPhone('light')
  const view = viewsOf(demo)[0]
  assert.ok(view)
  const page = await openView(context, demo, view)
  await page.evaluate(() => document.querySelector('.screen__body')?.insertAdjacentHTML('beforeend', '<div role="button" tabindex="0" style="width:44px;height:44px"></div>'))
  assert.match((await violations(page)).join(), /aria-command-name/)
  await context.close()
})

test('a dialog takes the focus, keeps it, gives it back, and closes on Escape', async () => {
  const context = await newPhone('light')
  const view = viewsOf(demo).find(({ name }) => name === '我的')
  assert.ok(view)
  const page = await openView(context, demo, view)
  const opener = page.getByRole('button', { name: /姓名和手机号/ })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  const isInside = () => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)
  await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]'))
  for (let turn = 0; turn < 8; turn++) {
    await page.keyboard.press('Tab')
    assert.ok(await isInside(), `Tab ${turn + 1}`)
  }
  for (let turn = 0; turn < 8; turn++) {
    await page.keyboard.press('Shift+Tab')
    assert.ok(await isInside(), `Shift+Tab ${turn + 1}`)
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /姓名和手机号/)
  await press(page, /姓名和手机号/)
  await dialog.waitFor()
  await context.close()
})
