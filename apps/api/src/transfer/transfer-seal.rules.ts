import type { EncryptedColumn, Sealing } from '../platform/crypto/encrypted-column.js'
import type { PlainTransfer } from './transfer.factory.js'

/** What a member filled in, as JSON. */
export const formColumn: EncryptedColumn = { table: 'transfers', column: 'form', key: 'id', isTenant: true, index: null }

export const commentColumn: EncryptedColumn = { table: 'transfer_steps', column: 'comment', key: 'id', isTenant: true, index: null }

/** A step on its way to the other centre. */
export const messageColumn: EncryptedColumn = { table: 'transfer_messages', column: 'body', key: 'id', isTenant: true, index: null }

/** Not stored: its blind index alone finds the open case of an ID number. */
export const idNumberColumn: EncryptedColumn = { table: 'transfers', column: 'id_number', key: 'id', isTenant: true, index: { column: 'id_number_index', normalise: (value) => value } }

/** A row of the factory as it is stored, in PostgreSQL's text form of bytea. */
export function sealTransfer(cipher: Sealing, row: PlainTransfer) {
  const { idNumber } = row.form
  return {
    ...row,
    form: cipher.seal(formColumn, { centerId: row.center_id, id: row.id }, JSON.stringify(row.form)),
    id_number_index: idNumber && `\\x${cipher.blindIndex(idNumberColumn, row.center_id, idNumber).toString('hex')}`,
  }
}

/** What was printed on a slip, as JSON. */
export const slipFieldsColumn: EncryptedColumn = { table: 'transfer_slips', column: 'fields', key: 'id', isTenant: true, index: null }
