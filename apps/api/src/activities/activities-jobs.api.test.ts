import { TestHouse } from '../app/testing/test-house.js'

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())

const params = { center: 'shangbai' }

test('sign-up closes by itself when its window is over, and the ledger says that nobody did it', async () => {
  // Long ago by the wall clock, so that the job is due as soon as it exists.
  const then = new Date('2026-01-05T10:00:00+08:00')
  house.clock.set(then)
  const staff = await house.staff()
  const { id } = await staff.activities.create({ params, body: { title: '读书会', programme: 'blue', place: '咖啡屋', startsAt: '2026-01-05T12:00:00+08:00', endsAt: '2026-01-05T14:00:00+08:00', signUpClosesAt: '2026-01-05T11:00:00+08:00', capacity: 5 } })
  const one = { params: { ...params, id } }
  await staff.activities.publish({ ...one, body: {} })
  house.clock.set(new Date('2026-01-05T10:59:59.999+08:00'))
  expect((await staff.activities.get(one)).state).toBe('published')
  house.clock.set(new Date('2026-01-05T11:00:00+08:00'))
  while ((await staff.activities.get(one)).state !== 'closed') await new Promise((next) => setTimeout(next, 20))
  expect(await house.one(`select account_id, data from audit_facts where subject_id = $1 and fact = 'activities.closed'`, [id])).toEqual({ account_id: null, data: { from: 'published' } })
})
