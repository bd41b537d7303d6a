import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { id, line, moment, slug } from '../kit/text.schemas.js'
import { grantScope, newPassword, newUsername, session } from './accounts.schemas.js'
import { roles } from './accounts.vocabulary.js'
import type { grantsRoutes } from './accounts-grants.routes.js'

const role = z.enum(roles)
const namedScope = grantScope.extend({ name: z.string().nullable() })

/** Somebody's role at a centre, as the list of accounts shows it. */
export const grantRow = z.object({
  id,
  role,
  scope: namedScope.nullable(),
  /** Whether it is a role of the platform, held at no centre. */
  isPlatform: z.boolean(),
  /** The name at the console's login; null: logs in by WeChat only. */
  username: z.string().nullable(),
  /** As the person is known at this centre. */
  personName: z.string().nullable(),
  grantedAt: moment,
  revokedAt: moment.nullable(),
  revokeReason: z.string().nullable(),
  allowedActions: z.array(z.enum(['revoke'])),
})
export type GrantRow = z.infer<typeof grantRow>

export const grantsQuery = z.object({ role: role.optional(), state: z.enum(['standing', 'revoked']).default('standing'), ...pageQuery })
export type GrantsQuery = z.input<typeof grantsQuery>

/** A page, and the roles that the caller may give here. */
export const grantsPage = page(grantRow).extend({ grantable: z.array(role) })
export type GrantsPage = z.infer<typeof grantsPage>

export const centerObject = centerParams.extend({ id })
export type CenterObject = z.input<typeof centerObject>

export const revokeGrant = z.object({ reason: line(200, 2) })
export type RevokeGrant = z.input<typeof revokeGrant>

/** `note` says for whom it is, for the list only. */
export const writeInvitation = z.object({ role, scope: grantScope.optional(), personId: id.optional(), note: line(40) })
export type WriteInvitation = z.input<typeof writeInvitation>

export const invitationRow = z.object({
  id,
  role,
  scope: namedScope.nullable(),
  personName: z.string().nullable(),
  note: z.string(),
  createdAt: moment,
  expiresAt: moment,
  state: z.enum(['open', 'accepted', 'withdrawn', 'expired']),
  endedAt: moment.nullable(),
  allowedActions: z.array(z.enum(['withdraw'])),
})
export type InvitationRow = z.infer<typeof invitationRow>

/** The only time that the code is shown. */
export const newInvitation = invitationRow.extend({ code: z.string() })
export type NewInvitation = z.infer<typeof newInvitation>

export const invitationsQuery = z.object({ state: z.enum(['open', 'ended']).default('open'), ...pageQuery })
export type InvitationsQuery = z.input<typeof invitationsQuery>

export const invitationsPage = page(invitationRow)
export type InvitationsPage = z.infer<typeof invitationsPage>

/** As typed or scanned: case, spaces and hyphens are forgiven. */
export const invitationCode = z.object({ code: line(40) })
export type InvitationCode = z.input<typeof invitationCode>

/** What a code offers, before it is accepted. */
export const invitationOffer = z.object({ role, scope: namedScope.nullable(), center: z.object({ slug, name: z.string() }).nullable(), expiresAt: moment })
export type InvitationOffer = z.infer<typeof invitationOffer>

export const join = invitationCode.extend({ username: newUsername, password: newPassword })
export type Join = z.input<typeof join>

export const grantsSchemas = {
  list: { params: centerParams, query: grantsQuery, reply: grantsPage },
  revoke: { params: centerObject, body: revokeGrant, reply: z.null() },
  listInvitations: { params: centerParams, query: invitationsQuery, reply: invitationsPage },
  invite: { params: centerParams, body: writeInvitation, reply: newInvitation },
  withdrawInvitation: { params: centerObject, body: z.object({}), reply: z.null() },
  checkInvitation: { body: invitationCode, reply: invitationOffer },
  acceptInvitation: { body: invitationCode, reply: invitationOffer },
  join: { body: join, reply: session },
} satisfies SchemasFor<typeof grantsRoutes>
