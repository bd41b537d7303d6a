import * as z from 'zod'
import { permissions } from '../kit/access.js'
import type { SchemasFor } from '../kit/schemas.js'
import { id, line, mobile, moment, slug } from '../kit/text.schemas.js'
import { consentPurposes, roles, scopeKinds } from './accounts.vocabulary.js'
import type { accountsRoutes } from './accounts.routes.js'

export const account = z.object({ id, createdAt: moment })
export type Account = z.infer<typeof account>

/** `token` is opaque and shown once; send it as `Authorization: Bearer`. */
export const session = z.object({ token: z.string(), expiresAt: moment, account })
export type Session = z.infer<typeof session>

export const wechatLogin = z.object({ code: line(128) })
export type WechatLogin = z.input<typeof wechatLogin>

export const consoleLogin = z.object({ username: line(64), password: z.string().min(1, '请填写密码').max(256), totp: line(20, 6).optional() })
export type ConsoleLogin = z.input<typeof consoleLogin>

/** What a grant is narrowed to. */
export const grantScope = z.object({ kind: z.enum(scopeKinds), id })
export type GrantScope = z.infer<typeof grantScope>

/** A new password: 10 characters or more, of three of the four classes. */
export const newPassword = z
  .string()
  .min(10, '至少 10 个字符')
  .max(256, '最多 256 个字符')
  .refine((typed) => [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((form) => form.test(typed)).length >= 3, '要含有小写字母、大写字母、数字、符号中的三种')

/** How a console account is called at login; stored in lower case. */
export const newUsername = z.string().trim().toLowerCase().regex(/^[a-z][a-z0-9._-]{2,31}$/, '3 到 32 个字符，以字母开头，可用字母、数字和 . _ -')

export const grant = z.object({
  role: z.enum(roles),
  /** null: not narrowed. */
  scope: grantScope.nullable(),
  /** null for the platform's own roles. */
  center: z.object({ slug, name: z.string() }).nullable(),
  permissions: z.array(z.enum(permissions)),
})
export type Grant = z.infer<typeof grant>

export const consent = z.object({ purpose: z.enum(consentPurposes), version: z.string(), grantedAt: moment })
export type Consent = z.infer<typeof consent>

/** `needed`: a role asks for it, and until it is set up that role opens nothing in the console. */
export const secondFactorState = z.enum(['off', 'needed', 'on'])

export const me = z.object({ account, grants: z.array(grant), consents: z.array(consent), secondFactor: secondFactorState })
export type Me = z.infer<typeof me>

/** Only the privacy text is agreed to by itself: every other consent comes with the form that says what it is for. */
export const giveConsent = z.object({ purpose: z.literal('privacy'), version: line(32) })
export type GiveConsent = z.input<typeof giveConsent>

/** Of WeChat's button; works once, for 5 minutes. */
export const phoneCode = z.object({ code: line(128) })
export type PhoneCode = z.input<typeof phoneCode>

/** To fill in a form with: nothing was stored. */
export const ownPhone = z.object({ phone: mobile })
export type OwnPhone = z.infer<typeof ownPhone>

export const sandbox = z.object({
  personas: z.array(z.object({ code: z.string(), title: z.string(), roles: z.array(z.enum(roles)) })),
  consoleAccounts: z.array(z.object({ username: z.string(), password: z.string(), title: z.string(), roles: z.array(z.enum(roles)) })),
})
export type Sandbox = z.infer<typeof sandbox>

const nothing = z.null()

export const accountsSchemas = {
  loginByWechat: { body: wechatLogin, reply: session },
  loginToConsole: { body: consoleLogin, reply: session },
  logout: { body: z.object({}), reply: nothing },
  me: { reply: me },
  giveConsent: { body: giveConsent, reply: consent },
  readPhone: { body: phoneCode, reply: ownPhone },
  sandbox: { reply: sandbox },
} satisfies SchemasFor<typeof accountsRoutes>
