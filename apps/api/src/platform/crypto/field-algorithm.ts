import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** An authenticated cipher for single values. SM4-GCM takes the place of AES by being a second one of these. */
export interface FieldAlgorithm {
  /** Stands before every ciphertext, so that old ones open after a change of algorithm. */
  readonly name: string
  readonly keyBytes: number
  seal(key: Buffer, plain: Buffer, associated: Buffer): Buffer
  /** @throws Error when the tag does not fit */
  open(key: Buffer, sealed: Buffer, associated: Buffer): Buffer
}

const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM, NIST SP 800-38D: 96 random bits of nonce, the full tag. Payload: nonce, tag, ciphertext. */
export const aes256gcm: FieldAlgorithm = {
  name: 'aes256gcm',
  keyBytes: 32,
  seal(key, plain, associated) {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(associated)
    const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext])
  },
  open(key, sealed, associated) {
    if (sealed.length < nonceBytes + tagBytes) throw new Error('too short to be a ciphertext')
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(associated)
      .setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()])
  },
}
