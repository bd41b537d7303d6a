import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { date, id, line, moment } from '../kit/text.schemas.js'
import { bank, productParams, productTerms, productTermsShape } from './financing-products.schemas.js'
import type { financingVersionsRoutes } from './financing-versions.routes.js'
import { versionAllowedActions, versionStates } from './financing.vocabulary.js'

export const productVersion = z.object({
  productId: id,
  number: z.number().int(),
  bank,
  /** Nothing of it is on offer, nor written until it comes back. */
  isBankRetired: z.boolean(),
  state: z.enum(versionStates),
  terms: productTermsShape,
  /** What the terms are based on: a change of another one is refused. */
  revision: z.number().int(),
  createdAt: moment,
  submittedAt: moment.nullable(),
  decidedAt: moment.nullable(),
  /** Why it was returned or withdrawn. */
  note: z.string().nullable(),
  nominalLowBp: z.number().int().nullable(),
  nominalHighBp: z.number().int().nullable(),
  allowedActions: z.array(z.enum(versionAllowedActions)),
})
export type ProductVersion = z.infer<typeof productVersion>

export const versionSummary = productVersion.pick({ productId: true, number: true, bank: true, state: true, createdAt: true, submittedAt: true, nominalLowBp: true, nominalHighBp: true }).extend({
  name: z.string(), amountMinFen: z.number(), amountMaxFen: z.number(), termMinMonths: z.number(), termMaxMonths: z.number(), validTo: date, hasFees: z.boolean().nullable(),
})
export type VersionSummary = z.infer<typeof versionSummary>

export const versionParams = z.object({ center: centerParams.shape.center, id, number: z.string().regex(/^[1-9]\d{0,4}$/) })
export type VersionParams = z.input<typeof versionParams>

export const versionsQuery = z.object({ state: z.enum(versionStates).optional(), bankId: id.optional(), productId: id.optional(), ...pageQuery })
export type VersionsQuery = z.input<typeof versionsQuery>
export const versionsPage = page(versionSummary)
export type VersionsPage = z.infer<typeof versionsPage>

export const createProduct = z.object({ bankId: id, terms: productTerms })
export type CreateProduct = z.input<typeof createProduct>
export const changeVersion = z.object({ terms: productTerms, revision: z.number().int() })
export type ChangeVersion = z.input<typeof changeVersion>
export const noBody = z.object({})
export type NoBody = z.input<typeof noBody>
export const withNote = z.object({ note: line(200) })
export type WithNote = z.input<typeof withNote>

export const financingVersionsSchemas = {
  create: { params: centerParams, body: createProduct, reply: productVersion },
  renew: { params: productParams, body: noBody, reply: productVersion },
  list: { params: centerParams, query: versionsQuery, reply: versionsPage },
  get: { params: versionParams, reply: productVersion },
  update: { params: versionParams, body: changeVersion, reply: productVersion },
  submit: { params: versionParams, body: noBody, reply: productVersion },
  approve: { params: versionParams, body: noBody, reply: productVersion },
  return: { params: versionParams, body: withNote, reply: productVersion },
  withdraw: { params: versionParams, body: withNote, reply: productVersion },
} satisfies SchemasFor<typeof financingVersionsRoutes>
