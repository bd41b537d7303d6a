import { randomUUID } from 'node:crypto'
import { DoorHouse, iso, minutes, refusal } from '../app/testing/door-house.js'
import { testNow, type Clients, type TestHouse } from '../app/testing/test-house.js'

let desk: DoorHouse
let house: TestHouse
let staff: Clients
beforeAll(async () => {
  desk = await DoorHouse.open()
  house = desk.house
  staff = desk.staff
})
afterAll(() => desk.close())
beforeEach(() => house.clock.set(testNow))

const door: DoorHouse['door'] = (...given) => desk.door(...given)
const params = () => ({ center: house.center.slug })

test('a worker scans the code at the door, the count rises, staff undo it', async () => {
  const { guests: [guest], checkIn, code, list, mine, one } = await door(1)
  if (!guest) throw new Error('nobody came')
  expect((await list()).counts).toEqual({ checkedIn: 0, expected: 1, flagged: 0 })
  const shown = await code()
  expect(shown).toMatchObject({ now: '2026-12-01T10:00:00.000+08:00', renewAt: '2026-12-01T10:00:30.000+08:00', opensAt: '2026-12-01T09:30:00.000+08:00', closesAt: '2026-12-01T12:30:00.000+08:00' })

  const first = await checkIn(guest, { rotatingCode: shown.text })
  expect(first).toMatchObject({ isRepeat: false, checkIn: { method: 'rotating_code', number: 1, at: shown.now, name: null, allowedActions: [] } })
  expect(await checkIn(guest, { rotatingCode: shown.code.toLowerCase() })).toEqual({ ...first, isRepeat: true })
  expect(await mine(guest)).toMatchObject({ state: 'attended', checkedInAt: shown.now, ticket: null, allowedActions: [] })

  const { items, counts } = await list()
  expect(counts).toEqual({ checkedIn: 1, expected: 1, flagged: 0 })
  expect(items).toMatchObject([{ id: first.checkIn.id, allowedActions: ['undo'] }])
  const which = { params: { ...one.params, checkIn: first.checkIn.id }, body: { reason: '走错场了' } }
  expect(await staff.checkIns.undo(which)).toMatchObject({ undoneAt: shown.now, undoReason: '走错场了', allowedActions: [] })
  expect(await mine(guest)).toMatchObject({ state: 'confirmed', checkedInAt: null, ticket: guest.ticket })
  expect((await list()).counts.checkedIn).toBe(0)
  expect(await refusal(staff.checkIns.undo(which))).toMatchObject({ status: 409, code: 'activities.checkInUndone' })

  // Who really comes after that is recorded anew; what was undone stays in the list.
  expect(await checkIn(staff, { ticket: guest.ticket })).toMatchObject({ isRepeat: false, checkIn: { method: 'ticket' } })
  expect((await list()).items).toHaveLength(2)
  expect(await desk.factsOf(guest.signUp.id)).toEqual(['activities.checkedIn', 'activities.checkInUndone', 'activities.checkedIn'])
})

test('an old, altered or foreign code is refused', async () => {
  const [here, there] = [await door(1), await door(0)]
  const guest = here.guests[0] as Clients
  const { code, text } = await here.code()
  const foreign = await there.code()
  const altered = code.slice(0, -1) + (code.endsWith('A') ? 'C' : 'A')
  for (const rotatingCode of [altered, foreign.code, foreign.text, text.slice(0, 8), '00000000']) {
    expect(await refusal(here.checkIn(guest, { rotatingCode }))).toMatchObject({ status: 409, code: 'activities.codeRefused' })
  }
  house.clock.advance(60_000)
  expect((await refusal(here.checkIn(guest, { rotatingCode: text }))).code).toBe('activities.codeRefused')
  house.clock.advance(-1)
  expect(await here.checkIn(guest, { rotatingCode: text })).toMatchObject({ isRepeat: false })
})

