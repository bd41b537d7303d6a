import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { date, id, line, mobile, moment, text } from '../kit/text.schemas.js'
import { firmKinds } from '../organization/organization.vocabulary.js'
import type { financingDemandsRoutes } from './financing-demands.routes.js'
import { audiences, callOutcomes, closeReasons, demandActions, demandAllowedActions, demandClockActions, demandStates, demandViews, mostBanks, rematchStates } from './financing-demands.vocabulary.js'
import { referralSummary } from './financing-referrals.schemas.js'
import { neededPurposes, parties, sharingPurposes, sharingVersion } from './financing-referrals.vocabulary.js'
import { matches, need } from './financing.schemas.js'
import { industries, purposes } from './financing.vocabulary.js'

export const demandParams = centerParams.extend({ id })
export type DemandParams = z.input<typeof demandParams>
export const demandActParams = demandParams.extend({ action: z.enum(demandActions) })
export type DemandActParams = z.input<typeof demandActParams>

/** A firm that the caller stands for, and what of its need the house knows already: nobody is asked for that again. */
export const ownFirm = z.object({
  id,
  name: z.string(),
  kind: z.enum(firmKinds),
  /** Its section of GB/T 4754, as products speak of it; null: not on file. */
  industry: z.enum(industries).nullable(),
  foundedOn: date,
  buildingName: z.string(),
  /** A demand of it that has not ended. */
  openDemandId: id.nullable(),
})
export type OwnFirm = z.infer<typeof ownFirm>
/** `contact`: the caller's own name and phone as the centre knows them, to be sent on only with consent. */
export const ownFirms = z.object({ items: z.array(ownFirm), contact: z.object({ name: z.string().nullable(), phone: z.string().nullable() }) })
export type OwnFirms = z.infer<typeof ownFirms>

export const contactPerson = z.object({ name: line(40), phone: mobile })
export type ContactPerson = z.infer<typeof contactPerson>

/** `firmKind`, `industry` and `foundedOn` of the need come from the firm's record where that has them. */
export const demandInput = z.object({
  need,
  /** What the loan is for, in the firm's own words. */
  purposeText: text(200).nullable().default(null),
  neededBy: date.nullable().default(null),
  contact: contactPerson,
  /** Products that the firm liked while it compared; proposed when it picks banks. */
  wishes: z.array(id).max(mostBanks, `最多 ${mostBanks} 个`).default([]),
})
export const createDemand = demandInput.extend({ firmId: id })
export type CreateDemand = z.input<typeof createDemand>
export const updateDemand = demandInput.extend({ version: z.number().int().optional() })
export type UpdateDemand = z.input<typeof updateDemand>

const summaryOf = z.object({
  id,
  state: z.enum(demandStates),
  firm: z.object({ id, name: z.string(), buildingName: z.string() }),
  amountFen: z.number().int(),
  months: z.number().int(),
  purpose: z.enum(purposes),
  /** Who has to do something now: the firm, the centre, or a bank; null at an end. */
  holder: z.enum(parties).nullable(),
  dueAt: moment.nullable(),
  isOverdue: z.boolean(),
  /** Working days left until `dueAt`, today not counted; negative when overdue; null without a clock. */
  daysLeft: z.number().int().nullable(),
  /** Banks at work on it, of at most five. */
  banks: z.number().int(),
  /** Confirmed by both sides or by the centre. */
  disbursedFen: z.number().int(),
  submittedAt: moment.nullable(),
  changedAt: moment,
})
export const demandSummary = summaryOf
export type DemandSummary = z.infer<typeof demandSummary>

export const demandStep = z.object({
  action: z.enum([...demandActions, ...demandClockActions, 'create']),
  from: z.enum(demandStates).nullable(),
  to: z.enum(demandStates),
  at: moment,
  /** null: the house by itself. */
  party: z.enum(parties).nullable(),
})
export type DemandStep = z.infer<typeof demandStep>

export const demandCall = z.object({ at: moment, with: z.string(), outcome: z.enum(callOutcomes) })

