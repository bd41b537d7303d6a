import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

// RFC 6238 with what every authenticator app understands: SHA-1, 30 seconds, 6 digits.
const stepSeconds = 30
const digits = 6
/** A clock may be wrong by one step either way (RFC 6238, 5.2). */
const drift = [0, -1, 1]
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 160 random bits, as RFC 4226 recommends, in base 32. */
export function newTotpSecret(): string {
  return toBase32(randomBytes(20))
}

/** What an authenticator app reads from a QR code. */
export function totpUri(secret: string, issuer: string, label: string): string {
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(label)}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`
}

/** The code of a moment. */
export function totpAt(secret: string, at: Date): string {
  return codeOf(fromBase32(secret), stepOf(at))
}

/**
 * Which step a code belongs to.
 * @param after steps up to this one are used up
 * @returns null when it is none of the steps around the moment
 */
export function totpStep(secret: string, code: string, at: Date, after: number): number | null {
  const key = fromBase32(secret)
  const given = Buffer.from(code)
  for (const offset of drift) {
    const step = stepOf(at) + offset
    const wanted = Buffer.from(codeOf(key, step))
    if (step > after && given.length === wanted.length && timingSafeEqual(given, wanted)) return step
  }
  return null
}

function stepOf(at: Date): number {
  return Math.floor(at.getTime() / 1000 / stepSeconds)
}

/** RFC 4226, 5.3. */
function codeOf(key: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', key).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 0xf
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

function toBase32(bytes: Buffer): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((part) => alphabet[parseInt(part.padEnd(5, '0'), 2)]).join('')
}

function fromBase32(text: string): Buffer {
  let bits = ''
  for (const symbol of text) bits += alphabet.indexOf(symbol).toString(2).padStart(5, '0')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((part) => parseInt(part, 2)))
}
