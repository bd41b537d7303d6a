import { FinancingHouse } from '../app/testing/financing-house.js'
import { Clock } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import { FinancingCaseService } from './financing-case.service.js'

let desk: FinancingHouse
const params = { center: 'shangbai' }
beforeEach(async () => {
  desk = await FinancingHouse.open(2)
})
afterEach(() => desk.close())

const told = async (who: FinancingHouse['owner'], kind: string) => (await who.notices.listMine({ params, query: { show: 'all' } })).items.filter((notice) => notice.kind === kind).length

/** What the jobs of a demand and its referrals do when they come, all at once and again. */
async function jobsRun(demandId: string): Promise<void> {
  const { app, center } = desk.house
  const cases = app.get(FinancingCaseService)
  for (let time = 0; time < 2; time++) {
    await app.get(Units).runAt(center.id, async (manager) => {
      const scope = { manager, now: app.get(Clock).now(), caller: null, centerId: center.id }
      await cases.settleDemand(scope, await cases.lockDemand(scope, demandId))
    })
    const { rows } = await desk.house.owner.query<{ id: string }>('select id from financing_referrals where demand_id = $1', [demandId])
    for (const { id } of rows) {
      await app.get(Units).runAt(center.id, async (manager) => {
        const scope = { manager, now: app.get(Clock).now(), caller: null, centerId: center.id }
        const { demand, referral } = await cases.lockReferral(scope, id)
        await cases.settleReferral(scope, demand, referral)
        await cases.askRenewal(scope, demand, referral)
      })
    }
  }
}

test('a demand that no bank claims is told to the centre after two working days, once, and waits for its call until the third', async () => {
  const { id } = await desk.openToAll()
  const before = await told(desk.staff, 'financing.demandWaiting')
  desk.house.clock.set(new Date('2026-12-03T23:59:59+08:00'))
  await jobsRun(id)
  expect(await told(desk.staff, 'financing.demandWaiting')).toBe(before)
  desk.house.clock.set(new Date('2026-12-04T00:00:00+08:00'))
  await jobsRun(id)
  expect(await told(desk.staff, 'financing.demandWaiting')).toBe(before + 1)
  expect(await desk.demand(desk.staff, id)).toMatchObject({ holder: 'center', dueAt: '2026-12-04T23:59:59.000+08:00', allowedActions: ['record-call'] })
  // Nobody answered: still to be called.
  await desk.staff.financingDemands.recordCall({ params: { ...params, id }, body: { outcome: 'no_answer' } })
  expect(await desk.demand(desk.staff, id)).toMatchObject({ holder: 'center' })
  await desk.staff.financingDemands.recordCall({ params: { ...params, id }, body: { outcome: 'reached' } })
  expect(await desk.demand(desk.staff, id)).toMatchObject({ holder: 'bank', dueAt: null, calls: [{ outcome: 'no_answer', with: desk.firm.name }, { outcome: 'reached' }] })
  expect(await told(desk.staff, 'financing.demandWaiting')).toBe(before + 1)
})

test('a bank that does not call is told that it is late, with the centre, once; and the referral stays open', async () => {
  const { id, referrals: [referral = ''] } = await desk.picked([0])
  const one = desk.bank(0).officer
  await desk.act(one, referral, 'claim')
  const [bank, centre] = [await told(one, 'financing.referralWaiting'), await told(desk.staff, 'financing.demandWaiting')]
  desk.house.clock.set(new Date('2026-12-03T09:00:00+08:00'))
  await jobsRun(id)
  await desk.referral(one, referral)
  expect([await told(one, 'financing.referralWaiting'), await told(desk.staff, 'financing.demandWaiting')]).toEqual([bank + 1, centre + 1])
  expect(await desk.referral(desk.staff, referral)).toMatchObject({ state: 'consented', isOverdue: true, daysLeft: -1 })
  expect(await desk.staff.financingReferrals.count({ params })).toMatchObject({ overdue: 1, open: 1 })
})

test('a renewal is asked for ten days before, once, and not of what has ended', async () => {
  const { id, referrals: [referral = ''] } = await desk.picked([0, 1])
  await desk.act(desk.bank(0).officer, referral, 'claim')
  await desk.house.owner.query(`update sessions set expires_at = '2028-01-01'`)
  desk.house.clock.set(new Date('2027-02-19T23:59:58+08:00'))
  await jobsRun(id)
  expect(await told(desk.owner, 'financing.sharingEnding')).toBe(0)
  desk.house.clock.set(new Date('2027-02-19T23:59:59+08:00'))
  await jobsRun(id)
  // The second bank's offer lapsed long ago.
  expect(await told(desk.owner, 'financing.sharingEnding')).toBe(1)
})

test('the firm is told of each turn that is not its own, and nothing of what it was', async () => {
  const { referrals: [referral = ''] } = await desk.picked([0])
  const before = await told(desk.owner, 'financing.demandMoved')
  await desk.act(desk.bank(0).officer, referral, 'claim')
  expect(await told(desk.owner, 'financing.demandMoved')).toBeGreaterThan(before)
  const { items } = await desk.owner.notices.listMine({ params, query: { show: 'all' } })
  for (const { title, body } of items) expect(`${title}${body}`).not.toMatch(/\d|银行[0-9]|万|%/)
})