/** As its firm and the centre see it; banks see referrals. */
export const demand = summaryOf.extend({
  firm: z.object({ id, name: z.string(), kind: z.enum(firmKinds), creditCode: z.string().nullable(), buildingName: z.string() }),
  need,
  purposeText: z.string().nullable(),
  neededBy: date.nullable(),
  /** Its phone is empty once the person took it back. */
  contact: z.object({ name: z.string(), phone: z.string() }),
  wishes: z.array(id),
  audience: z.enum(audiences).nullable(),
  /** Why the centre sent it back; null unless it did. */
  note: z.string().nullable(),
  closeReason: z.enum(closeReasons).nullable(),
  openedAt: moment.nullable(),
  referrals: z.array(referralSummary),
  history: z.array(demandStep),
  calls: z.array(demandCall),
  version: z.number().int(),
  allowedActions: z.array(z.enum(demandAllowedActions)),
})
export type Demand = z.infer<typeof demand>

/** One bank that the firm picks, for one of its products, and what it agrees to. */
export const pick = z.object({
  productId: id,
  purposes: z.array(z.enum(sharingPurposes)).refine((given) => neededPurposes.every((purpose) => given.includes(purpose)), '不同意前两项，银行就没法办理'),
})

/** `open` takes `audience`, with `picks` when it is `picked`; `return` a `note`; `close` a `closeReason`. */
export const actOnDemand = z.object({
  audience: z.enum(audiences).optional(),
  picks: z.array(pick).min(1, '至少选一家银行').max(mostBanks, `最多选 ${mostBanks} 家`).optional(),
  /** Of the text that was agreed to; with `picks`. */
  consentVersion: z.literal(sharingVersion, { error: '说明已更新，请重新打开这一页再提交' }).optional(),
  note: text(200).optional(),
  closeReason: z.enum(closeReasons).exclude(['satisfied']).optional(),
  version: z.number().int().optional(),
})
export type ActOnDemand = z.input<typeof actOnDemand>

/** Nothing of the firm: what is kept under an idempotency key shows nothing after a withdrawal. */
export const demandMoved = z.object({ id, state: z.enum(demandStates), version: z.number().int() })
export type DemandMoved = z.infer<typeof demandMoved>

/** `referralId`: the call was with that bank; without it, with the firm. */
export const recordCall = z.object({ referralId: id.optional(), outcome: z.enum(callOutcomes) })
export type RecordCall = z.input<typeof recordCall>

export const demandsQuery = z.object({ view: z.enum(demandViews).default('mine'), state: z.enum(demandStates).optional(), ...pageQuery })
export type DemandsQuery = z.input<typeof demandsQuery>
export const demandsPage = page(demandSummary)
export type DemandsPage = z.infer<typeof demandsPage>
/** Each up to `mostCounted`. */
export const demandCounts = z.object({ waiting: z.number().int(), overdue: z.number().int(), open: z.number().int(), ended: z.number().int() })
export type DemandCounts = z.infer<typeof demandCounts>

/** The stored ranking, explained again from its stored inputs. */
export const demandMatches = matches.extend({
  matchedAt: moment,
  /** The firm has picked: versions and LPR stay as they were. */
  isFrozen: z.boolean(),
})
export type DemandMatches = z.infer<typeof demandMatches>

/** How far the last run is that ranks all waiting demands anew. */
export const rematch = z.object({ state: z.enum(rematchStates), done: z.number().int(), of: z.number().int(), startedAt: moment.nullable(), endedAt: moment.nullable() })
export const rematchStatus = z.object({ latest: rematch.nullable() })
export type RematchStatus = z.infer<typeof rematchStatus>

export const financingDemandsSchemas = {
  listFirms: { params: centerParams, reply: ownFirms },
  list: { params: centerParams, query: demandsQuery, reply: demandsPage },
  count: { params: centerParams, reply: demandCounts },
  create: { params: centerParams, body: createDemand, reply: demandMoved },
  get: { params: demandParams, reply: demand },
  update: { params: demandParams, body: updateDemand, reply: demand },
  matches: { params: demandParams, reply: demandMatches },
  recordCall: { params: demandParams, body: recordCall, reply: demandMoved },
  act: { params: demandActParams, body: actOnDemand, reply: demandMoved },
  rematch: { params: centerParams, reply: rematchStatus },
} satisfies SchemasFor<typeof financingDemandsRoutes>
