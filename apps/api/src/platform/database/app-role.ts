import { createHmac } from 'node:crypto'
import pg from 'pg'

/** The role that requests run under: it owns nothing and row-level security binds it. */
export const appRole = 'dangqun_app'

/**
 * The app role's URL on the owner's database. Its password is derived from the owner's, so that every
 * process of a cluster knows it and nothing has to be stored.
 */
export function appRoleUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  url.password = appPassword(ownerUrl)
  url.username = appRole
  return url.href
}

function appPassword(ownerUrl: string): string {
  return createHmac('sha256', decodeURIComponent(new URL(ownerUrl).password)).update(appRole).digest('base64url')
}

/** Creates the role, or corrects it, with the owner's connection. */
export async function ensureAppRole(owner: pg.Client, ownerUrl: string): Promise<void> {
  await owner.query('select pg_advisory_lock($1)', [roleLock])
  try {
    const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [appRole])
    const password = pg.escapeLiteral(appPassword(ownerUrl))
    const attributes = `login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password ${password}`
    await owner.query(`${rowCount ? 'alter' : 'create'} role ${appRole} ${attributes}`)
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [roleLock])
  }
}

const roleLock = 7_204_001
