import fc from 'fast-check'
import { createHash, createHmac, createCipheriv } from 'node:crypto'
import type { EncryptedColumn } from './encrypted-column.js'
import { aes256gcm, type FieldAlgorithm } from './field-algorithm.js'
import { FieldCipher, SealError } from './field-cipher.js'

const key = (word: string) => createHash('sha256').update(word).digest()
const cipher = new FieldCipher({ fieldKeys: [{ id: 'k1', key: key('one') }], indexKey: key('index') })
const column: EncryptedColumn = { table: 'persons', column: 'phone', key: 'id', isTenant: true, index: { column: 'phone_index', normalise: (value) => value.replace(/\s/g, '') } }
const row = { centerId: '0197f2a0-0000-7000-8000-000000000001', id: '0197f2a0-0000-7000-8000-000000000002' }

test('whatever is sealed opens again, and never looks the same twice', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
    const sealed = cipher.seal(column, row, plain)
    expect(sealed).toMatch(/^aes256gcm\.k1\.[\w-]{38,}$/)
    expect(cipher.open(column, row, sealed)).toBe(plain)
    expect(cipher.seal(column, row, plain)).not.toBe(sealed)
  }))
})

test.each([
  ['another row', column, { ...row, id: row.centerId }],
  ['another centre', column, { ...row, centerId: row.id }],
  ['a global table', column, { ...row, centerId: null }],
  ['another column', { ...column, column: 'id_number' }, row],
  ['another table', { ...column, table: 'members' }, row],
])('a ciphertext does not open in %s', (_, place, at) => {
  const sealed = cipher.seal(column, row, '19900001234')
  expect(() => cipher.open(place, at, sealed)).toThrow(SealError)
})

test('a ciphertext with one changed bit anywhere does not open', () => {
  const sealed = cipher.seal(column, row, '19900001234')
  const payload = Buffer.from(sealed.slice(cipher.prefix.length), 'base64url')
  for (let bit = 0; bit < payload.length * 8; bit++) {
    const changed = Buffer.from(payload)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(() => cipher.open(column, row, cipher.prefix + changed.toString('base64url'))).toThrow(SealError)
  }
})

test.each(['', '19900001234', 'aes256gcm.k1.', 'aes256gcm.k1.AAAA', 'sm4gcm.k1.AAAA', 'aes256gcm.gone.AAAA'])('%p is refused without saying what it holds', (sealed) => {
  expect(() => cipher.open(column, row, sealed)).toThrow(SealError)
  try {
    cipher.open(column, row, sealed)
  } catch (error) {
    expect((error as Error).message).not.toContain('1990000')
  }
})

test('the first key seals, older ones still open', () => {
  const old = cipher.seal(column, row, 'x')
  const both = new FieldCipher({ fieldKeys: [{ id: 'k2', key: key('two') }, { id: 'k1', key: key('one') }], indexKey: key('index') })
  expect(both.open(column, row, old)).toBe('x')
  expect(both.seal(column, row, 'x')).toMatch(/^aes256gcm\.k2\./)
  const newest = new FieldCipher({ fieldKeys: [{ id: 'k2', key: key('two') }], indexKey: key('index') })
  expect(() => newest.open(column, row, old)).toThrow(/"k1".*FIELD_KEYS/)
})

test('another algorithm takes over by standing first', () => {
  const reversed: FieldAlgorithm = { name: 'reversed', keyBytes: 32, seal: (_, plain) => Buffer.from(plain).reverse(), open: (_, sealed) => Buffer.from(sealed).reverse() }
  const keys = { fieldKeys: [{ id: 'k1', key: key('one') }], indexKey: key('index') }
  const changed = new FieldCipher(keys, [reversed, aes256gcm])
  expect(changed.open(column, row, cipher.seal(column, row, 'old'))).toBe('old')
  expect(changed.seal(column, row, 'abc')).toBe(`reversed.k1.${Buffer.from('cba').toString('base64url')}`)
})

test('AES-256-GCM is the standard one: the first 256-bit test vector with data of NIST (GCM, case 14)', () => {
  const zero = Buffer.alloc(32)
  const plain = Buffer.alloc(16)
  const standard = createCipheriv('aes-256-gcm', zero, Buffer.alloc(12))
  const ciphertext = Buffer.concat([standard.update(plain), standard.final()])
  expect(ciphertext.toString('hex')).toBe('cea7403d4d606b6e074ec5d3baf39d18')
  expect(standard.getAuthTag().toString('hex')).toBe('d0d1c8a799996bf0265b98b5d48ab919')
  expect(aes256gcm.open(zero, Buffer.concat([Buffer.alloc(12), standard.getAuthTag(), ciphertext]), Buffer.alloc(0))).toEqual(plain)
})

test('the blind index is the same for equal numbers of one centre only', () => {
  const index = cipher.blindIndex(column, row.centerId, '199 0000 1234')
  expect(index).toEqual(cipher.blindIndex(column, row.centerId, '19900001234'))
  expect(index).toEqual(createHmac('sha256', key('index')).update(JSON.stringify(['persons', 'phone', row.centerId, '19900001234'])).digest())
  expect(index).not.toEqual(cipher.blindIndex(column, row.id, '19900001234'))
  expect(index).not.toEqual(cipher.blindIndex({ ...column, column: 'other' }, row.centerId, '19900001234'))
  expect(index).not.toEqual(cipher.blindIndex(column, row.centerId, '19900001235'))
})

describe('a fingerprint', () => {
  const other = (given: Partial<ConstructorParameters<typeof FieldCipher>[0]>) => new FieldCipher({ fieldKeys: [{ id: 'k1', key: key('one') }], indexKey: key('index'), ...given })

  test('is the same for the same bytes, also after the field keys have rotated', () => {
    const taken = cipher.fingerprint('request', '/a', '{}')
    expect(taken).toHaveLength(32)
    expect(other({ fieldKeys: [{ id: 'k2', key: key('two') }] }).fingerprint('request', '/a', Buffer.from('{}'))).toEqual(taken)
  })

  test.each([
    ['another purpose', cipher.fingerprint('other', '/a', '{}')],
    ['another part', cipher.fingerprint('request', '/a', '{ }')],
    ['the same bytes parted elsewhere', cipher.fingerprint('request', '/a{', '}')],
    ['another key', other({ indexKey: key('another index') }).fingerprint('request', '/a', '{}')],
  ])('differs for %s', (_, taken) => expect(taken).not.toEqual(cipher.fingerprint('request', '/a', '{}')))

  test('is no digest that can be made without the key, nor a blind index', () => {
    const guesses = ['{}', '/a\n{}', 'request/a{}', '7:request2:/a2:{}'].map((text) => createHash('sha256').update(text).digest('hex'))
    const taken = cipher.fingerprint('request', '/a', '{}').toString('hex')
    expect(guesses).not.toContain(taken)
    expect(createHmac('sha256', key('index')).update('7:request2:/a2:{}').digest('hex')).not.toBe(taken)
  })
})
