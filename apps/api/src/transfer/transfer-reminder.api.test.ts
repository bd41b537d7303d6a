import { TransferHouse } from '../app/testing/transfer-house.js'
import { Units } from '../platform/database/units.js'
import { TransferCaseService } from './transfer-case.service.js'

let house: TransferHouse
beforeAll(async () => void (house = await TransferHouse.open()))
afterAll(() => house.close())
beforeEach(() => house.reset())

const at = { center: 'shangbai' }
/** As the job does, at this moment. */
async function remind(id: string, moment: string): Promise<void> {
  house.clock.set(new Date(moment))
  await house.app.get(Units).runAt(house.centers.here, async (manager) => {
    const scope = { manager, now: house.clock.now(), caller: null, centerId: house.centers.here }
    const cases = house.app.get(TransferCaseService)
    await cases.remind(scope, await cases.lock(scope, id))
  })
}
const told = async (id: string) =>
  (await house.owner.query<{ kind: string; account_id: string | null; parameters: Record<string, string> }>('select kind, account_id, parameters from notices where subject_id = $1 order by created_at, id', [id])).rows
const planned = async (id: string) =>
  (await house.owner.query<{ run_at: Date }>(`select run_at from graphile_worker.jobs where key = $1`, [`transfer.remind:${id}`])).rows.map(({ run_at: runAt }) => runAt.toISOString())

test('the member is told 10, 3 and 0 days before a letter ends, each once, and nothing of what it is about', async () => {
  const row = await house.stored('issued', { letter_valid_until: '2026-12-20', due_at: new Date('2026-12-20T23:59:59+08:00'), entered_at: new Date('2026-12-01T10:00:00+08:00') })
  await remind(row.id, '2026-12-10T09:00:05+08:00')
  await remind(row.id, '2026-12-10T11:00:00+08:00')
  expect(await planned(row.id)).toEqual([new Date('2026-12-17T09:00:00+08:00').toISOString()])
  await remind(row.id, '2026-12-17T09:00:05+08:00')
  await remind(row.id, '2026-12-18T09:00:05+08:00')
  await remind(row.id, '2026-12-20T09:00:05+08:00')
  expect((await told(row.id)).map(({ kind, parameters }) => [kind, parameters])).toEqual([['transfer.dueSoon', { left: '还有 10 天到期' }], ['transfer.dueSoon', { left: '还有 3 天到期' }], ['transfer.dueSoon', { left: '今天到期' }]])
})

test('on day 25 every officer of the receiving committee is told of the receipt, and nobody else', async () => {
  const row = await house.stored('accepted', { accepted_at: new Date('2026-12-01T15:00:00+08:00') })
  await remind(row.id, '2026-12-25T09:00:05+08:00')
  expect(await told(row.id)).toEqual([])
  await remind(row.id, '2026-12-26T09:00:05+08:00')
  const alarms = await told(row.id)
  expect(alarms.map(({ kind, parameters }) => [kind, parameters])).toEqual([['transfer.dutyDue', { days: '6' }], ['transfer.dutyDue', { days: '6' }]])
  expect(new Set(alarms.map(({ account_id: accountId }) => accountId))).toEqual(new Set(house.receivers))
})

test('a step plans the reminders of what it leaves', async () => {
  const row = await house.stored('endorsed')
  await house.officer.transfer.act({ params: { ...at, id: row.id, action: 'issue' }, body: { letter: { number: '皖0005001', issuedOn: '2026-12-01', validDays: 30 } } })
  expect(await planned(row.id)).toEqual([new Date('2026-12-21T09:00:00+08:00').toISOString()])
})

test('whoever is signed in sees the branches that can be chosen, with who accepts for each', async () => {
  const { items } = await house.member.transfer.listBranches({ params: at })
  expect(items).toContainEqual({ id: house.branch.id, name: house.branch.name, committee: house.committee.name })
  expect(items.map(({ id }) => id)).not.toContain(house.committee.id)
})

test('officers of the receiving committee are found among any number of others', async () => {
  await house.owner.query(
    `with made as (insert into accounts select from generate_series(1, 500) returning id)
     insert into grants (account_id, role, center_id, scope_kind, scope_id) select id, 'committee_officer', $1, 'committee', $2 from made`,
    [house.centers.here, house.committee.id],
  )
  const row = await house.stored('accepted', { accepted_at: new Date('2026-12-01T15:00:00+08:00') })
  await remind(row.id, '2026-12-26T09:00:05+08:00')
  expect(new Set((await told(row.id)).map(({ account_id: accountId }) => accountId))).toEqual(new Set(house.receivers))
})
