import type { ApiError } from '@dangqun/contracts/kit/errors'
import { TestHouse, type Clients } from '../app/testing/test-house.js'
import { aFee, someTerms, type PlainBank } from './financing.factory.js'

let house: TestHouse
let bank: PlainBank
let rival: PlainBank
let officer: Clients
let staff: Clients
const at = { params: { center: 'shangbai' } }
const version = (id: string, number = 1, center = 'shangbai') => ({ params: { center, id, number: String(number) } })
const refusal = (attempt: Promise<unknown>) => attempt.then(() => Promise.reject(new Error('it was not refused')), (error: ApiError) => error)

beforeAll(async () => {
  house = await TestHouse.open()
  await house.lpr()
  bank = await house.bank({ name: '徽远银行' })
  rival = await house.bank({ name: '临湖银行' })
  officer = await house.officer(bank)
  staff = await house.staff()
})
afterAll(() => house.close())

test('from the bank’s draft to the shelf, and the next version takes the place of the first', async () => {
  const draft = await officer.financingVersions.create({ ...at, body: { bankId: bank.id, terms: someTerms({ name: '新贷' }) } })
  expect(draft).toMatchObject({ number: 1, state: 'draft', nominalLowBp: 360, allowedActions: ['submit', 'update'] })
  const id = draft.productId
  expect(await refusal(house.anonymous.financingProducts.get({ params: { center: 'shangbai', id } }))).toMatchObject({ status: 404 })
  const changed = await officer.financingVersions.update({ ...version(id), body: { revision: 1, terms: someTerms({ name: '新贷', fees: [aFee()] }) } })
  expect(changed).toMatchObject({ revision: 2, terms: { fees: [{ bp: 100 }] } })
  expect(await refusal(officer.financingVersions.update({ ...version(id), body: { revision: 1, terms: someTerms() } }))).toMatchObject({ status: 409, code: 'request.changedMeanwhile' })

  expect(await officer.financingVersions.submit({ ...version(id), body: {} })).toMatchObject({ state: 'submitted', allowedActions: [] })
  expect(await refusal(officer.financingVersions.update({ ...version(id), body: { revision: 2, terms: someTerms() } }))).toMatchObject({ status: 409, code: 'financing.wrongState', message: '现在是“待审核”，不能这样操作，请刷新后再看' })
  expect(await staff.financingVersions.return({ ...version(id), body: { note: '手续费写清楚由谁收' } })).toMatchObject({ state: 'returned', note: '手续费写清楚由谁收', allowedActions: [] })
  await officer.financingVersions.submit({ ...version(id), body: {} })
  expect(await staff.financingVersions.approve({ ...version(id), body: {} })).toMatchObject({ state: 'approved', allowedActions: ['withdraw'] })
  expect(await house.anonymous.financingProducts.get({ params: { center: 'shangbai', id } })).toMatchObject({ number: 1, terms: { name: '新贷' } })

  expect(await officer.financingVersions.renew({ params: { center: 'shangbai', id }, body: {} })).toMatchObject({ number: 2, state: 'draft', terms: { name: '新贷' } })
  expect(await refusal(officer.financingVersions.renew({ params: { center: 'shangbai', id }, body: {} }))).toMatchObject({ status: 409, code: 'financing.openVersion' })
  await officer.financingVersions.submit({ ...version(id, 2), body: {} })
  await staff.financingVersions.approve({ ...version(id, 2), body: {} })
  expect(await house.anonymous.financingProducts.get({ params: { center: 'shangbai', id } })).toMatchObject({ number: 2 })
  expect(await officer.financingVersions.get(version(id, 1))).toMatchObject({ state: 'replaced', allowedActions: [] })
  expect(await officer.financingVersions.withdraw({ ...version(id, 2), body: { note: '停办' } })).toMatchObject({ state: 'withdrawn', allowedActions: ['renew'] })
  expect(await refusal(house.anonymous.financingProducts.get({ params: { center: 'shangbai', id } }))).toMatchObject({ status: 404 })
  const { rows } = await house.owner.query<{ fact: string }>('select fact from audit_facts where subject_id = $1 order by id', [id])
  expect(rows.map(({ fact }) => fact.replace('financing.version', ''))).toEqual(['Created', 'Changed', 'Submitted', 'Returned', 'Submitted', 'Approved', 'Created', 'Submitted', 'Replaced', 'Approved', 'Withdrawn'])
})

