import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { date, id, line, mobile, moment, text } from '../kit/text.schemas.js'
import { memberCategories } from '../organization/organization-members.vocabulary.js'
import {
  archiveChannels, archiveSteps, bulkTransferActions, consentSources, reissueCauses, transferActions, transferCauses, transferClockActions, transferDirections, transferKinds, transferOffices, transferReasons,
  transferRecords, transferSideActions, transferStates, transferViews,
} from './transfer.vocabulary.js'
import type { transferRoutes } from './transfer.routes.js'

export const transferParams = centerParams.extend({ id })
export type TransferParams = z.input<typeof transferParams>
export const transferActParams = transferParams.extend({ action: z.enum(transferActions) })
export type TransferActParams = z.input<typeof transferActParams>

/** `yyyy-MM` */
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应像 2026-11')
const organizationCode = z.string().regex(/^\d{12}$/, '党组织编码是 12 位数字')
const validDays = z.number().int('天数要填整数').min(1, '有效期至少 1 天').max(90, '有效期最多 90 天')

/**
 * The form, each field as it stands so far; null where nothing was filled in. What the house knows is
 * filled in already. An ID number leaves masked (`3401**********0017`).
 */
export const transferForm = z.object({
  name: z.string().nullable(),
  formerName: z.string().nullable(),
  idNumber: z.string().nullable(),
  /** GB/T 3304 code. */
  ethnicity: z.string().nullable(),
  /** GB/T 4658 code. */
  education: z.string().nullable(),
  category: z.enum(memberCategories).nullable(),
  joinedOn: date.nullable(),
  confirmedOn: date.nullable(),
  probationEndsOn: date.nullable(),
  phone: z.string().nullable(),
  emergencyContact: z.string().nullable(),
  originBranchId: id.nullable(),
  originBranchName: z.string().nullable(),
  originCommitteeName: z.string().nullable(),
  originCommitteeCode: z.string().nullable(),
  receivingBranchId: id.nullable(),
  receivingBranchName: z.string().nullable(),
  receivingCommitteeName: z.string().nullable(),
  receivingCommitteeCode: z.string().nullable(),
  /** 抬头: to whom the letter is addressed. */
  title: z.string().nullable(),
  /** 去处: the unit in full, or the residence down to 村/社区. */
  destination: z.string().nullable(),
  cause: z.enum(transferCauses).nullable(),
  duesPaidTo: z.string().nullable(),
  validDays: z.number().int().nullable(),
  contact: z.string().nullable(),
  contactPhone: z.string().nullable(),
  /** Why a probation that is over has not been decided, filed by the origin (R09); null: not filed. */
  probationOpinion: z.string().nullable(),
})
export type TransferForm = z.infer<typeof transferForm>
export type TransferField = keyof TransferForm

/** Fields that a person fills in; what follows from the tree (names, codes of our own offices) does not come from outside. */
export const transferInput = z.object({
  name: line(40).nullable(),
  formerName: line(40).nullable(),
  idNumber: line(18).nullable(),
  ethnicity: line(2).nullable(),
  education: line(2).nullable(),
  category: z.enum(memberCategories).nullable(),
  joinedOn: date.nullable(),
  confirmedOn: date.nullable(),
  probationEndsOn: date.nullable(),
  phone: mobile.nullable(),
  emergencyContact: line(60).nullable(),
  originBranchId: id.nullable(),
  originBranchName: line(80).nullable(),
  originCommitteeName: line(80).nullable(),
  originCommitteeCode: organizationCode.nullable(),
  receivingBranchId: id.nullable(),
  receivingBranchName: line(80).nullable(),
  receivingCommitteeName: line(80).nullable(),
  receivingCommitteeCode: organizationCode.nullable(),
  title: line(80).nullable(),
  destination: line(120).nullable(),
  cause: z.enum(transferCauses).nullable(),
  duesPaidTo: month.nullable(),
  validDays: validDays.nullable(),
  contact: line(40).nullable(),
  contactPhone: line(30).nullable(),
}).partial()
export type TransferInput = z.input<typeof transferInput>

export const consentGiven = z.object({
  source: z.enum(consentSources),
  /** The version of the text that was agreed to. */
  version: line(40),
  /** The day on the paper; absent when the member agrees on the phone now. */
  signedOn: date.optional(),
})

