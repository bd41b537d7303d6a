import type { ApiError } from '@dangqun/contracts/kit/errors'
import { TestHouse } from '../app/testing/test-house.js'

let house: TestHouse
beforeEach(async () => void (house = await TestHouse.open()))
afterEach(() => house.close())

const at = (slug = 'shangbai') => ({ params: { center: slug } })
const one = (id: string, slug = 'shangbai') => ({ params: { center: slug, id } })
const manager = () => house.signIn({ role: 'center_manager', center: house.center })
const refusal = (attempt: Promise<unknown>) => attempt.then(() => Promise.reject(new Error('it was not refused')), (error: ApiError) => error)
const building = (name: string) => ({ ...at(), body: { name, address: '' } })
const service = { programme: 'blue', name: '书香咖啡屋', summary: '看书、会客、歇脚', place: '一楼大厅', target: null } as const

describe('buildings', () => {
  test('are added, renamed and put in order; everybody sees them so', async () => {
    const { catalogue } = await manager()
    await catalogue.createBuilding(building('一号楼'))
    await catalogue.createBuilding(building('二号楼'))
    const { items, allowedActions } = await catalogue.createBuilding({ ...at(), body: { name: '三号楼', address: '商圈 3 号' } })
    expect(items.map(({ name }) => name)).toEqual(['一号楼', '二号楼', '三号楼'])
    expect(allowedActions).toEqual(['update'])
    const [first, second, third] = items.map(({ id }) => id)
    await catalogue.orderBuildings({ ...at(), body: { ids: [third ?? '', first ?? '', second ?? ''] } })
    await catalogue.updateBuilding({ ...one(first ?? ''), body: { version: 1, name: '尚泽大厦' } })
    expect((await house.anonymous.centers.get(at())).buildings.map(({ name }) => name)).toEqual(['三号楼', '尚泽大厦', '二号楼'])
    expect((await house.anonymous.centers.get(at('yunhai'))).buildings).toEqual([])
    const { rows } = await house.owner.query<{ fact: string }>("select fact from audit_facts where fact like 'centers.building%' order by id", [])
    expect(rows.map(({ fact }) => fact)).toEqual(['centers.buildingAdded', 'centers.buildingAdded', 'centers.buildingAdded', 'centers.buildingsOrdered', 'centers.buildingChanged'])
  })

  test('one that is retired keeps its firms, takes no new ones, and comes back', async () => {
    const { catalogue, firms } = await manager()
    const { items: [made] } = await catalogue.createBuilding(building('老楼'))
    const id = made?.id ?? ''
    const firm = await house.firm({ building_id: id })
    const body = { name: '合肥晨禾商贸有限公司', creditCode: null, kind: 'company' as const, size: 'small' as const, industry: '52', buildingId: id, floor: 2, room: '201', foundedOn: '2019-05-01', tags: [] }
    await catalogue.updateBuilding({ ...one(id), body: { version: 1, isRetired: true } })
    expect((await house.anonymous.centers.get(at())).buildings).toEqual([])
    expect((await catalogue.listBuildings(at())).items).toMatchObject([{ name: '老楼', isRetired: true, version: 2 }])
    const stays = await firms.getFirm(one(firm.id))
    expect(stays.building).toEqual({ id, name: '老楼' })
    expect((await refusal(firms.createFirm({ ...at(), body }))).fields).toEqual({ buildingId: '找不到这栋楼宇，请重新选择' })
    expect(await firms.updateFirm({ ...one(firm.id), body: { version: stays.version, buildingId: id, room: '909' } })).toMatchObject({ room: '909', building: { id } })
    await catalogue.updateBuilding({ ...one(id), body: { version: 2, isRetired: false } })
    expect(await firms.createFirm({ ...at(), body })).toMatchObject({ building: { name: '老楼' } })
  })

  test('a taken name, an old version, a list that is not whole and another centre’s building are refused', async () => {
    const { catalogue } = await manager()
    const { items: [first] } = await catalogue.createBuilding(building('一号楼'))
    const { items } = await catalogue.createBuilding(building('二号楼'))
    const second = items[1]?.id ?? ''
    expect(await refusal(catalogue.createBuilding(building(' 一号楼 ')))).toMatchObject({ status: 409, code: 'centers.nameTaken' })
    expect(await refusal(catalogue.updateBuilding({ ...one(second), body: { version: 1, name: '一号楼' } }))).toMatchObject({ code: 'centers.nameTaken' })
    expect(await refusal(catalogue.updateBuilding({ ...one(second), body: { version: 0, name: '三号楼' } }))).toMatchObject({ code: 'request.changedMeanwhile' })
    for (const ids of [[second], [second, second], [second, house.center.id]]) expect(await refusal(catalogue.orderBuildings({ ...at(), body: { ids } }))).toMatchObject({ code: 'request.changedMeanwhile' })
    const other = await house.signIn({ role: 'center_manager', center: house.other })
    expect(await refusal(other.catalogue.updateBuilding({ ...one(first?.id ?? '', 'yunhai'), body: { version: 1, name: '抢来的楼' } }))).toMatchObject({ status: 404, code: 'centers.buildingNotFound' })
    const staff = await house.staff()
    expect((await staff.catalogue.listBuildings(at())).allowedActions).toEqual([])
    expect((await refusal(staff.catalogue.createBuilding(building('三号楼')))).status).toBe(403)
  })

  test('of many added at the same moment each gets a place of its own, and one name is one building', async () => {
    const { catalogue } = await manager()
    const answers = await Promise.allSettled(['一', '二', '三', '四', '同', '同', '同'].map((name) => catalogue.createBuilding(building(name))))
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(2)
    const { rows } = await house.owner.query<{ place: number }>('select place from buildings order by place', [])
    expect(rows.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4])
  })

  /** The same statement without the centre's lock: it lives here only, to show that the race is real. */
  test('the unguarded twin gives one place to several', async () => {
    await house.owner.query('create table buildings_unguarded (place integer)')
    await house.atOnce(3, async (client, met) => {
      const { rows: [next] } = await client.query<{ place: number }>('select coalesce(max(place) + 1, 0) as place from buildings_unguarded')
      await met()
      await client.query('insert into buildings_unguarded values ($1)', [next?.place])
    })
    expect(await house.one('select count(*)::int as added, count(distinct place)::int as places from buildings_unguarded')).toEqual({ added: 3, places: 1 })
  })
})

