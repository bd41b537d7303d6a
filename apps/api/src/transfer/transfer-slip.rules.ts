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

export interface SlipCode {
  /** 128 random bits, base64url: all that a table knows of the code. */
  readonly id: string
  readonly keyId: string
  readonly signature: Buffer
}

/** The printed fields in their fixed order, for a digest: another word on the paper is another text. */
export function slipText({ name, category, from, to, letterNumber, issuedOn, validUntil }: SlipFields): string {
  return JSON.stringify([name, category, from, to, letterNumber, issuedOn, validUntil])
}

/** What is signed: the code's own parts and the digest of the printed fields; no field of the paper, so none can be read from a code. */
export function slipMessage(id: string, keyId: string, digest: Buffer): string {
  return `dangqun slip 1\n${id}\n${keyId}\n${digest.toString('hex')}`
}

export function slipCode({ id, keyId, signature }: SlipCode): string {
  return `${id}.${keyId}.${signature.toString('base64url')}`
}

/** The parts of a code as it was printed, or null: base64url has several spellings of the same bytes, and only one is a code. */
export function readSlipCode(text: string): SlipCode | null {
  const [, id = '', keyId = '', encoded = ''] = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9-]{1,32})\.([A-Za-z0-9_-]{86})$/.exec(text) ?? []
  const signature = Buffer.from(encoded, 'base64url')
  return id !== '' && signature.toString('base64url') === encoded ? { id, keyId, signature } : null
}
