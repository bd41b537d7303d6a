import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { factLabels, factSlices } from '@dangqun/contracts/audit/vocabulary'

const sources = fileURLToPath(new URL('..', import.meta.url))

/** Every fact that the slices declare: theirs are types, so they are read where they stand. */
const declared = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.facts.ts'))
  .flatMap((file) => [...readFileSync(sources + file, 'utf8').matchAll(/'([a-z]+\.[a-zA-Z]+)'/g)].map(([, name]) => name))

test('every fact has words, and every word a fact', () => {
  expect(declared.length).toBeGreaterThan(50)
  expect([...new Set(declared)].sort()).toEqual(Object.keys(factLabels).sort())
})

test('every fact can be found by its slice', () => {
  expect([...new Set(declared.map((name) => name?.split('.')[0]))].sort()).toEqual([...factSlices].sort())
})
