import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from './lib/ports.mjs'
import { startPostgres } from './lib/postgres.mjs'
import { build, install, isInstalled, requireNode, root } from './lib/workspace.mjs'

// `npm run bench`: a throw-away cluster with every durability setting of a real one, the API from its sources.
requireNode()
if (!isInstalled()) await install()
await build('contracts')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dangqun-bench-'))
const postgres = await startPostgres({ dir: path.join(folder, 'postgres'), log: console.log, flags: ['shared_buffers=256MB'] })
let status
try {
  const ports = [await freePort(), await freePort()]
  status = spawnSync(process.execPath, ['--import', '@swc-node/register/esm-register', 'bench/bench.ts', ...process.argv.slice(2)], {
    cwd: path.join(root, 'apps/api'), stdio: 'inherit', env: { ...process.env, DATABASE_URL: postgres.url, BENCH_PORTS: ports.join(',') },
  }).status ?? 1
} finally {
  await postgres.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
process.exitCode = status
