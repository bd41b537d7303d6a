import { mkdirSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import { chromium as driver, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** The browser that npm brought, or the one that CHROMIUM names. */
export async function openBrowser(): Promise<Browser> {
  return driver.launch({ executablePath: process.env['CHROMIUM'] || (await unpacked()), args: flags })
}

/** Into this checkout: what another user unpacked into the system's temporary folder cannot be run. */
async function unpacked(): Promise<string> {
  const { TMPDIR } = process.env
  process.env['TMPDIR'] = fileURLToPath(new URL('../.cache/browser', import.meta.url))
  mkdirSync(process.env['TMPDIR'], { recursive: true })
  try {
    return await chromium.executablePath()
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = TMPDIR
  }
}

const pictures = fileURLToPath(new URL('../.cache/e2e/', import.meta.url))

/** A test that leaves a picture of every open page in `.cache/e2e` when it fails, and closes what it opened. */
export function journey(name: string, browser: () => Browser, walk: () => Promise<void>): void {
  void test(name, async () => {
    try {
      await walk()
    } catch (error) {
      mkdirSync(pictures, { recursive: true })
      const pages = browser().contexts().flatMap((context) => context.pages())
      await Promise.all(pages.map((page, index) => page.screenshot({ path: `${pictures}${name.slice(0, 40).replace(/\W+/g, '-')}-${index + 1}.png` }).catch(() => undefined)))
      throw error
    } finally {
      await Promise.all(browser().contexts().map((context) => context.close()))
    }
  })
}

export interface Seat {
  context: BrowserContext
  page: Page
  /** What the page itself threw or logged as an error. */
  troubles: string[]
}

export function phone(browser: Browser, options: { colorScheme?: 'light' | 'dark' } = {}): Promise<Seat> {
  return sit(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, ...options })
}

export function desk(browser: Browser): Promise<Seat> {
  return sit(browser, { viewport: { width: 1440, height: 900 } })
}

async function sit(browser: Browser, options: Parameters<Browser['newContext']>[0]): Promise<Seat> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    // A refusal is an answer: the browser logs it all the same.
    if (message.type() === 'error' && !/the server responded with a status of 4\d\d/.test(message.text())) troubles.push(message.text())
  })
  return { context, page, troubles }
}

/** Taro keeps the pages below the current one in the document: only what is seen counts. */
export function seen(page: Page, text: string | RegExp): Locator {
  return page.getByText(text).filter({ visible: true }).first()
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).filter({ visible: true }).last().click()
}

/** Through the login of a phone that has no session: the privacy text, then as a persona of this name. */
export async function enter(page: Page, persona: string): Promise<void> {
  await press(page, '同意并继续')
  await page.getByPlaceholder('任意名字，如 wang').fill(persona)
  await press(page, '用这个名字登录')
}

/** The dialog of a desk that is open. */
export const dialogOf = (page: Page) => page.locator('.ant-modal').filter({ visible: true })

/** The component library sets a space between the two characters of a short button. */
export const spaced = (words: string, end = '') => new RegExp(`^${[...words].join('\\s*')}${end}`)
