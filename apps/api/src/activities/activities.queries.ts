import type { ActivitySummary } from '@dangqun/contracts/activities/schemas'
import type { ActivityKind, ActivityState } from '@dangqun/contracts/activities/vocabulary'
import type { Programme } from '@dangqun/contracts/centers/vocabulary'
import type { EntityManager } from 'typeorm'
import { shanghaiIso } from '../platform/clock/clock.js'
import { signUpBlock } from './activities.rules.js'

/** What lists show of an activity; an ActivityRow fits it too. */
export interface ActivityListRow {
  id: string
  title: string
  programme: Programme
  kind: ActivityKind
  seriesId: string | null
  place: string
  startsAt: Date
  endsAt: Date
  state: ActivityState
  capacity: number
  taken: number
  waiting: number
  signUpOpensAt: Date
  signUpClosesAt: Date
  cancelUntil: Date
}

export const activityColumns = ['id', 'title', 'programme', 'kind', 'series_id', 'place', 'starts_at', 'ends_at', 'state', 'capacity', 'taken', 'waiting', 'sign_up_opens_at', 'sign_up_closes_at', 'cancel_until'] as const

export const camel = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const listColumns = activityColumns.map((column) => `a.${column} as "${camel(column)}"`).join(', ')

export interface ActivityFilter {
  when: 'upcoming' | 'past' | 'all'
  state?: ActivityState
  programme?: Programme
  kind?: ActivityKind
  seriesId?: string
  q?: string
  /** Drafts too. */
  seesAll: boolean
  after: { startsAt: string; id: string } | null
  now: Date
  most: number
}

/** A statement with its parameters, so that the bench can run the very same one elsewhere. */
export function activitiesStatement(filter: ActivityFilter): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = []
  const put = (value: unknown) => `$${parameters.push(value)}`
  const conditions = ['a.center_id = current_center()']
  if (filter.when === 'upcoming') conditions.push(`a.ends_at > ${put(filter.now)}`)
  if (filter.when === 'past') conditions.push(`a.ends_at <= ${put(filter.now)}`)
  // The public's upcoming list is what one can still come to.
  if (filter.when === 'upcoming' && !filter.seesAll && !filter.state) conditions.push(`a.state in ('published', 'closed')`)
  if (filter.state) conditions.push(`a.state = ${put(filter.state)}`)
  if (!filter.seesAll) conditions.push('a.published_at is not null')
  if (filter.programme) conditions.push(`a.programme = ${put(filter.programme)}`)
  if (filter.kind) conditions.push(`a.kind = ${put(filter.kind)}`)
  if (filter.seriesId !== undefined) conditions.push(`a.series_id = ${put(filter.seriesId)}`)
  if (filter.q !== undefined) conditions.push(`strpos(lower(a.title), lower(${put(filter.q)})) > 0`)
  const rising = filter.when === 'upcoming'
  if (filter.after) conditions.push(`(a.starts_at, a.id) ${rising ? '>' : '<'} (${put(filter.after.startsAt)}::timestamptz, ${put(filter.after.id)}::uuid)`)
  const direction = rising ? 'asc' : 'desc'
  return {
    sql: `select ${listColumns} from activities a where ${conditions.join(' and ')} order by a.starts_at ${direction}, a.id ${direction} limit ${put(filter.most)}`,
    parameters,
  }
}

export function listActivities(manager: EntityManager, filter: ActivityFilter): Promise<ActivityListRow[]> {
  const { sql, parameters } = activitiesStatement(filter)
  return manager.query(sql, parameters)
}

/** A row as lists answer it. */
export function toSummary(row: ActivityListRow, now: Date): ActivitySummary {
  return {
    id: row.id, title: row.title, programme: row.programme, kind: row.kind, seriesId: row.seriesId, place: row.place, startsAt: shanghaiIso(row.startsAt), endsAt: shanghaiIso(row.endsAt), state: row.state,
    capacity: row.capacity, taken: row.taken, waiting: row.waiting, signUpOpensAt: shanghaiIso(row.signUpOpensAt), signUpClosesAt: shanghaiIso(row.signUpClosesAt),
    signUpBlock: signUpBlock(row, now),
  }
}
