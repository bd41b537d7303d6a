import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { line } from '../kit/text.schemas.js'
import type { financingBanksRoutes } from './financing-banks.routes.js'
import { bank, productParams as bankParams } from './financing-products.schemas.js'

/** As the centre's staff see it. */
export const bankRow = bank.extend({
  /** Nothing of it is on offer, and it writes nothing new. */
  isRetired: z.boolean(),
  /** Products that are, or without its retirement would be, on offer today. */
  products: z.number().int(),
  /** Rises with every change; send it back with PATCH. */
  version: z.number().int(),
})
export type BankRow = z.infer<typeof bankRow>

/** Those that are retired last. */
export const bankRows = z.object({ items: z.array(bankRow) })
export type BankRows = z.infer<typeof bankRows>

export const createBank = z.object({ name: line(30, 2), kind: line(20, 2) })
export type CreateBank = z.input<typeof createBank>

export const updateBank = createBank.partial().extend({ version: z.number().int(), isRetired: z.boolean().optional() })
export type UpdateBank = z.input<typeof updateBank>

export const financingBanksSchemas = {
  list: { params: centerParams, reply: bankRows },
  create: { params: centerParams, body: createBank, reply: bankRows },
  update: { params: bankParams, body: updateBank, reply: bankRows },
} satisfies SchemasFor<typeof financingBanksRoutes>
