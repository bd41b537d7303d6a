import * as z from 'zod'
import type { SchemasFor } from '../kit/schemas.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import { date, id, line, moment, slug } from '../kit/text.schemas.js'
import { changeSettings, settingsAnswer } from './centers-settings.schemas.js'
import { codeKinds, programmes, serviceTargets } from './centers.vocabulary.js'
import type { centersRoutes } from './centers.routes.js'

export const centerParams = z.object({ center: slug })
export type CenterParams = z.input<typeof centerParams>

/** `HH:mm`, local time of the centre. */
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const openingHours = z.object({
  /** 1 Monday … 7 Sunday. */
  weekday: z.number().int().min(1).max(7),
  opens: clockTime,
  closes: clockTime,
})
export type OpeningHours = z.infer<typeof openingHours>

export const opening = z.object({
  isOpen: z.boolean(),
  /** When open: today's closing time. */
  closesAt: clockTime.nullable(),
  /** When closed: the next opening within seven days. */
  opensAt: moment.nullable(),
})
export type Opening = z.infer<typeof opening>

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

export const centerSummary = z.object({ slug, name: z.string(), address: z.string(), sceneCode: z.string() })
export type CenterSummary = z.infer<typeof centerSummary>

export const centerCard = centerSummary.extend({
  phone: z.string(),
  about: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  opening,
  openingHours: z.array(openingHours),
  buildings: z.array(building),
  services: z.array(service),
})
export type CenterCard = z.infer<typeof centerCard>

export const centersQuery = z.object(pageQuery)
export type CentersQuery = z.input<typeof centersQuery>

export const centersPage = page(centerSummary)
export type CentersPage = z.infer<typeof centersPage>

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
  get: { params: centerParams, reply: centerCard },
  getSettings: { params: centerParams, reply: settingsAnswer },
  changeSettings: { params: centerParams, body: changeSettings, reply: settingsAnswer },
  getWorkdays: { params: yearParams, reply: workdaysOfYear },
  changeWorkdays: { params: yearParams, body: changeWorkdays, reply: workdaysOfYear },
  readCode: { params: codeParams, reply: codeMeaning },
} satisfies SchemasFor<typeof centersRoutes>
