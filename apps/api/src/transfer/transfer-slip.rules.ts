import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import type { MemberCategory } from '@dangqun/contracts/organization/members/vocabulary'

/** What stands on a 办理凭条; days as `yyyy-MM-dd` in Shanghai. */
export interface SlipFields {
  readonly name: string
  readonly category: MemberCategory | null
  readonly from: string
  readonly to: string
  readonly letterNumber: string | null
  readonly issuedOn: string
  readonly validUntil: string
}

/** A signing key; `seed` is the 32 bytes of an Ed25519 private key (RFC 8032). */
export interface SlipKey {
  readonly id: string
  readonly seed: Buffer
}

export interface SlipCode {
  /** 128 random bits, base64url: all that a table knows of the code. */
  readonly id: string
  readonly keyId: string
  readonly signature: Buffer
}

/** SHA-256 over the printed fields in their fixed order: another word on the paper is another digest. */
export function slipDigest({ name, category, from, to, letterNumber, issuedOn, validUntil }: SlipFields): Buffer {
  return createHash('sha256').update(JSON.stringify([name, category, from, to, letterNumber, issuedOn, validUntil])).digest()
}

/** What is signed: no field of the paper, so none can be read from a code. */
function message(id: string, keyId: string, digest: Buffer): Buffer {
  return Buffer.from(`dangqun slip 1\n${id}\n${keyId}\n${digest.toString('hex')}`)
}

// The fixed frame of an Ed25519 private key in PKCS #8 (RFC 8410).
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const pairs = new WeakMap<SlipKey, { privateKey: KeyObject; publicKey: KeyObject }>()

function pairOf(key: SlipKey): { privateKey: KeyObject; publicKey: KeyObject } {
  const known = pairs.get(key)
  if (known) return known
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, key.seed]), format: 'der', type: 'pkcs8' })
  const pair = { privateKey, publicKey: createPublicKey(privateKey) }
  pairs.set(key, pair)
  return pair
}

/** `id.key.signature`: the same for the same id, key and fields. */
export function makeSlipCode(id: string, digest: Buffer, key: SlipKey): string {
  return `${id}.${key.id}.${sign(null, message(id, key.id, digest), pairOf(key).privateKey).toString('base64url')}`
}

/** The parts of a code as it was printed, or null: base64url has several spellings of the same bytes, and only one is a code. */
export function readSlipCode(text: string): SlipCode | null {
  const [, id = '', keyId = '', encoded = ''] = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9-]{1,32})\.([A-Za-z0-9_-]{86})$/.exec(text) ?? []
  const signature = Buffer.from(encoded, 'base64url')
  return id !== '' && signature.toString('base64url') === encoded ? { id, keyId, signature } : null
}

/** Whether one of our keys signed this id for these fields. A key that was retired from the list vouches for nothing. */
export function isGenuine({ id, keyId, signature }: SlipCode, digest: Buffer, keys: readonly SlipKey[]): boolean {
  const key = keys.find((each) => each.id === keyId)
  return key !== undefined && verify(null, message(id, keyId, digest), pairOf(key).publicKey, signature)
}
