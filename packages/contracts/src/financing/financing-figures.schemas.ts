import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { fileReply } from '../kit/file.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { moment } from '../kit/text.schemas.js'
import type { financingFiguresRoutes } from './financing-figures.routes.js'
import { figureReasonKinds } from './financing-figures.vocabulary.js'

/** `yyyy-MM` */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应像 2026-11')

/**
 * Of the demands handed in within a span, and what became of them until now. Every figure but `demands` is null where
 * fewer than five firms stand behind it, or where it would tell such a cell by subtraction.
 */
export const figures = z.object({
  demands: z.number().int().nullable(),
  firms: z.number().int().nullable(),
  /** Referrals in which the bank reached the firm. */
  contacts: z.number().int().nullable(),
  /** Of the referrals whose contact was due: in time, per mille. */
  responsePermille: z.number().int().nullable(),
  /** From consent to contact, in hours, half-up to a tenth. */
  medianTenthHours: z.number().int().nullable(),
  grantedFirms: z.number().int().nullable(),
  grantedFen: z.number().int().nullable(),
  /** Confirmed by both sides, or by the centre. */
  disbursedFirms: z.number().int().nullable(),
  disbursedFen: z.number().int().nullable(),
  /** 单方确认, counted apart. */
  oneSidedFirms: z.number().int().nullable(),
  oneSidedFen: z.number().int().nullable(),
  /** Σ(rate × disbursed) / Σ disbursed, of confirmed drawdowns, basis points half-up. */
  weightedAllInBp: z.number().int().nullable(),
  firstLoanFirms: z.number().int().nullable(),
  /** Of what was disbursed: lent without 抵押 or 质押, per mille. */
  unsecuredPermille: z.number().int().nullable(),
})
export type Figures = z.infer<typeof figures>

const cell = figures.extend({ key: z.string(), name: z.string() })
export type FiguresCell = z.infer<typeof cell>

export const figuresQuery = z.object({ from: month, to: month }).refine(({ from, to }) => from <= to, { path: ['to'], message: '不能早于开始月份' })
export type FiguresQuery = z.input<typeof figuresQuery>

export const financingFigures = z.object({
  from: z.string(),
  to: z.string(),
  at: moment,
  total: figures,
  months: z.array(cell),
  buildings: z.array(cell),
  /** By section of GB/T 4754. */
  industries: z.array(cell),
  /** Why there was no loan, the most frequent first; `count` null below five. */
  reasons: z.array(z.object({ kind: z.enum(figureReasonKinds), code: z.string(), count: z.number().int().nullable() })),
})
export type FinancingFigures = z.infer<typeof financingFigures>

export const reportQuery = z.object({ month })
export type ReportQuery = z.input<typeof reportQuery>

export const financingFiguresSchemas = {
  read: { params: centerParams, query: figuresQuery, reply: financingFigures },
  print: { params: centerParams, query: reportQuery, reply: fileReply },
} satisfies SchemasFor<typeof financingFiguresRoutes>
