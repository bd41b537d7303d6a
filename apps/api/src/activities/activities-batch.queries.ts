import type { Question, StoredForm } from '@dangqun/contracts/activities/form/schemas'
import type { ActivityKind, ActivityState, SignUpState } from '@dangqun/contracts/activities/vocabulary'
import type { ProfileField } from '@dangqun/contracts/organization/vocabulary'
import type { PoolClient } from 'pg'
import { insertFactsOf } from '../audit/audit.queries.js'
import type { CenterSettings } from '@dangqun/contracts/centers/settings-schemas'
import { readSettingsSql, type SettingsRow } from '../centers/centers-settings.queries.js'
import { settingsFrom } from '../centers/centers-settings.rules.js'
import { setCenter } from '../platform/database/units.js'
import { deleteKeys, insertKeys, selectKeys, type ClaimedKey, type FinishedKey, type KnownKey } from '../platform/http/idempotency.queries.js'
import type { ActivitiesFact } from './activities.facts.js'
import type { Run } from './activities-offers.queries.js'
import { kindWindowMs, type OtherSignUp } from './activities-limits.rules.js'
import { active, signUpColumns, stands, type SignUpListRow } from './activities-sign-up.queries.js'

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
  kind: ActivityKind
  seriesId: string | null
  questions: Question[]
  minAge: number | null
  maxAge: number | null
  insuranceNotice: string | null
}

export interface BatchPerson extends Record<ProfileField, string | null> {
  /** `yyyy-MM-dd` */
  birthDate: string | null
  /** Starts of the activities that they missed without a waiver. */
  noShows: Date[]
}

export interface BatchState {
  activity: LockedActivity | null
  persons: Map<string, BatchPerson>
  settings: CenterSettings
  /** Other standing sign-ups by account, where a limit concerns the activity. */
  others: Map<string, OtherSignUp[]>
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
  form: StoredForm | null
  /** Told just now for the first time. */
  birthDate: string | null
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
  const [, , activities, persons, signUps, settings, stored] = await inOneGo([
    connection.query('begin'),
    connection.query(setCenter(centerId)),
    connection.query<LockedActivity>({ text: lockActivity, values: [activityId] }),
    connection.query<{ account_id: string } & BatchPerson>({ text: readPersons, values: [accounts] }),
    readStanding(connection, activityId, accounts),
    connection.query<SettingsRow>(readSettingsSql),
    keys.length > 0 ? connection.query<KnownKey>(selectKeys(keys, now)) : nothing,
  ])
  const [row] = activities.rows
  return {
    activity: row ? { ...row, lastNumber: Number(row.lastNumber) } : null,
    persons: new Map(persons.rows.map((person) => [person.account_id, person])),
    signUps,
    settings: settingsFrom(settings.rows[0]?.overrides ?? {}),
    others: new Map(),
    keys: stored?.rows ?? [],
  }
}

/** Standing sign-ups by account. */
export async function readStanding(connection: PoolClient, activityId: string, accounts: string[]): Promise<Map<string, SignUpListRow>> {
  const { rows } = await connection.query<SignUpListRow & { account_id: string }>({ text: readSignUps, values: [activityId, accounts] })
  return new Map(rows.map((signUp) => [signUp.account_id, signUp]))
}

/**
 * What else these accounts have signed up for, of the activity's series or kind. Takes a lock on each account
 * first, in one order everywhere, so that nobody passes a limit by signing up for two activities at once.
 */
export async function readOthers(connection: PoolClient, activityId: string, activity: LockedActivity, accounts: string[], now: Date): Promise<Map<string, OtherSignUp[]>> {
  const from = new Date(activity.startsAt.getTime() - kindWindowMs)
  const to = new Date(activity.startsAt.getTime() + kindWindowMs)
  const [, { rows }] = await inOneGo([
    connection.query({ text: lockAccounts, values: [accounts] }),
    connection.query<OtherSignUp & { account_id: string }>({ text: readOtherSignUps, values: [accounts, activityId, activity.seriesId, activity.kind, from, to, now] }),
  ])
  const others = new Map<string, OtherSignUp[]>()
  for (const { account_id, ...other } of rows) others.set(account_id, [...(others.get(account_id) ?? []), other])
  return others
}

