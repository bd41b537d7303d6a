import type { ActivitiesQuery } from '@dangqun/contracts/activities/schemas'
import { activityKinds, activityStates, type ActivityKind, type ActivityState } from '@dangqun/contracts/activities/vocabulary'
import { programmes, type Programme } from '@dangqun/contracts/centers/vocabulary'
import { oneOf } from '../platform/keyset.rules'

export const whens = ['upcoming', 'past', 'all'] as const
export type When = (typeof whens)[number]
export const whenLabels: Record<When, string> = { upcoming: '未结束', past: '已结束', all: '全部' }

export interface ActivitiesFilter {
  when: When
  state: ActivityState | undefined
  programme: Programme | undefined
  kind: ActivityKind | undefined
  /** The id of a series; only by a link. */
  series: string | undefined
  q: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const pageSize = 20

/** The filter in an address. What a person mistyped there is left out, not sent. */
export function readFilter(params: URLSearchParams): ActivitiesFilter {
  return {
    when: oneOf(whens, params.get('when')) ?? 'upcoming',
    state: oneOf(activityStates, params.get('state')),
    programme: oneOf(programmes, params.get('programme')),
    kind: oneOf(activityKinds, params.get('kind')),
    series: uuid.test(params.get('series') ?? '') ? (params.get('series') ?? undefined) : undefined,
    q: (params.get('q') ?? '').trim().slice(0, 40),
  }
}

/** The address's parts for a changed filter; the default is left out of it. */
export function filterParams(changes: Partial<ActivitiesFilter>): Record<string, string | undefined> {
  return 'when' in changes ? { ...changes, when: changes.when === 'upcoming' ? undefined : changes.when } : { ...changes }
}

export function toQuery(filter: ActivitiesFilter, cursor: string | undefined): ActivitiesQuery {
  return { when: filter.when, state: filter.state, programme: filter.programme, kind: filter.kind, seriesId: filter.series, q: filter.q || undefined, cursor, limit: pageSize }
}

export function isFiltered({ state, programme, kind, series, q }: ActivitiesFilter): boolean {
  return state !== undefined || programme !== undefined || kind !== undefined || series !== undefined || q !== ''
}