test('an officer knows of no other bank’s drafts, and writes nothing there', async () => {
  const other = await house.product(rival, { state: 'draft' })
  const id = other.product.id
  const { items } = await officer.financingVersions.list({ ...at, query: {} })
  expect(items.every((each) => each.bank.id === bank.id)).toBe(true)
  expect((await officer.financingVersions.list({ ...at, query: { bankId: rival.id } })).items).toEqual([])
  expect((await staff.financingVersions.list({ ...at, query: { state: 'draft' } })).items.map(({ productId }) => productId)).toContain(id)
  const attempts = [
    officer.financingVersions.get(version(id)), officer.financingVersions.update({ ...version(id), body: { revision: 1, terms: someTerms() } }), officer.financingVersions.submit({ ...version(id), body: {} }),
    officer.financingVersions.withdraw({ ...version(id), body: { note: '停办' } }), officer.financingVersions.renew({ params: { center: 'shangbai', id }, body: {} }), officer.financingVersions.create({ ...at, body: { bankId: rival.id, terms: someTerms() } }),
  ]
  expect((await Promise.all(attempts.map(refusal))).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
})

test('who may not decide is told so: an officer approves nothing, staff write nothing, a grant elsewhere is none', async () => {
  const { product } = await house.product(bank, { state: 'submitted' })
  expect(await refusal(officer.financingVersions.approve({ ...version(product.id), body: {} }))).toMatchObject({ status: 403 })
  expect(await refusal(staff.financingVersions.submit({ ...version(product.id), body: {} }))).toMatchObject({ status: 403 })
  const elsewhere = await house.officer(await house.bank({ center_id: house.other.id }))
  expect(await refusal(elsewhere.financingVersions.get(version(product.id)))).toMatchObject({ status: 403 })
  expect(await refusal(elsewhere.financingVersions.get(version(product.id, 1, 'yunhai')))).toMatchObject({ status: 404 })
})

test('two approvals of two versions at once leave one on the shelf', async () => {
  const { product } = await house.product(bank)
  await house.owner.query(`insert into financing_product_versions (center_id, product_id, bank_id, number, state, terms, valid_from, valid_to, created_at) select center_id, product_id, bank_id, 2, 'submitted', terms, valid_from, valid_to, created_at from financing_product_versions where product_id = $1`, [product.id])
  const ended = await Promise.allSettled([1, 2, 3].map(() => staff.financingVersions.approve({ ...version(product.id, 2), body: {} })))
  expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  const { rows } = await house.owner.query('select number, state from financing_product_versions where product_id = $1 order by number', [product.id])
  expect(rows).toEqual([{ number: 1, state: 'replaced' }, { number: 2, state: 'approved' }])
})

test('terms that contradict themselves come back with their field', async () => {
  const error = await refusal(officer.financingVersions.create({ ...at, body: { bankId: bank.id, terms: someTerms({ amountMaxFen: 1_000_000, termMaxMonths: 3, validTo: '2025-01-01', securities: ['mortgage'], fees: [aFee({ bp: 0 })] }) } }))
  expect(error.fields).toEqual({ 'terms.amountMaxFen': '不能低于最低额度', 'terms.termMaxMonths': '不能短于最短期限', 'terms.validTo': '不能早于开始日期', 'terms.loanToValueBp': '抵押、质押要写最高抵押率', 'terms.fees.0.basis': '请填写费用是多少' })
})

test('what is no longer valid is not put on the shelf', async () => {
  const { product } = await house.product(bank, { state: 'submitted', terms: someTerms({ validTo: '2026-11-30' }) })
  expect((await refusal(staff.financingVersions.approve({ ...version(product.id), body: {} }))).fields).toEqual({ 'terms.validTo': '有效期已过，请先改有效期' })
})

test('the list turns its pages without losing or repeating one', async () => {
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Awaited<ReturnType<typeof staff.financingVersions.list>> = await staff.financingVersions.list({ ...at, query: { limit: 3, ...(cursor ? { cursor } : {}) } })
    seen.push(...page.items.map(({ productId, number }) => `${productId} ${number}`))
    cursor = page.nextCursor
  }
  const { all } = await house.one<{ all: number }>('select count(*)::int as all from financing_product_versions where center_id = $1', [house.center.id])
  expect([new Set(seen).size, seen.length]).toEqual([all, all])
})
