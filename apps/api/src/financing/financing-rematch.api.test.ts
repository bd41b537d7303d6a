import { FinancingHouse } from '../app/testing/financing-house.js'
import { Clock } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import { Jobs } from '../platform/jobs/jobs.js'
import { FinancingCaseService } from './financing-case.service.js'
import { FinancingMatchingService } from './financing-matching.service.js'
import { FinancingRematchJobs } from './financing-rematch.jobs.js'
import { aNeed, someTerms } from './financing.factory.js'

let desk: FinancingHouse
beforeEach(async () => {
  desk = await FinancingHouse.open(2)
})
afterEach(() => desk.close())
const params = { center: 'shangbai' }

/** The job without its queue, so that no other run is beside it. */
function jobs(): FinancingRematchJobs {
  const { app } = desk.house
  return new FinancingRematchJobs(app.get(Jobs), app.get(Units), app.get(Clock), app.get(FinancingMatchingService), app.get(FinancingCaseService))
}

/** Many demands that wait for their firm's choice, past the API. */
async function waiting(count: number): Promise<void> {
  const id = await desk.matched()
  await desk.house.owner.query(
    `with copies as (
       insert into financing_demands (center_id, id, firm_id, person_id, state, need, contact, holder, entered_at, submitted_at, version, created_at, changed_at)
       select center_id, gen_random_uuid(), firm_id, person_id, 'matched', need, contact, 'firm', entered_at, submitted_at, 1, created_at, changed_at from financing_demands, generate_series(2, $2) where id = $1
       returning center_id, id)
     insert into financing_demand_steps (center_id, demand_id, version, action, to_state, at) select center_id, id, 1, 'create', 'matched', now() from copies`,
    [id, count],
  )
}

test('what is kept is explained again to the same words, whatever has become of the products', async () => {
  const id = await desk.matched()
  const before = await desk.owner.financingDemands.matches({ params: { ...params, id } })
  expect(before).toMatchObject({ isFrozen: false })
  await desk.move(desk.owner, id, 'open', desk.picks(0))
  // Another version and another LPR are on offer by now; this demand was picked from what stood then.
  await desk.house.owner.query(`update financing_product_versions set state = 'withdrawn'`)
  await desk.house.owner.query(`update financing_lprs set one_year_bp = 900`)
  expect(await desk.owner.financingDemands.matches({ params: { ...params, id } })).toEqual({ ...before, isFrozen: true })
})

test('a change of products ranks all waiting demands anew, with progress, and leaves the picked ones as they are', async () => {
  const frozen = await desk.picked([0])
  await waiting(120)
  const { version } = await desk.house.product(desk.bank(1).bank, { state: 'submitted', terms: someTerms({ name: '新年贷', pricing: { kind: 'fixed', lowBp: 200, highBp: 250 } }) })
  const run = jobs()
  await desk.staff.financingVersions.approve({ params: { ...params, id: version.product_id, number: '1' }, body: {} })
  await run.run(desk.house.center.id)
  expect(await desk.staff.financingDemands.rematch({ params })).toMatchObject({ latest: { state: 'done', done: 120, of: 120 } })
  const { newest, all } = await desk.house.one<{ newest: number; all: number }>(
    `select count(*) filter (where m.results -> 0 ->> 'productId' = $1)::int as newest, count(*)::int as all from financing_demand_matches m join financing_demands d on d.id = m.demand_id where d.state = 'matched'`,
    [version.product_id],
  )
  expect({ newest, all }).toEqual({ newest: 120, all: 120 })
  expect((await desk.owner.financingDemands.matches({ params: { ...params, id: frozen.id } })).items.some((item) => item.product.id === version.product_id)).toBe(false)
})

test('a run that dies between portions goes on where it stood, and does nothing twice', async () => {
  await waiting(120)
  await desk.house.app.get(Units).runAt(desk.house.center.id, (manager) => desk.house.app.get(FinancingMatchingService).askRematch({ manager, centerId: desk.house.center.id, now: desk.house.clock.now(), caller: null }))
  // The queue's own run may have begun: whatever it left, steps from here end it.
  const run = jobs()
  while (await run.step(desk.house.center.id)) {
    const { latest } = await desk.staff.financingDemands.rematch({ params })
    expect(latest?.done).toBeGreaterThan(0)
  }
  const { latest } = await desk.staff.financingDemands.rematch({ params })
  expect(latest).toMatchObject({ state: 'done', done: 120, of: 120 })
  expect(await run.step(desk.house.center.id)).toBe(false)
})

test('a demand that was verified without an LPR is ranked when one comes', async () => {
  await desk.house.owner.query('delete from financing_lprs')
  const { id } = await desk.owner.financingDemands.create({ params, body: desk.body({ need: aNeed() }) })
  await desk.move(desk.owner, id, 'submit')
  expect(await desk.move(desk.staff, id, 'verify')).toMatchObject({ state: 'verified' })
  await expect(desk.owner.financingDemands.matches({ params: { ...params, id } })).rejects.toMatchObject({ code: 'financing.demandWrongState' })
  await desk.staff.financing.enterLpr({ params, body: { publishedOn: '2026-11-20', oneYearBp: 300, fiveYearBp: 350 } })
  await jobs().run(desk.house.center.id)
  expect(await desk.demand(desk.owner, id)).toMatchObject({ state: 'matched', history: expect.arrayContaining([expect.objectContaining({ action: 'match', party: null })]) })
})

test('how a bank has served the firms of the last 90 days is in its score, from five cases on', async () => {
  for (let count = 0; count < 5; count++) await desk.disbursed(0)
  // What is known of the banks is read anew every ten minutes.
  desk.house.clock.advance(10 * 60_000)
  const { items } = await desk.house.anonymous.financing.previewMatches({ params, body: aNeed() })
  const partsOf = (index: number) => items.find(({ product }) => product.bank.id === desk.bank(index).bank.id)?.parts
  // Every firm reached in time, none has rated yet; decided on the day. The other bank has promised three days.
  expect(partsOf(0)).toMatchObject({ service: 750, speed: 1500 })
  expect(partsOf(1)).toMatchObject({ service: 500, speed: 897 })
})
