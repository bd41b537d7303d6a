import pg from 'pg'
import type { SpecialDay } from '@dangqun/contracts/centers/opening-schemas'
import { checkInsFor, type PlainCheckIn } from '../src/activities/activities-check-in.factory.js'
import { anActivity, signUpsFor, type PlainActivity, type PlainSignUp } from '../src/activities/activities.factory.js'
import { shippedDays } from '../src/centers/centers-workdays.service.js'
import { aCenter, aCode, type PlainBuilding } from '../src/centers/centers.factory.js'
import { aFirm, aPerson, type PlainPerson } from '../src/organization/organization.factory.js'
import { sealMembers } from '../src/organization/organization-member-seal.rules.js'
import { sealPersons } from '../src/organization/organization-phone.rules.js'
import type { Sealing } from '../src/platform/crypto/encrypted-column.js'
import { addDays, localDateOf, workCalendar, type WorkCalendar } from '../src/platform/calendar/calendar.rules.js'
import { bulkInsert } from '../src/platform/database/bulk-insert.js'
import { Seeded } from '../src/platform/seeded/seeded.js'
import { standInOpenId } from '../src/platform/wechat/wechat-stand-in.js'
import { demoActivities, type DemoActivity } from './demo-activities.js'
import { demoCenters, type DemoCenter } from './demo-centers.js'
import { exportsFor } from './demo-exports.js'
import { financingFor } from './demo-financing.js'
import { demoAnnouncements, noticesFor } from './demo-notices.js'
import { bindingsFor, membersFor, organizationsFor, tagFirms } from './demo-organizations.js'
import { demoReceivers } from './demo-receivers.js'
import { addAccount, addConsoleAccounts, addPhoneStaff, addRegular } from './seed-accounts.js'
import { addFacts } from './seed-audit.js'
import { addDemands } from './seed-demands.js'
import { TransferSeeds, twinReceivers, type SeededCenter } from './seed-transfers.js'

export interface SeedOptions {
  /** The owner's URL: the demo is written past row-level security. */
  databaseUrl: string
  /** Of the sandbox: it decides the stand-in's openids. */
  appId: string
  now: Date
  cipher: Sealing
  /** Told what is being done. */
  log: (line: string) => void
}

/**
 * Writes the demo once, in one transaction, from a fixed seed; nothing in it is a real person's.
 * A demo whose activities are all over gets a new round of them.
 * @returns whether anything was written
 */
export async function seedDemo({ databaseUrl, appId, now, cipher, log }: SeedOptions): Promise<boolean> {
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  try {
    await owner.query('begin')
    await owner.query('select pg_advisory_xact_lock($1)', [seedLock])
    const { rows: known } = await owner.query<{ id: string; slug: string }>('select id, slug from centers where slug = any($1)', [demoCenters.map(({ slug }) => slug)])
    const { rows: upcoming } = await owner.query('select 1 from activities where center_id = any($1) and ends_at > $2 limit 1', [known.map(({ id }) => id), now])
    const isNew = known.length === 0
    if (isNew) log('写入演示数据：中心、楼宇、企业…')
    else if (upcoming.length === 0) log('演示活动都已过期，补一批新的…')
    const centers: { id: string; seeded: Seeded }[] = []
    const added: SeededCenter[] = []
    for (const [index, center] of demoCenters.entries()) {
      const seeded = new Seeded(20_261_124 + index * 1_000_003 + (isNew ? 0 : Math.floor(now.getTime() / 86_400_000)))
      if (isNew) added.push(await addCenter(owner, seeded, center, now, cipher))
      const centerId = (isNew ? added.at(-1) : known.find(({ slug }) => slug === center.slug))?.id
      if (centerId) centers.push({ id: centerId, seeded })
    }
    const accounts = isNew ? await addConsoleAccounts(owner, now) : new Map<string, string>()
    if (isNew || upcoming.length === 0) for (const { id, seeded } of centers) await addActivities(owner, seeded, id, now)
    if (isNew) {
      await addRegular(owner, appId, now)
      await addPhoneStaff(owner, appId)
      for (const { id, seeded } of centers) await addNotices(owner, seeded, id, now)
      const calendar = workCalendar(shippedDays())
      const accountOfPersona = personas(owner, appId)
      await addTransfers(owner, added, accounts, cipher, now, calendar, accountOfPersona)
      for (const { id: centerId, slug, firms, financing } of added) {
        if (slug === 'shangbai') await addDemands(owner, new Seeded(20_261_211), { centerId, firms, financing, now, calendar, cipher, accounts, accountOfPersona })
      }
      await addFacts(owner, now)
    }
    await owner.query('commit')
    return isNew || upcoming.length === 0
  } finally {
    await owner.end()
  }
}

