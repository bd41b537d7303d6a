import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { inspect } from './laws.mjs'
import { buildings } from './lib/rooms.mjs'

const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'dangqun-laws-')))
after(() => fs.rmSync(folder, { recursive: true, force: true }))

const tsconfig = JSON.stringify({ compilerOptions: { module: 'ESNext', moduleResolution: 'bundler', target: 'ES2022' } })
const sound = {
  'node_modules/zod/package.json': '{ "name": "zod", "main": "index.js" }',
  'node_modules/zod/index.js': 'export const string = () => ({})',
  'node_modules/typeorm/package.json': '{ "name": "typeorm", "main": "index.js" }',
  'node_modules/typeorm/index.js': 'export class DataSource {}',
  'packages/contracts/package.json': '{ "name": "@dangqun/contracts", "exports": { "./*/schemas": "./dist/*/*.schemas.js", "./*/vocabulary": "./dist/*/*.vocabulary.js" } }',
  'packages/contracts/tsconfig.json': tsconfig,
  'packages/contracts/src/centers/centers.schemas.ts': `import * as z from 'zod'\nexport const slug = z.string()\n`,
  'packages/contracts/src/centers/centers.vocabulary.ts': 'export const programmes = [1]\n',
  'packages/contracts/dist/centers/centers.schemas.js': 'export const slug = {}\n',
  'packages/contracts/dist/centers/centers.vocabulary.js': 'export const programmes = [1]\n',
  'apps/api/tsconfig.json': tsconfig,
  'apps/api/src/audit/audit.service.ts': `import { DataSource } from 'typeorm'\nexport const audit = DataSource\n`,
  'apps/api/src/activities/activities.rules.ts': `import { programmes } from '@dangqun/contracts/centers/vocabulary'\nexport const admit = programmes\n`,
  'apps/api/src/activities/activities.service.ts': `import { audit } from '../audit/audit.service'\nimport { admit } from './activities.rules'\nexport const activities = [audit, admit]\n`,
  'apps/miniprogram/tsconfig.json': JSON.stringify({ compilerOptions: { ...JSON.parse(tsconfig).compilerOptions, paths: { '@/*': ['./src/*'] } } }),
  'apps/miniprogram/src/platform/request.ts': 'export const request = 1\n',
  'apps/miniprogram/src/centers/centers.api.ts': `import type { slug } from '@dangqun/contracts/centers/schemas'\nimport { request } from '@/platform/request'\nexport const api: [typeof slug, number] = [{}, request]\n`,
  'apps/miniprogram/src/pages/index/index.tsx': `import { api } from '@/centers/centers.api'\nexport default api\n`,
  'apps/console/tsconfig.json': tsconfig,
  'apps/console/vite.config.ts': 'export default {}\n',
  'apps/console/src/centers/centers.api.ts': 'export const centers = 1\n',
}

let houses = 0
/** A sound house with these files laid over it; null takes a file away. */
function house(changes) {
  const root = path.join(folder, String(++houses))
  for (const [file, text] of Object.entries({ ...sound, ...changes })) {
    if (text === null) continue
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    fs.writeFileSync(path.join(root, file), text)
  }
  fs.mkdirSync(path.join(root, 'node_modules/@dangqun'), { recursive: true })
  fs.symlinkSync(path.join(root, 'packages/contracts'), path.join(root, 'node_modules/@dangqun/contracts'), 'junction')
  return root
}

/** The laws that a house with these files breaks, as seen in the buildings that they lie in. */
async function brokenBy(files) {
  const changed = buildings.filter((building) => Object.keys(files).some((file) => file.startsWith(`${building.folder}/`)))
  return (await inspect(house(files), changed)).flatMap(({ breaches }) => breaches.map(({ law }) => law))
}
const take = (module) => `import * as it from '${module}'\nexport const used = it\n`

test('a sound house breaks no law, and all of its modules are read', async () => {
  const reports = await inspect(house({}))
  assert.deepEqual(reports.map(({ name, modules, breaches }) => [name, modules, breaches]), [['contracts', 2, []], ['api', 3, []], ['miniprogram', 3, []], ['console', 1, []]])
})

