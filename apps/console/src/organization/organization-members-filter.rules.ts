import type { MembersQuery } from '@dangqun/contracts/organization/members/schemas'
import { memberCategories, memberFlows, type MemberCategory, type MemberFlow } from '@dangqun/contracts/organization/members/vocabulary'
import { oneOf } from '../platform/keyset.rules'
import { pageSize, shortestTerm } from './organization-filter.rules'

export interface MembersFilter {
  q: string
  branchId: string | undefined
  category: MemberCategory | undefined
  flow: MemberFlow | undefined
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The filter in an address. What a person mistyped there is left out, not sent. */
export function readMembersFilter(params: URLSearchParams): MembersFilter {
  const branch = params.get('branch') ?? ''
  return { q: (params.get('q') ?? '').trim().slice(0, 40), branchId: uuid.test(branch) ? branch : undefined, category: oneOf(memberCategories, params.get('category')), flow: oneOf(memberFlows, params.get('flow')) }
}

export function toMembersQuery({ q, ...rest }: MembersFilter, cursor: string | undefined): MembersQuery {
  return { ...rest, q: [...q].length >= shortestTerm ? q : undefined, cursor, limit: pageSize }
}
