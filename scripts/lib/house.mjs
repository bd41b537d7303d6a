import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from './ports.mjs'
import { until } from './processes.mjs'
import { root } from './workspace.mjs'

/**
 * A house as `npm start` makes it, on its own folder and port, for tests.
 * @typedef {object} House
 * @property {string} origin
 * @property {number} port
 * @property {string} dataDir
 * @property {() => string} said all that it printed
 * @property {(signal?: NodeJS.Signals) => Promise<number | null>} end ends it; answers its exit code
 * @property {() => void} forget removes its folder
 */

/**
 * @param {{ port?: number, dataDir?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<House & { hasStarted: boolean }>} settles when it is up, or has ended
 */
export async function startHouse({ port, dataDir, env = {} } = {}) {
  const itsPort = port ?? (await freePort())
  const itsDataDir = dataDir ?? path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'dangqun-house-')), 'data')
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: root, env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: '', DATABASE_URL: '', PUBLIC_URL: '', PORT: String(itsPort), DATA_DIR: itsDataDir, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
  let code
  const exited = new Promise((resolve) => child.once('close', (status) => resolve((code = status))))
  const hasStarted = await until(() => said.includes('按 Ctrl-C 停止') || code !== undefined, { within: 240_000, every: 20 }).then(() => code === undefined)
  return {
    origin: `http://127.0.0.1:${itsPort}`, port: itsPort, dataDir: itsDataDir, hasStarted, said: () => said,
    end: (signal = 'SIGTERM') => {
      child.kill(signal)
      return exited
    },
    forget: () => fs.rmSync(path.dirname(itsDataDir), { recursive: true, force: true }),
  }
}