const seedLock = 7_204_003

async function addCenter(owner: pg.Client, seeded: Seeded, center: DemoCenter, now: Date, cipher: Sealing): Promise<SeededCenter> {
  const { slug, name, address, phone, about, latitude, longitude, openingHours } = center
  const row = aCenter(seeded, now, { slug, name, address, phone, about, latitude, longitude, opening_hours: openingHours, special_days: specialDaysFrom(now) })
  const { id } = row
  await bulkInsert(owner, 'centers', [row])
  await addCode(owner, seeded, id, 'center', null)
  const ofPlaces = new Seeded(20_261_209 + center.firms)
  const places = [['door', '一楼正门'], ['door', '地下车库电梯口'], ['counter', '1 号窗口'], ['counter', '咨询台']] as const
  await bulkInsert(owner, 'public_codes', places.map(([kind, label]) => aCode(ofPlaces, { center_id: id, kind, label, subject_id: null })))
  const buildings = center.buildings.map((building, place): PlainBuilding => ({ center_id: id, id: seeded.uuid(now), name: building.name, address: building.address, place }))
  await bulkInsert(owner, 'buildings', buildings)
  await bulkInsert(owner, 'services', center.services.map(({ place, target, ...service }, index) => ({ center_id: id, id: seeded.uuid(now), ...service, where_given: place, target: target ?? null, place: index })))
  const names = new Set<string>()
  const firms = []
  while (firms.length < center.firms) {
    const index = seeded.int(0, buildings.length - 1)
    const firm = aFirm(seeded, { center_id: id, building_id: buildings[index]?.id ?? '', now, floors: center.buildings[index]?.floors ?? 6 })
    if (names.has(firm.name)) continue
    names.add(firm.name)
    firms.push(firm)
  }
  tagFirms(new Seeded(20_261_203), firms)
  await bulkInsert(owner, 'firms', firms)
  await bulkInsert(owner, 'persons', sealPersons(cipher, Array.from({ length: 120 }, () => aPerson(seeded, { center_id: id, now }))))
  // A stream of its own: more members do not change the rest of the demo.
  const ofTree = new Seeded(20_261_201 + demoCenters.indexOf(center) * 1_000_003)
  const organizations = organizationsFor(ofTree, slug, id, firms, now)
  await bulkInsert(owner, 'organizations', organizations.map((each) => each.row))
  await bulkInsert(owner, 'transfer_receivers', demoReceivers.map((receiver) => ({ center_id: id, id: ofTree.uuid(now), ...receiver })))
  const financing = financingFor(new Seeded(20_261_205 + firms.length), id, now)
  await bulkInsert(owner, 'financing_banks', financing.banks)
  await bulkInsert(owner, 'financing_products', financing.products)
  await bulkInsert(owner, 'financing_product_versions', financing.versions)
  await bulkInsert(owner, 'financing_lprs', financing.lprs)
  const roll = membersFor(ofTree, organizations, firms, now)
  await bulkInsert(owner, 'persons', sealPersons(cipher, roll.persons))
  await bulkInsert(owner, 'members', sealMembers(cipher, roll.members))
  const asked = bindingsFor(ofTree, cipher, roll, firms, now)
  await bulkInsert(owner, 'persons', sealPersons(cipher, asked.map(({ person }) => person)))
  await bulkInsert(owner, 'bindings', asked.map(({ binding }) => binding))
  return { id, slug, organizations: organizations.map(({ row: each }) => each), ...roll, firms, financing }
}

