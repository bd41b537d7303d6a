import type { EncryptedColumn } from '../platform/crypto/encrypted-column.js'

/** What a member filled in, as JSON. */
export const formColumn: EncryptedColumn = { table: 'transfers', column: 'form', key: 'id', isTenant: true, index: null }

export const commentColumn: EncryptedColumn = { table: 'transfer_steps', column: 'comment', key: 'id', isTenant: true, index: null }

/** A step on its way to the other centre. */
export const messageColumn: EncryptedColumn = { table: 'transfer_messages', column: 'body', key: 'id', isTenant: true, index: null }

/** Not stored: its blind index alone finds the open case of an ID number. */
export const idNumberColumn: EncryptedColumn = { table: 'transfers', column: 'id_number', key: 'id', isTenant: true, index: { column: 'id_number_index', normalise: (value) => value } }
