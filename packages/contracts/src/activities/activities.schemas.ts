import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { programmes } from '../centers/centers.vocabulary.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { id, line, moment, text } from '../kit/text.schemas.js'
import { profileFields } from '../organization/organization.vocabulary.js'
import { question, questions, signUpForm, storedForm } from './activities-form.schemas.js'
import { activityAllowedActions, activityKinds, activityStates, signUpActions, signUpBlocks, signUpStates } from './activities.vocabulary.js'
import type { activitiesRoutes } from './activities.routes.js'

export const activityParams = centerParams.extend({ id })
export type ActivityParams = z.input<typeof activityParams>

export const activitySummary = z.object({
  id,
  title: z.string(),
  programme: z.enum(programmes),
  kind: z.enum(activityKinds),
  /** The same for all repetitions of one activity; null outside of a series. */
  seriesId: id.nullable(),
  place: z.string(),
  startsAt: moment,
  endsAt: moment,
  state: z.enum(activityStates),
  capacity: z.number().int(),
  /** Places given away; never above `capacity`. */
  taken: z.number().int(),
  /** People on the waitlist. */
  waiting: z.number().int(),
  signUpOpensAt: moment,
  signUpClosesAt: moment,
  signUpBlock: z.enum(signUpBlocks).nullable(),
})
export type ActivitySummary = z.infer<typeof activitySummary>

export const signUp = z.object({
  id,
  activityId: id,
  state: z.enum(signUpStates),
  /** Rank on the waitlist now, from 1; null unless waitlisted. */
  position: z.number().int().nullable(),
  /** What the ticket's QR holds; null unless confirmed. */
  ticket: z.string().nullable(),
  /** Until when an offered place is held for this person; null unless offered. */
  offerUntil: moment.nullable(),
  /** When the person checked in; null unless attended. */
  checkedInAt: moment.nullable(),
  createdAt: moment,
  allowedActions: z.array(z.enum(signUpActions)),
})
export type SignUp = z.infer<typeof signUp>

export const activity = activitySummary.extend({
  description: z.string(),
  /** Until when a person may cancel. */
  cancelUntil: moment,
  /** What a person must have told once before signing up. */
  asks: z.array(z.enum(profileFields)),
  questions: z.array(question),
  /** Whole years at the start, both included; with either of them the birth date is asked once. */
  minAge: z.number().int().nullable(),
  maxAge: z.number().int().nullable(),
  /** The risk and its insurance, to be confirmed before signing up. */
  insuranceNotice: z.string().nullable(),
  /** The activity's own code for posters; null before it was first published. */
  sceneCode: z.string().nullable(),
  /** Between the two a person can check in at the door. */
  checkInOpensAt: moment,
  checkInClosesAt: moment,
  cancelReason: z.string().nullable(),
  /** Rises with every change; send it back with PATCH to be warned of somebody else's change. */
  version: z.number().int(),
  mySignUp: signUp.nullable(),
  allowedActions: z.array(z.enum(activityAllowedActions)),
})
export type Activity = z.infer<typeof activity>

const capacity = z.number({ error: '请填写名额' }).int('名额要填整数').min(1, '名额至少 1 个').max(100_000, '名额最多 100000 个')
const asks = z.array(z.enum(profileFields)).max(profileFields.length)

const age = z.number({ error: '请填写年龄' }).int('年龄要填整数').min(14, '最小 14 岁').max(120, '最大 120 岁').nullable()
const insuranceNotice = text(500).nullable()

export const createActivity = z.object({
  title: line(60),
  programme: z.enum(programmes),
  kind: z.enum(activityKinds).default('general'),
  description: text(4000, 0).default(''),
  place: line(80),
  startsAt: moment,
  endsAt: moment,
  capacity,
  /** Default: at once. */
  signUpOpensAt: moment.optional(),
  /** Default: when the activity starts. */
  signUpClosesAt: moment.optional(),
  /** Default: when the activity starts. */
  cancelUntil: moment.optional(),
  asks: asks.default([]),
  questions: questions.default([]),
  minAge: age.default(null),
  maxAge: age.default(null),
  insuranceNotice: insuranceNotice.default(null),
})
export type CreateActivity = z.input<typeof createActivity>

export const updateActivity = z.object({
  title: line(60).optional(),
  programme: z.enum(programmes).optional(),
  kind: z.enum(activityKinds).optional(),
  description: text(4000, 0).optional(),
  place: line(80).optional(),
  startsAt: moment.optional(),
  endsAt: moment.optional(),
  capacity: capacity.optional(),
  signUpOpensAt: moment.optional(),
  signUpClosesAt: moment.optional(),
  cancelUntil: moment.optional(),
  asks: asks.optional(),
  questions: questions.optional(),
  minAge: age.optional(),
  maxAge: age.optional(),
  insuranceNotice: insuranceNotice.optional(),
  /** The later activities of its series that are still to come are changed in the same way. */
  withFollowing: z.boolean().optional(),
  version: z.number().int().optional(),
})
export type UpdateActivity = z.input<typeof updateActivity>

