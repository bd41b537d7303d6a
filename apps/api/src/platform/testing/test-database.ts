import pg from 'pg'
import { migrate } from '../database/migrate.js'

const template = 'dangqun_template_test'

/** The URL of a database of the test server. @throws Error for a name without `_test`: tests empty what they are given */
export function testDatabaseUrl(name: string): string {
  if (!/_test$/.test(name)) throw new Error(`tests refuse the database "${name}": its name must end with _test`)
  const server = process.env['TEST_DATABASE_URL']
  if (!server) throw new Error('TEST_DATABASE_URL is missing: run the tests by jest')
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Builds the template by the real migrations. */
export async function makeTemplate(): Promise<void> {
  await recreate(template, null)
  await migrate(testDatabaseUrl(template))
}

/**
 * A fresh copy of the template. One per test file: a worker runs one file at a time.
 * @returns the owner's URL
 */
export async function cloneDatabase(purpose = 'main'): Promise<string> {
  const name = `dangqun_${purpose}_${process.env['JEST_WORKER_ID'] ?? '0'}_test`
  await recreate(name, template)
  return testDatabaseUrl(name)
}

async function recreate(name: string, from: string | null): Promise<void> {
  testDatabaseUrl(name)
  const server = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] })
  await server.connect()
  try {
    await server.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
    await server.query(`create database ${pg.escapeIdentifier(name)} ${from ? `template ${pg.escapeIdentifier(from)} strategy file_copy` : ''}`)
  } finally {
    await server.end()
  }
}
