import fs from 'node:fs'
import path from 'node:path'
import { requireFromApi } from './postgres-binaries.mjs'
import { commandOf, isAlive, until } from './processes.mjs'

export function urlOf(password, port) {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
}

/**
 * Asks the server at `url` whether it serves `dir`.
 * @returns {Promise<'yes' | 'not yet' | 'no'>} 'not yet': nobody there, or it is starting or stopping
 */
export async function answers(url, dir) {
  const { Client } = requireFromApi('pg')
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000, query_timeout: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('show data_directory')
    return rows[0].data_directory === dir ? 'yes' : 'no'
  } catch (error) {
    const wrongPassword = error.code === '28P01' || error.code === '28000'
    return wrongPassword ? 'no' : 'not yet'
  } finally {
    await client.end().catch(() => {})
  }
}

/** What a server writes into its folder while it runs. */
function readLock(dir) {
  const file = path.join(dir, 'postmaster.pid')
  if (!fs.existsSync(file)) return null
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  return { file, pid: Number(lines[0]), port: Number(lines[3]) }
}

/** The number of the process is used again after a crash or a reboot: only its command line tells. */
function isPostmasterOf(pid, dir) {
  const command = commandOf(pid)
  return command === '' || (/postgres/.test(command) && command.includes(dir))
}

/**
 * Finds a server that runs on `dir` already, waiting for one that is just starting or stopping.
 * @param {{ dir: string, password: string, log: (line: string) => void }} options
 * @returns {Promise<{ pid: number, port: number, url: string } | null>}
 * @throws when one runs there that does not take our password or does not answer within a minute
 */
export async function findRunning({ dir, password, log }) {
  const lock = readLock(dir)
  if (!lock) return null
  if (!isAlive(lock.pid) || !isPostmasterOf(lock.pid, dir)) {
    // PostgreSQL itself would take any process of that number, and any dead one that nobody waited for, for a server.
    fs.rmSync(lock.file, { force: true })
    return null
  }
  let found = null
  let told = false
  const settled = await until(async () => {
    const now = readLock(dir)
    if (!now || !isAlive(now.pid)) return true
    const url = urlOf(password, now.port)
    const answer = now.port ? await answers(url, dir) : 'not yet'
    if (answer === 'no') throw new Error(`${dir} 上已有数据库在运行（进程 ${now.pid}），但它不认 ${dir}.password 里的密码。请先停掉它。`)
    if (answer === 'yes') found = { pid: now.pid, port: now.port, url }
    else if (!told) {
      told = true
      log('数据库正在启动或停止，稍候…')
    }
    return found !== null
  }, { within: 60_000, every: 100 })
  if (!settled) throw new Error(`${dir} 上的数据库（进程 ${lock.pid}）一分钟没有应答。请结束这个进程后再启动。`)
  return found
}