/** Single statements between the two trips of a batch, when offers are over. */
export function runOn(connection: PoolClient): Run {
  return async <Row>(text: string, values: unknown[]) => (await connection.query({ text, values })).rows as Row[]
}

/** Writes a batch and commits it, in one go: if one statement fails, none of it happened. */
export async function finishBatch(connection: PoolClient, activityId: string, { arrivals, seats, facts, keys, reusedKeys }: BatchChanges, now: Date): Promise<void> {
  const rows = [...arrivals].sort((a, b) => (a.accountId < b.accountId ? -1 : 1))
  const forms = rows.filter(({ form }) => form !== null)
  const births = rows.filter(({ birthDate }) => birthDate !== null)
  const [, , , , , , , , committed] = await inOneGo([
    rows.length > 0 ? connection.query({ text: addPersons, values: [rows.map((row) => row.accountId), now] }) : nothing,
    rows.length > 0
      ? connection.query({
          text: addSignUps,
          values: [activityId, rows.map((row) => row.id), rows.map((row) => row.accountId), rows.map((row) => row.number), rows.map((row) => row.state), rows.map((row) => row.ticket), now],
        })
      : nothing,
    forms.length > 0 ? connection.query({ text: addForms, values: [forms.map(({ id }) => id), forms.map(({ form }) => JSON.stringify(form?.answers)), forms.map(({ form }) => form?.guardian ?? null), forms.map(({ form }) => form?.isInsuranceConfirmed ?? false), now] }) : nothing,
    births.length > 0 ? connection.query({ text: saveBirthDates, values: [births.map(({ accountId }) => accountId), births.map(({ birthDate }) => birthDate)] }) : nothing,
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
    cancel_until as "cancelUntil", published_at as "publishedAt", capacity, taken, waiting, last_number as "lastNumber", next_lapse_at as "nextLapseAt", asks,
    kind, series_id as "seriesId", questions, min_age as "minAge", max_age as "maxAge", insurance_notice as "insuranceNotice"
  from activities where center_id = current_center() and id = $1 for update`

// Look-ups by key are lateral with a limit: one probe of an index each, whatever the planner believes
// of the tables. A rush is just when its statistics are old.
const personOf = (account: string) => `(select id, account_id, name, phone, birth_date from persons where center_id = current_center() and account_id = ${account} limit 1)`

const readPersons = `select p.account_id, p.name, p.phone, to_char(p.birth_date, 'YYYY-MM-DD') as "birthDate", array(
    select a.starts_at from sign_ups s join activities a on a.center_id = s.center_id and a.id = s.activity_id
    where s.center_id = current_center() and s.person_id = p.id and s.state = 'absent' and s.waived_at is null) as "noShows"
  from unnest($1::uuid[]) as n (account_id) cross join lateral ${personOf('n.account_id')} p`

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

const addForms = `insert into sign_up_forms (center_id, sign_up_id, answers, guardian, is_insurance_confirmed, created_at)
  select current_center(), n.id, n.answers, n.guardian, n.confirmed, $5 from unnest($1::uuid[], $2::jsonb[], $3::text[], $4::boolean[]) as n (id, answers, guardian, confirmed)`

const saveBirthDates = `update persons p set birth_date = n.born from unnest($1::uuid[], $2::date[]) as n (account_id, born)
  where p.center_id = current_center() and p.account_id = n.account_id and p.birth_date is null`

const lockAccounts = `select pg_advisory_xact_lock(hashtextextended(n.a::text, 20)) from (select a from unnest($1::uuid[]) as a order by a) n`

const readOtherSignUps = `select p.account_id, a.kind, a.series_id as "seriesId", a.starts_at as "startsAt"
  from unnest($1::uuid[]) as n (account_id)
  cross join lateral ${personOf('n.account_id')} p
  join sign_ups s on s.center_id = current_center() and s.person_id = p.id and s.activity_id <> $2 and ${stands('$7')}
  join activities a on a.center_id = s.center_id and a.id = s.activity_id
  where a.series_id = $3 or (a.kind = $4 and a.starts_at > $5 and a.starts_at < $6)`

const saveSeats = 'update activities set taken = $2, waiting = $3, last_number = $4 where center_id = current_center() and id = $1'
