import fs from 'node:fs'
import path from 'node:path'
import { slices } from './rooms.mjs'

const mostLines = 400
const read = /\.(tsx?|mjs|cjs|jsx?|sql|less|css)$/
const skipped = new Set(['node_modules', 'dist', 'coverage'])
const emptyWords = /^(utils?|helpers?|commons?|managers?)$/
const page = /(^|\/)pages\/[a-z0-9-]+\/index\.(tsx|config\.ts)$/

/**
 * Names and sizes of one building's files.
 * @param {string} root
 * @param {typeof import('./rooms.mjs').buildings[number]} building
 * @returns {{ law: string, where: string, why: string }[]}
 */
export function breachesOfFiles(root, building) {
  const breaches = []
  for (const file of filesBelow(path.join(root, building.folder))) {
    const where = `${building.folder}/${file}`
    const breach = (law, why) => breaches.push({ law, where, why })
    const lines = fs.readFileSync(path.join(root, where), 'utf8').split('\n').length - 1
    if (lines > mostLines) breach('file-size', `${lines} lines; never over ${mostLines}. Split it by noun.`)
    if (file.split(/[/.-]/).some((word) => emptyWords.test(word))) breach('telling-names', 'utils, helpers, common and manager say nothing. Name what it does.')
    if (file.startsWith('src/')) {
      const why = misplaced(file.slice('src/'.length), building)
      if (why) breach('rooms-and-roles', why)
    }
  }
  return breaches
}

/** Why a file below src/ may not have the place and name that it has, or null. */
function misplaced(file, { rooms, roles, loose, roomRoles }) {
  const [room, ...rest] = file.split('/')
  if (rest.length === 0) return null
  const name = rest.at(-1)
  if (/^index\.[jt]sx?$/.test(name) && !page.test(file)) return 'A barrel hides who imports whom. Import from the file itself.'
  if (!/\.tsx?$/.test(name)) return null
  if (rooms.includes(room)) {
    const [, role] = /^[a-z0-9-]+(?:\.([a-z0-9]+))?(?:\.api)?(?:\.test)?\.tsx?$/.exec(name) ?? [null, name]
    return role === undefined || ['api', 'test', ...roomRoles].includes(role) ? null : `"${role}" is not among the roles here: ${roomRoles.join(', ')}.`
  }
  if (!slices.includes(room)) return `"${room}" is neither a slice of docs/GLOSSARY.md nor a room of this building.`
  const inside = rest.join('/')
  if (loose.some((form) => form.test(inside))) return null
  const form = new RegExp(`^${room}(-[a-z0-9-]+)?\\.(${[...roles, 'api\\.test'].join('|')})(\\.test)?\\.tsx?$`)
  return form.test(inside) ? null : `A file of a slice is <slice>[-<noun>].<role>.ts, of the roles ${roles.join(', ')}.`
}

function filesBelow(folder, prefix = '') {
  if (!fs.existsSync(folder)) return []
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name) || entry.name.startsWith('.')) return []
    if (entry.isDirectory()) return filesBelow(path.join(folder, entry.name), `${prefix}${entry.name}/`)
    return read.test(entry.name) ? [prefix + entry.name] : []
  })
}
