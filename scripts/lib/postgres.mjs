import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './ports.mjs'
import { chooseAccount, giveTo } from './postgres-account.mjs'
import { findBinaries } from './postgres-binaries.mjs'
import { answers, findRunning, urlOf } from './postgres-running.mjs'
import { isAlive, signal, until } from './processes.mjs'

const major = '18'

/**
 * @typedef {object} RunningPostgres
 * @property {string} url of the superuser `postgres`, on the database `postgres`
 * @property {number} port
 * @property {number} pid of the postmaster
 * @property {boolean} reused true when a server that already ran on this folder was taken over
 * @property {Promise<void>} exited settles when the server is gone, for whatever reason
 * @property {() => Promise<void>} stop ends it, a reused one too: who calls it owns the folder. Safe to call twice
 */

/**
 * Starts PostgreSQL on a folder, making the cluster first if need be: UTF-8, locale C.UTF-8, password login,
 * TCP on 127.0.0.1 only. It ends with the process that started it, even when that one is killed.
 * Beside the folder stand `<dir>.password` (readable by the owner only) and `<dir>.log`.
 * @param {object} options
 * @param {string} options.dir the cluster's folder; its parent is made when missing
 * @param {(line: string) => void} [options.log] told what is being done
 * @param {string[]} [options.flags] further settings as `name=value`, such as `fsync=off` for a throw-away cluster
 * @param {number} [options.port] default: any free one
 * @param {string} [options.account] for tests: the one way in which root may start it (`userns`, `setuid`, `setpriv`)
 * @returns {Promise<RunningPostgres>}
 * @throws with the end of the server's own log when it does not start
 */
export async function startPostgres({ dir, log = () => {}, flags = [], port, account: only }) {
  fs.mkdirSync(path.dirname(dir), { recursive: true })
  dir = path.join(fs.realpathSync(path.dirname(dir)), path.basename(dir))
  const binaries = findBinaries()
  const password = readPassword(dir)
  const running = await findRunning({ dir, password, log })
  if (running) return handle({ ...running, reused: true, dir, binaries })
  const account = chooseAccount({ dir, program: binaries.postgres, only })
  giveTo(account, dir)
  if (!isCluster(dir)) makeCluster({ dir, binaries, account, log, sync: !flags.includes('fsync=off') })
  return handle({ ...(await launch({ dir, password, binaries, account, flags, port, log })), reused: false, dir, binaries })
}

function readPassword(dir) {
  const file = `${dir}.password`
  if (!fs.existsSync(file)) {
    if (isCluster(dir)) throw new Error(`${file} 不见了，没有它就登录不了数据库 ${dir}。请找回它；如果数据不要了，删除 ${dir} 再启动。`)
    fs.writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  }
  return fs.readFileSync(file, 'utf8').trim()
}

/** @throws when the folder holds something else, or data of another major version */
function isCluster(dir) {
  const mark = path.join(dir, 'PG_VERSION')
  if (fs.existsSync(mark)) {
    const version = fs.readFileSync(mark, 'utf8').trim()
    if (version !== major) throw new Error(`${dir} 里是 PostgreSQL ${version} 的数据，这里需要 ${major}。请换一个 DATA_DIR，或先升级数据。`)
    return true
  }
  if (fs.existsSync(dir) && fs.readdirSync(dir).length > 0) throw new Error(`${dir} 里有别的文件，不能用来放数据库。请换一个 DATA_DIR。`)
  return false
}