for (const [law, files] of [
  ['resolves', { 'apps/api/src/activities/activities.queries.ts': take('./nowhere') }],
  ['no-cycle', { 'apps/api/src/audit/audit.queries.ts': take('./audit.facts'), 'apps/api/src/audit/audit.facts.ts': take('./audit.queries') }],
  ['contracts-import-zod-only', { 'packages/contracts/src/centers/centers.routes.ts': take('typeorm') }],
  ['contracts-import-zod-only', { 'packages/contracts/src/centers/centers.routes.ts': take('node:fs') }],
  ['zod-in-schemas-only', { 'packages/contracts/src/centers/centers.routes.ts': take('zod') }],
  ['zod-in-schemas-only', { 'packages/contracts/src/centers/centers.routes.ts': take('./centers.schemas') }],
  ['phone-without-zod', { 'apps/miniprogram/src/accounts/accounts.api.ts': take('@dangqun/contracts/centers/schemas') }],
  ['apps-apart', { 'apps/console/src/organization/organization.api.ts': take('../../../api/src/audit/audit.service') }],
  ['contracts-as-built', { 'apps/console/src/accounts/accounts.api.ts': take('../../../../packages/contracts/src/centers/centers.vocabulary') }],
  ['platform-below-all', { 'apps/api/src/platform/clock.ts': take('../audit/audit.service') }],
  ['platform-below-all', { 'apps/miniprogram/src/platform/clock.ts': take('@/centers/centers.api') }],
  ['ui-below-slices', { 'apps/console/src/ui/button.tsx': take('../centers/centers.api') }],
  ['kit-below-all', { 'packages/contracts/src/kit/route.ts': take('../centers/centers.vocabulary') }],
  ['app-above-all', { 'apps/console/src/app/session.ts': 'export const me = 1\n', 'apps/console/src/accounts/accounts.api.ts': take('../app/session') }],
  ['foundation-order-audit', { 'apps/api/src/audit/audit.queries.ts': take('../centers/centers.queries'), 'apps/api/src/centers/centers.queries.ts': 'export const q = 1\n' }],
  ['foundation-order-accounts', { 'apps/api/src/accounts/accounts.service.ts': take('../activities/activities.service') }],
  ['foundation-order-centers', { 'apps/miniprogram/src/centers/use-entry.ts': take('@/accounts/accounts.api'), 'apps/miniprogram/src/accounts/accounts.api.ts': 'export const a = 1\n' }],
  ['business-slices-are-strangers', { 'apps/api/src/venues/venues.service.ts': take('../activities/activities.service') }],
  ['business-slices-are-strangers', { 'apps/console/src/venues/components/slot.tsx': take('../../activities/activities.api'), 'apps/console/src/activities/activities.api.ts': 'export const a = 1\n' }],
  ['business-slices-are-strangers', { 'apps/miniprogram/src/venues/venues.api.ts': take('@/activities/activities.api'), 'apps/miniprogram/src/activities/activities.api.ts': 'export const a = 1\n' }],
  ['pure-roles', { 'apps/api/src/activities/activities.machine.ts': take('typeorm') }],
  ['pure-roles', { 'apps/api/src/activities/activities.policy.ts': take('node:fs') }],
  ['pure-roles', { 'apps/api/src/activities/activities.factory.ts': take('./activities.entity'), 'apps/api/src/activities/activities.entity.ts': 'export class ActivityRow {}\n' }],
  ['product-without-tests', { 'apps/api/src/platform/testing/test-clock.ts': 'export const clock = 1\n', 'apps/api/src/platform/clock.ts': take('./testing/test-clock') }],
  ['rooms-and-roles', { 'apps/api/src/activities/index.ts': 'export const a = 1\n' }],
  ['rooms-and-roles', { 'apps/console/src/venues/components/index.tsx': 'export const a = 1\n' }],
  ['rooms-and-roles', { 'apps/api/src/activities/activities.repository.ts': 'export const a = 1\n' }],
  ['rooms-and-roles', { 'apps/api/src/activities/sign-up.rules.ts': 'export const a = 1\n' }],
  ['rooms-and-roles', { 'apps/api/src/bookings/bookings.rules.ts': 'export const a = 1\n' }],
  ['rooms-and-roles', { 'apps/api/src/platform/clock.repository.ts': 'export const a = 1\n' }],
  ['telling-names', { 'apps/api/src/platform/date-utils.ts': 'export const a = 1\n' }],
  ['telling-names', { 'apps/console/src/ui/helpers/panel.tsx': 'export const a = 1\n' }],
  ['file-size', { 'apps/api/src/activities/activities.queries.ts': '// a line\n'.repeat(401) }],
  ['cruised', { 'apps/console/src/centers/centers.api.ts': null, 'apps/console/src/reset.css': '' }],
]) {
  test(`${law} is broken by ${Object.keys(files)[0]}`, async () => {
    assert.deepEqual(await brokenBy(files), [law])
  })
}

