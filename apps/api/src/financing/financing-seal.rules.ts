import type { EncryptedColumn, Sealing } from '../platform/crypto/encrypted-column.js'

/** Whom a bank may call about a demand, as JSON. */
export const contactColumn: EncryptedColumn = { table: 'financing_demands', column: 'contact', key: 'id', isTenant: true, index: null }

export interface Contact {
  readonly name: string
  readonly phone: string
}

/** Where a person took their contact back. */
export const erasedContact: Contact = { name: '已删除', phone: '' }

/** @throws SealError when it is not this demand's ciphertext */
export function openContact(cipher: Sealing, { centerId, id, contact }: { readonly centerId: string; readonly id: string; readonly contact: string }): Contact {
  return JSON.parse(cipher.open(contactColumn, { centerId, id }, contact)) as Contact
}
