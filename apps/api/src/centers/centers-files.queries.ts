import type { FileType } from '@dangqun/contracts/kit/files'
import type { EntityManager } from 'typeorm'

export interface FileRow {
  id: string
  subject_slice: string
  subject_id: string
  type: FileType
  is_public: boolean
}

export async function insertFile(manager: EntityManager, row: FileRow & { size: number; sha256: Buffer; at: Date; by: string }): Promise<void> {
  await manager.query(
    `insert into files (center_id, id, subject_slice, subject_id, type, size, sha256, is_public, created_at, created_by)
     values (current_center(), $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.id, row.subject_slice, row.subject_id, row.type, row.size, row.sha256, row.is_public, row.at, row.by],
  )
}

export async function readFileRow(manager: EntityManager, id: string): Promise<FileRow | null> {
  const [row]: FileRow[] = await manager.query(`select id, subject_slice, subject_id, type, is_public from files where center_id = current_center() and id = $1 and state = 'kept'`, [id])
  return row ?? null
}

export async function markRemoved(manager: EntityManager, id: string, now: Date): Promise<void> {
  await manager.query(`update files set state = 'removed', removed_at = $2 where center_id = current_center() and id = $1 and state = 'kept'`, [id, now])
}

/** Deletes rows that were removed before a moment; answers their ids. */
export async function deleteRemoved(manager: EntityManager, before: Date): Promise<string[]> {
  const [rows]: [{ id: string }[], number] = await manager.query(`delete from files where center_id = current_center() and state = 'removed' and removed_at < $1 returning id`, [before])
  return rows.map(({ id }) => id)
}

/** Which of these ids have a row. */
export async function knownFiles(manager: EntityManager, ids: readonly string[]): Promise<Set<string>> {
  const rows: { id: string }[] = await manager.query('select id from files where center_id = current_center() and id = any($1)', [ids])
  return new Set(rows.map(({ id }) => id))
}
