import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { slices } from './lib/rooms.mjs'
import { root } from './lib/workspace.mjs'

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8')
const pages = ['', 'docs', 'docs/decisions'].flatMap((folder) => fs.readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.md')).map((name) => path.join(folder, name)))

test('the glossary and the laws know the same slices', () => {
  const [, table = ''] = /## Slices\n([\s\S]*?)\n## /.exec(read('docs/GLOSSARY.md')) ?? []
  const named = [...table.matchAll(/^\| `(\w+)` \|.*\| (exists|–) \|$/gm)].map(([, name, state]) => ({ name, exists: state === 'exists' }))
  assert.deepEqual(named.map(({ name }) => name).sort(), [...slices].sort())
  for (const { name, exists } of named) assert.equal(fs.existsSync(path.join(root, 'apps/api/src', name)), exists, `docs/GLOSSARY.md on ${name}`)
})

test('every link between the documents leads somewhere', () => {
  const anchor = (heading) => heading.toLowerCase().replace(/[^\p{L}\p{N}\- ]/gu, '').replaceAll(' ', '-')
  const anchorsOf = (file) => [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchor(heading))
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)]
      .filter(([, target, fragment]) => {
        const file = target ? path.join(path.dirname(page), target) : page
        return !fs.existsSync(path.join(root, file)) || (fragment !== undefined && !anchorsOf(file).includes(fragment))
      })
      .map(([link]) => `${page}: ${link}`),
  )
  assert.ok(pages.length > 20)
  assert.deepEqual(broken, [])
})

test('decisions are numbered without a gap', () => {
  const numbers = fs.readdirSync(path.join(root, 'docs/decisions')).map((name) => Number(name.slice(0, 4))).sort((a, b) => a - b)
  assert.deepEqual(numbers, numbers.map((_, index) => index + 1))
})
