import { randomUUID } from 'node:crypto'
import type { OfflineRecord } from '@dangqun/contracts/activities/check-in/schemas'
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
/** As a phone kept it without a network. */
const record = (ticket: string, given: { at?: string; offsetMs?: number } = {}): OfflineRecord => ({ id: randomUUID(), ticket, at: iso(0), offsetMs: 0, ...given })

test('each record kept without a network is answered, and a replay answers the same without recording twice', async () => {
  const { guests, sync, list, checkIn } = await door(4)
  const [a, b, c, early] = guests
  house.clock.set(minutes(40))
  await checkIn(staff, { ticket: b?.ticket ?? '' })
  const records = [record(a?.ticket ?? ''), record(b?.ticket ?? ''), record('A3K9'), record(early?.ticket ?? '', { at: iso(-31) }), record(c?.ticket ?? '', { at: iso(-200), offsetMs: 200 * 60_000 }), record(a?.ticket ?? '')]
  const first = await sync(records)
  expect(first.results.map(({ id, outcome }) => [id, outcome])).toEqual(records.map(({ id }, index) => [id, ['done', 'duplicate', 'unknown_ticket', 'too_early', 'flagged', 'duplicate'][index]]))
  expect(first.results[0]?.checkIn).toMatchObject({ at: '2026-12-01T10:00:00.000+08:00', recordedAt: '2026-12-01T10:40:00.000+08:00', flag: null })
  expect(first.results[4]?.checkIn).toMatchObject({ at: '2026-12-01T10:00:00.000+08:00', flag: 'clock_changed' })
  expect(await sync(records)).toEqual(first)
  const { items, counts } = await list()
  expect(items).toHaveLength(3)
  expect(counts).toEqual({ checkedIn: 3, expected: 4, flagged: 1 })
})

test('a flagged time is confirmed once', async () => {
  const { guests: [guest], sync, one, list } = await door(1)
  const { results } = await sync([record(guest?.ticket ?? '', { at: iso(-60), offsetMs: 3_600_000 })], iso(-60))
  expect(results[0]).toMatchObject({ outcome: 'flagged', checkIn: { flag: 'clock_off', allowedActions: ['undo', 'confirm'] } })
  const which = { params: { ...one.params, checkIn: results[0]?.checkIn?.id ?? '' }, body: {} }
  expect(await staff.checkIns.confirm(which)).toMatchObject({ confirmedAt: '2026-12-01T10:00:00.000+08:00', allowedActions: ['undo'] })
  expect(await refusal(staff.checkIns.confirm(which))).toMatchObject({ status: 409, code: 'activities.nothingToConfirm' })
  expect((await list()).counts.flagged).toBe(0)
})

test('a record that was undone does not come back with a replay; one that comes after the end counts by its own time', async () => {
  const { guests: [guest, late], sync, one, mine } = await door(2)
  const kept = record(guest?.ticket ?? '')
  const { results } = await sync([kept])
  await staff.checkIns.undo({ params: { ...one.params, checkIn: results[0]?.checkIn?.id ?? '' }, body: { reason: '扫错了' } })
  expect((await sync([kept])).results[0]).toMatchObject({ outcome: 'done', checkIn: { undoReason: '扫错了' } })
  expect(await mine(guest as Clients)).toMatchObject({ state: 'confirmed' })
  house.clock.set(minutes(600))
  expect((await sync([record(late?.ticket ?? ''), record(guest?.ticket ?? '', { at: iso(151) })])).results.map(({ outcome }) => outcome)).toEqual(['done', 'too_late'])
})

test('who was written down by hand is recorded with the reason, once; nobody of another activity', async () => {
  const { guests: [guest, late, scanned], sync, list } = await door(3)
  const elsewhere = await door(1)
  house.clock.set(minutes(600))
  const byHand = (signUpId: string, at = iso(0)): OfflineRecord => ({ id: randomUUID(), signUpId, reason: '手机没电', at, offsetMs: 0 })
  const of = (one: { signUp: { id: string } } | undefined) => one?.signUp.id ?? ''
  const records = [byHand(of(guest)), byHand(of(guest)), byHand(of(elsewhere.guests[0])), byHand(randomUUID()), record(scanned?.ticket ?? ''), byHand(of(scanned)), byHand(of(late), iso(200))]
  const first = await sync(records)
  expect(first.results.map(({ outcome }) => outcome)).toEqual(['done', 'duplicate', 'unknown_sign_up', 'unknown_sign_up', 'done', 'duplicate', 'done'])
  expect(first.results[0]?.checkIn).toMatchObject({ method: 'manual', reason: '手机没电', isWalkIn: false, at: '2026-12-01T10:00:00.000+08:00', recordedAt: '2026-12-01T20:00:00.000+08:00' })
  expect(await sync(records)).toEqual(first)
  expect((await list()).counts.checkedIn).toBe(3)
  expect(await desk.factsOf(of(guest))).toContain('activities.checkedIn')
})

test('more than a device can hold in one go is refused as a whole', async () => {
  const { sync } = await door(0)
  expect((await refusal(sync(Array.from({ length: 201 }, () => record('A3K9'))))).status).toBe(400)
  expect((await refusal(sync([]))).status).toBe(400)
})
