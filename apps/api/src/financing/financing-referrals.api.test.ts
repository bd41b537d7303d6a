import type { ActOnReferral } from '@dangqun/contracts/financing/referrals/schemas'
import { referralActions, referralStates, sharingVersion, type Party, type ReferralAction, type ReferralState } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { ApiProcess, freePort } from '../app/testing/api-process.js'
import { FinancingHouse, type Person } from '../app/testing/financing-house.js'
import { clientsFor, testNow } from '../app/testing/test-house.js'
import { referralActorsOf } from './financing-referrals.machine.js'

describe('every state, act and party', () => {
  let desk: FinancingHouse
  beforeAll(async () => {
    desk = await FinancingHouse.open(1)
  })
  afterAll(() => desk.close())

  /** The way to a state, act by act, and what has to be true for all of its acts to be possible. */
  async function reach(state: ReferralState): Promise<string> {
    const one = desk.bank(0).officer
    const { owner } = desk
    if (state === 'offered' || state === 'claimed' || state === 'lapsed') {
      const { id, referrals: [referral = ''] } = await desk.openToAll()
      if (state === 'offered') return referral
      await desk.act(one, referral, 'claim')
      if (state === 'lapsed') await desk.house.owner.query(`update financing_referrals set entered_at = entered_at - interval '30 days', due_at = due_at - interval '30 days' where id = $1`, [referral])
      expect(id).not.toBe('')
      return referral
    }
    const { referrals: [referral = ''] } = await desk.picked([0])
    const way: [ReferralState, Person, ReferralAction, ActOnReferral?][] = [
      ['consented', one, 'claim'], ['contacted', one, 'contact', { materials: ['执照'] }], ['materials', owner, 'deliver'], ['due_diligence', one, 'answer-materials', { answer: { gaps: [] } }], ['granted', one, 'grant', { grant: desk.grant }],
      ['signed', owner, 'sign'], ['disbursed', one, 'report-drawdown', { drawdown: { ...desk.drawdown, amountFen: 100_000 } }],
    ]
    if (state === 'withdrawn') {
      await desk.act(owner, referral, 'withdraw')
      return referral
    }
    if (state === 'declined') {
      await desk.act(one, referral, 'decline', { declineCode: 'entry' })
      return referral
    }
    for (const [reached, who, action, body] of way) {
      await desk.act(who, referral, action, body)
      if (reached === state) return referral
    }
    if (state === 'not_drawn') throw new Error('not on this way')
    const { drawdowns } = await desk.referral(owner, referral)
    await desk.act(owner, referral, 'confirm-drawdown', { drawdownId: drawdowns[0]?.id ?? '' })
    await desk.act(owner, referral, 'close')
    return referral
  }

  const whole: ActOnReferral = {
    purposes: ['demand', 'contact', 'result'], consentVersion: sharingVersion, materials: ['执照'], answer: { gaps: [] }, grant: { amountFen: 50_000_000, rateBp: 420, allInBp: 465, months: 12, security: 'credit', validUntil: '2027-03-31' }, declineCode: 'amount',
    drawdown: { amountFen: 100_000, allInBp: 465, drawnOn: '2026-12-01' }, drawdownId: '00000000-0000-4000-8000-000000000000', notDrawnReason: 'slower', rating: { round: 'early', stars: 5, tags: [] },
  }

  test.each(referralStates.filter((state) => state !== 'not_drawn'))('%s: what the table does not let a party do is refused and changes nothing', async (state) => {
    const referral = await reach(state)
    const people: Record<Party, Person> = { firm: desk.owner, bank: desk.bank(0).officer, center: desk.staff }
    const before = await desk.referral(desk.owner, referral)
    expect(before.state).toBe(state)
    for (const party of ['firm', 'bank', 'center'] as const) {
      for (const action of referralActions) {
        const actors = referralActorsOf(state, action)
        if (actors.includes(party)) continue
        const refused = await desk.act(people[party], referral, action, whole).then(() => null, (error: ApiError) => error.code)
        expect([party, action, refused]).toEqual([party, action, actors.length > 0 ? 'financing.notYours' : 'financing.referralWrongState'])
      }
      // And what is offered can be done by the table.
      const { allowedActions } = await desk.referral(people[party], referral)
      for (const action of allowedActions) expect(referralActorsOf(state, action)).toContain(party)
    }
    expect((await desk.referral(desk.owner, referral)).version).toBe(before.version)
    // The demand makes way for the next one.
    await desk.move(desk.owner, before.demandId, 'withdraw')
  })

  test('an approval that is not used ends with its reason, or by its last day', async () => {
    const referral = await reach('granted')
    await desk.act(desk.owner, referral, 'mark-not-drawn', { notDrawnReason: 'dearer' })
    expect(await desk.referral(desk.bank(0).officer, referral)).toMatchObject({ state: 'not_drawn', notDrawnReason: 'dearer', identity: null })
    const other = await reach('granted')
    await stay(desk)
    desk.house.clock.set(new Date('2027-04-01T00:00:00+08:00'))
    try {
      // Whoever looks finds it done, also before its job has run.
      expect(await desk.referral(desk.owner, other)).toMatchObject({ state: 'not_drawn', notDrawnReason: 'ran_out' })
    } finally {
      desk.house.clock.set(testNow)
    }
  })
})