export const createTransfer = z.object({
  direction: z.enum(transferDirections),
  kind: z.enum(transferKinds),
  consent: consentGiven,
  /** Staff name the member; a member opens a case for itself. */
  memberId: id.optional(),
  /** Staff register somebody who stands before the desk and is no member here yet. */
  isAtDesk: z.boolean().default(false),
  form: transferInput.default({}),
})
export type CreateTransfer = z.input<typeof createTransfer>

export const updateTransfer = z.object({ form: transferInput, version: z.number().int().optional() })
export type UpdateTransfer = z.input<typeof updateTransfer>

/** What would be sent back, before it is sent: `stop` keeps the case from being submitted, `warn` does not. */
export const transferFinding = z.object({
  field: z.string().nullable(),
  reason: z.enum(transferReasons).nullable(),
  level: z.enum(['stop', 'warn']),
  message: z.string(),
  /** What to write instead, when the house knows. */
  suggestion: z.string().nullable(),
})
export type TransferFinding = z.infer<typeof transferFinding>

export const transferSummary = z.object({
  id,
  direction: z.enum(transferDirections),
  kind: z.enum(transferKinds),
  state: z.enum(transferStates),
  /** `王**`; whole to the member itself. */
  memberName: z.string(),
  category: z.enum(memberCategories).nullable(),
  /** Where to, or where from. */
  otherSide: z.string().nullable(),
  /** Who has it now, in full; null at an end. */
  holder: z.object({ office: z.enum(transferOffices), name: z.string() }).nullable(),
  /** Until when the holder has to act; null without a clock. */
  dueAt: moment.nullable(),
  isOverdue: z.boolean(),
  /** Working days left until `dueAt`, today not counted; negative when overdue; null without a clock. */
  daysLeft: z.number().int().nullable(),
  submittedAt: moment.nullable(),
  changedAt: moment,
})
export type TransferSummary = z.infer<typeof transferSummary>

export const transferLetter = z.object({
  number: z.string(),
  issuedOn: date,
  validDays: z.number().int(),
  validUntil: date,
  /** The number that this one replaces. */
  replaces: z.string().nullable(),
  isVoid: z.boolean(),
})
export type TransferLetter = z.infer<typeof transferLetter>

/** One line of the tracker. */
export const transferStep = z.object({
  action: z.enum([...transferActions, ...transferClockActions, ...transferRecords]),
  from: z.enum(transferStates).nullable(),
  to: z.enum(transferStates),
  at: moment,
  office: z.enum(transferOffices).nullable(),
  /** The office in full; null: the clock. */
  by: z.string().nullable(),
  reason: z.enum(transferReasons).nullable(),
  comment: z.string().nullable(),
})
export type TransferStepTaken = z.infer<typeof transferStep>

/** What is still to come on the usual way, nearest first. */
export const transferAhead = z.object({ state: z.enum(transferStates), office: z.enum(transferOffices), name: z.string().nullable() })

export const transfer = transferSummary.extend({
  form: transferForm,
  findings: z.array(transferFinding),
  history: z.array(transferStep),
  ahead: z.array(transferAhead),
  letters: z.array(transferLetter),
  /** Of the standing letter; null without one. */
  letterValidUntil: date.nullable(),
  archive: z.object({ channel: z.enum(archiveChannels).nullable(), step: z.enum(archiveSteps), missing: z.array(z.string()), changedAt: moment.nullable() }),
  duties: z.object({ assignedTo: z.string().nullable(), receiptFiledOn: date.nullable(), receiptDueAt: moment.nullable(), reference: z.string().nullable() }),
  reason: z.enum(transferReasons).nullable(),
  comment: z.string().nullable(),
  version: z.number().int(),
  isMine: z.boolean(),
  consent: z.object({ source: z.enum(consentSources), on: date }),
  /** Consent was withdrawn after issue: number, dates and committees are all that is shown. */
  isRestricted: z.boolean(),
  allowedActions: z.array(z.enum([...transferActions, ...transferSideActions])),
})
export type Transfer = z.infer<typeof transfer>

export const letterInput = z.object({
  /** From the official blank; the same on its three parts, never used twice. */
  number: line(40),
  issuedOn: date,
  validDays,
})

