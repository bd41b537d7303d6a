import * as z from 'zod'
import type { SchemasFor } from '../kit/schemas.js'
import { id, moment } from '../kit/text.schemas.js'
import { consent } from './accounts.schemas.js'
import { consentSources, consentPurposes } from './accounts.vocabulary.js'
import type { consentsRoutes } from './accounts-consents.routes.js'

/** One entry of the ledger; it stays when it is withdrawn. */
export const consentEntry = consent.extend({ source: z.enum(consentSources), withdrawnAt: moment.nullable() })
export type ConsentEntry = z.infer<typeof consentEntry>

/** Every purpose in its order; `history` the latest first. */
export const consentLedger = z.object({
  items: z.array(z.object({ purpose: z.enum(consentPurposes), isStanding: z.boolean(), history: z.array(consentEntry), allowedActions: z.array(z.enum(['withdraw'])) })),
})
export type ConsentLedger = z.infer<typeof consentLedger>

export const purposeParams = z.object({ purpose: z.enum(consentPurposes) })
export type PurposeParams = z.input<typeof purposeParams>

/** Rows of one kind at one centre, or of the account itself; each row by the names that the person reads. */
export const copySection = z.object({ title: z.string(), center: z.string().nullable(), rows: z.array(z.record(z.string(), z.string())) })
export type CopySection = z.infer<typeof copySection>

/** 个人信息副本 (PIPL Art. 45): what is stored about the caller, centre by centre. */
export const personalCopy = z.object({ accountId: id, exportedAt: moment, sections: z.array(copySection) })
export type PersonalCopy = z.infer<typeof personalCopy>

/** The same as a table for a spreadsheet: RFC 4180 with a byte order mark. */
export const personalTable = z.object({ exportedAt: moment, csv: z.string() })
export type PersonalTable = z.infer<typeof personalTable>

export const consentsSchemas = {
  list: { reply: consentLedger },
  withdraw: { params: purposeParams, body: z.object({}), reply: consentLedger },
  exportMine: { reply: personalCopy },
  exportMyTable: { reply: personalTable },
} satisfies SchemasFor<typeof consentsRoutes>
