import { createHash } from 'node:crypto'
import path from 'node:path'
import * as z from 'zod'
import type { CipherKeys, FieldKey } from '../crypto/field-cipher.js'
import type { SigningSeed } from '../crypto/signing.js'

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s):// URL' }).optional(),
  WECHAT_MODE: z.enum(['sandbox', 'live']).default('sandbox'),
  WECHAT_APPID: z.string().optional(),
  WECHAT_SECRET: z.string().optional(),
  WECHAT_API: z.url().optional(),
  WECHAT_TEMPLATES: z.string().optional(),
  // What the product signs itself: 32 bytes or more, as base64.
  SIGNING_KEY: z.base64('must be base64').refine((key) => Buffer.from(key, 'base64').length >= 32, 'must hold 32 bytes or more').optional(),
  FIELD_KEYS: z.string().optional(),
  INDEX_KEY: z.string().optional(),
  SLIP_KEYS: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

export interface Config {
  readonly production: boolean
  readonly port: number
  /** Absolute. */
  readonly dataDir: string
  /** The owner's URL: migrations and jobs. Requests use the app role derived from it. */
  readonly databaseUrl: string
  /** Connections that requests may use at once. */
  readonly databasePool: number
  readonly publicUrl: string
  readonly wechat: {
    readonly mode: 'sandbox' | 'live'
    readonly appId: string
    readonly secret: string
    /** Base of WeChat's HTTP API; undefined in sandbox mode: the stand-in's address is known once it listens. */
    readonly api: string | undefined
    /** Templates of subscribe messages by topic; a topic without one stays in the inbox. */
    readonly templates: Readonly<Record<string, WechatTemplate>>
  }
  /** For codes that only this product can make, such as the one on the screen at the door. */
  readonly signingKey: Buffer
  /** Ed25519, for the codes on 办理凭条; the first signs, all of them vouch. */
  readonly slipKeys: readonly SigningSeed[]
  /** For columns that are stored encrypted. */
  readonly cipherKeys: CipherKeys
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

export interface WechatTemplate {
  readonly id: string
  /** Which words stand in which field, such as `{ thing1: 'subject' }`. */
  readonly fields: Readonly<Record<string, 'subject' | 'event' | 'note'>>
  readonly isLongTerm: boolean
}

const templates = z.record(z.string(), z.object({ id: z.string().min(1), fields: z.record(z.string().regex(/^[a-z_]+\d+$/), z.enum(['subject', 'event', 'note'])), isLongTerm: z.boolean().default(false) }))

const sandboxTemplates: Config['wechat']['templates'] = {
  activityChange: { id: 'sandbox-activity-change', fields: { thing1: 'subject', thing2: 'event', thing3: 'note' }, isLongTerm: false },
  waitlistTurn: { id: 'sandbox-waitlist-turn', fields: { thing1: 'subject', thing2: 'event', thing3: 'note' }, isLongTerm: false },
}

/** Injection token of the Config. */
export const CONFIG = Symbol('Config')

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads the environment once.
 * @throws ConfigError naming every variable that is wrong, and why.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  // An empty variable is one that was not set: compose files and CI pass them so.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const e = parsed.data
  const wrong: string[] = []
  const production = e.NODE_ENV === 'production'
  if (production && e.WECHAT_MODE === 'sandbox') wrong.push('WECHAT_MODE: sandbox is refused when NODE_ENV is production (set live)')
  if (production && !e.PUBLIC_URL) wrong.push('PUBLIC_URL: required when NODE_ENV is production')
  if (production && !e.SIGNING_KEY) wrong.push('SIGNING_KEY: required when NODE_ENV is production (openssl rand -base64 32)')
  if (e.WECHAT_MODE === 'live') {
    if (!e.WECHAT_APPID) wrong.push('WECHAT_APPID: required when WECHAT_MODE is live')
    if (!e.WECHAT_SECRET) wrong.push('WECHAT_SECRET: required when WECHAT_MODE is live')
  }
  const cipherKeys = readKeys(e, production, wrong)
  const slipKeys = readSlipKeys(e, production, wrong)
  const wechatTemplates = readTemplates(e, wrong)
  if (wrong.length > 0) throw new ConfigError(wrong.join('\n'))
  return {
    production,
    port: e.PORT,
    dataDir: path.resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL,
    databasePool: e.DATABASE_POOL,
    publicUrl: e.PUBLIC_URL ?? `http://localhost:${e.PORT}`,
    wechat: {
      mode: e.WECHAT_MODE,
      appId: e.WECHAT_APPID ?? 'wx-sandbox',
      secret: e.WECHAT_SECRET ?? 'sandbox-secret',
      api: e.WECHAT_MODE === 'live' ? (e.WECHAT_API ?? 'https://api.weixin.qq.com') : e.WECHAT_API,
      templates: wechatTemplates,
    },
    signingKey: e.SIGNING_KEY ? Buffer.from(e.SIGNING_KEY, 'base64') : Buffer.from('dangqun-development-signing-key-1'),
    slipKeys,
    cipherKeys,
    logLevel: e.LOG_LEVEL,
  }
}