test('only staff of this centre take tickets, write by hand, or see the code and the list', async () => {
  const { guests: [guest, other], checkIn, one } = await door(2)
  const stranger = await house.signIn()
  const elsewhere = await house.staff(house.other)
  for (const who of [stranger, other, elsewhere] as Clients[]) {
    expect(await refusal(checkIn(who, { ticket: guest?.ticket ?? '' }))).toMatchObject({ status: 403, code: 'session.forbidden' })
    expect((await refusal(checkIn(who, { signUpId: guest?.signUp.id ?? '', reason: '帮忙' }))).status).toBe(403)
    expect((await refusal(checkIn(who, { walkIn: { name: '林禾' } }))).status).toBe(403)
    expect((await refusal(who.checkIns.readRotatingCode(one))).status).toBe(403)
    expect((await refusal(who.checkIns.list({ ...one, query: {} }))).status).toBe(403)
  }
  const { rotatingCode } = { rotatingCode: (await staff.checkIns.readRotatingCode(one)).code }
  expect(await refusal(checkIn(stranger, { rotatingCode }))).toMatchObject({ status: 409, code: 'activities.notSignedUp' })
  expect((await refusal(checkIn(house.anonymous, { rotatingCode }))).status).toBe(401)
})

test('a ticket is taken as typed, and only at its own activity', async () => {
  const [here, there] = [await door(1), await door(1)]
  const ticket = here.guests[0]?.ticket ?? ''
  expect(ticket).toMatch(/^[2-79ACDEFHJKMNPRTWXY]{12}$/)
  expect(await refusal(here.checkIn(staff, { ticket: there.guests[0]?.ticket ?? '' }))).toMatchObject({ status: 404, code: 'activities.ticketUnknown' })
  expect(await here.checkIn(staff, { ticket: `${ticket.slice(0, 4)} ${ticket.slice(4)}`.toLowerCase() })).toMatchObject({ isRepeat: false })
})

test('not before the door opens, not after the end; by hand a week longer', async () => {
  const { guests: [guest], checkIn, code } = await door(1, { starts_at: minutes(61), ends_at: minutes(121) })
  const ticket = guest?.ticket ?? ''
  expect(await refusal(checkIn(staff, { ticket }))).toMatchObject({ status: 409, code: 'activities.checkInTooEarly', message: '还没到签到时间，12月1日 10:01 开始签到' })
  expect((await refusal(checkIn(guest as Clients, { rotatingCode: (await code()).code }))).code).toBe('activities.checkInTooEarly')
  house.clock.set(minutes(122))
  expect(await refusal(checkIn(staff, { ticket }))).toMatchObject({ code: 'activities.checkInTooLate' })
  expect(await refusal(checkIn(staff, { signUpId: guest?.signUp.id ?? '', reason: '' }))).toMatchObject({ status: 400 })
  const written = await checkIn(staff, { signUpId: guest?.signUp.id ?? '', reason: '手机没电' })
  expect(written).toMatchObject({ isRepeat: false, checkIn: { method: 'manual', reason: '手机没电', allowedActions: ['undo'] } })
  house.clock.set(minutes(122 + 7 * 1440))
  const late = { params: { ...params(), id: guest?.signUp.activityId ?? '', checkIn: written.checkIn.id }, body: { reason: '写错人' } }
  expect(await refusal(staff.checkIns.undo(late))).toMatchObject({ status: 409, code: 'activities.undoTooLate' })
})

test('a centre decides how early its doors open', async () => {
  const manager = await house.signIn({ role: 'center_manager', center: house.other })
  const slug = { params: { center: house.other.slug } }
  const { version } = await manager.centers.getSettings(slug)
  await manager.centers.changeSettings({ ...slug, body: { version, activities: { checkInOpensMinutesBefore: 15, checkInClosesMinutesAfter: 10 } } })
  const { id } = await house.activity({ center_id: house.other.id, starts_at: minutes(30), ends_at: minutes(60) })
  expect(await house.anonymous.activities.get({ params: { center: house.other.slug, id } })).toMatchObject({ checkInOpensAt: '2026-12-01T10:15:00.000+08:00', checkInClosesAt: '2026-12-01T11:10:00.000+08:00' })
})

