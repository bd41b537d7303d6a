import * as z from 'zod'
import type { SchemasFor } from '../kit/schemas.js'
import { fileBody, fileReply } from '../kit/file.schemas.js'
import { pictureTypes } from '../kit/files.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import { date, id, line, slug, text } from '../kit/text.schemas.js'
import { opening, openingHours, specialDay, specialDays, weekHours } from './centers-opening.schemas.js'
import { changeSettings, settingsAnswer } from './centers-settings.schemas.js'
import { centerActions, codeKinds, programmes, reservedSlugs, serviceTargets } from './centers.vocabulary.js'
import type { centersRoutes } from './centers.routes.js'

export const centerParams = z.object({ center: slug })
export type CenterParams = z.input<typeof centerParams>

export const building = z.object({ id, name: z.string(), address: z.string() })
export type Building = z.infer<typeof building>

export const service = z.object({
  id,
  programme: z.enum(programmes),
  name: z.string(),
  summary: z.string(),
  /** Where at the centre it is given. */
  place: z.string(),
  /** The part of this product that serves it on the phone; null: at the desk. */
  target: z.enum(serviceTargets).nullable(),
})
export type Service = z.infer<typeof service>

export const centerSummary = z.object({
  slug,
  name: z.string(),
  address: z.string(),
  sceneCode: z.string(),
  /** Metres from the place that was asked about; null without one, or when the centre's own place is unknown. */
  distance: z.number().int().nullable(),
})
export type CenterSummary = z.infer<typeof centerSummary>

export const centerCard = centerSummary.extend({
  phone: z.string(),
  about: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  opening,
  openingHours: z.array(openingHours),
  /** From today on, in the order of their dates. */
  specialDays: z.array(specialDay),
  buildings: z.array(building),
  services: z.array(service),
  /** A file of this centre, for everybody; null without one. */
  pictureId: id.nullable(),
  /** Rises with every change; send it back with PATCH to be warned of somebody else's change. */
  version: z.number().int(),
  allowedActions: z.array(z.enum(centerActions)),
})
export type CenterCard = z.infer<typeof centerCard>

/** A landline with its area code, a mobile or a service number. */
const telephone = line(20).overwrite((typed) => typed.normalize('NFKC')).regex(/^[\d-]{5,20}$/, '电话应像 0551-60000000')
const degrees = (most: number) => z.number().min(-most, '坐标不对').max(most, '坐标不对').nullable()

/** What a new centre is called in every address, for ever: printed posters and links hold it. */
export const newSlug = z
  .string()
  .trim()
  .toLowerCase()
  .min(3, '至少 3 个字符')
  .max(30, '最多 30 个字符')
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, '以小写字母开头，只用小写字母、数字，中间可用 -')
  .refine((typed) => !reservedSlugs.includes(typed), '这个代号系统要用，请换一个')

/** Everything else is set by its manager. */
export const createCenter = z.object({
  slug: newSlug,
  name: line(40, 2),
  address: line(80),
  phone: telephone,
  /** Monday to Friday 9:00–17:30 without. */
  openingHours: weekHours.optional(),
})
export type CreateCenter = z.input<typeof createCenter>

/** What is changed on the card; everything else stays. */
export const updateCenter = z.object({
  version: z.number().int(),
  address: line(80).optional(),
  phone: telephone.optional(),
  about: text(500, 0).optional(),
  latitude: degrees(90).optional(),
  longitude: degrees(180).optional(),
  openingHours: weekHours.optional(),
  specialDays: specialDays.optional(),
})
export type UpdateCenter = z.input<typeof updateCenter>

/** Where somebody is, `31.78,117.22`: rounded to about a hundred metres on arrival, neither stored nor logged. */
const near = z.string().regex(/^-?\d{1,2}(\.\d{1,12})?,-?\d{1,3}(\.\d{1,12})?$/, '位置应像 31.78,117.22').transform((place) => {
  const [latitude = 0, longitude = 0] = place.split(',').map((degree) => Math.round(Number(degree) * 1000) / 1000)
  return { latitude, longitude }
}).refine(({ latitude, longitude }) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180, '位置应像 31.78,117.22')

export const centersQuery = z.object({
  /** Two characters or more of the name or the address. */
  q: line(40, 2).optional(),
  /** Nearest first; otherwise by slug. */
  near: near.optional(),
  ...pageQuery,
})
export type CentersQuery = z.input<typeof centersQuery>

export const centersPage = page(centerSummary)
export type CentersPage = z.infer<typeof centersPage>

export const fileParams = centerParams.extend({ id })
export type FileParams = z.input<typeof fileParams>

export const codeParams = z.object({ scene: z.string().min(1).max(32) })
export type CodeParams = z.input<typeof codeParams>

export const codeMeaning = z.object({
  code: z.string(),
  kind: z.enum(codeKinds),
  center: z.object({ slug, name: z.string() }),
  /** The activity; null when the code stands for the centre itself. */
  subjectId: id.nullable(),
})
export type CodeMeaning = z.infer<typeof codeMeaning>

export const yearParams = z.object({ year: z.string().regex(/^20\d\d$/, '年份应像 2027') })
export type YearParams = z.input<typeof yearParams>

/** A day that is not what its weekday says: a holiday, or a weekend worked to make up for one. */
export const workday = z.object({ date, isWorking: z.boolean(), name: line(20) })
export type Workday = z.infer<typeof workday>

export const workdaysOfYear = z.object({
  year: z.number().int(),
  /** Whether the year's holidays are known. */
  isDecreed: z.boolean(),
  /** In the order of their dates. */
  days: z.array(workday),
  /** Where the days come from: the document's number, or the collection that this product ships with; null when nothing is known. */
  source: z.string().nullable(),
})
export type WorkdaysOfYear = z.infer<typeof workdaysOfYear>

/** Replaces what was entered for the year; without days what this product ships with holds again. */
export const changeWorkdays = z.object({
  days: z.array(workday).max(120, '最多 120 天'),
  /** The document that says so, as in 国办发明电〔2026〕7号. */
  source: line(60),
})
export type ChangeWorkdays = z.input<typeof changeWorkdays>

export const centersSchemas = {
  list: { query: centersQuery, reply: centersPage },
  create: { body: createCenter, reply: centerCard },
  get: { params: centerParams, reply: centerCard },
  update: { params: centerParams, body: updateCenter, reply: centerCard },
  setPicture: { params: centerParams, body: fileBody(pictureTypes), reply: centerCard },
  removePicture: { params: centerParams, reply: centerCard },
  getFile: { params: fileParams, reply: fileReply },
  getSettings: { params: centerParams, reply: settingsAnswer },
  changeSettings: { params: centerParams, body: changeSettings, reply: settingsAnswer },
  getWorkdays: { params: yearParams, reply: workdaysOfYear },
  changeWorkdays: { params: yearParams, body: changeWorkdays, reply: workdaysOfYear },
  readCode: { params: codeParams, reply: codeMeaning },
} satisfies SchemasFor<typeof centersRoutes>
