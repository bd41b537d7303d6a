import { TestHouse, type Clients } from '../app/testing/test-house.js'

let house: TestHouse
let manager: Clients
let staff: Clients
const params = { center: 'shangbai' }
beforeAll(async () => {
  house = await TestHouse.open()
  manager = await house.signIn({ role: 'center_manager', center: house.center })
  staff = await house.staff()
})
afterAll(() => house.close())

const invite = async (body: Parameters<Clients['grants']['invite']>[0]['body']) => (await manager.grants.invite({ params, body })).code
const rolesOf = async (who: Clients) => (await who.accounts.me({})).grants.map(({ role }) => role)

test('a representative who comes by invitation is bound to the firm, and unbinding takes the role back', async () => {
  const firm = await house.firm()
  const guest = await house.signIn()
  await guest.grants.acceptInvitation({ body: { code: await invite({ role: 'firm_representative', note: '法人', scope: { kind: 'firm', id: firm.id } }) } })
  const { items: [binding] } = await guest.bindings.listMyBindings({ params })
  expect(binding).toMatchObject({ kind: 'firm', state: 'confirmed', target: firm.name, allowedActions: ['withdraw'] })
  const seen = await staff.bindings.getBinding({ params: { ...params, id: binding?.id ?? '' } })
  expect(seen).toMatchObject({ evidence: '接受了中心的邀请', target: { id: firm.id } })
  await staff.bindings.endBinding({ params: { ...params, id: seen.id }, body: { reason: '已离职' } })
  expect(await rolesOf(guest)).toEqual([])
})

test('a secretary who is in the roll is bound to that record; one who is not gets the role alone', async () => {
  const branch = await house.organization({ kind: 'branch', reports_to: (await house.organization()).id })
  const member = await house.member({ branch_id: branch.id })
  const scope = { kind: 'branch' as const, id: branch.id }
  const guest = await house.signIn()
  await guest.grants.acceptInvitation({ body: { code: await invite({ role: 'branch_secretary', note: '书记', scope, personId: member.person_id }) } })
  expect((await guest.bindings.listMyBindings({ params })).items).toMatchObject([{ kind: 'member', state: 'confirmed' }])
  expect((await rolesOf(guest)).sort()).toEqual(['branch_secretary', 'member'])
  const [bound] = (await guest.bindings.listMyBindings({ params })).items
  await staff.bindings.endBinding({ params: { ...params, id: bound?.id ?? '' }, body: { reason: '已转出' } })
  expect(await rolesOf(guest)).toEqual(['branch_secretary'])
  const other = await house.signIn()
  await other.grants.acceptInvitation({ body: { code: await invite({ role: 'branch_secretary', note: '书记', scope }) } })
  expect((await other.bindings.listMyBindings({ params })).items).toEqual([])
  expect(await rolesOf(other)).toEqual(['branch_secretary'])
})

test('nobody is given a new role for what was dissolved, and roles that stand keep their name', async () => {
  const committee = await house.organization()
  const branch = await house.organization({ kind: 'branch', reports_to: committee.id })
  await house.signIn({ role: 'branch_secretary', center: house.center, scope: { kind: 'branch', id: branch.id } })
  const late = await invite({ role: 'branch_secretary', note: '书记', scope: { kind: 'branch', id: branch.id } })
  for (const { id } of [branch, committee]) await staff.tree.dissolveOrganization({ params: { ...params, id }, body: { reason: '撤并', version: 1 } })
  for (const given of [{ role: 'branch_secretary', scope: { kind: 'branch', id: branch.id } }, { role: 'committee_officer', scope: { kind: 'committee', id: committee.id } }] as const) {
    await expect(invite({ ...given, note: '接任' })).rejects.toMatchObject({ status: 404, code: 'accounts.scopeNotFound' })
  }
  const { items } = await manager.grants.list({ params, query: { role: 'branch_secretary' } })
  expect(items).toContainEqual(expect.objectContaining({ scope: { kind: 'branch', id: branch.id, name: branch.name } }))
  const guest = await house.signIn()
  await expect(guest.grants.acceptInvitation({ body: { code: late } })).rejects.toMatchObject({ status: 409, code: 'accounts.invitationOver' })
  expect(await rolesOf(guest)).toEqual([])
})

test('what stands already stays: an asking of the same kind is left to the desk', async () => {
  const firm = await house.firm()
  const guest = await house.signIn()
  await guest.bindings.askBinding({ params, body: { kind: 'firm', name: '林禾', firm: firm.name, basis: 'authorization', consentVersion: '2026-12' } })
  await guest.grants.acceptInvitation({ body: { code: await invite({ role: 'firm_representative', note: '法人', scope: { kind: 'firm', id: firm.id } }) } })
  expect((await guest.bindings.listMyBindings({ params })).items).toMatchObject([{ kind: 'firm', state: 'pending' }])
})

test('nobody holds the role of a member by an asking that the desk has not decided', async () => {
  const branch = await house.organization({ kind: 'branch', reports_to: (await house.organization()).id })
  const member = await house.member({ branch_id: branch.id })
  const guest = await house.signIn()
  await house.owner.query('update persons set account_id = $2 where id = $1', [member.person_id, guest.accountId])
  await guest.bindings.askBinding({ params, body: { kind: 'member', name: '林禾', idNumber: '11010519491231002X', consentVersion: '2026-12' } })
  await guest.grants.acceptInvitation({ body: { code: await invite({ role: 'branch_secretary', note: '书记', scope: { kind: 'branch', id: branch.id } }) } })
  expect((await guest.bindings.listMyBindings({ params })).items).toMatchObject([{ kind: 'member', state: 'pending' }])
  expect(await rolesOf(guest)).toEqual(['branch_secretary'])
})

test('what a person holds is counted before it moves', async () => {
  const activity = await house.activity()
  const { id } = await staff.bindings.createPerson({ params, body: { name: '何秋分' } })
  expect(await staff.bindings.readHoldings({ params: { ...params, id } })).toEqual({ items: [] })
  await staff.activities.signUpOnBehalf({ params: { ...params, id: activity.id }, body: { personId: id } })
  const guest = await house.signIn()
  await guest.organization.updateMyPerson({ params, body: { name: '何秋分' } })
  const kept = (await staff.bindings.listPersons({ params, query: { q: '何秋分' } })).items.find(({ hasAccount }) => hasAccount)
  expect(await staff.bindings.readHoldings({ params: { ...params, id } })).toEqual({ items: [{ kind: 'sign_ups', count: 1 }] })
  await staff.bindings.mergePerson({ params: { ...params, id }, body: { into: kept?.id ?? '', evidence: '身份证原件' } })
  expect(await staff.bindings.readHoldings({ params: { ...params, id: kept?.id ?? '' } })).toEqual({ items: [{ kind: 'sign_ups', count: 1 }] })
  await expect(staff.bindings.readHoldings({ params: { ...params, id } })).rejects.toMatchObject({ status: 404 })
})