test('who waits has no place to come to; who walks in takes a free one and no other', async () => {
  const { guests, checkIn, code, list, one } = await door(2, { capacity: 1 })
  const waiting = guests.find(({ signUp }) => signUp.state === 'waitlisted') as Clients
  expect(await refusal(checkIn(waiting, { rotatingCode: (await code()).code }))).toMatchObject({ status: 409, code: 'activities.signUpNotConfirmed', message: '这条报名现在是「候补中」，不能签到' })
  expect(await refusal(checkIn(staff, { walkIn: { name: '周穗' } }))).toMatchObject({ status: 409, code: 'activities.noFreePlace' })

  const roomy = await door(1)
  expect(await roomy.checkIn(staff, { walkIn: { name: '周穗' } })).toMatchObject({ isRepeat: false, checkIn: { number: 2, name: '周穗', method: 'manual', isWalkIn: true } })
  expect((await roomy.list()).counts).toEqual({ checkedIn: 1, expected: 2, flagged: 0 })
  expect(await staff.activities.get(roomy.one)).toMatchObject({ taken: 2, waiting: 0 })
  expect((await list()).counts.checkedIn).toBe(0)
  expect(await staff.activities.get(one)).toMatchObject({ taken: 1, waiting: 1 })
})

test('undoing a walk-in gives the place back, and who waits gets it', async () => {
  const { one, checkIn, list } = await door(0, { capacity: 1 })
  const { checkIn: walkedIn } = await checkIn(staff, { walkIn: { name: '周穗' } })
  const waiting = await house.signIn()
  expect(await waiting.activities.signUp({ ...one, body: {} })).toMatchObject({ state: 'waitlisted' })
  expect(await staff.activities.get(one)).toMatchObject({ taken: 1, waiting: 1 })

  await staff.checkIns.undo({ params: { ...one.params, checkIn: walkedIn.id }, body: { reason: '记错了场' } })
  expect(await staff.activities.get(one)).toMatchObject({ taken: 1, waiting: 0 })
  expect((await waiting.activities.get(one)).mySignUp).toMatchObject({ state: 'confirmed' })
  expect((await list()).counts).toEqual({ checkedIn: 0, expected: 1, flagged: 0 })
  expect(await refusal(checkIn(staff, { signUpId: walkedIn.signUpId, reason: '又来了' }))).toMatchObject({ code: 'activities.signUpNotConfirmed' })

  // Nobody is called in to what is over.
  const over = await door(0, { capacity: 1 })
  const late = await over.checkIn(staff, { walkIn: { name: '林禾' } })
  const never = await house.signIn()
  await never.activities.signUp({ ...over.one, body: {} })
  house.clock.set(minutes(151))
  await staff.checkIns.undo({ params: { ...over.one.params, checkIn: late.checkIn.id }, body: { reason: '记错了场' } })
  expect(await staff.activities.get(over.one)).toMatchObject({ taken: 0, waiting: 1 })
})

test('people are found by number, and by name where the activity asks for it', async () => {
  const { id } = await house.activity({ starts_at: minutes(30), ends_at: minutes(150), asks: ['name'] })
  const one = { params: { ...params(), id } }
  for (const name of ['林禾', '林晚', '周穗']) {
    const person = await house.signIn()
    await person.organization.updateMyPerson({ params: params(), body: { name } })
    await person.activities.signUp({ ...one, body: {} })
  }
  const find = async (q: string) => (await staff.checkIns.findCandidates({ ...one, query: { q } })).items.map(({ number, name }) => [number, name])
  expect(await find('林')).toEqual([[1, '林禾'], [2, '林晚']])
  expect(await find('3')).toEqual([[3, '周穗']])
  expect(await find('%')).toEqual([])
  const silent = await door(1)
  expect((await staff.checkIns.findCandidates({ ...silent.one, query: { q: '1' } })).items).toMatchObject([{ number: 1, name: null, state: 'confirmed', checkedInAt: null }])
})

