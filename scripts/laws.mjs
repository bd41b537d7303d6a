import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import config from '../.dependency-cruiser.mjs'
import { breachesOfFiles } from './lib/file-laws.mjs'
import { buildings } from './lib/rooms.mjs'

/**
 * Looks a house over for breaches of the laws of imports, names and sizes.
 * @param {string} root folder that holds apps/ and packages/
 * @param {typeof buildings} inspected
 * @returns {Promise<{ name: string, modules: number, imports: number, breaches: { law: string, where: string, why: string }[] }[]>} one entry per building
 */
export async function inspect(root, inspected = buildings) {
  const reports = []
  for (const building of inspected) {
    const { modules, imports, breaches } = await breachesOfImports(root, building)
    reports.push({ name: building.name, modules, imports, breaches: [...breaches, ...breachesOfFiles(root, building)] })
  }
  return reports
}

async function breachesOfImports(root, { folder, sources }) {
  const tsConfig = extractTSConfig(path.join(root, folder, 'tsconfig.json'))
  const alias = Object.fromEntries(Object.entries(tsConfig.options.paths ?? {}).map(([name, [target]]) => [name.replace(/\/\*$/, ''), path.join(root, folder, target.replace(/\/\*$/, ''))]))
  const roots = sources.map((source) => `${folder}/${source}`).filter((source) => fs.existsSync(path.join(root, source)))
  const { output } = await cruise(roots, { ...config.options, baseDir: root, ruleSet: { forbidden: config.forbidden }, validate: true }, { alias }, { tsConfig })
  const own = output.modules.filter(({ source }) => /\.tsx?$/.test(source) && roots.some((folder) => source.startsWith(`${folder}/`)))
  const breaches = output.summary.violations.map(({ rule, from, to }) => ({
    law: rule.name,
    where: `${from} → ${to}`,
    why: config.forbidden.find(({ name }) => name === rule.name)?.comment ?? '',
  }))
  // A cruiser that cannot read TypeScript finds nothing, and so nothing wrong.
  if (own.length === 0) breaches.push({ law: 'cruised', where: folder, why: 'No module was read, so nothing was checked.' })
  return { modules: own.length, imports: own.reduce((sum, { dependencies }) => sum + dependencies.length, 0), breaches }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = path.resolve(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)))
  const reports = await inspect(root)
  for (const { name, modules, imports, breaches } of reports) {
    console.log(`${name.padEnd(12)} ${String(modules).padStart(4)} modules ${String(imports).padStart(5)} imports  ${breaches.length === 0 ? 'ok' : `${breaches.length} breaches`}`)
    for (const { law, where, why } of breaches) console.error(`  ${law}: ${where}\n    ${why}`)
  }
  if (reports.some(({ breaches }) => breaches.length > 0)) process.exitCode = 1
}
