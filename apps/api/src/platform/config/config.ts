import path from 'node:path'
import * as z from 'zod'

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
  // What the product signs itself: 32 bytes or more, as base64.
  SIGNING_KEY: z.base64('must be base64').refine((key) => Buffer.from(key, 'base64').length >= 32, 'must hold 32 bytes or more').optional(),
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
  }
  /** For codes that only this product can make, such as the one on the screen at the door. */
  readonly signingKey: Buffer
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
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
    },
    signingKey: e.SIGNING_KEY ? Buffer.from(e.SIGNING_KEY, 'base64') : Buffer.from('dangqun-development-signing-key-1'),
    logLevel: e.LOG_LEVEL,
  }
}
