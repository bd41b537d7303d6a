import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { date, id, line, moment } from '../kit/text.schemas.js'
import type { organizationTreeRoutes } from './organization-tree.routes.js'
import { organizationActions, organizationKinds, organizationTiers } from './organization-tree.vocabulary.js'

const kind = z.enum(organizationKinds)
const tier = z.enum(organizationTiers)

/** A node as the public sees it: names and kinds, no ids, no contact data. */
const publicNode = z.object({ name: z.string(), kind, tier: tier.nullable() })
export type PublicNode = z.infer<typeof publicNode>

/** The 1+2+N of a centre; partners work with it and report elsewhere. */
export const publicTree = z.object({ core: publicNode.nullable(), trunk: z.array(publicNode), members: z.array(publicNode), partners: z.array(publicNode) })
export type PublicTree = z.infer<typeof publicTree>

export const organizationNode = z.object({
  id,
  name: z.string(),
  kind,
  tier: tier.nullable(),
  /** 隶属: whom it reports to; null at the top, and for organisations of other systems. */
  reportsTo: id.nullable(),
  /** 协同: whom it works with without reporting to it. */
  partnersWith: id.nullable(),
  /** A committee that may approve probationary members: it issues and accepts (党员教育管理工作条例 Art. 25). */
  canApproveProbationary: z.boolean(),
  /** Members who stand there now; null for kinds that hold none. */
  memberCount: z.number().int().nullable(),
})
export type OrganizationNode = z.infer<typeof organizationNode>

/** The whole standing tree, in no order; roots report to nobody. */
export const organizationTree = z.object({ nodes: z.array(organizationNode) })
export type OrganizationTree = z.infer<typeof organizationTree>

export const organizationSummary = z.object({ id, name: z.string(), fullName: z.string(), kind, tier: tier.nullable(), code: z.string().nullable(), canApproveProbationary: z.boolean() })
export type OrganizationSummary = z.infer<typeof organizationSummary>

const named = z.object({ id, name: z.string(), fullName: z.string(), kind })
export type NamedOrganization = z.infer<typeof named>

const contact = {
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  address: z.string().nullable(),
  postcode: z.string().nullable(),
}

export const organization = organizationSummary.extend({
  ...contact,
  foundedOn: date.nullable(),
  firm: z.object({ id, name: z.string() }).nullable(),
  /** From the top down to the one it reports to. */
  path: z.array(named),
  partnersWith: named.nullable(),
  /** The committee that issues and accepts for it; null while the tree knows none. */
  approvingCommittee: named.nullable(),
  /** 党总支 on the way there, which may endorse; lowest first. */
  endorsingGeneralBranches: z.array(named),
  childCount: z.number().int(),
  memberCount: z.number().int().nullable(),
  dissolvedAt: moment.nullable(),
  dissolveReason: z.string().nullable(),
  version: z.number().int(),
  allowedActions: z.array(z.enum(organizationActions)),
})
export type Organization = z.infer<typeof organization>

/** 党组织代码, as the national system gives it. */
const code = z.string().trim().regex(/^\d{12}$/, '组织代码是 12 位数字')
const fixedOrMobile = z.string().overwrite((typed) => typed.normalize('NFKC').replace(/\s/g, '')).regex(/^(1[3-9]\d{9}|(0\d{2,3}-)?\d{7,8}(-\d{1,6})?)$/, '请填写手机号，或带区号的座机号')
const postcode = z.string().trim().regex(/^\d{6}$/, '邮编是 6 位数字')

const fields = {
  name: line(40, 2),
  /** As on the seal. */
  fullName: line(80, 4),
  code: code.nullable(),
  tier: tier.nullable(),
  canApproveProbationary: z.boolean(),
  partnersWith: id.nullable(),
  firmId: id.nullable(),
  foundedOn: date.nullable(),
  contactName: line(40).nullable(),
  contactPhone: fixedOrMobile.nullable(),
  address: line(100).nullable(),
  postcode: postcode.nullable(),
}

export const createOrganization = z.object({
  ...fields,
  kind,
  reportsTo: id.nullable(),
  code: fields.code.default(null),
  tier: fields.tier.default(null),
  canApproveProbationary: fields.canApproveProbationary.default(false),
  partnersWith: fields.partnersWith.default(null),
  firmId: fields.firmId.default(null),
  foundedOn: fields.foundedOn.default(null),
  contactName: fields.contactName.default(null),
  contactPhone: fields.contactPhone.default(null),
  address: fields.address.default(null),
  postcode: fields.postcode.default(null),
})
export type CreateOrganization = z.input<typeof createOrganization>

export const updateOrganization = z.object({ ...fields, version: z.number().int() }).partial().required({ version: true })
export type UpdateOrganization = z.input<typeof updateOrganization>

export const moveOrganization = z.object({ reportsTo: id.nullable(), version: z.number().int() })
export type MoveOrganization = z.input<typeof moveOrganization>

export const dissolveOrganization = z.object({ reason: line(200), version: z.number().int() })
export type DissolveOrganization = z.input<typeof dissolveOrganization>

export const organizationParams = z.object({ center: centerParams.shape.center, id })
export type OrganizationParams = z.input<typeof organizationParams>

export const organizationsQuery = z.object({
  /** Part of the short or the full name, or the whole code. */
  q: line(40).optional(),
  kind: kind.optional(),
  ...pageQuery,
})
export type OrganizationsQuery = z.input<typeof organizationsQuery>

export const organizationsPage = page(organizationSummary)
export type OrganizationsPage = z.infer<typeof organizationsPage>

export const organizationTreeSchemas = {
  readPublicTree: { params: centerParams, reply: publicTree },
  readTree: { params: centerParams, reply: organizationTree },
  listOrganizations: { params: centerParams, query: organizationsQuery, reply: organizationsPage },
  getOrganization: { params: organizationParams, reply: organization },
  createOrganization: { params: centerParams, body: createOrganization, reply: organization },
  updateOrganization: { params: organizationParams, body: updateOrganization, reply: organization },
  moveOrganization: { params: organizationParams, body: moveOrganization, reply: organization },
  dissolveOrganization: { params: organizationParams, body: dissolveOrganization, reply: organization },
} satisfies SchemasFor<typeof organizationTreeRoutes>
