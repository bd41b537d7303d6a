import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { fileReply } from '../kit/file.schemas.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { id, line, moment } from '../kit/text.schemas.js'
import { activityParams } from './activities.schemas.js'
import { exportActions, exportStates } from './activities-exports.vocabulary.js'
import type { exportsRoutes } from './activities-exports.routes.js'

const exportParams = centerParams.extend({ id })
export type ExportParams = z.input<typeof exportParams>

const reason = line(100, 4)

export const askExport = z.object({
  /** What the list is for; stands in every copy. */
  purpose: reason,
  /** Full phone numbers are wanted, and why; without it they are masked. */
  phoneReason: reason.nullable().default(null),
})
export type AskExport = z.input<typeof askExport>

/** Who did something, by the name of their login. */
const actor = z.string().nullable()

export const exportRow = z.object({
  id,
  activityId: id,
  activityTitle: z.string(),
  purpose: z.string(),
  /** Null: phones are masked. */
  phoneReason: z.string().nullable(),
  /** Standing sign-ups when it was asked; the file never holds more. */
  rows: z.number().int(),
  state: z.enum(exportStates),
  isMine: z.boolean(),
  askedBy: actor,
  askedAt: moment,
  /** Whether somebody else has to agree. */
  needsApproval: z.boolean(),
  decidedBy: actor,
  decidedAt: moment.nullable(),
  note: z.string().nullable(),
  /** Until when it can be decided, or fetched; null when refused. */
  expiresAt: moment.nullable(),
  takenAt: moment.nullable(),
  allowedActions: z.array(z.enum(exportActions)),
})
export type ExportRow = z.infer<typeof exportRow>

export const exportsQuery = z.object({
  /** `waiting`: what the caller may decide now, the first asked first; `mine`: the caller's, newest first; `all`: everybody's for who may decide, else the caller's. */
  show: z.enum(['waiting', 'mine', 'all']).default('mine'),
  activityId: id.optional(),
  ...pageQuery,
})
export type ExportsQuery = z.input<typeof exportsQuery>

export const exportsPage = page(exportRow)
export type ExportsPage = z.infer<typeof exportsPage>

export const decideExport = z.object({ note: line(100, 2) })
export type DecideExport = z.input<typeof decideExport>

const none = z.object({})

export const exportsSchemas = {
  ask: { params: activityParams, body: askExport, reply: exportRow },
  list: { params: centerParams, query: exportsQuery, reply: exportsPage },
  approve: { params: exportParams, body: decideExport, reply: exportRow },
  refuse: { params: exportParams, body: decideExport, reply: exportRow },
  take: { params: exportParams, body: none, reply: fileReply },
} satisfies SchemasFor<typeof exportsRoutes>
