import { emptyDoor, keepScan } from '@dangqun/contracts/activities/check-in/rules'
import { doorIn, doorKey, putDoor, readDoors, unsettledDoors } from './activities-doors.rules'

const scanned = keepScan({ ...emptyDoor, offsetMs: 12 }, { id: 'a', ticket: 'A3K9HJ2MPQRT', at: '2026-12-01T10:00:00+08:00' }).door
const one = doorKey('shangbai', '1')

test('doors come back as they were stored, and rubbish is nothing', () => {
  const doors = putDoor({}, one, { title: '献血', door: scanned })
  expect(readDoors(JSON.stringify(doors))).toEqual(doors)
  for (const stored of [null, '', '{', 'null', '[]']) expect(readDoors(stored)).toEqual({})
  expect(doorIn(readDoors('{"shangbai/1":{"door":7}}'), one)).toEqual(emptyDoor)
})

test('opening another door drops those without scans, and no others', () => {
  const both = putDoor(putDoor({}, one, { title: '献血', door: scanned }), doorKey('shangbai', '2'), { title: '读书', door: emptyDoor })
  const third = putDoor(both, doorKey('yunhai', '3'), { title: '植绿', door: scanned })
  expect(Object.keys(third)).toEqual([one, 'yunhai/3'])
  expect(unsettledDoors(third, 'shangbai')).toEqual([{ id: '1', title: '献血', count: 1 }])
})
