import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { line, mobile } from '../kit/text.schemas.js'
import type { organizationRoutes } from './organization.routes.js'

/** My own data at one centre; null where nothing was asked yet. */
export const person = z.object({ name: z.string().nullable(), phone: z.string().nullable() })
export type Person = z.infer<typeof person>

export const updatePerson = z.object({ name: line(40).optional(), phone: mobile.optional() })
export type UpdatePerson = z.input<typeof updatePerson>

export const organizationSchemas = {
  getMyPerson: { params: centerParams, reply: person },
  updateMyPerson: { params: centerParams, body: updatePerson, reply: person },
} satisfies SchemasFor<typeof organizationRoutes>
