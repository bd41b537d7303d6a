import type { EncryptedColumn, Sealing } from '../platform/crypto/encrypted-column.js'
import type { PlainPerson } from './organization.factory.js'

/** A person's phone number; its index finds the person of a number at one centre. */
export const personPhone = {
  table: 'persons', column: 'phone', key: 'id', isTenant: true,
  index: { column: 'phone_index', normalise: (typed: string) => typed.normalize('NFKC').replace(/[\s-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '') },
} satisfies EncryptedColumn

/** Which person, by the columns of `persons`. */
export interface PersonKey {
  readonly center_id: string
  readonly id: string
}

/** What is stored of a phone number: both columns together, or neither. */
export interface SealedPhone {
  phone: string
  phone_index: Buffer
}

export function sealPhone(cipher: Sealing, person: PersonKey, phone: string): SealedPhone {
  return { phone: cipher.seal(personPhone, { centerId: person.center_id, id: person.id }, phone), phone_index: phoneIndex(cipher, person.center_id, phone) }
}

/** @throws SealError when it is not this person's ciphertext */
export function openPhone(cipher: Sealing, person: PersonKey, sealed: string): string {
  return cipher.open(personPhone, { centerId: person.center_id, id: person.id }, sealed)
}

/** What `persons.phone_index` holds for this number, however it was typed. */
export function phoneIndex(cipher: Sealing, centerId: string, phone: string): Buffer {
  return cipher.blindIndex(personPhone, centerId, phone)
}

/** Rows of the factory as they are stored, in PostgreSQL's text form of bytea. */
export function sealPersons(cipher: Sealing, persons: readonly PlainPerson[]): (Omit<PlainPerson, 'phone'> & { phone: string | null; phone_index: string | null })[] {
  return persons.map((person) => {
    const sealed = person.phone === null ? null : sealPhone(cipher, person, person.phone)
    return { ...person, phone: sealed?.phone ?? null, phone_index: sealed ? `\\x${sealed.phone_index.toString('hex')}` : null }
  })
}
