import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { id, line, moment, text } from '../kit/text.schemas.js'
import { announcementAllowedActions, announcementStates, audienceKinds } from './notices-announcements.vocabulary.js'
import type { announcementsRoutes } from './notices-announcements.routes.js'

export const announcementParams = centerParams.extend({ id })
export type AnnouncementParams = z.input<typeof announcementParams>

/** `id`: of the activity, building or branch; null for everyone. */
export const audience = z.object({ kind: z.enum(audienceKinds), id: id.nullable() }).refine(({ kind, id: named }) => (kind === 'everyone') === (named === null), { path: ['id'], message: '请选择发给谁' })
export type Audience = z.infer<typeof audience>

export const announcementSummary = z.object({
  id,
  title: z.string(),
  audience,
  state: z.enum(announcementStates),
  /** Of its last publishing; null while it is a draft. */
  publishedAt: moment.nullable(),
  changedAt: moment,
})
export type AnnouncementSummary = z.infer<typeof announcementSummary>

export const announcement = announcementSummary.extend({
  body: z.string(),
  version: z.number().int(),
  allowedActions: z.array(z.enum(announcementAllowedActions)),
})
export type Announcement = z.infer<typeof announcement>

const fields = { title: line(40), body: text(2000), audience }

export const createAnnouncement = z.object(fields)
export type CreateAnnouncement = z.input<typeof createAnnouncement>

export const updateAnnouncement = z.object({ title: fields.title.optional(), body: fields.body.optional(), audience: audience.optional(), version: z.number().int().optional() })
export type UpdateAnnouncement = z.input<typeof updateAnnouncement>

export const announcementsQuery = z.object({
  /** Whoever may not write them sees what is published, whatever is asked for. `all`: the last changed first. */
  state: z.enum([...announcementStates, 'all']).default('published'),
  ...pageQuery,
})
export type AnnouncementsQuery = z.input<typeof announcementsQuery>

export const announcementsPage = page(announcementSummary)
export type AnnouncementsPage = z.infer<typeof announcementsPage>

export const audienceQuery = z.object({ kind: z.enum(audienceKinds).exclude(['everyone']), id })
export type AudienceQuery = z.input<typeof audienceQuery>

/** `persons`: who would be told now; `withAccount`: of whom so many can read it on a phone. */
export const audienceSize = z.object({ persons: z.number().int(), withAccount: z.number().int() })
export type AudienceSize = z.infer<typeof audienceSize>

const none = z.object({})

export const announcementsSchemas = {
  list: { params: centerParams, query: announcementsQuery, reply: announcementsPage },
  sizeOf: { params: centerParams, query: audienceQuery, reply: audienceSize },
  create: { params: centerParams, body: createAnnouncement, reply: announcement },
  get: { params: announcementParams, reply: announcement },
  update: { params: announcementParams, body: updateAnnouncement, reply: announcement },
  publish: { params: announcementParams, body: none, reply: announcement },
  withdraw: { params: announcementParams, body: none, reply: announcement },
} satisfies SchemasFor<typeof announcementsRoutes>
