import fs from 'node:fs'
import path from 'node:path'
import { commandOf, isAlive } from './processes.mjs'

/**
 * Keeps a second start off the same data: it would share the first one's database and end it.
 * @param {string} dataDir made when missing
 * @param {{ program: string, called: string }} [by] the script that claims it, and what people type to run it
 * @returns {() => void} gives the folder free
 * @throws when another start that is still running has it
 */
export function claim(dataDir, { program, called } = { program: 'start.mjs', called: 'npm start' }) {
  fs.mkdirSync(dataDir, { recursive: true })
  const file = path.join(dataDir, 'start.pid')
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => fs.rmSync(file, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Error(`不能在 ${dataDir} 里写入（${error.code}）。请检查目录权限，或用 DATA_DIR 换一个目录。`, { cause: error })
    }
    const pid = Number(fs.readFileSync(file, 'utf8'))
    const command = pid && pid !== process.pid && isAlive(pid) ? commandOf(pid) : ''
    if (command.includes(program)) throw new Error(`${dataDir} 正被另一个 ${called} 使用（进程 ${pid}）。请先停掉它，或用 DATA_DIR 换一个目录。`)
    fs.rmSync(file, { force: true })
  }
}
