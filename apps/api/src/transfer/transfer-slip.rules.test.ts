import { isSignedBy, sha256, signWith, type SigningSeed } from '../platform/crypto/signing.js'
import { readSlipCode, slipCode, slipMessage, slipText, type SlipFields } from './transfer-slip.rules.js'

const fields: SlipFields = { name: '林禾', category: 'full', from: '莲花社区党委', to: '张江科学城综合党委', letterNumber: '皖0001', issuedOn: '2026-12-01', validUntil: '2026-12-31' }
const [older, newer]: [SigningSeed, SigningSeed] = [{ id: '2025a', seed: Buffer.alloc(32, 1) }, { id: '2026a', seed: Buffer.alloc(32, 2) }]
const id = 'AAECAwQFBgcICQoLDA0ODw'
const slipDigest = (of: SlipFields) => sha256(slipText(of))
const makeCode = (key: SigningSeed) => slipCode({ id, keyId: key.id, signature: signWith(key, slipMessage(id, key.id, slipDigest(fields))) })
const code = makeCode(newer)
const accepts = (text: string, digest = slipDigest(fields), keys = [newer, older]) => {
  const read = readSlipCode(text)
  return read !== null && isSignedBy(keys, read.keyId, slipMessage(read.id, read.keyId, digest), read.signature)
}

test('a code holds for its paper, under its key, and says nothing of it', () => {
  expect(accepts(code)).toBe(true)
  for (const secret of [fields.name, '皖0001', Buffer.from(fields.name).toString('base64url')]) expect(code).not.toContain(secret)
  expect(accepts(code, slipDigest({ ...fields, name: '周穗' }))).toBe(false)
  expect(accepts(code, slipDigest({ ...fields, validUntil: '2027-12-31' }))).toBe(false)
})

test('keys rotate: an older one still vouches, a retired one no longer', () => {
  const old = makeCode(older)
  expect(accepts(old)).toBe(true)
  expect(accepts(old, slipDigest(fields), [newer])).toBe(false)
  // A key's name cannot be swapped for another's.
  expect(accepts(code.replace('2026a', '2025a'))).toBe(false)
})

test('of 10,000 altered codes none is accepted', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const altered = new Set<string>()
  // Every other symbol at every place: also the spellings of the last symbol that mean the same bytes.
  for (let place = 0; place < code.length; place++) {
    for (const symbol of `${alphabet}.=`) if (code[place] !== symbol) altered.add(code.slice(0, place) + symbol + code.slice(place + 1))
  }
  for (let place = 0; place < code.length; place++) altered.add(code.slice(0, place) + code.slice(place + 1))
  for (let place = 0; place < code.length - 1; place++) {
    // Two equal symbols changed about are no alteration.
    if (code[place] !== code[place + 1]) altered.add(code.slice(0, place) + (code[place + 1] ?? '') + (code[place] ?? '') + code.slice(place + 2))
  }
  // Pairs of alterations until there are enough.
  for (let round = 0; altered.size < 10_000; round++) {
    const [one, other] = [round % code.length, (round * 7 + 3) % code.length]
    const letters = [...code]
    letters[one] = alphabet[round % 64] ?? 'A'
    letters[other] = alphabet[(round * 13) % 64] ?? 'A'
    if (letters.join('') !== code) altered.add(letters.join(''))
  }
  expect(altered.size).toBeGreaterThanOrEqual(10_000)
  expect(altered.has(code)).toBe(false)
  expect([...altered].filter((each) => accepts(each))).toEqual([])
  expect(accepts(code)).toBe(true)
})
