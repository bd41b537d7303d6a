import { bulkInsert } from '../platform/database/bulk-insert.js'
import { TestHouse } from '../app/testing/test-house.js'

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())

test("a centre's card says whether it is open now, and when next", async () => {
  const card = () => house.anonymous.centers.get({ params: { center: 'shangbai' } })
  house.clock.set(new Date('2026-12-01T17:59:59+08:00'))
  expect((await card()).opening).toEqual({ isOpen: true, closesAt: '18:00', opensAt: null, note: null })
  house.clock.set(new Date('2026-12-01T18:00:00+08:00'))
  expect((await card()).opening).toEqual({ isOpen: false, closesAt: null, opensAt: '2026-12-02T09:00:00.000+08:00', note: null })
})

test('each card shows its own buildings and services, the programmes in their order', async () => {
  for (const { id, slug } of [house.center, house.other]) {
    await bulkInsert(house.owner, 'buildings', [{ center_id: id, name: `${slug} 一号楼`, address: '', place: 0 }].map((row, index) => ({ ...row, id: house.seeded.uuid(house.clock.now()), place: index })))
    await bulkInsert(house.owner, 'services', (['together', 'blue', 'warm', 'red'] as const).map((programme, place) => ({ center_id: id, id: house.seeded.uuid(house.clock.now()), programme, name: `${slug} ${programme}`, summary: '', where_given: '一楼', target: null, place })))
  }
  const card = await house.anonymous.centers.get({ params: { center: 'yunhai' } })
  expect(card.buildings.map(({ name }) => name)).toEqual(['yunhai 一号楼'])
  expect(card.services.map(({ name }) => name)).toEqual(['yunhai red', 'yunhai warm', 'yunhai blue', 'yunhai together'])
})

test('centres are listed by key', async () => {
  const first = await house.anonymous.centers.list({ query: { limit: 1 } })
  expect(first.items.map(({ slug }) => slug)).toEqual(['shangbai'])
  const second = await house.anonymous.centers.list({ query: { limit: 1, cursor: first.nextCursor ?? '' } })
  expect(second).toMatchObject({ items: [{ slug: 'yunhai' }], nextCursor: null })
})

test('a code is read as people type it; a mistake is told from a code that does not exist', async () => {
  const { code } = house.center
  const read = (scene: string) => house.anonymous.centers.readCode({ params: { scene } })
  expect(await read(code)).toEqual({ code, kind: 'center', center: { slug: 'shangbai', name: house.center.name }, subjectId: null })
  expect((await read(` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)).code).toBe(code)
  await expect(read(`${code[1]}${code[0]}${code.slice(2)}`)).rejects.toMatchObject(code[0] === code[1] ? {} : { status: 400, code: 'codes.mistyped' })
  await expect(read('22222222')).rejects.toMatchObject({ status: 404, code: 'codes.notFound' })
})
