import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** There was nothing to read, or somebody pressed Ctrl-C. */
export class Typed extends Error {}

export interface LineReader {
  readonly isTerminal: boolean
  /** @throws Typed when the input ends */
  hidden: (question: string) => Promise<string>
  close: () => void
}

/** Lines from a terminal, without an echo, or from a pipe. */
export function lineReader(): LineReader {
  const isTerminal = process.stdin.isTTY === true
  // What the line editor would show of each key is thrown away.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: isTerminal })
  const waiting: ((line: string | null) => void)[] = []
  const read: string[] = []
  let hasEnded = false
  lines.on('line', (line) => {
    const next = waiting.shift()
    if (next) next(line)
    else read.push(line)
  })
  lines.on('SIGINT', () => lines.close())
  lines.on('close', () => {
    hasEnded = true
    for (const next of waiting.splice(0)) next(null)
  })
  return {
    isTerminal,
    hidden: async (question) => {
      if (isTerminal) process.stdout.write(question)
      const line = read.shift() ?? (hasEnded ? null : await new Promise<string | null>((resolve) => waiting.push(resolve)))
      if (isTerminal) process.stdout.write('\n')
      if (line === null) throw new Typed('没有输入密码，什么也没有做')
      return line
    },
    close: () => lines.close(),
  }
}
