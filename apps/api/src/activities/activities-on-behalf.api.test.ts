import { TestHouse, type Clients } from '../app/testing/test-house.js'

let house: TestHouse
let staff: Clients
const params = { center: 'shangbai' }
beforeAll(async () => {
  house = await TestHouse.open()
  staff = await house.staff()
})
afterAll(() => house.close())

const person = async (name: string) => (await staff.bindings.createPerson({ params, body: { name } })).id
const signUp = (activityId: string, personId: string) => staff.activities.signUpOnBehalf({ params: { ...params, id: activityId }, body: { personId } })

test('somebody without a phone gets a place, then a turn, and once only', async () => {
  const activity = await house.activity({ capacity: 1, asks: ['name'] })
  const [first, second] = [await person('林禾'), await person('周晴')]
  const placed = await signUp(activity.id, first)
  expect(placed).toMatchObject({ state: 'confirmed', position: null })
  expect(placed.ticket).toHaveLength(12)
  expect(await signUp(activity.id, second)).toMatchObject({ state: 'waitlisted', position: 1, ticket: null })
  expect(await signUp(activity.id, first)).toEqual(placed)
  expect((await staff.activities.listSignUps({ params: { ...params, id: activity.id }, query: {} })).items.map(({ name }) => name)).toEqual(['林禾', '周晴'])
  expect(await house.one(`select data from audit_facts where fact = 'activities.signedUpOnBehalf' and subject_id = $1`, [placed.id])).toEqual({ data: { activityId: activity.id, state: 'confirmed' } })
})

test('what only the person can answer, or nobody knows, is refused with words', async () => {
  const one = await person('许岚')
  await expect(signUp((await house.activity({ asks: ['name', 'phone'] })).id, one)).rejects.toMatchObject({ code: 'activities.profileNeeded', message: '报名前请先填写：手机号' })
  await expect(signUp((await house.activity({ insurance_notice: '剧烈运动，风险自负' })).id, one)).rejects.toMatchObject({ code: 'activities.formNeeded' })
  await expect(signUp((await house.activity({ state: 'closed' })).id, one)).rejects.toMatchObject({ code: 'activities.notOpen' })
  const stranger = await house.member({ center_id: house.other.id })
  await expect(signUp((await house.activity()).id, stranger.person_id)).rejects.toMatchObject({ status: 404 })
})

test('the desk and the phones take the last places together, and none is given twice', async () => {
  const activity = await house.activity({ capacity: 10 })
  const atDesk = await Promise.all(Array.from({ length: 15 }, (_, index) => person(`来客${index}`)))
  const phones = await house.signInEach(15)
  await Promise.all([...atDesk.map((id) => signUp(activity.id, id)), ...phones.map((phone) => phone.activities.signUp({ params: { ...params, id: activity.id }, body: {} }))])
  const { rows } = await house.owner.query('select state, count(*)::int as count, count(distinct number)::int as numbers from sign_ups where activity_id = $1 group by state order by state', [activity.id])
  expect(rows).toEqual([{ state: 'confirmed', count: 10, numbers: 10 }, { state: 'waitlisted', count: 20, numbers: 20 }])
  expect(await house.one('select taken, waiting from activities where id = $1', [activity.id])).toEqual({ taken: 10, waiting: 20 })
})