describe('five claims on an open demand', () => {
  let desk: FinancingHouse
  let second: ApiProcess
  beforeAll(async () => {
    desk = await FinancingHouse.open(12)
    // The second process has the wall clock, so the first one gets it too.
    desk.house.clock.set(new Date())
    second = await ApiProcess.start(desk.house.config.databaseUrl, await freePort())
  })
  afterAll(async () => {
    await second.stop()
    await desk.close()
  })

  test('are exactly five when twelve banks press at once over two processes', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, referrals } = await desk.openToAll()
      const answers = await Promise.all(
        desk.banks.map(({ officer }, index) => {
          const who = index % 2 === 0 ? officer : clientsFor(second.url, officer.token)
          return desk.act(who, referrals[index] ?? '', 'claim').then(({ state }) => state, (error: ApiError) => error.code)
        }),
      )
      expect(answers.filter((answer) => answer === 'claimed')).toHaveLength(5)
      expect(answers.filter((answer) => answer === 'financing.claimsFull')).toHaveLength(7)
      expect(await desk.house.one(`select count(slot)::int as held, count(distinct slot)::int as places from financing_referrals where demand_id = $1`, [id])).toEqual({ held: 5, places: 5 })
      // A place that is free again can be claimed.
      const claimed = referrals[answers.indexOf('claimed')] ?? ''
      await desk.act(desk.owner, claimed, 'withdraw')
      const late = answers.indexOf('financing.claimsFull')
      expect(await desk.act(desk.bank(late).officer, referrals[late] ?? '', 'claim')).toMatchObject({ state: 'claimed' })
      await desk.move(desk.owner, id, 'withdraw')
    }
  })

  test('would be more by looking first and writing then', async () => {
    const { id, referrals } = await desk.openToAll()
    await desk.house.owner.query('create table unguarded_claims (demand_id uuid, referral_id uuid)')
    await desk.house.atOnce(12, async (client, met, index) => {
      const { rows: [row] } = await client.query<{ claimed: number }>('select count(*)::int as claimed from unguarded_claims where demand_id = $1', [id])
      await met()
      if ((row?.claimed ?? 0) < 5) await client.query('insert into unguarded_claims values ($1, $2)', [id, referrals[index]])
    })
    expect(await desk.house.one('select count(*)::int as claimed from unguarded_claims')).toEqual({ claimed: 12 })
    // Even with nothing but the table, a sixth place does not exist.
    await expect(desk.house.owner.query(`update financing_referrals set slot = 6, state = 'claimed', holder = 'firm' where id = $1`, [referrals[0]])).rejects.toThrow('financing_referrals_slot_check')
  })
})

/** Everybody stays signed in for as long as the test goes on. */
async function stay(desk: FinancingHouse): Promise<void> {
  await desk.house.owner.query(`update sessions set expires_at = '2028-01-01'`)
}
