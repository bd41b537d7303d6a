import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { TestHouse, type Clients } from '../app/testing/test-house.js'
import { AuditChain } from './audit-chain.service.js'
import { Audit } from './audit.service.js'

let house: TestHouse
let auditor: Clients
const params = { center: 'shangbai' }
beforeAll(async () => {
  house = await TestHouse.open()
  auditor = await house.signIn({ role: 'audit_admin', center: null })
})
afterAll(() => house.close())

test('the ledger names who by role and user name, filters, pages and tells what is sealed', async () => {
  const staff = await house.staff()
  await house.owner.query(`insert into identities (provider, subject, account_id, secret) values ('password', 'desk', $1, 'x')`, [staff.accountId])
  const activity = await house.activity({ state: 'draft', published_at: null })
  const one = { params: { ...params, id: activity.id }, body: {} }
  await staff.activities.publish(one)
  house.clock.advance(1000)
  await staff.activities.close(one)
  const worker = await house.signIn()
  house.clock.advance(1000)
  await worker.organization.updateMyPerson({ params, body: { name: '林禾' } })
  // A transaction of another test file may hold it up.
  while ((await auditor.audit.chain({ params })).waiting > 0) await house.app.get(AuditChain).seal(house.center.id)

  const all = await auditor.audit.listFacts({ params, query: {} })
  expect(all.items.map(({ fact, actor }) => [fact, actor?.username, actor?.roles])).toEqual([
    ['organization.personUpdated', null, []],
    ['activities.closed', 'desk', ['center_staff']],
    ['activities.published', 'desk', ['center_staff']],
  ])
  expect(JSON.stringify(all)).not.toContain('林禾')
  expect(all.items.map(({ number }) => number)).toEqual([3, 2, 1])

  const kinds = async (query: Parameters<Clients['audit']['listFacts']>[0]['query']) => (await auditor.audit.listFacts({ params, query })).items.map(({ fact }) => fact)
  expect(await kinds({ actor: 'desk' })).toEqual(['activities.closed', 'activities.published'])
  expect(await kinds({ actor: 'nobody' })).toEqual([])
  expect(await kinds({ actor: 'system' })).toEqual([])
  expect(await kinds({ slice: 'organization' })).toEqual(['organization.personUpdated'])
  expect(await kinds({ fact: 'activities.closed' })).toEqual(['activities.closed'])
  expect(await kinds({ subjectId: activity.id })).toEqual(['activities.closed', 'activities.published'])
  expect(await kinds({ from: '2026-12-01', to: '2026-12-01' })).toHaveLength(3)
  expect(await kinds({ from: '2026-12-02' })).toEqual([])
  expect(await kinds({ to: '2026-11-30' })).toEqual([])

  const first = await auditor.audit.listFacts({ params, query: { limit: 2 } })
  const second = await auditor.audit.listFacts({ params, query: { limit: 2, cursor: first.nextCursor ?? '' } })
  expect([...first.items, ...second.items]).toEqual(all.items)
  expect(second.nextCursor).toBeNull()

  expect(await auditor.audit.chain({ params })).toMatchObject({ sealed: 3, waiting: 0, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(await auditor.audit.verify({ params, query: {} })).toEqual({ verified: 3, next: null, problems: [] })
})

test('one centre\'s manager reads that centre and no other, and nothing of the platform', async () => {
  const manager = await house.signIn({ role: 'center_manager', center: house.other })
  expect((await manager.audit.listFacts({ params: { center: 'yunhai' }, query: {} })).items).toEqual([])
  await expect(manager.audit.listFacts({ params, query: {} })).rejects.toMatchObject({ status: 403 })
  await expect(manager.audit.listPlatformFacts({ query: {} })).rejects.toMatchObject({ status: 403 })
})

test('the history of a subject is for whoever may see the subject', async () => {
  const [staff, elsewhere, worker] = [await house.staff(), await house.staff(house.other), await house.signIn()]
  const activity = await house.activity({ state: 'draft', published_at: null })
  await staff.activities.publish({ params: { ...params, id: activity.id }, body: {} })
  const of = { params: { ...params, kind: 'activity', id: activity.id }, query: {} } as const
  expect((await staff.audit.history(of)).items.map(({ fact }) => fact)).toEqual(['activities.published'])
  for (const stranger of [worker, elsewhere]) await expect(stranger.audit.history(of)).rejects.toMatchObject({ status: 404 })
  await expect(elsewhere.audit.history({ params: { ...of.params, center: 'yunhai' }, query: {} })).rejects.toMatchObject({ status: 404 })
  await expect(staff.audit.history({ params: { ...of.params, id: randomUUID() }, query: {} })).rejects.toMatchObject({ status: 404 })
})

test('a secretary reads the history of members of the own branch, a bank officer that of the own bank\'s products', async () => {
  const member = await house.member()
  const scope = (id: string) => ({ role: 'branch_secretary', center: house.center, scope: { kind: 'branch', id } }) as const
  const [own, other] = [await house.signIn(scope(member.branch_id)), await house.signIn(scope(randomUUID()))]
  const of = { params: { ...params, kind: 'member', id: member.id }, query: {} } as const
  await own.members.getMember({ params: { ...params, id: member.id } })
  expect((await own.audit.history(of)).items.map(({ fact }) => fact)).toEqual(['organization.memberRead'])
  await expect(other.audit.history(of)).rejects.toMatchObject({ status: 404 })

  await house.lpr()
  const [bank, rival] = [await house.bank(), await house.bank()]
  const { product } = await house.product(bank)
  const loan = { params: { ...params, kind: 'loan', id: product.id }, query: {} } as const
  expect((await (await house.officer(bank)).audit.history(loan)).items).toEqual([])
  await expect((await house.officer(rival)).audit.history(loan)).rejects.toMatchObject({ status: 404 })
})

test('where nothing happened nothing is sent', async () => {
  const sent: unknown[] = []
  const manager = { query: (...given: unknown[]) => Promise.resolve(sent.push(given)) } as unknown as EntityManager
  await house.app.get(Audit).record({ manager, now: house.clock.now(), caller: null })
  expect(sent).toEqual([])
})