test('a type is no dependency of a pure role, nor the edge of a cycle', async () => {
  const broken = await brokenBy({
    'apps/api/src/activities/activities.machine.ts': `import type { DataSource } from 'typeorm'\nimport type { activities } from './activities.service'\nexport type Both = [DataSource, typeof activities]\n`,
    'apps/api/src/activities/activities.rules.ts': `import type { Both } from './activities.machine'\nexport const admit = (both: Both) => both\n`,
  })
  assert.deepEqual(broken, [])
})

test('the command tells each building, and fails on a breach', () => {
  const run = (root) => spawnSync(process.execPath, [fileURLToPath(new URL('laws.mjs', import.meta.url)), root], { encoding: 'utf8' })
  const good = run(house({}))
  assert.equal(good.status, 0)
  assert.match(good.stdout, /contracts +2 modules.*\napi +3 modules.*\nminiprogram +3 modules.*\nconsole +1 modules/)
  const bad = run(house({ 'apps/api/src/activities/activities.machine.ts': take('typeorm') }))
  assert.equal(bad.status, 1)
  assert.match(bad.stderr, /pure-roles: apps\/api\/src\/activities\/activities\.machine\.ts/)
})

for (const [what, file, text] of [
  ['the clock', 'apps/api/src/activities/activities.rules.ts', 'export const now = Date.now()\n'],
  ['today', 'apps/api/src/activities/activities.machine.ts', 'export const now = new Date()\n'],
  ['the clock by dayjs', 'apps/console/src/activities/activities-form.rules.ts', `import dayjs from 'dayjs'\nexport const now = dayjs()\n`],
  ['chance', 'apps/api/src/activities/activities.factory.ts', 'export const chance = Math.random()\n'],
  ['the net', 'apps/miniprogram/src/activities/activities.policy.ts', `export const answer = fetch('/')\n`],
  ['the environment', 'apps/api/src/activities/activities.rules.ts', 'export const port = process.env.PORT\n'],
  ['a forwardRef', 'apps/api/src/activities/activities.module.ts', `import { forwardRef } from '@nestjs/common'\nexport const later = forwardRef(() => Date)\n`],
  ['a passed-on export', 'apps/api/src/activities/activities.service.ts', `export * from './activities.rules'\n`],
  ['a line to the console', 'apps/console/src/activities/activities.api.ts', `console.log('here')\n`],
  ['the 401st line', 'apps/api/src/activities/activities.queries.ts', 'export {}\n'.repeat(401)],
]) {
  test(`eslint stops ${what} in ${path.basename(file)}`, async () => {
    const laws = ['no-restricted-syntax', 'no-restricted-globals', 'no-console', 'max-lines']
    const eslint = new ESLint({
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      ruleFilter: ({ ruleId }) => laws.includes(ruleId),
      // Types are for the other rules, and take their time.
      overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } },
    })
    const [{ messages }] = await eslint.lintText(text, { filePath: file })
    assert.equal(messages.length, 1, JSON.stringify(messages))
    assert.ok(laws.includes(messages[0].ruleId))
    const [{ errorCount }] = await eslint.lintText('export const sound = new Date(0)\n', { filePath: file })
    assert.equal(errorCount, 0)
  })
}
