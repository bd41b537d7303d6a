import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { runMigrations as runJobMigrations } from 'graphile-worker'
import pg from 'pg'
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm'
import { appRole, ensureAppRole } from './app-role.js'

// Beside src in development and tests, two levels further up from dist/src/platform/database.
const folder = ['../../../migrations', '../../../../migrations'].map((relative) => fileURLToPath(new URL(relative, import.meta.url))).find(hasSql)

function hasSql(candidate: string): boolean {
  try {
    return readdirSync(candidate).some((name) => name.endsWith('.sql'))
  } catch {
    return false
  }
}

/** Every `<13 digits>-<name>.sql` as a TypeORM migration; forward only. */
function sqlMigrations(): (new () => MigrationInterface)[] {
  if (!folder) throw new Error('the migrations folder is missing')
  return readdirSync(folder).filter((name) => name.endsWith('.sql')).sort().map((file) => {
    const [, timestamp, title] = /^(\d{13})-([\w-]+)\.sql$/.exec(file) ?? []
    if (!timestamp || !title) throw new Error(`a migration's name must be <13 digits>-<name>.sql: ${file}`)
    const sql = readFileSync(path.join(folder, file), 'utf8')
    return class implements MigrationInterface {
      readonly name = `${title}${timestamp}`
      async up(runner: QueryRunner): Promise<void> {
        await runner.query(sql)
      }
      async down(): Promise<void> {
        throw new Error('migrations only go forward: write a new one')
      }
    }
  })
}

/**
 * Brings a database to the newest state: the app role, the job queue's own schema, then ours.
 * Several processes may call it at once; one does the work.
 * @returns the names of the migrations that ran now.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: ownerUrl })
  await lock.connect()
  try {
    await ensureAppRole(lock, ownerUrl)
    await lock.query('select pg_advisory_lock($1)', [migrationLock])
    await runJobMigrations({ connectionString: ownerUrl })
    const database = new URL(ownerUrl).pathname.slice(1)
    await lock.query(`grant connect on database ${pg.escapeIdentifier(decodeURIComponent(database))} to ${appRole}`)
    const owner = await new DataSource({ type: 'postgres', url: ownerUrl, migrations: sqlMigrations(), migrationsTableName: 'migrations', migrationsTransactionMode: 'each' }).initialize()
    try {
      return (await owner.runMigrations()).map((migration) => migration.name)
    } finally {
      await owner.destroy()
    }
  } finally {
    await lock.end()
  }
}

const migrationLock = 7_204_002
