import type pg from 'pg'
import { setCenter } from '../database/units.js'
import type { EncryptedColumn } from './encrypted-column.js'
import type { FieldCipher } from './field-cipher.js'

export interface RotationOptions {
  /** Rows in one transaction. */
  batch?: number
  /** Also rows that are sealed under the newest key already: after a change of INDEX_KEY. */
  everyRow?: boolean
  log?: (line: string) => void
}

interface Found {
  id: string
  sealed: string
}

/**
 * Seals every value anew under the first key of FIELD_KEYS and computes its blind index anew. Goes
 * centre by centre, because row-level security binds an owner that is no superuser, and commits each
 * batch: stopped halfway, it goes on where it was when it is called again.
 * Rows that change meanwhile are left as they are changed: whoever writes already seals under the newest key.
 *
 * @param owner the tables' owner, not inside a transaction
 * @returns rows sealed anew, by `table.column`
 * @throws SealError when a value does not open; what was committed before stands
 */
export async function rotate(owner: pg.ClientBase, cipher: FieldCipher, columns: readonly EncryptedColumn[], { batch = 500, everyRow = false, log = () => undefined }: RotationOptions = {}): Promise<Map<string, number>> {
  const { rows: centers } = await owner.query<{ id: string }>('select id from centers order by id')
  const done = new Map<string, number>()
  for (const column of columns) {
    const name = `${column.table}.${column.column}`
    let count = 0
    for (const centerId of column.isTenant ? centers.map(({ id }) => id) : [null]) {
      let after: string | null = null
      for (;;) {
        const batchDone = await rotateBatch(owner, cipher, column, { centerId, after, batch, everyRow })
        count += batchDone.changed
        if (batchDone.last === null) break
        after = batchDone.last
      }
    }
    done.set(name, count)
    log(`${name}: ${count}`)
  }
  return done
}

async function rotateBatch(owner: pg.ClientBase, cipher: FieldCipher, column: EncryptedColumn, at: { centerId: string | null; after: string | null; batch: number; everyRow: boolean }): Promise<{ changed: number; last: string | null }> {
  const { table, key } = column
  const inCenter = column.isTenant ? ' and center_id = $4' : ''
  const center = column.isTenant ? [at.centerId] : []
  await owner.query('begin')
  try {
    if (at.centerId !== null) await owner.query(setCenter(at.centerId))
    const { rows } = await owner.query<Found>(
      `select "${key}"::text as id, "${column.column}" as sealed from "${table}"
       where "${column.column}" is not null and ($1::uuid is null or "${key}" > $1) and ($2 = '' or not starts_with("${column.column}", $2))${inCenter}
       order by "${key}" limit $3`,
      [at.after, at.everyRow ? '' : cipher.prefix, at.batch, ...center],
    )
    let changed = 0
    for (const { id, sealed } of rows) {
      const row = { centerId: at.centerId, id }
      const plain = cipher.open(column, row, sealed)
      const index = column.index ? [`, "${column.index.column}" = $4`, cipher.blindIndex(column, at.centerId, plain)] as const : null
      const { rowCount } = await owner.query(
        `update "${table}" set "${column.column}" = $3${index ? index[0] : ''} where "${key}" = $1 and "${column.column}" = $2${column.isTenant ? ` and center_id = $${index ? 5 : 4}` : ''}`,
        [id, sealed, cipher.seal(column, row, plain), ...(index ? [index[1]] : []), ...center],
      )
      changed += rowCount ?? 0
    }
    await owner.query('commit')
    return { changed, last: rows.length === at.batch ? (rows.at(-1)?.id ?? null) : null }
  } catch (error) {
    await owner.query('rollback').catch(() => undefined)
    throw error
  }
}

/**
 * Moves what an earlier version kept plain in `<column>_plain` into the encrypted column, in batches, and drops the
 * plain column in the end. Called at every start; without such a column it does nothing.
 * @returns rows sealed
 */
export async function sealPlain(owner: pg.ClientBase, cipher: FieldCipher, column: EncryptedColumn & { isTenant: true }, batch = 1000): Promise<number> {
  await owner.query('select pg_advisory_lock($1)', [sealLock])
  try {
    return await sealAndDrop(owner, cipher, column, batch)
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [sealLock])
  }
}

const sealLock = 7_204_004

async function sealAndDrop(owner: pg.ClientBase, cipher: FieldCipher, column: EncryptedColumn & { isTenant: true }, batch: number): Promise<number> {
  const { table, key } = column
  const plain = `${column.column}_plain`
  const { rows: found } = await owner.query('select 1 from information_schema.columns where table_schema = current_schema() and table_name = $1 and column_name = $2', [table, plain])
  if (found.length === 0) return 0
  const { rows: centers } = await owner.query<{ id: string }>('select id from centers order by id')
  let count = 0
  for (const { id: centerId } of centers) {
    for (let moved = batch; moved === batch; count += moved) {
      await owner.query('begin')
      try {
        await owner.query(setCenter(centerId))
        const { rows } = await owner.query<{ id: string; value: string }>(`select "${key}"::text as id, "${plain}" as value from "${table}" where center_id = $1 and "${plain}" is not null limit $2 for update`, [centerId, batch])
        moved = rows.length
        for (const { id, value } of rows) {
          const index = column.index ? cipher.blindIndex(column, centerId, value) : null
          await owner.query(
            `update "${table}" set "${plain}" = null, "${column.column}" = coalesce("${column.column}", $3)${column.index ? `, "${column.index.column}" = coalesce("${column.index.column}", $4)` : ''} where center_id = $1 and "${key}" = $2`,
            [centerId, id, cipher.seal(column, { centerId, id }, value), ...(index ? [index] : [])],
          )
        }
        await owner.query('commit')
      } catch (error) {
        await owner.query('rollback').catch(() => undefined)
        throw error
      }
    }
  }
  await owner.query('begin')
  try {
    // Nobody writes between the last look and the drop.
    await owner.query(`lock table "${table}" in access exclusive mode`)
    for (const { id: centerId } of centers) {
      await owner.query(setCenter(centerId))
      const { rows: left } = await owner.query(`select 1 from "${table}" where center_id = $1 and "${plain}" is not null limit 1`, [centerId])
      if (left.length > 0) throw new Error(`${table}.${plain} was written while it was being emptied: start again`)
    }
    await owner.query(`alter table "${table}" drop column "${plain}"`)
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback').catch(() => undefined)
    throw error
  }
  return count
}
