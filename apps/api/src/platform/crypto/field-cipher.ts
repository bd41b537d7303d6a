import { createHmac, hkdfSync } from 'node:crypto'
import type { EncryptedColumn, EncryptedRow, Sealing } from './encrypted-column.js'
import { aes256gcm, type FieldAlgorithm } from './field-algorithm.js'

/** A ciphertext that does not open. Says nothing of what it holds. */
export class SealError extends Error {
  override readonly name = 'SealError'
}

export interface FieldKey {
  /** Letters, digits and hyphens. */
  readonly id: string
  readonly key: Buffer
}

export interface CipherKeys {
  /** The first one seals; all of them open. */
  readonly fieldKeys: readonly FieldKey[]
  readonly indexKey: Buffer
}

/**
 * Encryption of single columns under one key ring. What a value is bound to (table, column, centre,
 * row) is authenticated with it, so a ciphertext that is copied elsewhere does not open.
 */
export class FieldCipher implements Sealing {
  private readonly keys: ReadonlyMap<string, Buffer>
  private readonly algorithms: ReadonlyMap<string, FieldAlgorithm>
  /** What every newly sealed value begins with. */
  readonly prefix: string
  private readonly fingerprintKey: Buffer
  private readonly active: { algorithm: FieldAlgorithm; key: Buffer }

  /** @param algorithms the first one seals; all of them open */
  constructor(
    private readonly given: CipherKeys,
    algorithms: readonly [FieldAlgorithm, ...FieldAlgorithm[]] = [aes256gcm],
  ) {
    const [first] = given.fieldKeys
    if (!first) throw new Error('a cipher needs a key')
    const [algorithm] = algorithms
    this.keys = new Map(given.fieldKeys.map(({ id, key }) => [id, key]))
    this.algorithms = new Map(algorithms.map((each) => [each.name, each]))
    this.active = { algorithm, key: first.key }
    this.prefix = `${algorithm.name}.${first.id}.`
    // Of the index key: it stays when FIELD_KEYS rotates, and a digest must be found again the day after.
    this.fingerprintKey = Buffer.from(hkdfSync('sha256', given.indexKey, Buffer.alloc(0), 'dangqun fingerprint', 32))
  }

  /**
   * 32 bytes by which the same bytes are known again, and nothing else is learnt: whoever reads the database cannot
   * try out what they were, as with a plain digest of something as short as an ID number.
   * @param purpose keeps fingerprints of different uses apart
   */
  fingerprint(purpose: string, ...parts: readonly (string | Uint8Array)[]): Buffer {
    const hmac = createHmac('sha256', this.fingerprintKey)
    for (const part of [purpose, ...parts]) {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part
      hmac.update(`${bytes.length}:`).update(bytes)
    }
    return hmac.digest()
  }

  seal(column: EncryptedColumn, row: EncryptedRow, plain: string): string {
    const { algorithm, key } = this.active
    return this.prefix + algorithm.seal(key, Buffer.from(plain, 'utf8'), associatedData(column, row)).toString('base64url')
  }

  open(column: EncryptedColumn, row: EncryptedRow, sealed: string): string {
    const [name = '', keyId = '', payload = ''] = sealed.split('.')
    const algorithm = this.algorithms.get(name)
    const key = this.keys.get(keyId)
    if (!algorithm) throw new SealError(`${column.table}.${column.column}: not a ciphertext of this product`)
    if (!key) throw new SealError(`${column.table}.${column.column}: sealed under the key "${keyId}", which FIELD_KEYS does not give`)
    try {
      return algorithm.open(key, Buffer.from(payload, 'base64url'), associatedData(column, row)).toString('utf8')
    } catch {
      throw new SealError(`${column.table}.${column.column}: changed, or moved from another row`)
    }
  }

  blindIndex(column: EncryptedColumn, centerId: string | null, plain: string): Buffer {
    const normalised = column.index ? column.index.normalise(plain) : plain
    return createHmac('sha256', this.given.indexKey).update(JSON.stringify([column.table, column.column, centerId, normalised])).digest()
  }
}

/** JSON keeps the parts apart whatever they hold. */
function associatedData(column: EncryptedColumn, row: EncryptedRow): Buffer {
  return Buffer.from(JSON.stringify([column.table, column.column, row.centerId, row.id]), 'utf8')
}
