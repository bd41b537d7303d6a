import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { id, moment, text } from '../kit/text.schemas.js'
import type { noShowsRoutes } from './activities-no-shows.routes.js'
import { appealStates } from './activities.vocabulary.js'

const noShowParams = centerParams.extend({ id })
export type NoShowParams = z.input<typeof noShowParams>

/** One absence. */
export const noShow = z.object({
  /** Of the sign-up. */
  id,
  title: z.string(),
  startsAt: moment,
  /** Why it does not count; null: it counts. */
  waiverReason: z.string().nullable(),
})
export type NoShow = z.infer<typeof noShow>

export const appeal = z.object({
  id,
  text: z.string(),
  state: z.enum(appealStates),
  answer: z.string().nullable(),
  createdAt: moment,
  decidedAt: moment.nullable(),
})
export type Appeal = z.infer<typeof appeal>

export const myNoShows = z.object({
  /** Null: signing up is not paused. */
  pausedUntil: moment.nullable(),
  /** So many within `windowDays` pause signing up for `pauseDays`. */
  limit: z.number().int(),
  windowDays: z.number().int(),
  pauseDays: z.number().int(),
  /** Of the last `windowDays`, newest first. */
  noShows: z.array(noShow),
  /** The latest; null: none yet. */
  appeal: appeal.nullable(),
  allowedActions: z.array(z.enum(['appeal'])),
})
export type MyNoShows = z.infer<typeof myNoShows>

export const sendAppeal = z.object({ text: text(500, 5) })
export type SendAppeal = z.input<typeof sendAppeal>

/** Somebody whose signing up is paused, or who appeals, as the staff see it. */
export const pausedPerson = z.object({ personId: id, name: z.string().nullable(), pausedUntil: moment.nullable(), noShows: z.array(noShow) })
export type PausedPerson = z.infer<typeof pausedPerson>

export const pausedPersons = z.object({ items: z.array(pausedPerson) })
export type PausedPersons = z.infer<typeof pausedPersons>

export const appealRow = appeal.extend({ person: pausedPerson, allowedActions: z.array(z.enum(['grant', 'refuse'])) })
export type AppealRow = z.infer<typeof appealRow>

export const appealsQuery = z.object({ state: z.enum(appealStates).optional(), ...pageQuery })
export type AppealsQuery = z.input<typeof appealsQuery>

export const appealsPage = page(appealRow)
export type AppealsPage = z.infer<typeof appealsPage>

/** Told to the person. */
export const decideAppeal = z.object({ answer: text(300, 2) })
export type DecideAppeal = z.input<typeof decideAppeal>

export const waive = z.object({ reason: text(200, 2) })
export type Waive = z.input<typeof waive>

export const noShowsSchemas = {
  mine: { params: centerParams, reply: myNoShows },
  appeal: { params: centerParams, body: sendAppeal, reply: myNoShows },
  listPaused: { params: centerParams, reply: pausedPersons },
  listAppeals: { params: centerParams, query: appealsQuery, reply: appealsPage },
  grantAppeal: { params: noShowParams, body: decideAppeal, reply: appealRow },
  refuseAppeal: { params: noShowParams, body: decideAppeal, reply: appealRow },
  waive: { params: noShowParams, body: waive, reply: noShow },
} satisfies SchemasFor<typeof noShowsRoutes>
