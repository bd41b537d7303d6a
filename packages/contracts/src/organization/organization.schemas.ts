import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { date, id, line, mobile } from '../kit/text.schemas.js'
import { firmKinds, firmSizes } from './organization.vocabulary.js'
import type { organizationRoutes } from './organization.routes.js'

export const firm = z.object({
  id,
  name: z.string(),
  kind: z.enum(firmKinds),
  size: z.enum(firmSizes),
  /** GB/T 4754 section, in words. */
  industry: z.string(),
  building: z.object({ id, name: z.string() }),
  room: z.string(),
  foundedOn: date,
})
export type Firm = z.infer<typeof firm>

export const firmsQuery = z.object({
  /** Part of the name; two characters or more. */
  q: line(40, 2).optional(),
  buildingId: id.optional(),
  kind: z.enum(firmKinds).optional(),
  ...pageQuery,
})
export type FirmsQuery = z.input<typeof firmsQuery>

export const firmsPage = page(firm)
export type FirmsPage = z.infer<typeof firmsPage>

/** My own data at one centre; null where nothing was asked yet. */
export const person = z.object({ name: z.string().nullable(), phone: z.string().nullable() })
export type Person = z.infer<typeof person>

export const updatePerson = z.object({ name: line(40).optional(), phone: mobile.optional() })
export type UpdatePerson = z.input<typeof updatePerson>

export const organizationSchemas = {
  listFirms: { params: centerParams, query: firmsQuery, reply: firmsPage },
  getMyPerson: { params: centerParams, reply: person },
  updateMyPerson: { params: centerParams, body: updatePerson, reply: person },
} satisfies SchemasFor<typeof organizationRoutes>