export const activitiesQuery = z.object({
  /** `upcoming`: not yet over, soonest first; `past`: over, latest first; `all`: latest first. */
  when: z.enum(['upcoming', 'past', 'all']).default('upcoming'),
  state: z.enum(activityStates).optional(),
  programme: z.enum(programmes).optional(),
  kind: z.enum(activityKinds).optional(),
  seriesId: id.optional(),
  /** Part of the title. */
  q: line(40).optional(),
  ...pageQuery,
})
export type ActivitiesQuery = z.input<typeof activitiesQuery>

export const activitiesPage = page(activitySummary)
export type ActivitiesPage = z.infer<typeof activitiesPage>

export const cancelActivity = z.object({ reason: line(200).optional() })
export type CancelActivity = z.input<typeof cancelActivity>

/** One row of the staff's list. */
export const signUpRow = z.object({
  id,
  state: z.enum(signUpStates),
  position: z.number().int().nullable(),
  /** Null unless offered. */
  offerUntil: moment.nullable(),
  /** The server's order of arrival. */
  number: z.number().int(),
  /** Only when the activity asks for it. */
  name: z.string().nullable(),
  /** Only when the activity asks for it, masked: `138****8000`. */
  phone: z.string().nullable(),
  /** What was answered; null when nothing was asked. */
  form: storedForm.nullable(),
  createdAt: moment,
})
export type SignUpRow = z.infer<typeof signUpRow>

export const signUpsQuery = z.object({ state: z.enum(signUpStates).optional(), ...pageQuery })
export type SignUpsQuery = z.input<typeof signUpsQuery>

export const signUpsPage = page(signUpRow)
export type SignUpsPage = z.infer<typeof signUpsPage>

export const mySignUp = signUp.extend({ activity: activitySummary })
export type MySignUp = z.infer<typeof mySignUp>

export const mySignUpsQuery = z.object({
  /** `upcoming`: activities not yet over, soonest first; `past`: over or given up, latest first. */
  when: z.enum(['upcoming', 'past']).default('upcoming'),
  ...pageQuery,
})
export type MySignUpsQuery = z.input<typeof mySignUpsQuery>

export const mySignUpsPage = page(mySignUp)
export type MySignUpsPage = z.infer<typeof mySignUpsPage>

/** So many more, one a week. */
export const repeatActivity = z.object({ weeks: z.number({ error: '请填写次数' }).int('次数要填整数').min(1, '至少 1 次').max(26, '最多 26 次') })
export type RepeatActivity = z.input<typeof repeatActivity>

/** Activities of one series, soonest first. */
export const series = z.object({ items: z.array(activitySummary) })
export type Series = z.infer<typeof series>

const none = z.object({})

/** Somebody without a phone, by the desk. */
export const signUpOnBehalf = z.object({ personId: id })
export type SignUpOnBehalf = z.input<typeof signUpOnBehalf>

export const activitiesSchemas = {
  list: { params: centerParams, query: activitiesQuery, reply: activitiesPage },
  create: { params: centerParams, body: createActivity, reply: activity },
  get: { params: activityParams, reply: activity },
  update: { params: activityParams, body: updateActivity, reply: activity },
  publish: { params: activityParams, body: none, reply: activity },
  close: { params: activityParams, body: none, reply: activity },
  hold: { params: activityParams, body: none, reply: activity },
  copy: { params: activityParams, body: none, reply: activity },
  repeat: { params: activityParams, body: repeatActivity, reply: series },
  publishSeries: { params: activityParams, body: none, reply: series },
  cancel: { params: activityParams, body: cancelActivity, reply: activity },
  signUp: { params: activityParams, body: signUpForm, reply: signUp },
  signUpOnBehalf: { params: activityParams, body: signUpOnBehalf, reply: signUp },
  listSignUps: { params: activityParams, query: signUpsQuery, reply: signUpsPage },
  listMySignUps: { params: centerParams, query: mySignUpsQuery, reply: mySignUpsPage },
  cancelSignUp: { params: activityParams, body: none, reply: signUp },
  acceptOffer: { params: activityParams, body: none, reply: signUp },
  declineOffer: { params: activityParams, body: none, reply: signUp },
} satisfies SchemasFor<typeof activitiesRoutes>
