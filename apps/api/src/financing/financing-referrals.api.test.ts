import type { ActOnReferral } from '@dangqun/contracts/financing/referrals/schemas'
import { referralActions, referralStates, sharingVersion, type Party, type ReferralAction, type ReferralState } from '@dangqun/contracts/financing/referrals/vocabulary'
import { ApiError } from '@dangqun/contracts/kit/errors'
import { ApiProcess, freePort } from '../app/testing/api-process.js'
import { FinancingHouse, type Person } from '../app/testing/financing-house.js'
import { clientsFor, testNow } from '../app/testing/test-house.js'
import { referralActorsOf } from './financing-referrals.machine.js'

const params = { center: 'shangbai' }
const days = (count: number) => count * 86_400_000

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

describe('sharing', () => {
  let desk: FinancingHouse
  beforeEach(async () => {
    desk = await FinancingHouse.open(2)
  })
  afterEach(() => desk.close())

  test('that is withdrawn while an officer’s request is under way answers nothing of the firm', async () => {
    const { referrals: [referral = ''] } = await desk.picked([0])
    const one = desk.bank(0).officer
    await desk.act(one, referral, 'claim')
    const { rows: [row] } = await desk.house.owner.query<{ demand_id: string }>('select demand_id from financing_referrals where id = $1', [referral])
    const stopped = await desk.house.connect()
    await stopped.query('begin')
    // The withdrawal has begun and holds the demand; what the officer asks for comes in between.
    await stopped.query('select 1 from financing_demands where id = $1 for update', [row?.demand_id])
    const withdrawal = desk.act(desk.owner, referral, 'withdraw')
    await waiting(desk, 1)
    const reading = desk.referral(one, referral)
    const acting = desk.act(one, referral, 'contact', { materials: ['执照'] }).then(() => 'done', (error: ApiError) => error.code)
    await waiting(desk, 3)
    await stopped.query('commit')
    await stopped.end()
    await withdrawal
    expect(await reading).toMatchObject({ state: 'withdrawn', identity: null, firmName: null, sharing: { state: 'withdrawn', purposes: [] } })
    expect(await acting).toBe('financing.referralWrongState')
    expect(await desk.referral(one, referral)).toMatchObject({ identity: null })
    expect((await one.financingReferrals.list({ params, query: { view: 'ended' } })).items).toMatchObject([{ id: referral, firmName: null }])
  })

  test('would be read past its end without the lock', async () => {
    const { referrals: [referral = ''] } = await desk.picked([0])
    await desk.act(desk.bank(0).officer, referral, 'claim')
    const reader = await desk.house.connect()
    const writer = await desk.house.connect()
    const named = `select exists (select 1 from financing_sharings where referral_id = $1 and purpose = 'demand' and ended_at is null) as named`
    await writer.query('begin')
    await writer.query('select 1 from financing_referrals where id = $1 for update', [referral])
    await writer.query(`update financing_sharings set ended_at = now(), ended_by = 'withdrawn' where referral_id = $1`, [referral])
    // The firm has pressed, and whoever does not wait still reads the name.
    expect((await reader.query<{ named: boolean }>(named, [referral])).rows).toEqual([{ named: true }])
    await writer.query('commit')
    expect((await reader.query<{ named: boolean }>(named, [referral])).rows).toEqual([{ named: false }])
    await reader.end()
    await writer.end()
  })

  test('ends after 90 days, hides at once, leaves the referral open, and comes back when it is renewed', async () => {
    const { referrals: [referral = ''] } = await desk.picked([0])
    const one = desk.bank(0).officer
    await desk.act(one, referral, 'claim')
    await desk.act(one, referral, 'contact', { materials: ['执照'] })
    const { sharing } = await desk.referral(one, referral)
    const until = new Date(sharing.until ?? '')
    expect(until.toISOString()).toBe('2027-03-01T15:59:59.000Z')
    await stay(desk)
    desk.house.clock.set(new Date(until.getTime() - days(10)))
    expect(await desk.referral(desk.owner, referral)).toMatchObject({ sharing: { isRenewable: true }, allowedActions: expect.arrayContaining(['consent']) })
    desk.house.clock.set(new Date(until.getTime() + 1))
    expect(await desk.referral(one, referral)).toMatchObject({ state: 'contacted', identity: null, firmName: null, sharing: { state: 'lapsed', purposes: [] }, outline: { industry: '52' } })
    expect((await one.financingReferrals.list({ params, query: { view: 'open' } })).items).toMatchObject([{ id: referral, firmName: null }])
    await desk.act(desk.owner, referral, 'consent', { purposes: ['demand', 'contact'], consentVersion: sharingVersion })
    expect(await desk.referral(one, referral)).toMatchObject({ state: 'contacted', firmName: desk.firm.name, sharing: { state: 'standing', purposes: ['demand', 'contact'] } })
    await expect(desk.act(desk.owner, referral, 'consent', { purposes: ['demand', 'contact'], consentVersion: sharingVersion })).rejects.toMatchObject({ code: 'financing.referralWrongState' })
  })

  test('ends with the consent to stand for the firm', async () => {
    const { id, referrals: [referral = ''] } = await desk.picked([0])
    const one = desk.bank(0).officer
    await desk.act(one, referral, 'claim')
    await desk.house.owner.query(`insert into consents (account_id, purpose, version, granted_at) values ($1, 'firm', '2026-11', $2)`, [desk.owner.accountId, testNow])
    await desk.owner.consents.withdraw({ params: { purpose: 'firm' }, body: {} })
    await until(async () => (await desk.house.one<{ state: string }>('select state from financing_demands where id = $1', [id])).state === 'withdrawn')
    expect(await desk.referral(one, referral)).toMatchObject({ state: 'withdrawn', identity: null })
  })

  test('an offer that nobody claims lapses, frees its place and can be made again', async () => {
    const { id, referrals: [referral = ''] } = await desk.picked([0])
    desk.house.clock.set(new Date('2026-12-04T00:00:00+08:00'))
    expect(await desk.referral(desk.owner, referral)).toMatchObject({ state: 'lapsed' })
    expect(await desk.demand(desk.owner, id)).toMatchObject({ banks: 0, holder: 'firm' })
    await desk.move(desk.owner, id, 'open', desk.picks(0))
    expect(await desk.referral(desk.bank(0).officer, referral)).toMatchObject({ state: 'offered', holder: 'bank' })
    expect(await desk.act(desk.bank(0).officer, referral, 'claim')).toMatchObject({ state: 'consented' })
  })

  test('silence on materials is 齐全, silence on a drawdown is one side’s word', async () => {
    const { referrals: [referral = ''] } = await desk.picked([0])
    const one = desk.bank(0).officer
    await desk.act(one, referral, 'claim')
    await desk.act(one, referral, 'contact', { materials: ['执照'] })
    await desk.act(one, referral, 'deliver')
    desk.house.clock.set(new Date('2026-12-05T00:00:00+08:00'))
    expect(await desk.referral(one, referral)).toMatchObject({ state: 'due_diligence', materials: { state: 'complete', isAssumed: true }, dueAt: '2027-01-04T23:59:59.000+08:00' })
    await desk.act(one, referral, 'grant', { grant: desk.grant })
    await desk.act(one, referral, 'sign')
    await desk.act(one, referral, 'report-drawdown', { drawdown: desk.drawdown })
    desk.house.clock.set(new Date('2026-12-12T00:00:00+08:00'))
    const settled = await desk.referral(desk.owner, referral)
    expect(settled).toMatchObject({ state: 'disbursed', drawdowns: [{ state: 'one_sided', allowedActions: [] }] })
    // Not what both confirm: the demand stays open.
    expect(await desk.demand(desk.owner, settled.demandId)).toMatchObject({ state: 'open', disbursedFen: 0 })
  })

  test('both sides rate after 3 days, once a round', async () => {
    const { referrals: [referral = ''] } = await desk.picked([0])
    const one = desk.bank(0).officer
    await desk.act(one, referral, 'claim')
    const rating = { round: 'early', stars: 4, tags: ['quick'] } as const
    await expect(desk.act(desk.owner, referral, 'rate', { rating: { ...rating, tags: [...rating.tags] } })).rejects.toMatchObject({ code: 'financing.notYet' })
    desk.house.clock.advance(days(3))
    await desk.act(desk.owner, referral, 'rate', { rating: { ...rating, tags: [...rating.tags] } })
    await expect(desk.act(desk.owner, referral, 'rate', { rating: { ...rating, tags: [...rating.tags] } })).rejects.toMatchObject({ code: 'financing.notYet' })
    await desk.act(one, referral, 'rate', { rating: { round: 'early', stars: 5, tags: [] } })
    // Neither sees what the other said.
    expect(await desk.referral(one, referral)).toMatchObject({ ratings: { mine: [{ stars: 5 }], open: null } })
    expect(await desk.referral(desk.owner, referral)).toMatchObject({ ratings: { mine: [{ stars: 4, tags: ['quick'] }] } })
  })
})

/** Everybody stays signed in for as long as the test goes on. */
async function stay(desk: FinancingHouse): Promise<void> {
  await desk.house.owner.query(`update sessions set expires_at = '2028-01-01'`)
}

/** Waits until so many statements of the API wait for a lock. */
function waiting(desk: FinancingHouse, count: number): Promise<void> {
  return until(async () => (await desk.house.one<{ count: number }>(`select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).count >= count)
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((next) => setTimeout(next, 20))
}
