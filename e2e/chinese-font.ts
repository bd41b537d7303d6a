import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'

const folder = path.dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/index.css'))

/**
 * Lends every page of a context a Chinese font: the browser that npm brings has none, and without one a text has no
 * width to measure. Needs a context that bypasses the page's content policy.
 */
export async function lendChineseFont(context: BrowserContext): Promise<void> {
  const sheet = (await readFile(path.join(folder, 'index.css'), 'utf8'))
    // The first family that the product names.
    .replaceAll("'Noto Sans SC Variable'", "'PingFang SC'")
    .replaceAll('url(./files/', 'url(/lent-font/')
    .replaceAll('font-display: swap', 'font-display: block')
  await context.route('**/lent-font/*', async (route) => {
    const file = path.basename(new URL(route.request().url()).pathname)
    await route.fulfill({ body: await readFile(path.join(folder, 'files', file)), contentType: 'font/woff2' })
  })
  await context.addInitScript((css) => {
    const add = () => document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
    if (document.head) add()
    else document.addEventListener('DOMContentLoaded', add)
  }, sheet)
}
