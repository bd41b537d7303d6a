import { codeKinds, type CodeKind } from '@dangqun/contracts/centers/vocabulary'
import type { EntityManager } from 'typeorm'

/** A row of `public_codes`, a global table: every query here names the centre itself, and the kinds that are printed. */
export interface PrintedCodeRow {
  code: string
  kind: CodeKind
  label: string | null
  subjectId: string | null
  pictureId: string | null
  createdAt: Date
  retiredAt: Date | null
}

const columns = 'code, kind, label, subject_id as "subjectId", picture_id as "pictureId", created_at as "createdAt", retired_at as "retiredAt"'

/** Activities' codes only of the newest hundred: older ones are over. */
export function listCodes(manager: EntityManager): Promise<PrintedCodeRow[]> {
  return manager.query(
    `select ${columns} from (
       select *, row_number() over (partition by kind order by created_at desc, code) as place from public_codes where center_id = current_center() and kind = any($1::text[])
     ) as each
     where kind <> 'activity' or place <= 100
     order by array_position($1::text[], kind), created_at desc, code`,
    [codeKinds],
  )
}

export async function findCode(manager: EntityManager, code: string, lock: '' | 'for update' = ''): Promise<PrintedCodeRow | null> {
  const [row]: PrintedCodeRow[] = await manager.query(`select ${columns} from public_codes where center_id = current_center() and code = $1 and kind = any($2) ${lock}`, [code, codeKinds])
  return row ?? null
}

/** @returns null when the code is taken by something else */
export async function insertPlaceCode(manager: EntityManager, code: string, given: { kind: CodeKind; label: string }, now: Date): Promise<PrintedCodeRow | null> {
  const [row]: PrintedCodeRow[] = await manager.query(
    `insert into public_codes (code, center_id, kind, label, created_at) values ($1, current_center(), $2, $3, $4) on conflict (code) do nothing returning ${columns}`,
    [code, given.kind, given.label, now],
  )
  return row ?? null
}

export async function retireCode(manager: EntityManager, code: string, now: Date): Promise<void> {
  await manager.query('update public_codes set retired_at = $2 where center_id = current_center() and code = $1', [code, now])
}

export async function saveCodePicture(manager: EntityManager, code: string, pictureId: string): Promise<void> {
  await manager.query('update public_codes set picture_id = $2 where center_id = current_center() and code = $1', [code, pictureId])
}
