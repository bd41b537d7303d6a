import { declineCodeLabels } from '@dangqun/contracts/financing/referrals/vocabulary'
import { FinancingHouse } from '../app/testing/financing-house.js'
import { readPaper } from '../platform/testing/paper-text.js'

let desk: FinancingHouse
const params = { center: 'shangbai' }
const query = { from: '2026-12', to: '2026-12' }

beforeAll(async () => {
  desk = await FinancingHouse.open(1)
})
afterAll(() => desk.close())

/** The same demand of further firms, past the API: figures want five of them. */
async function otherFirms(demandId: string, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const firm = await desk.house.firm({ building_id: desk.firm.building_id, industry: desk.firm.industry })
    await desk.house.owner.query(
      `with d as (insert into financing_demands (center_id, id, firm_id, person_id, state, need, contact, holder, close_reason, audience, entered_at, submitted_at, opened_at, disbursed_fen, version, created_at, changed_at)
         select center_id, gen_random_uuid(), $2, person_id, state, need, contact, holder, close_reason, audience, entered_at, submitted_at, opened_at, disbursed_fen, version, created_at, changed_at from financing_demands where id = $1 returning center_id, id, state),
       ds as (insert into financing_demand_steps (center_id, demand_id, version, action, to_state, at) select d.center_id, d.id, o.version, 'create', d.state, now() from d, financing_demands o where o.id = $1),
       r as (insert into financing_referrals (center_id, id, demand_id, bank_id, state, slot, is_picked, product_id, product_number, lpr_on, frozen_on, holder, entered_at, offered_at, claimed_at, consented_at, contact_due_at, contacted_at, complete_at,
           granted_fen, granted_rate_bp, granted_all_in_bp, granted_months, granted_security, granted_until, decline_code, close_reason, version, created_at, changed_at)
         select o.center_id, gen_random_uuid(), d.id, bank_id, o.state, slot, is_picked, product_id, product_number, lpr_on, frozen_on, o.holder, entered_at, offered_at, claimed_at, consented_at, contact_due_at, contacted_at, complete_at,
           granted_fen, granted_rate_bp, granted_all_in_bp, granted_months, granted_security, granted_until, decline_code, o.close_reason, version, created_at, changed_at
         from financing_referrals o, d where o.demand_id = $1 returning center_id, id, state, version),
       rs as (insert into financing_referral_steps (center_id, referral_id, version, action, to_state, at) select center_id, id, version, 'offer', state, now() from r),
       w as (insert into financing_sharings (center_id, id, referral_id, purpose, text_version, account_id, given_at, expires_at)
         select r.center_id, gen_random_uuid(), r.id, s.purpose, s.text_version, s.account_id, s.given_at, s.expires_at from r, financing_sharings s join financing_referrals o on o.id = s.referral_id where o.demand_id = $1)
       insert into financing_drawdowns (center_id, id, referral_id, state, by_party, amount_fen, all_in_bp, drawn_on, created_at, settled_at)
       select r.center_id, gen_random_uuid(), r.id, p.state, p.by_party, p.amount_fen, p.all_in_bp, p.drawn_on, p.created_at, p.settled_at from r, financing_drawdowns p join financing_referrals o on o.id = p.referral_id where o.demand_id = $1`,
      [demandId, firm.id],
    )
  }
}

test('what was lent is told when five firms stand behind it, weighted, and printed word for word', async () => {
  const { id, referral, drawdownId } = await desk.disbursed(0)
  await desk.act(desk.owner, referral, 'confirm-drawdown', { drawdownId })
  await otherFirms(id, 3)
  expect((await desk.staff.financingFigures.read({ params, query })).total).toMatchObject({ demands: null, grantedFen: null, disbursedFen: null })
  await otherFirms(id, 1)
  const figures = await desk.staff.financingFigures.read({ params, query })
  expect(figures.total).toMatchObject({
    demands: 5, firms: 5, contacts: 5, responsePermille: 1000, grantedFirms: 5, grantedFen: 250_000_000, disbursedFirms: 5, disbursedFen: 250_000_000, oneSidedFirms: 0, oneSidedFen: 0, weightedAllInBp: 465, firstLoanFirms: 0, unsecuredPermille: 1000,
  })
  expect(figures.months).toMatchObject([{ key: '2026-12', disbursedFen: 250_000_000 }])
  expect(figures.industries).toMatchObject([{ key: 'F', name: '批发和零售业', demands: 5 }])
  const { type, bytes } = await desk.staff.financingFigures.print({ params, query: { month: '2026-12' } })
  expect(type).toBe('application/pdf')
  const words = (await readPaper(bytes)).map(({ text }) => text)
  expect(words).toEqual(expect.arrayContaining(['2026 年 12 月融资对接月报', '5 家，250 万元', '4.65%', '批发和零售业', '汇总数字，不含任何一家企业的资料。']))
  expect(words.join('')).not.toContain(desk.firm.name)
})

test('reasons are counted; what the firm did not let the bank tell is left out', async () => {
  const { referrals: [referral = ''] } = await desk.picked([0])
  await desk.act(desk.bank(0).officer, referral, 'decline', { declineCode: 'assessment' })
  const { reasons } = await desk.staff.financingFigures.read({ params, query })
  expect(reasons).toContainEqual({ kind: 'decline', code: 'assessment', count: null })
  expect(declineCodeLabels.assessment).toBe('综合评估')
  await desk.house.owner.query(`update financing_sharings set ended_at = now(), ended_by = 'withdrawn' where purpose = 'result'`)
  expect((await desk.staff.financingFigures.read({ params, query })).total).toMatchObject({ disbursedFirms: 0, disbursedFen: 0, grantedFen: 0 })
})

test('officers and firms read none of it; spans are bounded', async () => {
  for (const who of [desk.bank(0).officer, desk.owner]) await expect(who.financingFigures.read({ params, query })).rejects.toMatchObject({ status: 403 })
  await expect(desk.staff.financingFigures.read({ params, query: { from: '2024-01', to: '2026-12' } })).rejects.toMatchObject({ code: 'request.invalid' })
  await expect(desk.staff.financingFigures.print({ params, query: { month: '2027-01' } })).rejects.toMatchObject({ code: 'request.invalid' })
})
