import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './terminal.mjs'

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const pnpm = 'pnpm@12.21.0'
const manifests = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', ...['apps/api', 'apps/miniprogram', 'apps/console', 'packages/contracts', 'e2e'].map((folder) => `${folder}/package.json`)]

/** @throws when this Node is too old to run the house */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Error(`需要 Node 20.19 或更新的版本，这里是 ${process.versions.node}。`)
}

/** What the installed packages follow from: other manifests or another Node need another installation. */
function installationDigest() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${process.versions.modules}`)
  for (const file of manifests) hash.update(file).update(fs.readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

const installedMark = path.join(root, 'node_modules', '.dangqun-installed')

/** Whether the packages that the manifests name are installed. */
export function isInstalled() {
  return readIfThere(installedMark) === installationDigest()
}

/** Installs what the lock file says, nothing newer. */
export async function install() {
  fs.rmSync(installedMark, { force: true })
  await run('npx', ['-y', pnpm, 'install', '--frozen-lockfile'], { cwd: root, env: { ...process.env, CI: 'true' } })
  fs.writeFileSync(installedMark, installationDigest())
}

/**
 * @typedef {object} Build
 * @property {string} title
 * @property {string} folder where its command runs, below the project's folder
 * @property {string[]} sources files and folders, below the project's folder, that its outcome follows from
 * @property {string} result a file that is there once it is built, below the project's folder
 * @property {string} [stale] a folder to empty first: its tool leaves what a deleted source became
 * @property {string[]} command what Node is told
 */

/** @type {Record<'contracts' | 'api' | 'h5' | 'weapp' | 'console', Build>} */
export const builds = {
  contracts: { title: '构建契约', folder: 'packages/contracts', sources: ['packages/contracts/src', 'packages/contracts/tsconfig.json', 'tsconfig.base.json'], result: 'packages/contracts/dist/kit/route.js', command: ['node_modules/typescript/bin/tsc', '-b', '--force'] },
  api: { title: '构建服务端', folder: 'apps/api', sources: ['apps/api/src', 'apps/api/seeds', 'apps/api/tsconfig.json', 'apps/api/tsconfig.build.json', 'packages/contracts/src', 'tsconfig.base.json'], result: 'apps/api/dist/src/app/main.js', stale: 'apps/api/dist', command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'] },
  h5: { title: '构建手机端网页版', folder: 'apps/miniprogram', sources: ['apps/miniprogram/src', 'apps/miniprogram/config', 'apps/miniprogram/scripts/build.mjs', 'apps/miniprogram/babel.config.js', 'apps/miniprogram/package.json', 'packages/contracts/src'], result: 'apps/miniprogram/dist/h5/index.html', command: ['scripts/build.mjs', 'h5'] },
  weapp: { title: '构建微信小程序', folder: 'apps/miniprogram', sources: [], result: 'apps/miniprogram/dist/weapp/app.json', command: ['scripts/build.mjs', 'weapp'] },
  console: { title: '构建管理后台', folder: 'apps/console', sources: ['apps/console/src', 'apps/console/public', 'apps/console/index.html', 'apps/console/vite.config.ts', 'apps/console/package.json', 'packages/contracts/src'], result: 'apps/console/dist/index.html', command: ['node_modules/vite/bin/vite.js', 'build'] },
}

/**
 * Builds, unless the outcome of the very same sources is there.
 * @param {keyof typeof builds} name
 * @param {{ onStart?: (title: string, work: () => Promise<void>) => Promise<void> }} [options] `onStart` wraps the work, when there is any
 */
export async function build(name, { onStart = (_title, work) => work() } = {}) {
  const { title, folder, sources, result, stale, command } = builds[name]
  const mark = path.join(root, '.cache', `${name}.sha256`)
  const digest = digestOf([...sources, 'pnpm-lock.yaml'])
  if (sources.length > 0 && readIfThere(mark) === digest && fs.existsSync(path.join(root, result))) return
  await onStart(title, async () => {
    fs.rmSync(mark, { force: true })
    if (stale) fs.rmSync(path.join(root, stale), { recursive: true, force: true })
    await run(process.execPath, command, { cwd: path.join(root, folder) })
    if (!fs.existsSync(path.join(root, result))) throw new Error(`${title}没有产生 ${result}`)
    fs.mkdirSync(path.dirname(mark), { recursive: true })
    fs.writeFileSync(mark, digest)
  })
}

function digestOf(sources) {
  const hash = createHash('sha256').update(process.versions.node)
  const add = (target) => {
    const full = path.join(root, target)
    if (!fs.existsSync(full)) return
    if (fs.statSync(full).isDirectory()) for (const name of fs.readdirSync(full).sort()) add(path.join(target, name))
    else hash.update(target).update('\0').update(fs.readFileSync(full)).update('\0')
  }
  for (const source of sources) add(source)
  return hash.digest('hex')
}

function readIfThere(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null
}
