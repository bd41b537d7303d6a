import type { ActOnDemand } from '@dangqun/contracts/financing/demands/schemas'
import { demandActions, demandStates, type DemandState } from '@dangqun/contracts/financing/demands/vocabulary'
import { sharingVersion } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { FinancingHouse } from '../app/testing/financing-house.js'
import { demandActorsOf } from './financing-demands.machine.js'

let desk: FinancingHouse
const params = { center: 'shangbai' }
beforeAll(async () => {
  desk = await FinancingHouse.open(1)
})
afterAll(() => desk.close())

/** A demand in a state, by the acts that lead there. */
async function reach(state: DemandState): Promise<string> {
  const { owner, staff, house } = desk
  const { id } = await owner.financingDemands.create({ params, body: desk.body() })
  if (state === 'draft') return id
  await desk.move(owner, id, 'submit')
  if (state === 'submitted') return id
  if (state === 'withdrawn') {
    await desk.move(owner, id, 'withdraw')
    return id
  }
  // Without an LPR on file a demand that was checked waits to be ranked.
  if (state === 'verified') await house.owner.query('delete from financing_lprs')
  await desk.move(staff, id, 'verify')
  await house.lpr()
  if (state === 'verified' || state === 'matched') return id
  if (state === 'open') await desk.move(owner, id, 'open', desk.picks(0))
  else await desk.move(owner, id, 'close', { closeReason: 'not_needed' })
  return id
}

const whole = (productId: string): ActOnDemand => ({ audience: 'picked', picks: [{ productId, purposes: ['demand', 'contact'] }], consentVersion: sharingVersion, note: '请改金额', closeReason: 'enough' })

test.each(demandStates)('%s: each act of each party is done exactly when the table says so, and refused with nothing changed when not', async (state) => {
  const people = { firm: desk.owner, center: desk.staff, bank: desk.bank(0).officer } as const
  for (const party of ['firm', 'center', 'bank'] as const) {
    for (const action of demandActions) {
      const id = await reach(state)
      const before = await desk.demand(desk.owner, id)
      expect(before.state).toBe(state)
      const actors = demandActorsOf(state, action)
      const answer = await desk.move(people[party], id, action, whole(desk.bank(0).productId)).then(() => 'done', (error: ApiError) => error.code)
      // A bank knows of no demand, and the centre of no draft that was never handed in.
      const isUnknown = party === 'bank' || (party === 'center' && state === 'draft')
      const expected = isUnknown ? 'financing.demandNotFound' : actors.length === 0 ? 'financing.demandWrongState' : !actors.includes(party) ? 'financing.notYours' : state === 'open' && action === 'open' ? 'request.invalid' : 'done'
      expect([party, action, answer]).toEqual([party, action, expected])
      if (answer !== 'done') expect((await desk.demand(desk.owner, id)).version).toBe(before.version)
    }
  }
  for (const party of ['firm', 'center'] as const) {
    const id = await reach(state)
    if (party === 'center' && state === 'draft') continue
    const { allowedActions } = await desk.demand(people[party], id)
    expect(demandActions.filter((action) => allowedActions.some((each) => each === action))).toEqual(demandActions.filter((action) => demandActorsOf(state, action).includes(party)))
  }
})