test('held: who did not come is absent, unless nobody’s coming was recorded; a forgotten one is added by hand', async () => {
  const { guests: [came, missed], checkIn, one, mine } = await door(2)
  const quiet = await door(1)
  await checkIn(staff, { ticket: came?.ticket ?? '' })
  house.clock.set(minutes(160))
  await staff.activities.hold({ ...one, body: {} })
  expect([(await mine(came as Clients))?.state, (await mine(missed as Clients))?.state]).toEqual(['attended', 'absent'])
  expect(await house.one(`select data from audit_facts where fact = 'activities.absencesMarked' and subject_id = $1`, [one.params.id])).toEqual({ data: { count: 1 } })
  const added = await checkIn(staff, { signUpId: missed?.signUp.id ?? '', reason: '忘了扫码' })
  expect(await mine(missed as Clients)).toMatchObject({ state: 'attended' })
  await staff.checkIns.undo({ params: { ...one.params, checkIn: added.checkIn.id }, body: { reason: '认错人' } })
  expect(await mine(missed as Clients)).toMatchObject({ state: 'absent' })

  house.clock.set(minutes(320))
  await staff.activities.hold({ ...quiet.one, body: {} })
  expect(await quiet.mine(quiet.guests[0] as Clients)).toMatchObject({ state: 'confirmed' })
})

describe('two doors', () => {
  test('the same ticket at the same moment is one check-in, and both are told', async () => {
    const { guests, checkIn, list, sync } = await door(12)
    const answers = await Promise.all(guests.flatMap(({ ticket }) => [1, 2, 3].map(() => checkIn(staff, { ticket }))))
    expect(answers.filter(({ isRepeat }) => !isRepeat)).toHaveLength(12)
    expect((await list()).counts.checkedIn).toBe(12)
    const again = await Promise.all([1, 2].map(() => sync(guests.map(({ ticket }) => ({ id: randomUUID(), ticket, at: iso(0), offsetMs: 0 })))))
    expect(again.flatMap(({ results }) => results.map(({ outcome }) => outcome))).toEqual(Array<string>(24).fill('duplicate'))
    const { items } = await list()
    expect(items).toHaveLength(12)
  })

  test('the same device record from two tabs at once is recorded once', async () => {
    const { guests, sync, list } = await door(5)
    const records = guests.map(({ ticket }) => ({ id: randomUUID(), ticket, at: iso(0), offsetMs: 0 }))
    const both = await Promise.all([1, 2, 3].map(() => sync(records)))
    for (const { results } of both) expect(results.map(({ outcome }) => outcome)).toEqual(Array<string>(5).fill('done'))
    expect((await list()).items).toHaveLength(5)
  })

  /** Look, decide, write, without lock or unique index, on a copy of the table: it lives here only, to show that the race is real. */
  test('the unguarded twin records both', async () => {
    const { guests: [guest], one } = await door(1)
    await house.owner.query('create table check_ins_unguarded (like check_ins including defaults)')
    const standing = 'select count(*)::int as standing from check_ins_unguarded where sign_up_id = $1'
    await house.atOnce(2, async (client, met) => {
      const { rows } = await client.query<{ standing: number }>(standing, [guest?.signUp.id])
      await met()
      if (rows[0]?.standing !== 0) return
      await client.query(`insert into check_ins_unguarded (center_id, activity_id, sign_up_id, method, at, recorded_at, recorded_by) values ($1, $2, $3, 'ticket', now(), now(), gen_random_uuid())`, [house.center.id, one.params.id, guest?.signUp.id])
    })
    expect(await house.one(standing, [guest?.signUp.id])).toEqual({ standing: 2 })
  })
})

test('another centre’s rows stay out of sight, and what was recorded cannot be rewritten by the app', async () => {
  const { guests: [guest], checkIn } = await door(1)
  const { checkIn: made } = await checkIn(staff, { ticket: guest?.ticket ?? '' })
  const asApp = async (center: string, sql: string) => {
    await house.owner.query('begin')
    try {
      await house.owner.query('set local role dangqun_app')
      await house.owner.query(`set local app.center = '${center}'`)
      return (await house.owner.query(sql, [made.id])).rowCount
    } finally {
      await house.owner.query('rollback')
    }
  }
  expect(await asApp(house.center.id, 'select from check_ins where id = $1')).toBe(1)
  expect(await asApp(house.other.id, 'select from check_ins where id = $1')).toBe(0)
  await expect(asApp(house.center.id, 'update check_ins set at = now() where id = $1')).rejects.toThrow(/permission denied/)
  await expect(asApp(house.center.id, 'delete from check_ins where id = $1')).rejects.toThrow(/permission denied/)
})
