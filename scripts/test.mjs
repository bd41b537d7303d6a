import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { CommandError, run, secondsSince } from './lib/terminal.mjs'
import { build, install, isInstalled, requireNode, root } from './lib/workspace.mjs'

// `npm test`: every stage runs, also after one that failed; the last line adds them all up.
// `npm test -- api e2e` runs the named stages only.
const folderOf = (name) => path.join(root, name)
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'dangqun-report-'))
const nodeTest = /^# (pass|fail|skipped|cancelled) (\d+)$/gm
const none = { passed: 0, failed: 0, skipped: 0 }

/** @returns {Promise<{ passed: number, failed: number, skipped: number }>} @throws {CommandError} when it failed without saying how many */
async function countedByJest(app, nodeArgs = []) {
  const report = path.join(scratch, `${app}.json`)
  const work = run(process.execPath, [...nodeArgs, 'node_modules/jest/bin/jest.js', '--ci', '--json', `--outputFile=${report}`], { cwd: folderOf(`apps/${app}`) })
  const error = await work.then(() => null, (reason) => reason)
  if (!fs.existsSync(report)) throw error ?? new Error(`${app}: jest wrote no report`)
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped, numRuntimeErrorTestSuites } = JSON.parse(fs.readFileSync(report, 'utf8'))
  if (passed + numFailedTests === 0) throw new Error(`${app}: jest ran no test`)
  return { passed, failed: numFailedTests + numRuntimeErrorTestSuites, skipped, output: error?.output }
}

async function countedByNode(folder, files, nodeArgs = []) {
  const paths = files.flatMap((pattern) => fs.globSync?.(pattern, { cwd: folderOf(folder) }) ?? glob(folder, pattern))
  if (paths.length === 0) throw new Error(`${folder}: there is no ${files.join(', ')}`)
  const work = run(process.execPath, [...nodeArgs, '--test', '--test-reporter=tap', '--test-concurrency=1', ...paths], { cwd: folderOf(folder), env: { ...process.env, NODE_ENV: 'test' } })
  const { output, failure } = await work.then((text) => ({ output: text, failure: null }), (reason) => ({ output: reason.output ?? '', failure: reason }))
  const counted = Object.fromEntries([...output.matchAll(nodeTest)].map(([, name, count]) => [name, Number(count)]))
  if (counted.pass === undefined || counted.pass + counted.fail === 0) throw failure ?? new Error(`${folder}: ran no test`)
  for (const [, line] of output.matchAll(/^# (.*: .*)$/gm)) if (!/^Subtest/.test(line)) console.log(`    ${line}`)
  return { passed: counted.pass, failed: counted.fail + counted.cancelled, skipped: counted.skipped, output: failure ? output : undefined }
}

/** `*` in the last part of a path. */
function glob(folder, pattern) {
  const [dir, name] = [path.dirname(pattern), path.basename(pattern)]
  const [start, end] = name.split('*')
  return fs.readdirSync(path.join(folderOf(folder), dir)).filter((file) => file.startsWith(start) && file.endsWith(end)).sort().map((file) => path.join(dir, file))
}

async function uncounted(...commands) {
  const rest = [...commands]
  const work = async () => {
    for (let next = rest.shift(); next; next = rest.shift()) await run(process.execPath, next.slice(1), { cwd: folderOf(next[0]) })
  }
  // Two at a time, as many as a small machine has cores.
  await Promise.all([work(), work()])
  return none
}

const tsc = 'node_modules/typescript/bin/tsc'
const swc = ['--import', '@swc-node/register/esm-register']

const stages = {
  types: () => uncounted(['apps/api', tsc, '-p', 'tsconfig.json', '--noEmit'], ['apps/miniprogram', tsc, '--noEmit'], ['apps/console', tsc, '--noEmit'], ['e2e', tsc, '--noEmit']),
  lint: () => uncounted(['.', 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']),
  laws: async () => {
    await run(process.execPath, ['scripts/laws.mjs'], { cwd: root, onLine: (line) => console.log(`    ${line}`) })
    return countedByNode('scripts', ['*.test.mjs'])
  },
  api: () => countedByJest('api', ['--experimental-vm-modules']),
  miniprogram: () => countedByJest('miniprogram'),
  console: () => countedByJest('console'),
  weapp: async () => {
    await build('weapp')
    return countedByNode('apps/miniprogram', ['weapp-test/*.test.mjs'])
  },
  e2e: async () => {
    for (const name of ['api', 'h5', 'console']) await build(name)
    return countedByNode('e2e', ['*.test.ts'], swc)
  },
}

async function main() {
  requireNode()
  const names = process.argv.slice(2).length > 0 ? process.argv.slice(2) : Object.keys(stages)
  for (const name of names) if (!(name in stages)) throw new Error(`there is no stage ${name}: ${Object.keys(stages).join(', ')}`)
  const total = { ...none }
  const seconds = []
  const timed = async (name, work) => {
    console.log(`▶ ${name}`)
    const from = performance.now()
    const { passed, failed, skipped, output } = await work().catch((error) => ({ ...none, failed: 1, output: error instanceof CommandError ? `${error.output}\n${error.message}` : error.stack }))
    if (output) console.log(output.length > 40_000 ? `…${output.slice(-40_000)}` : output)
    console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed, ${secondsSince(from).replace(' 秒', ' s')}`)
    seconds.push(`${name} ${((performance.now() - from) / 1000).toFixed(1)}`)
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
    return failed === 0
  }
  const prepared = await timed('prepare', async () => {
    if (!isInstalled()) await install()
    await build('contracts')
    return none
  })
  if (prepared) for (const name of names) await timed(name, stages[name])
  fs.rmSync(scratch, { recursive: true, force: true })
  console.log(`\nseconds: ${seconds.join(' · ')}`)
  console.log(`tests: ${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
}

main().catch((error) => {
  console.error(error.message)
  process.exitCode = 1
})