/** With the committees of the other centres in each directory: a case between two of them has a record at either end. */
async function addTransfers(
  owner: pg.Client, centers: readonly SeededCenter[], accounts: ReadonlyMap<string, string>, cipher: Sealing, now: Date, calendar: WorkCalendar, accountOfPersona: (name: string) => Promise<string>,
): Promise<void> {
  const seeded = new Seeded(20_261_210)
  for (const { id } of centers) {
    await bulkInsert(owner, 'transfer_receivers', twinReceivers(centers.filter((each) => each.id !== id)).map((receiver) => ({ center_id: id, id: seeded.uuid(now), ...receiver })))
  }
  await new TransferSeeds(owner, seeded, cipher, now, calendar, accounts, accountOfPersona).add(centers)
}

/** Opens the account of a persona, once each. */
function personas(owner: pg.Client, appId: string): (name: string) => Promise<string> {
  const opened = new Map<string, string>()
  return async (name) => {
    const account = opened.get(name) ?? (await addAccount(owner, 'wechat', standInOpenId(appId, name), null))
    opened.set(name, account)
    return account
  }
}

async function addActivities(owner: pg.Client, seeded: Seeded, centerId: string, now: Date): Promise<void> {
  const { rows: persons } = await owner.query<Pick<PlainPerson, 'id'>>('select id from persons where center_id = $1 and account_id is null order by id', [centerId])
  const activities: PlainActivity[] = []
  const signUps: PlainSignUp[] = []
  const checkIns: PlainCheckIn[] = []
  const { rows: [staff] } = await owner.query<{ account_id: string }>(`select account_id from grants where center_id = $1 and role in ('center_staff', 'center_manager') order by role desc, id limit 1`, [centerId])
  for (const demo of demoActivities) {
    const activity = anActivity(seeded, now, { center_id: centerId, ...columnsOf(demo, now) })
    if (activity.published_at) activity.scene_code = await addCode(owner, seeded, centerId, 'activity', activity.id)
    // Past activities have the same persons last, who are those that did not come: some of them missed three.
    const first = demo.state === 'held' ? persons.length - demo.signUps : seeded.int(0, Math.max(0, persons.length - demo.signUps))
    const coming = signUpsFor(seeded, activity, persons.slice(first, first + demo.signUps).map(({ id }) => id), new Date(Math.min(now.getTime(), activity.starts_at.getTime()) - 20 * 3_600_000))
    if (demo.came !== undefined && staff) checkIns.push(...checkInsFor(seeded, activity, coming, demo.came, staff.account_id, now))
    signUps.push(...coming)
    activities.push(activity)
    for (let week = 1; week <= (demo.weeks ?? 0); week++) {
      const later = (at: Date) => new Date(at.getTime() + week * 7 * dayMs)
      const repeated: PlainActivity = {
        ...activity, id: seeded.uuid(now), series_id: activity.id, taken: 0, waiting: 0, last_number: 0, scene_code: null, state: 'draft', published_at: null,
        starts_at: later(activity.starts_at), ends_at: later(activity.ends_at), sign_up_opens_at: later(activity.sign_up_opens_at), sign_up_closes_at: later(activity.sign_up_closes_at), cancel_until: later(activity.cancel_until),
      }
      activity.series_id = activity.id
      activities.push(repeated)
    }
  }
  await bulkInsert(owner, 'activities', activities)
  await bulkInsert(owner, 'sign_ups', signUps)
  await bulkInsert(owner, 'check_ins', checkIns)
  await bulkInsert(owner, 'sign_up_forms', signUps.flatMap((signUp) => formOf(seeded, activities.find(({ id }) => id === signUp.activity_id), signUp)))
  const absentee = signUps.filter(({ state }) => state === 'absent').at(-1)
  if (absentee) await bulkInsert(owner, 'no_show_appeals', [{ center_id: centerId, id: seeded.uuid(now), person_id: absentee.person_id, text: '那几天家里老人住院，一直在医院陪护，没顾上取消报名，给大家添麻烦了。', state: 'open', created_at: new Date(now.getTime() - 5 * 3_600_000) }])
  if (staff) await bulkInsert(owner, 'activity_exports', exportsFor(new Seeded(20_261_209), staff.account_id, activities, now))
  // Close in time, as publishing would have arranged.
  for (const { id, state, sign_up_closes_at: dueAt } of activities) {
    if (state === 'published') await owner.query('select enqueue_job($1, $2, $3, $4)', ['activities.close', JSON.stringify({ centerId, subjectId: id }), dueAt, `activities.close:${id}`])
  }
}

