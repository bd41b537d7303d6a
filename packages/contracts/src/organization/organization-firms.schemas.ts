import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { creditCode } from '../kit/numbers.schemas.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { date, id, line } from '../kit/text.schemas.js'
import type { firmsRoutes } from './organization-firms.routes.js'
import { firmActions, industryDivisions, industrySections, mostFirmTags, mostTaggedFirms } from './organization-firms.vocabulary.js'
import { firmKinds, firmSizes } from './organization.vocabulary.js'

const named = z.object({ id, name: z.string() })

export const firm = z.object({
  id,
  name: z.string(),
  /** 统一社会信用代码; null where nobody has entered it yet. */
  creditCode: z.string().nullable(),
  kind: z.enum(firmKinds),
  size: z.enum(firmSizes),
  /** GB/T 4754-2017 division, two digits; null where nobody has entered it yet. */
  industry: z.string().nullable(),
  building: named,
  /** Below ground it is negative. */
  floor: z.number().int().nullable(),
  room: z.string(),
  foundedOn: date,
  tags: z.array(z.string()),
})
export type Firm = z.infer<typeof firm>

export const firmDetail = firm.extend({
  /** The Party branch of its own, when it has one. */
  branch: named.nullable(),
  version: z.number().int(),
  allowedActions: z.array(z.enum(firmActions)),
})
export type FirmDetail = z.infer<typeof firmDetail>

const tag = line(12)
const tags = z.array(tag).max(mostFirmTags, `最多 ${mostFirmTags} 个标签`).transform((given) => [...new Set(given)])
const division = z.string().refine((value) => industryDivisions[value] !== undefined, '请选择行业')

const fields = {
  name: line(80, 2),
  creditCode: creditCode.nullable(),
  kind: z.enum(firmKinds),
  size: z.enum(firmSizes),
  industry: division.nullable(),
  buildingId: id,
  floor: z.number().int('楼层是整数').min(-9, '地下最多 9 层').max(150, '最高 150 层').refine((value) => value !== 0, '没有 0 层，地下写负数').nullable(),
  room: line(20),
  foundedOn: date,
  tags,
}

export const createFirm = z.object(fields)
export type CreateFirm = z.input<typeof createFirm>

export const updateFirm = z.object({ ...fields, version: z.number().int() }).partial().required({ version: true })
export type UpdateFirm = z.input<typeof updateFirm>

/** Tags put on and taken off many firms at once. */
export const tagFirms = z
  .object({ ids: z.array(id).min(1, '请先选择企业').max(mostTaggedFirms, `一次最多 ${mostTaggedFirms} 家`), add: tags.default([]), remove: tags.default([]) })
  .refine(({ add, remove }) => add.length + remove.length > 0, { path: ['add'], message: '请填写要加上或去掉的标签' })
export type TagFirms = z.input<typeof tagFirms>

/** How many firms it changed; the others were as wanted already. */
export const firmsTagged = z.object({ changed: z.number().int() })
export type FirmsTagged = z.infer<typeof firmsTagged>

export const firmTags = z.object({ items: z.array(z.object({ tag: z.string(), count: z.number().int() })) })
export type FirmTags = z.infer<typeof firmTags>

/** `joint` and `reached` are null where they are too small to be told. */
const reach = z.object({ firms: z.number().int(), own: z.number().int(), joint: z.number().int().nullable(), reached: z.number().int().nullable() })

export const coverage = z.object({
  /** Firms with three full members or more, which may found a branch of their own; null where too few to be told. */
  eligible: z.number().int().nullable(),
  /** … of which have one. */
  founded: z.number().int().nullable(),
  /** `own`: firms with a branch of their own; `joint`: others, with a member in a joint branch. */
  total: reach,
  buildings: z.array(reach.extend({ id, name: z.string() })),
})
export type Coverage = z.infer<typeof coverage>

export const firmParams = z.object({ center: centerParams.shape.center, id })
export type FirmParams = z.input<typeof firmParams>

export const firmsQuery = z.object({
  /** Part of the name, two characters or more; or a whole 统一社会信用代码. */
  q: line(40, 2).optional(),
  buildingId: id.optional(),
  kind: z.enum(firmKinds).optional(),
  size: z.enum(firmSizes).optional(),
  /** A section's letter. */
  section: z.enum(industrySections.map(({ letter }) => letter)).optional(),
  tag: tag.optional(),
  ...pageQuery,
})
export type FirmsQuery = z.input<typeof firmsQuery>

export const firmsPage = page(firm)
export type FirmsPage = z.infer<typeof firmsPage>

export const firmsSchemas = {
  listFirms: { params: centerParams, query: firmsQuery, reply: firmsPage },
  getFirm: { params: firmParams, reply: firmDetail },
  createFirm: { params: centerParams, body: createFirm, reply: firmDetail },
  updateFirm: { params: firmParams, body: updateFirm, reply: firmDetail },
  listFirmTags: { params: centerParams, reply: firmTags },
  tagFirms: { params: centerParams, body: tagFirms, reply: firmsTagged },
  readCoverage: { params: centerParams, reply: coverage },
} satisfies SchemasFor<typeof firmsRoutes>
