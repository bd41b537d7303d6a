import type { CreateCenter } from '@dangqun/contracts/centers/schemas'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { platformLedger } from '../audit/audit.queries.js'
import { clientsFor, TestHouse } from '../app/testing/test-house.js'
import { Units } from '../platform/database/units.js'

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())

const given: CreateCenter = { slug: 'binhu', name: '滨湖商圈党群服务中心', address: '滨湖大厦一楼', phone: '0551-60000002' }
const systemAdmin = () => house.signIn({ role: 'system_admin', center: null })
const refusal = (attempt: Promise<unknown>) => attempt.then(() => Promise.reject(new Error('it was not refused')), (error: ApiError) => error)

test('a new centre has its card, its entrance code, every setting by default, and its first manager can be invited', async () => {
  const { centers, accountId } = await systemAdmin()
  const card = await centers.create({ body: { ...given, phone: '０５５１-６０００００02' } })
  expect(card).toMatchObject({ slug: 'binhu', name: given.name, phone: given.phone, version: 1, buildings: [], services: [], allowedActions: [] })
  expect(card.openingHours).toEqual([1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:30' })))
  expect(await house.anonymous.centers.get({ params: { center: 'binhu' } })).toMatchObject({ name: given.name, address: given.address })
  expect(await house.anonymous.centers.readCode({ params: { scene: card.sceneCode } })).toMatchObject({ kind: 'center', center: { slug: 'binhu' }, subjectId: null })
  const { id } = await house.one<{ id: string }>("select id from centers where slug = 'binhu'")
  const { rows: facts } = await house.owner.query("select center_id, account_id, subject_id, data from audit_facts where fact = 'centers.created' order by center_id", [])
  expect(facts).toEqual([platformLedger, id].map((ledger) => ({ center_id: ledger, account_id: accountId, subject_id: id, data: { slug: 'binhu' } })))

  const chief = await house.signIn({ role: 'security_admin', center: null })
  const { code } = await chief.grants.invite({ params: { center: 'binhu' }, body: { role: 'center_manager', note: '首任主任' } })
  const manager = await house.signIn()
  await manager.grants.acceptInvitation({ body: { code } })
  expect(await manager.centers.getSettings({ params: { center: 'binhu' } })).toMatchObject({ version: 1, settings: { activities: { noShowLimit: 3 } }, allowedActions: ['update'] })
  expect(await manager.centers.update({ params: { center: 'binhu' }, body: { version: 1, about: '新开的中心' } })).toMatchObject({ about: '新开的中心', version: 2 })
})

test.each([
  ['ab', '至少 3 个字符'], ['a'.repeat(31), '最多 30 个字符'], ['1binhu', /小写字母/], ['bin_hu', /小写字母/], ['bin--hu', /小写字母/], ['binhu-', /小写字母/], ['滨湖中心', /小写字母/],
  ['platform', /系统要用/], ['console', /系统要用/], ['new', /系统要用/],
])('%s is no slug', async (slug, words) => {
  const { centers } = await systemAdmin()
  expect((await refusal(centers.create({ body: { ...given, slug } }))).fields['slug']).toEqual(typeof words === 'string' ? words : expect.stringMatching(words))
})

test.each(['center_manager', 'center_staff', 'security_admin', 'audit_admin', 'bank_officer'] as const)('%s makes no centre', async (role) => {
  const { centers } = await house.signIn({ role, center: role.endsWith('_admin') ? null : house.center })
  expect(await refusal(centers.create({ body: { ...given, slug: 'elsewhere' } }))).toMatchObject({ status: 403 })
  expect((await house.anonymous.centers.list({ query: {} })).items.map(({ slug }) => slug)).not.toContain('elsewhere')
})

test('of many who take one slug at the same moment one gets it, and the others leave no trace', async () => {
  const admins = (await house.signInMany(6, { role: 'system_admin', center: null })).map(({ token }) => clientsFor(house.url, token))
  const answers = await Promise.allSettled(admins.map(({ centers }, index) => centers.create({ body: { ...given, slug: 'luzhou', name: `第 ${index} 个` } })))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ status: 409, code: 'centers.slugTaken', message: '代号“luzhou”已有中心在用，请换一个' })
  expect(await house.one("select count(*)::int as made from audit_facts where fact = 'centers.created' and data ->> 'slug' = 'luzhou' and center_id = $1", [platformLedger])).toEqual({ made: 1 })
  expect(await house.one("select count(*)::int as codes from public_codes p where p.kind = 'center' and not exists (select 1 from centers c where c.id = p.center_id and c.slug <> 'luzhou')")).toEqual({ codes: 1 })
})

/** Looking for the slug and then writing, without the unique index, on a copy of the table: it lives here only, to show that the race is real. */
test('the unguarded twin makes as many as look at the same moment', async () => {
  await house.owner.query('create table centers_unguarded (slug text)')
  await house.atOnce(3, async (client, met) => {
    const { rows } = await client.query("select 1 from centers_unguarded where slug = 'luzhou'")
    await met()
    if (rows.length === 0) await client.query("insert into centers_unguarded values ('luzhou')")
  })
  expect(await house.one('select count(*)::int as made from centers_unguarded')).toEqual({ made: 3 })
})

test('row-level security lets a transaction add the centre it stands at and no other', async () => {
  const add = (id: string) => `insert into centers (id, slug, name, address, phone, about) values ('${id}', 'aside', '旁边', '', '', '')`
  const units = house.app.get(Units)
  await expect(units.runAt(house.center.id, (manager) => manager.query(add('01a20e5a-a4af-7bdb-ba09-b0326ba07c09')))).rejects.toThrow(/row-level security/)
  await expect(units.run((manager) => manager.query(add('01a20e5a-a4af-7bdb-ba09-b0326ba07c09')))).rejects.toThrow(/row-level security/)
})
