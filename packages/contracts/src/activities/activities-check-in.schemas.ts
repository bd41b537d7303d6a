import * as z from 'zod'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { id, line, moment } from '../kit/text.schemas.js'
import { activityParams } from './activities.schemas.js'
import { signUpStates } from './activities.vocabulary.js'
import { checkInActions, checkInFlags, checkInMethods, recordOutcomes } from './activities-check-in.vocabulary.js'
import type { checkInsRoutes } from './activities-check-in.routes.js'

export const checkInParams = activityParams.extend({ checkIn: id })
export type CheckInParams = z.input<typeof checkInParams>

export const checkIn = z.object({
  id,
  signUpId: id,
  /** The sign-up's place in the order of arrival. */
  number: z.number().int(),
  /** Only when the activity asks for it, or when staff wrote it down at the door. */
  name: z.string().nullable(),
  method: z.enum(checkInMethods),
  /** Why by hand. */
  reason: z.string().nullable(),
  /** Signed up at the door. */
  isWalkIn: z.boolean(),
  /** When the person came; of an offline record the device's time, corrected. */
  at: moment,
  /** When the server learned of it. */
  recordedAt: moment,
  flag: z.enum(checkInFlags).nullable(),
  /** When staff confirmed a flagged time. */
  confirmedAt: moment.nullable(),
  undoneAt: moment.nullable(),
  undoReason: z.string().nullable(),
  /** Empty for whoever is not staff. */
  allowedActions: z.array(z.enum(checkInActions)),
})
export type CheckIn = z.infer<typeof checkIn>

export const checkInReply = z.object({
  checkIn,
  /** It stood already: nothing was changed. */
  isRepeat: z.boolean(),
})
export type CheckInReply = z.infer<typeof checkInReply>

const ticket = line(64)

/** Who comes in: a scanned ticket (staff), the code on the screen at the door (oneself), somebody by hand, or somebody who has not signed up and takes a free place (staff). */
export const checkInBody = z.union([
  z.strictObject({ ticket }),
  z.strictObject({ rotatingCode: line(32) }),
  z.strictObject({ signUpId: id, reason: line(100) }),
  z.strictObject({ walkIn: z.strictObject({ name: line(30) }) }),
])
export type CheckInBody = z.input<typeof checkInBody>

const kept = {
  /** Made by the device, once for each coming: a repetition is answered, not recorded again. */
  id,
  /** The device's own time of the scan, or of the writing down. */
  at: moment,
  /** Server time minus device time, ms, when the two last met before; null: never. */
  offsetMs: z.number().int().min(-1e12).max(1e12).nullable(),
}

/** One coming that was kept on a device without a network: a scanned ticket, or somebody by hand, who was found before. */
export const offlineRecord = z.union([z.object({ ...kept, ticket }), z.object({ ...kept, signUpId: id, reason: line(100) })])
export type OfflineRecord = z.input<typeof offlineRecord>

export const checkInBatch = z.object({
  /** The device's own time now: it shows how far its clock is off. */
  sentAt: moment,
  records: z.array(offlineRecord).min(1).max(200),
})
export type CheckInBatch = z.input<typeof checkInBatch>

export const checkInBatchReply = z.object({
  /** One for each record, in their order. */
  results: z.array(z.object({ id, outcome: z.enum(recordOutcomes), message: z.string(), checkIn: checkIn.nullable() })),
  /** Server time minus device time, ms: to keep for the next records. */
  offsetMs: z.number().int(),
})
export type CheckInBatchReply = z.infer<typeof checkInBatchReply>

export const rotatingCode = z.object({
  /** What the QR holds: the activity's own code and the rotating one. */
  text: z.string(),
  /** The rotating part alone, for whoever types it. */
  code: z.string(),
  /** When the screen has to show the next one. */
  renewAt: moment,
  /** The server's time of this answer. */
  now: moment,
  opensAt: moment,
  closesAt: moment,
})
export type RotatingCode = z.infer<typeof rotatingCode>

export const checkInCounts = z.object({
  checkedIn: z.number().int(),
  /** Everyone with a place, whether here or not. */
  expected: z.number().int(),
  /** Standing, flagged and not yet confirmed. */
  flagged: z.number().int(),
})
export type CheckInCounts = z.infer<typeof checkInCounts>

export const checkInsQuery = z.object(pageQuery)
export type CheckInsQuery = z.input<typeof checkInsQuery>

export const checkInsPage = page(checkIn).extend({
  counts: checkInCounts,
  /** The server's time of this answer: a device keeps by it how far its own clock is off. */
  now: moment,
})
export type CheckInsPage = z.infer<typeof checkInsPage>

export const candidatesQuery = z.object({
  /** Part of the name, or the number of the sign-up. */
  q: line(30),
})
export type CandidatesQuery = z.input<typeof candidatesQuery>

export const candidate = z.object({
  signUpId: id,
  number: z.number().int(),
  /** Only when the activity asks for it. */
  name: z.string().nullable(),
  state: z.enum(signUpStates),
  checkedInAt: moment.nullable(),
})
export type Candidate = z.infer<typeof candidate>

export const candidates = z.object({ items: z.array(candidate) })
export type Candidates = z.infer<typeof candidates>

export const undoCheckIn = z.object({ reason: line(100) })
export type UndoCheckIn = z.input<typeof undoCheckIn>

export const checkInsSchemas = {
  readRotatingCode: { params: activityParams, reply: rotatingCode },
  checkIn: { params: activityParams, body: checkInBody, reply: checkInReply },
  sync: { params: activityParams, body: checkInBatch, reply: checkInBatchReply },
  list: { params: activityParams, query: checkInsQuery, reply: checkInsPage },
  findCandidates: { params: activityParams, query: candidatesQuery, reply: candidates },
  undo: { params: checkInParams, body: undoCheckIn, reply: checkIn },
  confirm: { params: checkInParams, body: z.object({}), reply: checkIn },
} satisfies SchemasFor<typeof checkInsRoutes>
