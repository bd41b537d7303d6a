import type { FirmsQuery } from '@dangqun/contracts/organization/schemas'
import { firmKinds, type FirmKind } from '@dangqun/contracts/organization/vocabulary'
import { oneOf } from '../platform/keyset.rules'

export interface FirmsFilter {
  q: string
  buildingId: string | undefined
  kind: FirmKind | undefined
}

export const pageSize = 50
/** The index knows pairs of characters: fewer find nothing. */
export const shortestTerm = 2

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The filter in an address. What a person mistyped there is left out, not sent. */
export function readFirmsFilter(params: URLSearchParams): FirmsFilter {
  const building = params.get('building') ?? ''
  return {
    q: (params.get('q') ?? '').trim().slice(0, 40),
    buildingId: uuid.test(building) ? building : undefined,
    kind: oneOf(firmKinds, params.get('kind')),
  }
}

export function toFirmsQuery({ q, buildingId, kind }: FirmsFilter, cursor: string | undefined): FirmsQuery {
  return { q: [...q].length >= shortestTerm ? q : undefined, buildingId, kind, cursor, limit: pageSize }
}
