import type { Printer } from '@dangqun/contracts/transfer/papers/schemas'
import type { EntityManager } from 'typeorm'

const printerColumns = 'id, name, x_mm::float8 as "xMm", y_mm::float8 as "yMm"'

export function listPrinters(manager: EntityManager): Promise<Printer[]> {
  return manager.query(`select ${printerColumns} from transfer_printers where center_id = current_center() order by name`)
}

export async function findPrinter(manager: EntityManager, id: string): Promise<Printer | null> {
  const [row]: Printer[] = await manager.query(`select ${printerColumns} from transfer_printers where center_id = current_center() and id = $1`, [id])
  return row ?? null
}

/** A printer of that name anew, or where it stands now. */
export async function savePrinter(manager: EntityManager, { name, xMm, yMm }: Omit<Printer, 'id'>, now: Date): Promise<Printer> {
  const [row]: Printer[] = await manager.query(
    `insert into transfer_printers (center_id, name, x_mm, y_mm, changed_at) values (current_center(), $1, $2, $3, $4)
     on conflict (center_id, name) do update set x_mm = excluded.x_mm, y_mm = excluded.y_mm, changed_at = excluded.changed_at returning ${printerColumns}`,
    [name, xMm, yMm, now],
  )
  if (!row) throw new Error('a printer was not saved')
  return row
}

export async function removePrinter(manager: EntityManager, id: string): Promise<void> {
  await manager.query('delete from transfer_printers where center_id = current_center() and id = $1', [id])
}

export interface SlipRow {
  id: string
  transferId: string
  code: string
  keyId: string
  digest: Buffer
  /** Sealed. */
  fields: string
  issuedOn: string
  validUntil: string
  replacedAt: Date | null
}

const slipColumns = `id, transfer_id as "transferId", code, key_id as "keyId", digest, fields, to_char(issued_on, 'YYYY-MM-DD') as "issuedOn", to_char(valid_until, 'YYYY-MM-DD') as "validUntil", replaced_at as "replacedAt"`

export async function standingSlip(manager: EntityManager, transferId: string): Promise<SlipRow | null> {
  const [row]: SlipRow[] = await manager.query(`select ${slipColumns} from transfer_slips where center_id = current_center() and transfer_id = $1 and replaced_at is null`, [transferId])
  return row ?? null
}

export async function slipByCode(manager: EntityManager, code: string): Promise<SlipRow | null> {
  const [row]: SlipRow[] = await manager.query(`select ${slipColumns} from transfer_slips where center_id = current_center() and code = $1`, [code])
  return row ?? null
}

/** Which centre's a code is: global, like every printed code. */
export async function centerOfSlip(manager: EntityManager, code: string): Promise<string | null> {
  const [row]: { centerId: string }[] = await manager.query(`select center_id as "centerId" from public_codes where code = $1 and kind = 'slip'`, [code])
  return row?.centerId ?? null
}

export async function replaceSlip(manager: EntityManager, transferId: string, now: Date): Promise<void> {
  await manager.query('update transfer_slips set replaced_at = $2 where center_id = current_center() and transfer_id = $1 and replaced_at is null', [transferId, now])
}

export async function addSlip(manager: EntityManager, slip: Omit<SlipRow, 'replacedAt'>, now: Date): Promise<void> {
  await manager.query(`insert into public_codes (code, center_id, kind, subject_id) values ($1, current_center(), 'slip', $2)`, [slip.code, slip.id])
  await manager.query(
    `insert into transfer_slips (center_id, id, transfer_id, code, key_id, digest, fields, issued_on, valid_until, created_at) values (current_center(), $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [slip.id, slip.transferId, slip.code, slip.keyId, slip.digest, slip.fields, slip.issuedOn, slip.validUntil, now],
  )
}

/** The other centre's committee that a case goes to, read there. */
export async function receivingCommitteeOf(manager: EntityManager, transferKey: string): Promise<string | null> {
  const [row]: { id: string | null }[] = await manager.query(`select receiving_committee_id as id from transfers where center_id = current_center() and transfer_key = $1 and direction = 'in'`, [transferKey])
  return row?.id ?? null
}
