import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { lendChineseFont } from './chinese-font.js'
import { findFlaws, type Flaw } from './flaws.js'
import { browser, house, openStage } from './stage.js'
import { lookAtAll, openView, prepareDemo, viewsOf, type Demo, type View } from './views.js'

let demo: Demo

openStage(async () => {
  demo = await prepareDemo(house.origin)
})

/** The phone's own text sizes; 关怀模式 is the eighth. */
const phoneSizes = [0.8, 0.9, 1, 1.12, 1.25, 1.4, 1.6]
const widths = [390, 320]

async function newPhone(width: number): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, hasTouch: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', bypassCSP: true })
  await lendChineseFont(context)
  return context
}

/** Sets the browser's own text size, as a person does in its settings. */
async function setTextSize(page: Page, size: number): Promise<void> {
  await page.evaluate(async (px) => {
    document.documentElement.style.fontSize = `${px}px`
    window.dispatchEvent(new Event('resize'))
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    await document.fonts.ready
  }, size * 16)
  const zoom = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--dq-zoom'))
  assert.equal(Number(zoom), size)
}

const bodySize = (page: Page) => page.evaluate(() => parseFloat(getComputedStyle([...document.querySelectorAll('.screen')].pop() ?? document.body).fontSize))

const say = (place: string, flaws: Flaw[]) => flaws.map(({ kind, what }) => `${place}: ${kind}: ${what}`)

async function atEverySize(context: BrowserContext, view: View, width: number): Promise<string[]> {
  const page = await openView(context, demo, view)
  const found: string[] = []
  for (const size of phoneSizes) {
    await setTextSize(page, size)
    assert.ok(Math.abs((await bodySize(page)) - 17 * size) < 0.1)
    found.push(...say(`${view.name} ${width} px ×${size}`, await page.evaluate(findFlaws)))
  }
  await page.close()
  return found
}

async function inCareMode(context: BrowserContext, view: View, width: number): Promise<string[]> {
  const page = await openView(context, demo, view, { reading: 'care phone' })
  await page.evaluate(() => document.fonts.ready)
  assert.equal(await bodySize(page), 23.8)
  const found = say(`${view.name} ${width} px 关怀模式`, await page.evaluate(findFlaws))
  await page.close()
  return found
}

for (const width of widths) {
  test(`nothing is clipped, covered, cut or too small to press, on any page, at eight text sizes, ${width} px wide`, async () => {
    const found = await lookAtAll(demo, () => newPhone(width), async (context, view) => [...(await atEverySize(context, view, width)), ...(await inCareMode(context, view, width))])
    assert.deepEqual(found, [])
  })
}

test('a Chinese text really has a width here', async () => {
  const context = await newPhone(390)
  const page = await openView(context, demo, { name: '', as: 'guest', path: '/pages/privacy/index', reach: async (opened) => opened.getByText('你的权利').waitFor() })
  await page.evaluate(() => document.fonts.ready)
  const isLent = await page.evaluate(() => [...document.fonts].some(({ family, status }) => family.includes('PingFang') && status === 'loaded'))
  assert.ok(isLent)
  await context.close()
})

/** What one could do to a sheet, and what must then be found. */
const injuries: [Flaw['kind'], string][] = [
  ['small', '.cell { min-height: 0 !important; padding: 0 !important; height: 30px !important }'],
  ['cut by the window', '.card { margin-left: -80px !important; width: 430px }'],
  ['covered', '.taro-tabbar__tabbar { position: fixed !important; inset: 0; z-index: 99; height: auto !important }'],
  ['clipped', '.cell__title { width: 40px; overflow: hidden; white-space: nowrap }'],
  ['overlapping', '.cell__words { margin-top: -26px !important }'],
  ['scrolls sideways', '.card { overflow-x: auto !important } .card .cell { width: 700px !important }'],
]

test('the measure finds each of the injuries that it is there for', async () => {
  const context = await newPhone(390)
  const view = viewsOf(demo).find(({ name }) => name === '我的')
  assert.ok(view)
  for (const [kind, css] of injuries) {
    const page = await openView(context, demo, view)
    await setTextSize(page, 1)
    assert.deepEqual(await page.evaluate(findFlaws), [])
    await page.addStyleTag({ content: css })
    const kinds = new Set((await page.evaluate(findFlaws)).map((flaw) => flaw.kind))
    assert.ok(kinds.has(kind), `${kind} was not found, only ${[...kinds].join(', ')}`)
    await page.close()
  }
  await context.close()
})
