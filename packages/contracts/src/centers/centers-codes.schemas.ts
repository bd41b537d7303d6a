import * as z from 'zod'
import type { SchemasFor } from '../kit/schemas.js'
import { id, line, moment } from '../kit/text.schemas.js'
import { centerParams } from './centers.schemas.js'
import { codeActions, codeKinds, codeMakers, placeCodeKinds } from './centers.vocabulary.js'
import type { codesRoutes } from './centers-codes.routes.js'

export const printedCodeParams = centerParams.extend({ code: z.string().min(1).max(32) })
export type PrintedCodeParams = z.input<typeof printedCodeParams>

export const printedCode = z.object({
  code: z.string(),
  kind: z.enum(codeKinds),
  /** Where it hangs, of doors and counters; null for the rest. */
  label: z.string().nullable(),
  /** The activity; null for the rest. */
  subjectId: id.nullable(),
  /** WeChat's picture of it, a file of this centre for everybody; null: not asked for yet. */
  pictureId: id.nullable(),
  createdAt: moment,
  retiredAt: moment.nullable(),
  allowedActions: z.array(z.enum(codeActions)),
})
export type PrintedCode = z.infer<typeof printedCode>

export const codes = z.object({
  /** The centre's own first, then doors, counters and activities, the newest first. */
  items: z.array(printedCode),
  /** Who draws them: WeChat, or in the sandbox the page itself. */
  drawnBy: z.enum(codeMakers),
})
export type Codes = z.infer<typeof codes>

export const createCode = z.object({ kind: z.enum(placeCodeKinds), label: line(30) })
export type CreateCode = z.input<typeof createCode>

export const codesSchemas = {
  list: { params: centerParams, reply: codes },
  create: { params: centerParams, body: createCode, reply: printedCode },
  retire: { params: printedCodeParams, body: z.object({}), reply: printedCode },
  makePicture: { params: printedCodeParams, body: z.object({}), reply: printedCode },
} satisfies SchemasFor<typeof codesRoutes>
