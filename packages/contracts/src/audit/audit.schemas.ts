import * as z from 'zod'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { date, id, line, moment, slug } from '../kit/text.schemas.js'
import type { auditRoutes } from './audit.routes.js'
import { chainProblemKinds, factSlices, historyKinds } from './audit.vocabulary.js'

export const auditCenterParams = z.object({ center: slug })
export type AuditCenterParams = z.input<typeof auditCenterParams>

/** Who did it; null: the system itself. `username` null: logs in by phone only, and is not named. */
export const actor = z.object({ username: z.string().nullable(), roles: z.array(z.string()) })
export type Actor = z.infer<typeof actor>

export const factRow = z.object({
  id,
  at: moment,
  fact: z.string(),
  subjectId: id,
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  actor: actor.nullable(),
  /** The place in the chain; null: not sealed yet. */
  number: z.number().int().nullable(),
})
export type FactRow = z.infer<typeof factRow>

/** `from` and `to` are dates in Shanghai, both included; `actor` a user name of the console, `system` the system itself. */
export const factsQuery = z.object({
  from: date.optional(),
  to: date.optional(),
  slice: z.enum(factSlices).optional(),
  fact: z.string().regex(/^[a-z]+\.[a-zA-Z]+$/).max(60).optional(),
  actor: line(40).optional(),
  subjectId: id.optional(),
  ...pageQuery,
})
export type FactsQuery = z.input<typeof factsQuery>
export const factsPage = page(factRow)
export type FactsPage = z.infer<typeof factsPage>

export const chainState = z.object({
  /** Facts sealed so far; 0: none yet. */
  sealed: z.number().int(),
  sealedAt: moment.nullable(),
  /** Of the newest seal, hexadecimal: written down elsewhere, it proves later that nothing before it was changed. */
  hash: z.string(),
  /** Facts that wait, counted up to 1,000. */
  waiting: z.number().int(),
  waitingSince: moment.nullable(),
})
export type ChainState = z.infer<typeof chainState>

export const verificationQuery = z.object({ after: z.coerce.number().int().min(0).default(0) })
export type VerificationQuery = z.input<typeof verificationQuery>

export const chainProblem = z.object({ kind: z.enum(chainProblemKinds), number: z.number().int().nullable(), factId: id.nullable() })
export type ChainProblem = z.infer<typeof chainProblem>

/** `verified`: up to which seal; `next`: where to go on, null at the end of the chain. At most 100 problems a stretch. */
export const verification = z.object({ verified: z.number().int(), next: z.number().int().nullable(), problems: z.array(chainProblem) })
export type Verification = z.infer<typeof verification>

export const historyParams = z.object({ center: slug, kind: z.enum(historyKinds), id })
export type HistoryParams = z.input<typeof historyParams>
export const historyQuery = z.object(pageQuery)
export type HistoryQuery = z.input<typeof historyQuery>
export const historyPage = page(factRow.omit({ number: true }))
export type HistoryPage = z.infer<typeof historyPage>

export const auditSchemas = {
  listFacts: { params: auditCenterParams, query: factsQuery, reply: factsPage },
  chain: { params: auditCenterParams, reply: chainState },
  verify: { params: auditCenterParams, query: verificationQuery, reply: verification },
  listPlatformFacts: { query: factsQuery, reply: factsPage },
  platformChain: { reply: chainState },
  verifyPlatform: { query: verificationQuery, reply: verification },
  history: { params: historyParams, query: historyQuery, reply: historyPage },
} satisfies SchemasFor<typeof auditRoutes>
