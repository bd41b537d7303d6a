import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('../dist/weapp/', import.meta.url))
const kb = 1024
const mainLimit = 600 * kb
/** WeChat's own limit, for the main package and every subpackage. */
const packageLimit = 2048 * kb

test('the packages fit', () => {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'))
  const roots = (app.subPackages ?? []).map((each) => each.root)
  const sizes = Object.fromEntries(['main', ...roots].map((name) => [name, 0]))
  for (const file of readdirSync(dist, { recursive: true })) {
    const stats = statSync(path.join(dist, file))
    if (!stats.isFile()) continue
    const owner = roots.find((root) => file.split(path.sep).join('/').startsWith(`${root}/`)) ?? 'main'
    sizes[owner] += stats.size
  }
  for (const [name, size] of Object.entries(sizes)) console.log(`package ${name}: ${Math.ceil(size / kb)} KB`)
  assert.ok(sizes.main > 0 && sizes.main <= mainLimit, `main package is ${Math.ceil(sizes.main / kb)} KB, at most ${mainLimit / kb}`)
  for (const root of roots) assert.ok(sizes[root] > 0 && sizes[root] <= packageLimit, `${root} is ${Math.ceil(sizes[root] / kb)} KB`)
})
