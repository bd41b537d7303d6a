import type { AskBinding } from '@dangqun/contracts/organization/bindings/schemas'
import { bindingConsentVersion as consentVersion } from '@dangqun/contracts/organization/bindings/vocabulary'
import { Subscriptions } from './subscriptions.js'
import { TestHouse, type Clients } from './testing/test-house.js'

let house: TestHouse
let staff: Clients
const params = { center: 'shangbai' }
beforeAll(async () => {
  house = await TestHouse.open()
  staff = await house.staff()
})
afterAll(() => house.close())

/** The job comes by itself; nothing else would put a notice there. */
async function notices(who: Clients, atLeast = 1) {
  for (;;) {
    const { items } = await who.notices.listMine({ params, query: {} })
    if (items.length >= atLeast) return items
    await new Promise((next) => setTimeout(next, 20))
  }
}
const asMember: AskBinding = { kind: 'member', name: '林禾', idNumber: '11010519491231002X', consentVersion }
async function asked(body: AskBinding = asMember) {
  const who = await house.signIn()
  await who.bindings.askBinding({ params, body })
  return { who, id: (await who.bindings.listMyBindings({ params })).items[0]?.id ?? '' }
}

test('whoever asked is told that there is a result, and nothing of what it is or what it was about', async () => {
  const member = await house.member({ name: '林禾' })
  const good = await asked({ ...asMember, idNumber: member.id_number })
  await staff.bindings.confirmBinding({ params: { ...params, id: good.id }, body: { targetId: member.id, evidence: '身份证原件' } })
  const bad = await asked()
  await staff.bindings.refuseBinding({ params: { ...params, id: bad.id }, body: { reason: '名册里没有找到' } })
  const [told] = await notices(good.who)
  const [toldToo] = await notices(bad.who)
  expect(told).toMatchObject({ title: '你的身份核对有结果了', subject: { slice: 'organization', id: good.id } })
  // Member or not, the words are the same.
  expect({ ...told, id: '', subject: null }).toEqual({ ...toldToo, id: '', subject: null })
  expect(JSON.stringify(told)).not.toMatch(/党|member/)
  // Told again after a crash in the middle, it is told once.
  await house.app.get(Subscriptions).tellOfBinding({ centerId: house.center.id, subjectId: good.id })
  expect(await notices(good.who)).toHaveLength(1)
  await staff.bindings.endBinding({ params: { ...params, id: good.id }, body: { reason: '本人要求' } })
  expect(await notices(good.who, 2)).toHaveLength(2)
})

test('the desk is told once a day while something waits, whoever holds the right, at this centre only', async () => {
  const manager = await house.signIn({ role: 'center_manager', center: house.center })
  const neighbour = await house.staff(house.other)
  const secretary = await house.signIn({ role: 'branch_secretary', center: house.center })
  house.clock.advance(86_400_000)
  await asked()
  await asked()
  expect(await notices(manager)).toMatchObject([{ kind: 'organization.bindingWaiting', title: '有身份核对在等处理' }])
  const desk = house.app.get(Subscriptions)
  await Promise.all([1, 2, 3].map(() => desk.tellDesk(house.center.id, 'organization.bindingWaiting', () => Promise.resolve(true))))
  expect(await manager.notices.countUnread({ params })).toEqual({ unread: 1 })
  for (const other of [secretary, neighbour]) expect(await other.notices.countUnread({ params: { center: other === neighbour ? 'yunhai' : 'shangbai' } })).toEqual({ unread: 0 })
  house.clock.advance(86_400_000)
  await desk.tellDesk(house.center.id, 'organization.bindingWaiting', () => Promise.resolve(false))
  expect(await manager.notices.countUnread({ params })).toEqual({ unread: 1 })
})
