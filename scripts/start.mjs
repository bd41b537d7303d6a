import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { claim } from './lib/instance.mjs'
import { whyNotFree } from './lib/ports.mjs'
import { startPostgres } from './lib/postgres.mjs'
import { CommandError, run, secondsSince, step } from './lib/terminal.mjs'
import { build, install, isInstalled, requireNode, root } from './lib/workspace.mjs'

// `npm start`: from a fresh clone to everything on one origin. It ends with whatever it started, even when it is killed:
// the database by its guard, the API because the channel to it closes.
const from = performance.now()
const api = path.join(root, 'apps/api')
const port = process.env.PORT || '4000'
const dataDir = path.resolve(root, process.env.DATA_DIR || '.data')
/** Undone in reverse order, however the start ends. */
const cleanUps = []
let stopping = null

/** Ends with what was said to be done, and no trace of this program's inside. */
class Complaint extends Error {}

function stop(code) {
  stopping ??= (async () => {
    for (const undo of cleanUps.reverse()) await undo()
    process.exit(code)
  })()
  return stopping
}

async function checkPort() {
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_535) throw new Complaint(`PORT 应是 1 到 65535 的整数，这里是“${port}”。`)
  const why = await whyNotFree(Number(port))
  if (why === 'EADDRINUSE') throw new Complaint(`端口 ${port} 已被占用。请停掉占用它的程序，或换一个端口：PORT=${Number(port) + 1} npm start`)
  if (why) throw new Complaint(`端口 ${port} 不允许使用（${why}）。请换一个 1024 以上的端口：PORT=4000 npm start`)
}

async function database() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const postgres = await step('启动数据库', () => startPostgres({ dir: path.join(dataDir, 'postgres') }))
  cleanUps.push(() => postgres.stop())
  void postgres.exited.then(() => {
    if (stopping) return
    console.error(`\n数据库意外退出了，记录在 ${path.join(dataDir, 'postgres.log')}。`)
    void stop(1)
  })
  return postgres.url
}

/** Migrates, and in the sandbox writes the demo. What it says reaches the person who waits. */
async function prepare(env) {
  await step('准备数据：表结构与演示内容', () => run(process.execPath, ['dist/src/app/prepare.js'], { cwd: api, env }))
}

function startApi(env) {
  const logFile = path.join(dataDir, 'api.log')
  if (fs.existsSync(logFile) && fs.statSync(logFile).size > 20_000_000) fs.renameSync(logFile, `${logFile}.old`)
  const out = fs.openSync(logFile, 'a', 0o600)
  const child = spawn(process.execPath, ['dist/src/app/main.js'], { cwd: api, env, stdio: ['ignore', out, 'pipe', 'ipc'], detached: true })
  fs.closeSync(out)
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaint = (complaint + text).slice(-4000)
    if (!stopping) process.stderr.write(text)
  })
  let ended = false
  const exited = new Promise((resolve) => child.once('exit', (code) => {
    ended = true
    resolve(code)
  }))
  cleanUps.push(async () => {
    child.kill('SIGTERM')
    await exited
  })
  void exited.then((code) => {
    if (stopping) return
    console.error(`\n服务端意外退出了（${code ?? '被结束'}），记录在 ${logFile}。`)
    void stop(1)
  })
  return { hasEnded: () => ended, logFile }
}

async function untilReady(server) {
  while (!server.hasEnded()) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await new Promise(() => {})
}

async function welcome(logFile) {
  const origin = process.env.PUBLIC_URL || `http://localhost:${port}`
  const ask = async (route) => (await fetch(`http://127.0.0.1:${port}/api/v1${route}`)).json()
  const { items: centers } = await ask('/centers')
  const sandbox = await ask('/sandbox')
  console.log(`\n党群服务中心已启动，用时 ${secondsSince(from)}。\n`)
  console.log(`  手机端    ${origin}/`)
  for (const { name, sceneCode } of centers) console.log(`  扫码      ${origin}/#/pages/index/index?scene=${sceneCode}   ${name}`)
  console.log(`  管理后台  ${origin}/console\n  接口文档  ${origin}/api/docs`)
  if (sandbox.consoleAccounts) {
    console.log('\n后台演示账号（用户名 / 密码）：')
    for (const { username, password, title } of sandbox.consoleAccounts) console.log(`  ${username} / ${password}   ${title}`)
    console.log('手机端登录时选一个演示身份即可。')
  }
  console.log(`\n运行记录：${logFile}\n按 Ctrl-C 停止。`)
}

async function main() {
  requireNode()
  await checkPort()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!stopping) console.log('\n正在停止…')
      void stop(0)
    })
  }
  cleanUps.push(claim(dataDir))
  if (!isInstalled()) await step('安装依赖（第一次要一两分钟）', install)
  await build('contracts', { onStart: step })
  await build('api', { onStart: step })
  const databaseUrl = await database()
  const env = { ...process.env, PORT: port, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LOG_LEVEL: process.env.LOG_LEVEL || 'info' }
  await prepare(env)
  await build('h5', { onStart: step })
  await build('console', { onStart: step })
  if (stopping) return
  const server = startApi(env)
  await step('启动服务', () => untilReady(server))
  await welcome(server.logFile)
}

main().catch((error) => {
  if (stopping) return
  if (error instanceof CommandError) console.error(`\n${error.output.trim().split('\n').slice(-40).join('\n')}\n\n没有启动：${error.message}`)
  else console.error(`\n没有启动：${error.message}`)
  void stop(1)
})
