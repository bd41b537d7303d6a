import type { EncryptedColumn } from '../platform/crypto/encrypted-column.js'

/** Whom a bank may call about a demand, as JSON. */
export const contactColumn: EncryptedColumn = { table: 'financing_demands', column: 'contact', key: 'id', isTenant: true, index: null }
