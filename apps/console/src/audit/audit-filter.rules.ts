import type { FactsQuery } from '@dangqun/contracts/audit/schemas'
import { factLabels, factSlices, type FactName, type FactSlice } from '@dangqun/contracts/audit/vocabulary'
import { oneOf } from '../platform/keyset.rules'

export const pageSize = 50

export interface FactsFilter {
  from: string | undefined
  to: string | undefined
  slice: FactSlice | undefined
  fact: FactName | undefined
  actor: string
  subject: string | undefined
}

const date = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const fitting = (form: RegExp, given: string | null) => (given !== null && form.test(given) ? given : undefined)

export const factNames = Object.keys(factLabels) as FactName[]
export const isOfSlice = (fact: string, slice: FactSlice) => fact.startsWith(`${slice}.`)

/** The filter in an address. What a person mistyped there is left out, not sent. */
export function readFactsFilter(params: URLSearchParams): FactsFilter {
  const slice = oneOf(factSlices, params.get('slice'))
  const fact = oneOf(factNames, params.get('fact'))
  return {
    from: fitting(date, params.get('from')),
    to: fitting(date, params.get('to')),
    slice,
    fact: fact !== undefined && (slice === undefined || isOfSlice(fact, slice)) ? fact : undefined,
    actor: (params.get('actor') ?? '').trim().slice(0, 40),
    subject: fitting(uuid, params.get('subject')),
  }
}

export function toFactsQuery({ from, to, slice, fact, actor, subject }: FactsFilter, cursor: string | undefined): FactsQuery {
  return { from, to, slice, fact, actor: actor || undefined, subjectId: subject, cursor, limit: pageSize }
}

export function isFiltered(filter: FactsFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined && value !== '')
}