/** Which parts an act needs: `transferActionNeeds`. */
export const actOnTransfer = z.object({
  reason: z.enum(transferReasons).optional(),
  comment: text(500).optional(),
  letter: letterInput.optional(),
  incomingLetter: letterInput.extend({ originCommitteeName: line(80) }).optional(),
  reissueCause: z.enum(reissueCauses).optional(),
  branchId: id.optional(),
  /** Name of a branch outside of this system. */
  branchName: line(80).optional(),
  reference: line(60).optional(),
  receiptOn: date.optional(),
  missingItems: z.array(line(60)).max(20).optional(),
  /** The version that was looked at: somebody else's act in between is told. */
  version: z.number().int().optional(),
})
export type ActOnTransfer = z.input<typeof actOnTransfer>

export const updateArchive = z.object({ channel: z.enum(archiveChannels).optional(), step: z.enum(archiveSteps).optional(), missing: z.array(line(60)).max(20).optional() })
export type UpdateArchive = z.input<typeof updateArchive>

export const fileOpinion = z.object({ opinion: text(500) })
export type FileOpinion = z.input<typeof fileOpinion>

export const transfersQuery = z.object({
  view: z.enum(transferViews).default('waiting'),
  direction: z.enum(transferDirections).optional(),
  state: z.enum(transferStates).optional(),
  kind: z.enum(transferKinds).optional(),
  ...pageQuery,
})
export type TransfersQuery = z.input<typeof transfersQuery>
/** A row of a queue, with the steps that may be taken for several at once. */
export const queuedTransfer = transferSummary.extend({ bulkActions: z.array(z.enum(bulkTransferActions)) })
export type QueuedTransfer = z.infer<typeof queuedTransfer>
export const transfersPage = page(queuedTransfer)
export type TransfersPage = z.infer<typeof transfersPage>

export const transferCounts = z.object({ waiting: z.number().int(), overdue: z.number().int(), today: z.number().int(), others: z.number().int(), open: z.number().int(), ended: z.number().int() })
export type TransferCounts = z.infer<typeof transferCounts>

/** One entry of the directory of receiving organisations. */
export const receiver = z.object({ name: z.string(), code: z.string().nullable(), title: z.string(), region: z.string(), isOurs: z.boolean() })
export type Receiver = z.infer<typeof receiver>
export const receiversQuery = z.object({ q: line(40, 2) })
export type ReceiversQuery = z.input<typeof receiversQuery>
export const receivers = z.object({
  items: z.array(receiver),
  /** What is wrong with what was typed as 抬头 or 去处, and what to write instead. */
  findings: z.array(transferFinding),
})
export type Receivers = z.infer<typeof receivers>

/** Branches that one may come from or go to, by name; `committee` issues and accepts for it. */
export const transferBranches = z.object({ items: z.array(z.object({ id, name: z.string(), committee: z.string() })) })
export type TransferBranches = z.infer<typeof transferBranches>

/** A restricted case stores nothing: where to go, and when. */
export const restrictedAdvice = z.object({ centerName: z.string(), address: z.string(), phone: z.string(), openingWords: z.string() })

export const transferSchemas = {
  list: { params: centerParams, query: transfersQuery, reply: transfersPage },
  count: { params: centerParams, reply: transferCounts },
  create: { params: centerParams, body: createTransfer, reply: transfer },
  register: { params: centerParams, body: createTransfer, reply: transfer },
  restricted: { params: centerParams, body: z.object({}), reply: restrictedAdvice },
  searchReceivers: { params: centerParams, query: receiversQuery, reply: receivers },
  listBranches: { params: centerParams, reply: transferBranches },
  get: { params: transferParams, reply: transfer },
  update: { params: transferParams, body: updateTransfer, reply: transfer },
  act: { params: transferActParams, body: actOnTransfer, reply: transfer },
  updateArchive: { params: transferParams, body: updateArchive, reply: transfer },
  fileOpinion: { params: transferParams, body: fileOpinion, reply: transfer },
  withdrawConsent: { params: transferParams, body: z.object({}), reply: transfer },
  revealIdNumber: { params: transferParams, body: z.object({}), reply: z.object({ idNumber: z.string() }) },
} satisfies SchemasFor<typeof transferRoutes>
