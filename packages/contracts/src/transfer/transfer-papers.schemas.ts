import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { fileReply } from '../kit/file.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { date, id, line } from '../kit/text.schemas.js'
import { memberCategories } from '../organization/organization-members.vocabulary.js'
import { transferParams } from './transfer.schemas.js'
import { transferStates } from './transfer.vocabulary.js'
import type { transferPapersRoutes } from './transfer-papers.routes.js'

/** Millimetres to the right or down, in tenths; what a test print's ruler shows. */
const millimetres = z.number().min(-50, '最多移 50 毫米').max(50, '最多移 50 毫米').multipleOf(0.1, '精确到 0.1 毫米')

export const printerParams = centerParams.extend({ printer: id })
export type PrinterParams = z.input<typeof printerParams>
export const printer = z.object({ id, name: z.string(), xMm: z.number(), yMm: z.number() })
export type Printer = z.infer<typeof printer>
export const printers = z.object({ items: z.array(printer) })
export type Printers = z.infer<typeof printers>
export const savePrinter = z.object({ name: line(40), xMm: millimetres, yMm: millimetres })
export type SavePrinter = z.input<typeof savePrinter>

export const letterQuery = z.object({
  /** Without one, nothing is shifted. */
  printer: id.optional(),
})
export type LetterQuery = z.input<typeof letterQuery>

export const slip = z.object({ code: z.string(), issuedOn: date, validUntil: date })
export type Slip = z.infer<typeof slip>

export const slipParams = z.object({ code: z.string().min(1).max(200) })
export type SlipParams = z.input<typeof slipParams>
export const slipCheck = z.object({
  issuedOn: date,
  validUntil: date,
  /** `voided` also for a slip that another one has replaced. */
  state: z.enum(transferStates),
  /** To a signed-in officer of the committee that it names as receiver; null to everybody else. */
  names: z.object({ name: z.string(), category: z.enum(memberCategories).nullable(), from: z.string(), to: z.string() }).nullable(),
})
export type SlipCheck = z.infer<typeof slipCheck>

export const transferPapersSchemas = {
  listPrinters: { params: centerParams, reply: printers },
  savePrinter: { params: centerParams, body: savePrinter, reply: printer },
  removePrinter: { params: printerParams, reply: printers },
  testPrint: { params: printerParams, reply: fileReply },
  printLetter: { params: transferParams, query: letterQuery, reply: fileReply },
  issueSlip: { params: transferParams, body: z.object({}), reply: slip },
  printSlip: { params: transferParams, reply: fileReply },
  checkSlip: { params: slipParams, reply: slipCheck },
} satisfies SchemasFor<typeof transferPapersRoutes>
