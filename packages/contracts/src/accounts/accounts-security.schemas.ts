import * as z from 'zod'
import type { SchemasFor } from '../kit/schemas.js'
import { id, line, moment } from '../kit/text.schemas.js'
import { newPassword, secondFactorState } from './accounts.schemas.js'
import type { securityRoutes } from './accounts-security.routes.js'

export const security = z.object({
  /** null: this account logs in by WeChat only. */
  username: z.string().nullable(),
  secondFactor: secondFactorState,
  recoveryCodesLeft: z.number().int(),
})
export type Security = z.infer<typeof security>

export const ownSession = z.object({ id, channel: z.enum(['phone', 'console']), device: z.string(), createdAt: moment, lastSeenAt: moment, isThisOne: z.boolean() })
export type OwnSession = z.infer<typeof ownSession>

export const ownSessions = z.object({ items: z.array(ownSession) })
export type OwnSessions = z.infer<typeof ownSessions>

export const sessionObject = z.object({ id })
export type SessionObject = z.input<typeof sessionObject>

const password = z.string().min(1, '请填写密码').max(256)
/** Six digits of the app, or a recovery code. */
const code = line(20, 6)

export const changePassword = z.object({ current: password, next: newPassword })
export type ChangePassword = z.input<typeof changePassword>

export const startTotp = z.object({ password })
export type StartTotp = z.input<typeof startTotp>

/** Shown once: as text to type, and as what a QR code holds. */
export const totpSecret = z.object({ secret: z.string(), uri: z.string() })
export type TotpSecret = z.infer<typeof totpSecret>

export const confirmTotp = z.object({ code })
export type ConfirmTotp = z.input<typeof confirmTotp>

/** Shown once; each logs in once when the phone is lost. */
export const recoveryCodes = z.object({ codes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof recoveryCodes>

export const removeTotp = z.object({ password, code })
export type RemoveTotp = z.input<typeof removeTotp>

export const securitySchemas = {
  get: { reply: security },
  listSessions: { reply: ownSessions },
  endSession: { params: sessionObject, body: z.object({}), reply: z.null() },
  changePassword: { body: changePassword, reply: z.null() },
  startTotp: { body: startTotp, reply: totpSecret },
  confirmTotp: { body: confirmTotp, reply: recoveryCodes },
  removeTotp: { body: removeTotp, reply: z.null() },
} satisfies SchemasFor<typeof securityRoutes>