/** A morning's inspection soon, and New Year. */
function specialDaysFrom(now: Date): SpecialDay[] {
  const today = localDateOf(now)
  return [
    { date: addDays(today, 6), spans: [{ opens: '13:00', closes: '20:30' }], note: '上午消防检修' },
    { date: `${Number(today.slice(0, 4)) + 1}-01-01`, spans: [], note: '元旦' },
  ]
}

const minuteMs = 60_000
const dayMs = 86_400_000
const shanghaiOffsetMs = 8 * 3_600_000

function columnsOf(demo: DemoActivity, now: Date): Partial<PlainActivity> {
  const today = Math.floor((now.getTime() + shanghaiOffsetMs) / dayMs)
  const at = (day: number, time: string) => new Date(Date.parse(`${new Date(day * dayMs).toISOString().slice(0, 10)}T${time}:00+08:00`))
  // 1970-01-01 was a Thursday, weekday 4.
  const weekday = ((today + 3) % 7) + 1
  const day = today + (typeof demo.day === 'number' ? demo.day : ((demo.day.weekday - weekday + 6) % 7) + 1)
  const [startsAt, endsAt] = demo.isRunning ? [new Date(now.getTime() - 40 * minuteMs), new Date(now.getTime() + 200 * minuteMs)] : [at(day, demo.from), at(day, demo.to)]
  return {
    title: demo.title, programme: demo.programme, description: demo.description, place: demo.place, capacity: demo.capacity, asks: demo.asks ?? [], kind: demo.kind ?? 'general', min_age: demo.minAge ?? null, max_age: demo.maxAge ?? null,
    insurance_notice: demo.insuranceNotice ?? null, questions: demo.questions ?? [], state: demo.state ?? 'published',
    starts_at: startsAt, ends_at: endsAt, sign_up_closes_at: demo.isRunning ? endsAt : startsAt, cancel_until: new Date(startsAt.getTime() - 2 * 3_600_000),
    ...(demo.opensInDays === undefined ? {} : { sign_up_opens_at: at(today + demo.opensInDays, '09:00') }),
  }
}

/** What somebody of the demo answered. */
function formOf(seeded: Seeded, activity: PlainActivity | undefined, signUp: PlainSignUp): object[] {
  if (!activity || activity.questions.length === 0) return []
  const answers = activity.questions.flatMap(({ id, kind, options: [first, ...others] }) => {
    if (first === undefined) return []
    const option = seeded.pick([first, ...others])
    return [[id, kind === 'several' ? [option] : option] as const]
  })
  return [{ center_id: signUp.center_id, sign_up_id: signUp.id, answers: Object.fromEntries(answers), guardian: null, is_insurance_confirmed: activity.insurance_notice !== null, created_at: signUp.created_at }]
}

async function addCode(owner: pg.Client, seeded: Seeded, centerId: string, kind: 'center' | 'activity', subjectId: string | null): Promise<string> {
  const row = aCode(seeded, { center_id: centerId, kind, subject_id: subjectId })
  await bulkInsert(owner, 'public_codes', [row])
  return row.code
}

/** Announcements of a centre, and what the people with an account there have been told. */
async function addNotices(owner: pg.Client, seeded: Seeded, centerId: string, now: Date): Promise<void> {
  const { rows: [building] } = await owner.query<{ id: string }>('select id from buildings where center_id = $1 order by place limit 1', [centerId])
  await bulkInsert(owner, 'announcements', demoAnnouncements(seeded, centerId, building?.id ?? '', now))
  const { rows: persons } = await owner.query<{ id: string }>('select id from persons where center_id = $1 and account_id is not null order by id', [centerId])
  for (const { id } of persons) {
    // Their own coming activity first, then one that is not theirs.
    const { rows: activities } = await owner.query<{ id: string; title: string; place: string }>(
      `select distinct on (is_mine) id, title, place from (
         select a.id, a.title, a.place, a.starts_at, exists (select 1 from sign_ups s where s.center_id = a.center_id and s.activity_id = a.id and s.person_id = $3) as is_mine
         from activities a where a.center_id = $1 and a.starts_at > $2 and a.published_at is not null) as coming
       order by is_mine desc, starts_at, id`,
      [centerId, now, id],
    )
    await bulkInsert(owner, 'notices', noticesFor(seeded, centerId, id, activities, now))
  }
}
