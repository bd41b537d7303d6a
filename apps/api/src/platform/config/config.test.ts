import { readConfig, sandboxFieldKey, sandboxSlipKey } from './config.js'

const base = { DATABASE_URL: 'postgres://owner@localhost/db' }
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const live = { ...base, NODE_ENV: 'production', PUBLIC_URL: 'https://example.org', WECHAT_MODE: 'live', WECHAT_APPID: 'wx1', WECHAT_SECRET: 's', FIELD_KEYS: `b:${key(2)},a:${key(1)}`, INDEX_KEY: key(3), SIGNING_KEY: key(4), SLIP_KEYS: `b:${key(6)},a:${key(5)}` }

test('production starts with its own keys, the newest first', () => {
  const { cipherKeys, slipKeys } = readConfig(live)
  expect(slipKeys.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(cipherKeys.fieldKeys.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(cipherKeys.indexKey).toEqual(Buffer.alloc(32, 3))
})

test('the sandbox has keys of its own', () => {
  expect(readConfig(base).cipherKeys.fieldKeys).toEqual([sandboxFieldKey])
})

test.each([
  ['no field keys', { FIELD_KEYS: '' }, /^FIELD_KEYS: required/m],
  ['no index key', { INDEX_KEY: '' }, /^INDEX_KEY: required/m],
  ['the sandbox key', { FIELD_KEYS: `x:${sandboxFieldKey.key.toString('base64')}` }, /^FIELD_KEYS: the key of the sandbox is refused/m],
  ['a short key', { FIELD_KEYS: 'x:c2hvcnQ=' }, /^FIELD_KEYS: entry 1 must be/m],
  ['a key without an id', { FIELD_KEYS: key(1) }, /^FIELD_KEYS: entry 1 must be/m],
  ['an id twice', { FIELD_KEYS: `a:${key(1)},a:${key(2)}` }, /^FIELD_KEYS: two keys/m],
  ['no keys for slips', { SLIP_KEYS: '' }, /^SLIP_KEYS: required/m],
  ['the sandbox’s key for slips', { SLIP_KEYS: `x:${sandboxSlipKey.seed.toString('base64')}` }, /^SLIP_KEYS: the key of the sandbox is refused/m],
  ['a short key for slips', { SLIP_KEYS: 'x:c2hvcnQ=' }, /^SLIP_KEYS: entry 1 must be/m],
  ['a short index key', { INDEX_KEY: 'c2hvcnQ=' }, /^INDEX_KEY: must be base64/m],
  ['one key for both', { INDEX_KEY: key(1) }, /^INDEX_KEY: must not be one of/m],
])('production refuses %s', (_, changes, words) => {
  expect(() => readConfig({ ...live, ...changes })).toThrow(words)
})

test('no key stands in a complaint', () => {
  try {
    readConfig({ ...live, FIELD_KEYS: 'x:c2hvcnQ=' })
  } catch (error) {
    expect((error as Error).message).not.toContain('c2hvcnQ')
  }
})
