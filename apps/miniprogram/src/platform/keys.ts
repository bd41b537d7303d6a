/** A new idempotency key: 128 random bits in hex. Only has to differ among one account's keys of a day. */
export function newKey(): string {
  return Array.from({ length: 4 }, () => Math.floor(Math.random() * 0x1_0000_0000).toString(16).padStart(8, '0')).join('')
}
