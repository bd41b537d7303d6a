import type { FirmsQuery } from '@dangqun/contracts/organization/firms/schemas'
import { industrySections } from '@dangqun/contracts/organization/firms/vocabulary'
import { firmKinds, firmSizes, type FirmKind, type FirmSize } from '@dangqun/contracts/organization/vocabulary'
import { oneOf } from '../platform/keyset.rules'

export interface FirmsFilter {
  q: string
  buildingId: string | undefined
  kind: FirmKind | undefined
  size: FirmSize | undefined
  /** A section's letter. */
  section: string | undefined
  tag: string | undefined
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
    size: oneOf(firmSizes, params.get('size')),
    section: oneOf(industrySections.map(({ letter }) => letter), params.get('section')),
    tag: (params.get('tag') ?? '').trim().slice(0, 12) || undefined,
  }
}

export function toFirmsQuery({ q, ...rest }: FirmsFilter, cursor: string | undefined): FirmsQuery {
  return { ...rest, q: [...q].length >= shortestTerm ? q : undefined, cursor, limit: pageSize }
}
