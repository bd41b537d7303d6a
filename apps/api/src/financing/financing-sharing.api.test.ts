import { sharingVersion } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { FinancingHouse } from '../app/testing/financing-house.js'
import { testNow } from '../app/testing/test-house.js'

const params = { center: 'shangbai' }
const days = (count: number) => count * 86_400_000

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

  test('what a person wrote is in the copy of their data, and the contact of an ended demand goes when they take it back', async () => {
    const { id } = await desk.picked([0])
    const ended = await desk.matched({ contact: { name: '林禾', phone: '13900139000' } })
    await desk.move(desk.owner, ended, 'withdraw')
    const { sections } = await desk.owner.consents.exportMine({})
    expect(sections.find(({ title }) => title === '融资需求')?.rows).toMatchObject([{ 联系电话: '13800138000', 金额: '50 万元', 发给的银行: desk.bank(0).bank.name }, { 联系电话: '13900139000', 状态: '已撤回' }])
    await desk.house.owner.query(`insert into consents (account_id, purpose, version, granted_at) values ($1, 'contact', '2026-11', $2)`, [desk.owner.accountId, testNow])
    await desk.owner.consents.withdraw({ params: { purpose: 'contact' }, body: {} })
    await until(async () => (await desk.demand(desk.owner, ended)).contact.phone === '')
    expect(await desk.demand(desk.owner, id)).toMatchObject({ state: 'open', contact: { phone: '13800138000' } })
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
    // The first round again, when the second has opened.
    await stay(desk)
    desk.house.clock.advance(days(27))
    await expect(desk.act(desk.owner, referral, 'rate', { rating: { ...rating, tags: [] } })).rejects.toMatchObject({ code: 'financing.notYet' })
    desk.house.clock.advance(-days(27))
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
