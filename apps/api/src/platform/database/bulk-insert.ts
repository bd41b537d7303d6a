import type pg from 'pg'

/**
 * Inserts plain rows, keys being the table's columns; columns that the first row does not name get their default.
 * For factories' rows: demo data, tests, benches.
 */
export async function bulkInsert(owner: pg.ClientBase, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).map((column) => `"${column}"`).join(', ')
  await owner.query(`insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $1)`, [JSON.stringify(rows)])
}
