import { dropScan, emptyDoor, keepScan, readDoor, sayKept, sayWho, settleScans, spaced, waitingScans, type Door } from '@dangqun/contracts/activities/check-in/rules'
import type { CheckIn, CheckInBatchReply } from '@dangqun/contracts/activities/check-in/schemas'

const scan = (id: string, ticket: string) => ({ id, ticket, at: '2026-12-01T10:00:00+08:00' })
const answer = (id: string, outcome: CheckInBatchReply['results'][number]['outcome'], isThere: boolean): CheckInBatchReply['results'][number] => ({ id, outcome, message: '说明', checkIn: isThere ? ({ id } as CheckIn) : null })
const kept = (...scans: [string, string][]): Door => scans.reduce((door, [id, ticket]) => keepScan(door, scan(id, ticket)).door, emptyDoor)

test('a scan is kept once, however it was read, with the clock’s offset of that moment', () => {
  const first = keepScan({ ...emptyDoor, offsetMs: -40 }, scan('a', 'A3K9HJ2MPQRT'))
  expect(waitingScans(first.door)).toEqual([{ ...scan('a', 'A3K9HJ2MPQRT'), offsetMs: -40 }])
  expect(keepScan(first.door, scan('b', 'a3k9 hj2m pqrt'))).toEqual({ door: first.door, isRepeat: true })
})

test('what is recorded leaves the device, what was refused stays, what was not answered is sent again', () => {
  const door = kept(['a', '1'], ['b', '2'], ['c', '3'], ['d', '4'], ['e', '5'])
  const settled = settleScans(door, { offsetMs: 7, results: [answer('a', 'done', true), answer('b', 'duplicate', true), answer('c', 'unknown_ticket', false), answer('d', 'flagged', true)] })
  expect(settled).toMatchObject({ recorded: 2, repeats: 1, refused: 1, door: { offsetMs: 7 } })
  expect(settled.door.scans.map(({ id, refusal }) => [id, refusal])).toEqual([['c', '说明'], ['e', null]])
  expect(waitingScans(settled.door).map(({ id }) => id)).toEqual(['e'])
  expect(dropScan(settled.door, 'c').scans).toHaveLength(1)
})

test('a refused ticket may be scanned again', () => {
  const { door } = settleScans(kept(['a', '1']), { offsetMs: 0, results: [answer('a', 'too_early', false)] })
  expect(waitingScans(keepScan(door, scan('b', '1')).door).map(({ id }) => id)).toEqual(['b'])
})

test('what is stored comes back, and rubbish is an empty door', () => {
  const door = kept(['a', '1'])
  expect(readDoor(JSON.stringify(door))).toEqual(door)
  for (const stored of [null, '', '{', '[]', '{"scans":1}']) expect(readDoor(stored)).toEqual(emptyDoor)
})

test('people are named as the activity knows them', () => {
  expect([sayWho({ name: '林禾', number: 3 }), sayWho({ name: null, number: 3 })]).toEqual(['林禾（3 号）', '3 号报名'])
  expect([spaced('A3K9HJ2M'), spaced('A3K9HJ2MPQRT')]).toEqual(['A3K9 HJ2M', 'A3K9 HJ2M PQRT'])
})

test('somebody by hand is kept once, is sent without the number, and is called by it', () => {
  const byHand = { id: 'a', signUpId: 'sign-up-3', reason: '手机没电', number: 3, at: '2026-12-01T10:00:00+08:00' }
  const { door } = keepScan({ ...emptyDoor, offsetMs: 5 }, byHand)
  expect(keepScan(door, { ...byHand, id: 'b', reason: '没带手机' })).toEqual({ door, isRepeat: true })
  expect(keepScan(door, scan('c', 'A3K9HJ2MPQRT')).isRepeat).toBe(false)
  expect(waitingScans(readDoor(JSON.stringify(door)))).toEqual([{ id: 'a', signUpId: 'sign-up-3', reason: '手机没电', at: '2026-12-01T10:00:00+08:00', offsetMs: 5 }])
  expect([sayKept(byHand), sayKept(scan('c', 'A3K9HJ2MPQRT'))]).toEqual(['3 号报名 · 手工登记', 'A3K9 HJ2M PQRT'])
})