describe('services', () => {
  test('are added, changed, moved to another programme, hidden from every phone and put in order', async () => {
    const { catalogue } = await manager()
    await catalogue.createService({ ...at(), body: service })
    const { items } = await catalogue.createService({ ...at(), body: { ...service, name: '健身房', target: 'activities' } })
    const [cafe, gym] = items.map(({ id }) => id)
    await catalogue.createService({ ...at(), body: { ...service, programme: 'red', name: '党员 E 家' } })
    await catalogue.orderServices({ ...at(), body: { programme: 'blue', ids: [gym ?? '', cafe ?? ''] } })
    const card = async () => (await house.anonymous.centers.get(at())).services.map(({ programme, name, target }) => [programme, name, target])
    expect(await card()).toEqual([['red', '党员 E 家', null], ['blue', '健身房', 'activities'], ['blue', '书香咖啡屋', null]])
    await catalogue.updateService({ ...one(gym ?? ''), body: { version: 1, isHidden: true } })
    const changed = await catalogue.updateService({ ...one(cafe ?? ''), body: { version: 1, programme: 'red', summary: '可借阅' } })
    expect(changed.items.map(({ name, isHidden }) => [name, isHidden])).toEqual([['党员 E 家', false], ['书香咖啡屋', false], ['健身房', true]])
    expect(await card()).toEqual([['red', '党员 E 家', null], ['red', '书香咖啡屋', null]])
    expect(await house.one("select data -> 'fields' as fields from audit_facts where fact = 'centers.serviceChanged' and subject_id = $1", [cafe])).toEqual({ fields: ['programme', 'summary'] })
  })

  test('a way that the phone does not know, a taken name, an old version and another centre’s service are refused', async () => {
    const { catalogue } = await manager()
    const { items: [made] } = await catalogue.createService({ ...at(), body: service })
    const foreign = { ...service, name: '别的', target: 'lottery' }
    expect((await house.raw('POST', '/api/v1/centers/shangbai/services', { token: (await manager()).token, body: JSON.stringify(foreign) })).status).toBe(400)
    expect(await refusal(catalogue.createService({ ...at(), body: service }))).toMatchObject({ code: 'centers.nameTaken' })
    expect(await refusal(catalogue.updateService({ ...one(made?.id ?? ''), body: { version: 7, name: '别的' } }))).toMatchObject({ code: 'request.changedMeanwhile' })
    expect(await refusal(catalogue.orderServices({ ...at(), body: { programme: 'red', ids: [made?.id ?? ''] } }))).toMatchObject({ code: 'request.changedMeanwhile' })
    const other = await house.signIn({ role: 'center_manager', center: house.other })
    expect(await refusal(other.catalogue.updateService({ ...one(made?.id ?? '', 'yunhai'), body: { version: 1, isHidden: true } }))).toMatchObject({ code: 'centers.serviceNotFound' })
  })
})
