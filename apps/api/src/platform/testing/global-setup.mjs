import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '../../../../../scripts/lib/postgres.mjs'

const api = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * One PostgreSQL for the whole run, thrown away afterwards, and in it one template database that real
 * migrations built. Test files clone it. `TEST_DATABASE_URL` names another server to use.
 */
export default async function setUp() {
  if (!process.env.TEST_DATABASE_URL) {
    const dir = path.join(mkdtempSync(path.join(tmpdir(), 'dangqun-test-')), 'postgres')
    // Nothing here has to survive a power cut.
    const postgres = await startPostgres({ dir, flags: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'] })
    globalThis.testPostgres = { postgres, dir }
    process.env.TEST_DATABASE_URL = postgres.url
  }
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', '@swc-node/register/esm-register', 'src/platform/testing/make-template.ts'], { cwd: api, encoding: 'utf8', env: process.env })
  if (status !== 0) throw new Error(`the template database could not be made:\n${stdout}\n${stderr}`)
}