/** Known to everyone who reads this: for made-up data only. */
export const sandboxFieldKey: FieldKey = { id: 'sandbox', key: sandboxKey('field') }
const sandboxIndexKey = sandboxKey('index')

function sandboxKey(purpose: string): Buffer {
  return createHash('sha256').update(`dangqun sandbox ${purpose} key`).digest()
}

/** `WECHAT_TEMPLATES={"activityChange":{"id":"…","fields":{"thing1":"subject"}}}`; live without it sends none. */
function readTemplates(e: { WECHAT_TEMPLATES?: string; WECHAT_MODE: 'sandbox' | 'live' }, wrong: string[]): Config['wechat']['templates'] {
  if (!e.WECHAT_TEMPLATES) return e.WECHAT_MODE === 'sandbox' ? sandboxTemplates : {}
  try {
    return templates.parse(JSON.parse(e.WECHAT_TEMPLATES))
  } catch {
    wrong.push('WECHAT_TEMPLATES: must be JSON, by topic: {"id":"template id","fields":{"thing1":"subject | event | note"},"isLongTerm":false}')
    return {}
  }
}

/** `FIELD_KEYS=2026a:BASE64,2025a:BASE64`, the newest first, 32 bytes each; `INDEX_KEY=BASE64`, 32 bytes. */
function readKeys(e: { FIELD_KEYS?: string; INDEX_KEY?: string }, production: boolean, wrong: string[]): CipherKeys {
  if (production && !e.FIELD_KEYS) wrong.push('FIELD_KEYS: required when NODE_ENV is production (id:base64 of 32 random bytes, the newest first, separated by commas)')
  if (production && !e.INDEX_KEY) wrong.push('INDEX_KEY: required when NODE_ENV is production (base64 of 32 random bytes)')
  const fieldKeys: FieldKey[] = readKeyList('FIELD_KEYS', e.FIELD_KEYS, production ? sandboxFieldKey.key : null, wrong)
  const indexKey = e.INDEX_KEY ? Buffer.from(e.INDEX_KEY, 'base64') : sandboxIndexKey
  if (indexKey.length !== 32) wrong.push('INDEX_KEY: must be base64 of 32 bytes')
  if (production && e.INDEX_KEY && indexKey.equals(sandboxIndexKey)) wrong.push('INDEX_KEY: the key of the sandbox is refused when NODE_ENV is production')
  if (fieldKeys.some(({ key }) => key.equals(indexKey))) wrong.push('INDEX_KEY: must not be one of FIELD_KEYS')
  return { fieldKeys: fieldKeys.length > 0 ? fieldKeys : [sandboxFieldKey], indexKey }
}

/** Known to everyone who reads this. */
export const sandboxSlipKey: SigningSeed = { id: 'sandbox', seed: sandboxKey('slip') }

/** `SLIP_KEYS=2026a:BASE64,2025a:BASE64`, the newest first, 32 random bytes each. */
function readSlipKeys(e: { SLIP_KEYS?: string }, production: boolean, wrong: string[]): readonly SigningSeed[] {
  if (production && !e.SLIP_KEYS) wrong.push('SLIP_KEYS: required when NODE_ENV is production (id:base64 of 32 random bytes, the newest first, separated by commas)')
  const keys = readKeyList('SLIP_KEYS', e.SLIP_KEYS, production ? sandboxSlipKey.seed : null, wrong).map(({ id, key: seed }) => ({ id, seed }))
  return keys.length > 0 ? keys : [sandboxSlipKey]
}

/** @param refused the key that must not be among them */
function readKeyList(name: string, given: string | undefined, refused: Buffer | null, wrong: string[]): { id: string; key: Buffer }[] {
  const keys = (given?.split(',') ?? []).map((entry, place) => {
    const [, id = '', text = ''] = /^\s*([A-Za-z0-9-]{1,32}):([^:]*?)\s*$/.exec(entry) ?? []
    const key = Buffer.from(text, 'base64')
    if (id === '' || key.length !== 32) wrong.push(`${name}: entry ${place + 1} must be id:base64 of 32 bytes`)
    if (refused?.equals(key)) wrong.push(`${name}: the key of the sandbox is refused when NODE_ENV is production`)
    return { id, key }
  })
  if (new Set(keys.map(({ id }) => id)).size < keys.length) wrong.push(`${name}: two keys have the same id`)
  return keys
}
