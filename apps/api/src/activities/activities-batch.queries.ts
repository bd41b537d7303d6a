import type { ActivityState, SignUpState } from '@dangqun/contracts/activities/vocabulary'
import type { ProfileField } from '@dangqun/contracts/organization/vocabulary'
import type { PoolClient } from 'pg'
import { insertFactsOf } from '../audit/audit.queries.js'
import { setCenter } from '../platform/database/units.js'
import { deleteKeys, insertKeys, selectKeys, type ClaimedKey, type FinishedKey, type KnownKey } from '../platform/http/idempotency.queries.js'
import type { ActivitiesFact } from './activities.facts.js'
import type { Run } from './activities-offers.queries.js'
import { active, signUpColumns, type SignUpListRow } from './activities-sign-up.queries.js'

/** The locked activity as a batch needs it. */
export interface LockedActivity {
  state: ActivityState
  startsAt: Date
  endsAt: Date
  signUpOpensAt: Date
  signUpClosesAt: Date
  cancelUntil: Date
  publishedAt: Date | null
  capacity: number
  taken: number
  waiting: number
  lastNumber: number
  nextLapseAt: Date | null
  asks: ProfileField[]
}

export interface BatchState {
  activity: LockedActivity | null
  persons: Map<string, Record<ProfileField, string | null>>
  /** Standing sign-ups by account. */
  signUps: Map<string, SignUpListRow>
  keys: KnownKey[]
}

export interface Arrival {
  id: string
  accountId: string
  number: number
  state: Extract<SignUpState, 'confirmed' | 'waitlisted'>
  ticket: string
}

export interface BatchChanges {
  arrivals: Arrival[]
  seats: { taken: number; waiting: number; lastNumber: number }
  /** `accountId` null: what happened by itself. */
  facts: { accountId: string | null; fact: ActivitiesFact }[]
  keys: FinishedKey[]
  /** Of these keys an outdated use is stored. */
  reusedKeys: ClaimedKey[]
}

/**
 * Begins the batch's transaction and reads all that it decides on. The statements leave in one go;
 * each sees what was committed before the row lock of the first was granted.
 */
export async function openBatch(connection: PoolClient, centerId: string, activityId: string, accounts: string[], keys: ClaimedKey[], now: Date): Promise<BatchState> {
  const [, , activities, persons, signUps, stored] = await inOneGo([
    connection.query('begin'),
    connection.query(setCenter(centerId)),
    connection.query<LockedActivity>({ text: lockActivity, values: [activityId] }),
    connection.query<{ account_id: string } & Record<ProfileField, string | null>>({ text: readPersons, values: [accounts] }),
    readStanding(connection, activityId, accounts),
    keys.length > 0 ? connection.query<KnownKey>(selectKeys(keys, now)) : nothing,
  ])
  const [row] = activities.rows
  return {
    activity: row ? { ...row, lastNumber: Number(row.lastNumber) } : null,
    persons: new Map(persons.rows.map((person) => [person.account_id, person])),
    signUps,
    keys: stored?.rows ?? [],
  }
}

/** Standing sign-ups by account. */
export async function readStanding(connection: PoolClient, activityId: string, accounts: string[]): Promise<Map<string, SignUpListRow>> {
  const { rows } = await connection.query<SignUpListRow & { account_id: string }>({ text: readSignUps, values: [activityId, accounts] })
  return new Map(rows.map((signUp) => [signUp.account_id, signUp]))
}

/** Single statements between the two trips of a batch, when offers are over. */
export function runOn(connection: PoolClient): Run {
  return async <Row>(text: string, values: unknown[]) => (await connection.query({ text, values })).rows as Row[]
}

/** Writes a batch and commits it, in one go: if one statement fails, none of it happened. */
export async function finishBatch(connection: PoolClient, activityId: string, { arrivals, seats, facts, keys, reusedKeys }: BatchChanges, now: Date): Promise<void> {
  const rows = [...arrivals].sort((a, b) => (a.accountId < b.accountId ? -1 : 1))
  const [, , , , , , committed] = await inOneGo([
    rows.length > 0 ? connection.query({ text: addPersons, values: [rows.map((row) => row.accountId), now] }) : nothing,
    rows.length > 0
      ? connection.query({
          text: addSignUps,
          values: [activityId, rows.map((row) => row.id), rows.map((row) => row.accountId), rows.map((row) => row.number), rows.map((row) => row.state), rows.map((row) => row.ticket), now],
        })
      : nothing,
    rows.length > 0 ? connection.query({ text: saveSeats, values: [activityId, seats.taken, seats.waiting, seats.lastNumber] }) : nothing,
    facts.length > 0 ? connection.query(insertFactsOf(facts, now)) : nothing,
    reusedKeys.length > 0 ? connection.query(deleteKeys(reusedKeys)) : nothing,
    keys.length > 0 ? connection.query(insertKeys(keys, now)) : nothing,
    connection.query('commit'),
  ])
  if (committed.command !== 'COMMIT') throw new Error('the batch was rolled back')
}

/** In the place of a statement that this batch does not need. */
const nothing = Promise.resolve(null)

/** Waits for all before it tells of the first failure, so that none is left unheard. */
async function inOneGo<const Sent extends readonly Promise<unknown>[]>(sent: Sent): Promise<{ -readonly [Index in keyof Sent]: Awaited<Sent[Index]> }> {
  const settled = await Promise.allSettled(sent)
  const failed = settled.find((each) => each.status === 'rejected')
  if (failed) throw failed.reason
  return settled.map((each) => (each as PromiseFulfilledResult<unknown>).value) as { -readonly [Index in keyof Sent]: Awaited<Sent[Index]> }
}

const lockActivity = `select state, starts_at as "startsAt", ends_at as "endsAt", sign_up_opens_at as "signUpOpensAt", sign_up_closes_at as "signUpClosesAt",
    cancel_until as "cancelUntil", published_at as "publishedAt", capacity, taken, waiting, last_number as "lastNumber", next_lapse_at as "nextLapseAt", asks
  from activities where center_id = current_center() and id = $1 for update`

// Look-ups by key are lateral with a limit: one probe of an index each, whatever the planner believes
// of the tables. A rush is just when its statistics are old.
const personOf = (account: string) => `(select id, account_id, name, phone from persons where center_id = current_center() and account_id = ${account} limit 1)`

const readPersons = `select p.account_id, p.name, p.phone from unnest($1::uuid[]) as n (account_id) cross join lateral ${personOf('n.account_id')} p`

const readSignUps = `select p.account_id, ${signUpColumns}
  from unnest($2::uuid[]) as n (account_id)
  cross join lateral ${personOf('n.account_id')} p
  cross join lateral (
    select * from sign_ups where center_id = current_center() and activity_id = $1 and person_id = p.id and state in ${active} limit 1) s`

// In one order everywhere, so that two batches of newcomers cannot wait for each other in a circle.
const addPersons = `insert into persons (center_id, account_id, created_at)
  select current_center(), a, $2 from unnest($1::uuid[]) as a
  on conflict (center_id, account_id) do nothing`

// A left join: a person who is missing after all fails the batch (person_id is not null) instead of losing a sign-up.
const addSignUps = `insert into sign_ups (center_id, id, activity_id, person_id, number, state, ticket, created_at, changed_at)
  select current_center(), n.id, $1, p.id, n.number, n.state, n.ticket, $7, $7
  from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::text[]) as n (id, account_id, number, state, ticket)
  left join lateral ${personOf('n.account_id')} p on true`

const saveSeats = 'update activities set taken = $2, waiting = $3, last_number = $4 where center_id = current_center() and id = $1'
