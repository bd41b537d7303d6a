import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { claim } from './lib/instance.mjs'
import { startPostgres } from './lib/postgres.mjs'
import { build, install, isInstalled, requireNode, root } from './lib/workspace.mjs'

// `node scripts/on-database.mjs NAME ARGS`: a program of apps/api/src/app, on DATABASE_URL or on the embedded database
// of DATA_DIR, which is started for it when `npm start` is not running. It has this terminal for itself.
const [name = '', ...args] = process.argv.slice(2)
const api = path.join(root, 'apps/api')
const dataDir = path.resolve(root, process.env.DATA_DIR || '.data')

async function withDatabase(work) {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL)
  const dir = path.join(dataDir, 'postgres')
  if (!fs.existsSync(dir)) throw new Error(`${dataDir} 里还没有数据库。请先 npm start 一次，或给出 DATABASE_URL。`)
  const postgres = await startPostgres({ dir })
  if (postgres.reused) return work(postgres.url)
  const release = claim(dataDir, { program: 'on-database.mjs', called: `npm run ${name}` })
  try {
    return await work(postgres.url)
  } finally {
    await postgres.stop()
    release()
  }
}

function program(databaseUrl) {
  const child = spawn(process.execPath, [`dist/src/app/${name}.js`, ...args], { cwd: api, env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl }, stdio: 'inherit' })
  // Ctrl-C reaches the program by itself; this one waits for it, to end the database after it.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

try {
  requireNode()
  if (!isInstalled()) await install()
  await build('contracts')
  await build('api')
  process.exitCode = await withDatabase(program)
} catch (error) {
  console.error(`没有完成：${error.message}`)
  process.exitCode = 1
}
