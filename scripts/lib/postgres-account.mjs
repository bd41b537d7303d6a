import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/**
 * Under which account PostgreSQL runs. It refuses to run as root, so root has to lend it another one.
 * @typedef {object} Account
 * @property {string} name
 * @property {number | null} uid owner that the cluster's files must have; null: whoever runs this
 * @property {(command: string, args: string[]) => [string, string[], object]} wrap what to give to `spawn`
 */

/** @type {Account} */
const self = { name: 'self', uid: null, wrap: (command, args) => [command, args, {}] }

/** Ways for root, the least risky first. */
function accountsForRoot() {
  const nobody = Number(spawnSync('id', ['-u', 'nobody'], { encoding: 'utf8' }).stdout) || 65534
  return [
    // A user namespace in which root bears another number; outside of it the files stay root's.
    { name: 'userns', uid: 0, wrap: (command, args) => ['unshare', ['-U', '--map-user=1000', '--map-group=1000', command, ...args], {}] },
    // Containers usually forbid namespaces, but let root become somebody else.
    { name: 'setuid', uid: nobody, wrap: (command, args) => [command, args, { uid: nobody, gid: nobody }] },
    // The same for a project under a folder that only root may enter, such as /root.
    {
      name: 'setpriv', uid: nobody,
      wrap: (command, args) => ['setpriv', [
        `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override', command, ...args,
      ], {}],
    },
  ]
}

/**
 * Chooses the account for a cluster by trying: it must be able to run PostgreSQL and to write beside `dir`.
 * @param {{ dir: string, program: string, only?: string }} options `only`: the name of the one way to try
 * @returns {Account}
 * @throws when root finds no way
 */
export function chooseAccount({ dir, program, only }) {
  if (process.getuid?.() !== 0) return self
  for (const account of accountsForRoot()) {
    if (only && account.name !== only) continue
    if (works(account, dir, program)) return account
  }
  throw new Error('PostgreSQL 不能以 root 身份运行，而这里既不允许用户命名空间，也不能换成别的用户。请用普通用户启动，或用 DATABASE_URL 指定外部数据库。')
}

function works(account, dir, program) {
  const folder = `${dir}.probe`
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    fs.chownSync(folder, account.uid, account.uid)
    const [command, args, options] = account.wrap('/bin/sh', ['-c', '"$1" --version >/dev/null && cd "$2" && : >written', 'sh', program, folder])
    return spawnSync(command, args, { ...options, stdio: 'ignore', cwd: '/' }).status === 0
  } catch {
    return false
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Gives a file, or a folder with all that is in it, to the account, unless it has it already. */
export function giveTo(account, target) {
  if (account.uid === null || !fs.existsSync(target) || fs.lstatSync(target).uid === account.uid) return
  const give = (file) => {
    if (fs.lstatSync(file).isDirectory()) for (const name of fs.readdirSync(file)) give(path.join(file, name))
    fs.lchownSync(file, account.uid, account.uid)
  }
  give(target)
}
