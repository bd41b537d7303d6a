import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { idNumber } from '../kit/numbers.schemas.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { date, id, line, mobile, moment } from '../kit/text.schemas.js'
import { bindingActions, bindingAnswer, bindingBases, bindingConsentVersion, bindingKinds, bindingStates, birthDateBases, holdingKinds } from './organization-bindings.vocabulary.js'
import type { bindingsRoutes } from './organization-bindings.routes.js'

const consentVersion = z.literal(bindingConsentVersion, { error: '说明已更新，请重新打开这一页再提交' })

export const askBinding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member'), name: line(40), idNumber, consentVersion }),
  z.object({ kind: z.literal('firm'), name: line(40), firm: line(80, 2), basis: z.enum(bindingBases), consentVersion }),
])
export type AskBinding = z.input<typeof askBinding>

/** The same bytes for everybody: nobody learns from them who is a member. */
export const bindingAsked = z.object({ message: z.literal(bindingAnswer) })
export type BindingAsked = z.infer<typeof bindingAsked>

const actions = z.array(z.enum(bindingActions))

/** One's own. The target's name appears when it is confirmed. */
export const myBinding = z.object({
  id,
  kind: z.enum(bindingKinds),
  state: z.enum(bindingStates),
  target: z.string().nullable(),
  reason: z.string().nullable(),
  createdAt: moment,
  decidedAt: moment.nullable(),
  allowedActions: actions,
})
export type MyBinding = z.infer<typeof myBinding>

export const myBindings = z.object({ items: z.array(myBinding) })
export type MyBindings = z.infer<typeof myBindings>

export const bindingRow = z.object({
  id,
  kind: z.enum(bindingKinds),
  state: z.enum(bindingStates),
  name: z.string(),
  firm: z.string().nullable(),
  basis: z.enum(bindingBases).nullable(),
  createdAt: moment,
})
export type BindingRow = z.infer<typeof bindingRow>

export const bindingCandidate = z.object({
  /** Of the member, or of the firm. */
  id,
  name: z.string(),
  /** Branch of a member, building of a firm. */
  where: z.string(),
  /** `138****8000`: to call the phone on file. */
  phone: z.string().nullable(),
  /** What agrees with what was typed. */
  agrees: z.array(z.enum(['idNumber', 'name', 'phone'])),
})
export type BindingCandidate = z.infer<typeof bindingCandidate>

export const binding = bindingRow.extend({
  person: z.object({ id, name: z.string().nullable(), phone: z.string().nullable() }),
  /** Masked; null once it is decided, when it is erased. */
  idNumber: z.string().nullable(),
  candidates: z.array(bindingCandidate),
  target: z.object({ id, name: z.string() }).nullable(),
  evidence: z.string().nullable(),
  reason: z.string().nullable(),
  decidedAt: moment.nullable(),
  endedAt: moment.nullable(),
  allowedActions: actions,
})
export type Binding = z.infer<typeof binding>

export const bindingsQuery = z.object({ state: z.enum(bindingStates).default('pending'), kind: z.enum(bindingKinds).optional(), ...pageQuery })
export type BindingsQuery = z.input<typeof bindingsQuery>

export const bindingsPage = page(bindingRow)
export type BindingsPage = z.infer<typeof bindingsPage>

export const bindingParams = z.object({ center: centerParams.shape.center, id })
export type BindingParams = z.input<typeof bindingParams>

/** `evidence`: what was seen at the desk, such as 身份证原件, 营业执照和授权书. */
export const confirmBinding = z.object({ targetId: id, evidence: line(100, 2) })
export type ConfirmBinding = z.input<typeof confirmBinding>

export const refuseBinding = z.object({ reason: line(200, 2) })
export type RefuseBinding = z.input<typeof refuseBinding>

export const createPerson = z.object({ name: line(40), phone: mobile.nullable().default(null) })
export type CreatePerson = z.input<typeof createPerson>

export const personRow = z.object({ id, name: z.string().nullable(), phone: z.string().nullable(), hasAccount: z.boolean(), isMember: z.boolean() })
export type PersonRow = z.infer<typeof personRow>

export const personsQuery = z.object({ q: line(40, 2), ...pageQuery })
export type PersonsQuery = z.input<typeof personsQuery>

export const personsPage = page(personRow)
export type PersonsPage = z.infer<typeof personsPage>

export const personHoldings = z.object({ items: z.array(z.object({ kind: z.enum(holdingKinds), count: z.number().int() })) })
export type PersonHoldings = z.infer<typeof personHoldings>

export const correctBirthDate = z.object({ birthDate: date, basis: z.enum(birthDateBases) })
export type CorrectBirthDate = z.input<typeof correctBirthDate>

/** The person who stays; the one in the path, who has no account, becomes one with them. */
export const mergePerson = z.object({ into: id, evidence: line(100, 2) })
export type MergePerson = z.input<typeof mergePerson>

export const bindingsSchemas = {
  askBinding: { params: centerParams, body: askBinding, reply: bindingAsked },
  listMyBindings: { params: centerParams, reply: myBindings },
  withdrawBinding: { params: bindingParams, body: z.object({}), reply: myBindings },
  listBindings: { params: centerParams, query: bindingsQuery, reply: bindingsPage },
  getBinding: { params: bindingParams, reply: binding },
  confirmBinding: { params: bindingParams, body: confirmBinding, reply: binding },
  refuseBinding: { params: bindingParams, body: refuseBinding, reply: binding },
  endBinding: { params: bindingParams, body: refuseBinding, reply: binding },
  listPersons: { params: centerParams, query: personsQuery, reply: personsPage },
  readHoldings: { params: bindingParams, reply: personHoldings },
  createPerson: { params: centerParams, body: createPerson, reply: personRow },
  mergePerson: { params: bindingParams, body: mergePerson, reply: personRow },
  correctBirthDate: { params: bindingParams, body: correctBirthDate, reply: personRow },
} satisfies SchemasFor<typeof bindingsRoutes>
