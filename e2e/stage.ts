import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { startHouse } from '../scripts/lib/house.mjs'
import { openBrowser } from './browser.js'

export type House = Awaited<ReturnType<typeof startHouse>>

/** Of this file's stage: set before its first test. */
export let house: House
export let browser: Browser

/** A house and a browser for the tests of one file; `prepare` is told when both are there. */
export function openStage(prepare: () => Promise<void> = () => Promise.resolve()): void {
  before(async () => {
    house = await startHouse()
    assert.ok(house.hasStarted, house.said())
    browser = await openBrowser()
    await prepare()
  })
  after(async () => {
    await browser?.close()
    await house?.end()
    house?.forget()
  })
}

/** Fills in the console's login page, wherever it stands. */
export async function logIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill('dangqun-demo')
  await page.getByRole('button', { name: /登\s*录/ }).click()
}

/** Asks the house beside the pages: a POST with a body, else a GET. */
export async function ask<T>(path: string, { token, body }: { token?: string; body?: object } = {}): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  return (await fetch(`${house.origin}/api/v1${path}`, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers })).json() as Promise<T>
}
