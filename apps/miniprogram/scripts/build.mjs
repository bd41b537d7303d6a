// node scripts/build.mjs h5|weapp: builds from an empty folder and checks the outcome, because a failed Taro build can end with 0.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const kind = process.argv[2]
if (kind !== 'h5' && kind !== 'weapp') fail('say which: h5 or weapp')
const dist = path.join(root, 'dist', kind)
const cli = createRequire(import.meta.url).resolve('@tarojs/cli/bin/taro')

rmSync(dist, { recursive: true, force: true })
const build = spawnSync(process.execPath, [cli, 'build', '--type', kind], { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } })
const said = `${build.stdout}${build.stderr}`
if (build.status !== 0) fail(said)
for (const file of expected()) if (!existsSync(path.join(dist, file))) fail(`${said}\n${kind}: ${file} was not built`)
console.log(`built ${path.relative(root, dist)}`)

function expected() {
  if (kind === 'h5') {
    if (!existsSync(path.join(dist, 'index.html'))) return ['index.html']
    return [...readFileSync(path.join(dist, 'index.html'), 'utf8').matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, file]) => file)
  }
  if (!existsSync(path.join(dist, 'app.json'))) return ['app.json']
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'))
  const pages = [...app.pages, ...(app.subPackages ?? []).flatMap((each) => each.pages.map((page) => `${each.root}/${page}`))]
  return ['app.js', 'app.wxss', ...[...pages, 'custom-tab-bar/index'].flatMap((page) => [`${page}.js`, `${page}.wxml`, `${page}.json`])]
}

function fail(words) {
  console.error(words)
  process.exit(1)
}
