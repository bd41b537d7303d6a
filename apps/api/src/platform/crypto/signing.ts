import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'

/** A signing key under a name; `seed` is the 32 bytes of an Ed25519 private key (RFC 8032). */
export interface SigningSeed {
  readonly id: string
  readonly seed: Buffer
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

// The fixed frame of an Ed25519 private key in PKCS #8 (RFC 8410).
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const pairs = new WeakMap<SigningSeed, { privateKey: KeyObject; publicKey: KeyObject }>()

function pairOf(key: SigningSeed): { privateKey: KeyObject; publicKey: KeyObject } {
  const known = pairs.get(key)
  if (known) return known
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, key.seed]), format: 'der', type: 'pkcs8' })
  const pair = { privateKey, publicKey: createPublicKey(privateKey) }
  pairs.set(key, pair)
  return pair
}

/** 64 bytes; the same for the same key and message. */
export function signWith(key: SigningSeed, message: string): Buffer {
  return sign(null, Buffer.from(message), pairOf(key).privateKey)
}

/** Whether the key of that name is one of ours and made this signature. A key that was taken off the list vouches for nothing. */
export function isSignedBy(keys: readonly SigningSeed[], keyId: string, message: string, signature: Buffer): boolean {
  const key = keys.find(({ id }) => id === keyId)
  return key !== undefined && verify(null, Buffer.from(message), pairOf(key).publicKey, signature)
}