/** Made beside its place and moved there when complete: what an interrupted attempt leaves is thrown away. */
function makeCluster({ dir, binaries, account, log, sync }) {
  log('正在建立数据库…')
  const making = `${dir}.making`
  fs.rmSync(making, { recursive: true, force: true })
  fs.mkdirSync(making, { mode: 0o700 })
  giveTo(account, making)
  giveTo(account, `${dir}.password`)
  const [command, args, options] = account.wrap(binaries.initdb, [
    '-D', making, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${dir}.password`, '--encoding=UTF8',
    '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions', ...(sync ? [] : ['--no-sync']),
  ])
  const { status, error, stdout, stderr } = spawnSync(command, args, { ...options, cwd: '/', encoding: 'utf8', env: plainEnv() })
  if (status !== 0) throw new Error(`建立数据库失败：\n${error?.message ?? `${stdout}\n${stderr}`.trim()}`)
  fs.renameSync(making, dir)
}

async function launch({ dir, password, binaries, account, flags, port: fixedPort, log }) {
  const patience = performance.now() + 15_000
  for (let attempt = 1; ; attempt++) {
    const port = fixedPort ?? (await freePort())
    const { child, printed } = spawnServer({ dir, binaries, account, flags, port })
    let gone = false
    child.once('exit', () => (gone = true))
    child.once('error', () => (gone = true))
    const url = urlOf(password, port)
    // A crashed server first reads its journal back, which may take a while: as long as it lives, it is waited for.
    await until(async () => gone || (await answers(url, dir)) === 'yes', { within: 120_000 })
    if (!gone && child.pid) {
      return { port, url, pid: child.pid, child }
    }
    const why = printed()
    const portTaken = /could not (bind|create any TCP)/.test(why) && !fixedPort && attempt < 4
    // The backends of a killed server notice within moments that it is gone, and end.
    const leftovers = /pre-existing shared memory block/.test(why) && performance.now() < patience
    if (!portTaken && !leftovers) throw new Error(`数据库没有启动：\n${why.slice(-2000)}`)
    log('正在等待上一次的数据库进程结束…')
    await sleep(300)
  }
}

function spawnServer({ dir, binaries, account, flags, port }) {
  const logFile = `${dir}.log`
  if (fs.existsSync(logFile) && fs.statSync(logFile).size > 5_000_000) fs.renameSync(logFile, `${logFile}.old`)
  const out = fs.openSync(logFile, 'a', 0o600)
  const from = fs.fstatSync(out).size
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'timezone=UTC', ...flags]
  const [command, args, options] = account.wrap(binaries.postgres, ['-D', dir, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])])
  // A group of its own: the terminal's Ctrl-C must not end it before those who use it have ended.
  const child = spawn(command, args, { ...options, cwd: '/', env: plainEnv(), detached: true, stdio: ['ignore', out, out] })
  fs.closeSync(out)
  child.unref()
  return { child, printed: () => fs.readFileSync(logFile).subarray(from).toString('utf8').trim() }
}

/** @returns {RunningPostgres} */
function handle({ url, port, pid, child, reused, dir, binaries }) {
  const dismissGuard = guard(pid)
  const exited = child
    ? new Promise((resolve) => (child.exitCode !== null || child.signalCode ? resolve() : child.once('exit', () => resolve())))
    : watch(pid)
  const gone = (milliseconds) => until(() => !isAlive(pid), { within: milliseconds, every: 20 })
  const end = async () => {
    if (process.platform === 'win32') spawnSync(binaries.pgCtl, ['stop', '-D', dir, '-m', 'fast', '-w'], { stdio: 'ignore' })
    else signal(pid, 'SIGINT')
    if (!(await gone(20_000))) {
      signal(pid, 'SIGQUIT')
      if (!(await gone(5_000))) signal(pid, 'SIGKILL')
    }
    await gone(5_000)
    dismissGuard()
  }
  let ending
  return { url, port, pid, reused, exited, stop: () => (ending ??= end()) }
}

/** Waits in a shell for our end of a pipe to close, which it does even when we are killed, then ends the server. */
function guard(pid) {
  if (process.platform === 'win32') return () => {}
  const shell = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1" 2>/dev/null', 'postgres-guard', String(pid)], {
    cwd: '/', env: {}, detached: true, stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.on('error', () => {})
  shell.stdin.on('error', () => {})
  shell.unref()
  shell.stdin.unref?.()
  return () => {
    shell.kill('SIGKILL')
    shell.stdin.destroy()
  }
}

/** For a server that is not our child: nothing tells us of its end. */
function watch(pid) {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (isAlive(pid)) return
      clearInterval(timer)
      resolve()
    }, 500)
    timer.unref()
  })
}

/** PGDATA, PGPORT and the like of whoever starts us would change what the server does. */
function plainEnv() {
  return { PATH: process.env.PATH, LC_ALL: 'C', ...(process.platform === 'win32' && { SystemRoot: process.env.SystemRoot }) }
}
