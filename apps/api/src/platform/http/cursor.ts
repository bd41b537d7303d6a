import { refuseRequest } from '../errors/request.errors.js'

/** A keyset cursor: the sort values of the last row, opaque to callers. */
export function writeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/**
 * @param parts how many values the cursor must hold
 * @throws AppError `request.invalid` for one that we did not write
 */
export function readCursor(cursor: string | undefined, parts: number): string[] | null {
  if (cursor === undefined) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === parts && values.every((value) => typeof value === 'string')) return values
  } catch {
    // falls through: not ours
  }
  throw refuseRequest('request.invalid', [{ path: 'cursor', message: '翻页位置无效，请从第一页重新开始' }])
}

/** A page from `limit + 1` rows: the extra row only tells that there is more. */
export function pageOf<Row, Item>(rows: readonly Row[], limit: number, item: (row: Row) => Item, keysOf: (row: Row) => string[]): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(item), nextCursor: rows.length > limit && last ? writeCursor(keysOf(last)) : null }
}
