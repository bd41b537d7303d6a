import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { idNumber } from '../kit/numbers.schemas.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { date, id, line, mobile, moment } from '../kit/text.schemas.js'
import type { membersRoutes } from './organization-members.routes.js'
import { educations, ethnicities, memberActions, memberCategories, memberFlows, memberWarnings, sexes } from './organization-members.vocabulary.js'

const category = z.enum(memberCategories)
const flow = z.enum(memberFlows)
const named = z.object({ id, name: z.string() })

/** A row of the list: what must not be read over a shoulder is masked. */
export const memberSummary = z.object({
  id,
  name: z.string(),
  sex: z.enum(sexes),
  category,
  flow,
  branch: named,
  firm: named.nullable(),
  joinedOn: date,
  /** `138****8000` */
  phone: z.string().nullable(),
  /** `340*************34` */
  idNumber: z.string(),
})
export type MemberSummary = z.infer<typeof memberSummary>

/** In full; reading it leaves an audit fact. */
export const member = memberSummary.extend({
  personId: id,
  hasAccount: z.boolean(),
  formerName: z.string().nullable(),
  bornOn: date,
  ethnicity: z.string(),
  education: z.string(),
  confirmedOn: date.nullable(),
  probationEndsOn: date.nullable(),
  extendedTo: date.nullable(),
  emergencyName: z.string().nullable(),
  emergencyPhone: z.string().nullable(),
  endedAt: moment.nullable(),
  endReason: z.string().nullable(),
  warnings: z.array(z.enum(memberWarnings)),
  version: z.number().int(),
  allowedActions: z.array(z.enum(memberActions)),
})
export type Member = z.infer<typeof member>

const code = (table: Readonly<Record<string, string>>, message: string) => z.string().refine((value) => table[value] !== undefined, message)

/** Sixteen fields and no more: sex and birth date follow from the ID number. */
export const memberFields = z.object({
  name: line(40),
  formerName: line(40).nullable(),
  idNumber,
  ethnicity: code(ethnicities, '请选择民族'),
  education: code(educations, '请选择学历'),
  category,
  joinedOn: date,
  confirmedOn: date.nullable(),
  probationEndsOn: date.nullable(),
  extendedTo: date.nullable(),
  phone: mobile.nullable(),
  emergencyName: line(40).nullable(),
  emergencyPhone: mobile.nullable(),
  branchId: id,
  firmId: id.nullable(),
  flow,
})

export const createMember = memberFields.extend({
  /** Sex and birth date, as the ID number gives them, were compared with the card. */
  isIdentityChecked: z.literal(true, { error: '请核对性别和出生日期后勾选' }),
  /** Somebody whom the centre knows already; otherwise a person is made. */
  personId: id.optional(),
})
export type CreateMember = z.input<typeof createMember>

export const updateMember = memberFields.partial().extend({ version: z.number().int() })
export type UpdateMember = z.input<typeof updateMember>

export const endMember = z.object({ reason: line(200), version: z.number().int() })
export type EndMember = z.input<typeof endMember>

export const memberParams = z.object({ center: centerParams.shape.center, id })
export type MemberParams = z.input<typeof memberParams>

export const membersQuery = z.object({
  /** Part of the name, two characters or more. */
  q: line(40, 2).optional(),
  branchId: id.optional(),
  category: category.optional(),
  flow: flow.optional(),
  ...pageQuery,
})
export type MembersQuery = z.input<typeof membersQuery>

export const membersPage = page(memberSummary)
export type MembersPage = z.infer<typeof membersPage>

export const membersSchemas = {
  listMembers: { params: centerParams, query: membersQuery, reply: membersPage },
  getMember: { params: memberParams, reply: member },
  createMember: { params: centerParams, body: createMember, reply: member },
  updateMember: { params: memberParams, body: updateMember, reply: member },
  endMember: { params: memberParams, body: endMember, reply: member },
} satisfies SchemasFor<typeof membersRoutes>
