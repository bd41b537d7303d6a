import type { PlainMember } from './organization-members.factory.js'
import type { EncryptedColumn, Sealing } from '../platform/crypto/encrypted-column.js'

/** A member's ID number; its index finds the standing record of a number at one centre. */
export const memberIdNumber = {
  table: 'members', column: 'id_number', key: 'id', isTenant: true,
  index: { column: 'id_number_index', normalise: (typed: string) => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase() },
} satisfies EncryptedColumn

export const memberEmergencyPhone = { table: 'members', column: 'emergency_phone', key: 'id', isTenant: true, index: null } satisfies EncryptedColumn

/** What somebody typed who asks to be found in the roll; indexed as members are (`memberIdNumber`), and erased when decided. */
export const bindingIdNumber = { table: 'bindings', column: 'claim_id_number', key: 'id', isTenant: true, index: null } satisfies EncryptedColumn

export interface SealedIdNumber {
  idNumber: string
  idNumberIndex: Buffer
}

export function sealIdNumber(cipher: Sealing, row: { centerId: string; id: string }, idNumber: string): SealedIdNumber {
  return { idNumber: cipher.seal(memberIdNumber, row, idNumber), idNumberIndex: cipher.blindIndex(memberIdNumber, row.centerId, idNumber) }
}

/** Rows of the factory as they are stored, in PostgreSQL's text form of bytea. */
export function sealMembers(cipher: Sealing, members: readonly PlainMember[]) {
  return members.map((member) => {
    const row = { centerId: member.center_id, id: member.id }
    const { idNumber, idNumberIndex } = sealIdNumber(cipher, row, member.id_number)
    const phone = member.emergency_phone
    return { ...member, id_number: idNumber, id_number_index: `\\x${idNumberIndex.toString('hex')}`, emergency_phone: phone === null ? null : cipher.seal(memberEmergencyPhone, row, phone) }
  })
}
