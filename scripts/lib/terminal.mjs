import { spawn } from 'node:child_process'

/** @returns {string} such as `3.2 秒` */
export function secondsSince(from) {
  return `${((performance.now() - from) / 1000).toFixed(1)} 秒`
}

/**
 * Says what is being done, how long it takes while it does, and how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const from = performance.now()
  const isTerminal = process.stdout.isTTY
  process.stdout.write(isTerminal ? `  … ${title}` : `  … ${title}\n`)
  // On a terminal the line counts; elsewhere a line every ten seconds shows that it is alive.
  const timer = setInterval(() => process.stdout.write(isTerminal ? `\r  … ${title} ${secondsSince(from)}` : `    仍在进行：${title} ${secondsSince(from)}\n`), isTerminal ? 500 : 10_000)
  try {
    const result = await work()
    process.stdout.write(`${isTerminal ? '\r\u001b[K' : ''}  ✓ ${title} ${secondsSince(from)}\n`)
    return result
  } catch (error) {
    process.stdout.write(`${isTerminal ? '\r\u001b[K' : ''}  ✗ ${title} ${secondsSince(from)}\n`)
    throw error
  } finally {
    clearInterval(timer)
  }
}

/** A command that ended with an error; `output` is all that it printed. */
export class CommandError extends Error {
  name = 'CommandError'
  constructor(command, code, output) {
    super(`${command} 以 ${code} 结束`)
    this.output = output
  }
}

/**
 * Runs a command to its end, keeping what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} options `onLine` is told each line as it comes
 * @returns {Promise<string>} what it printed
 * @throws {CommandError} when it fails
 */
export function run(command, args, { cwd, env = process.env, onLine }) {
  return new Promise((resolve, reject) => {
    // npx is a script on Windows, which only a shell can start.
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    let output = ''
    let rest = ''
    const take = (data) => {
      output += data
      if (!onLine) return
      const lines = (rest + data).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    child.once('error', (error) => reject(new CommandError(command, error.code ?? error.message, output)))
    child.once('close', (code, signalName) => {
      if (rest && onLine) onLine(rest)
      if (code === 0) resolve(output)
      else reject(new CommandError([command, ...args].join(' '), code ?? signalName, output))
    })
  })
}
