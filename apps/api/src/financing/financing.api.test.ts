import type { ApiError } from '@dangqun/contracts/kit/errors'
import { standingSentence } from '@dangqun/contracts/financing/vocabulary'
import { sayBp, sayPpm, sayYuan, sayYuanInFull } from '@dangqun/contracts/kit/figures'
import { readPaper } from '../platform/testing/paper-text.js'
import { TestHouse } from '../app/testing/test-house.js'
import { aFee, aNeed, someTerms, type PlainBank } from './financing.factory.js'

let house: TestHouse
let bank: PlainBank
const at = (slug = 'shangbai') => ({ params: { center: slug } })
const refusal = (attempt: Promise<unknown>) => attempt.then(() => Promise.reject(new Error('it was not refused')), (error: ApiError) => error)

beforeAll(async () => {
  house = await TestHouse.open()
  bank = await house.bank({ name: '徽远银行' })
})
afterAll(() => house.close())

test('without an LPR on file nothing is reckoned, and it is said who can help', async () => {
  expect(await refusal(house.anonymous.financing.previewMatches({ ...at(), body: aNeed() }))).toMatchObject({ status: 409, code: 'financing.noLpr' })
})

describe('with an LPR', () => {
  beforeAll(() => house.lpr())

  test('anybody compares what is on offer, ranked by what it really costs; nothing of it is kept', async () => {
    const plain = await house.product(bank, { terms: someTerms({ name: '明白贷', pricing: { kind: 'fixed', lowBp: 460, highBp: 460 } }) })
    const hidden = await house.product(bank, { terms: someTerms({ name: '低息贷', pricing: { kind: 'fixed', lowBp: 420, highBp: 420 }, fees: [aFee()] }) })
    const young = await house.product(bank, { terms: someTerms({ name: '老店贷', entryRules: [{ kind: 'founded', months: 120 }] }) })
    const graded = await house.product(bank, { terms: someTerms({ name: '税信贷', entryRules: [{ kind: 'tax_grade', grades: ['A'] }] }) })
    await house.product(bank, { terms: someTerms({ name: '草稿贷' }), state: 'draft' })
    await house.product(bank, { terms: someTerms({ name: '过期贷', validTo: '2026-11-30' }) })
    const elsewhere = await house.product(await house.bank({ center_id: house.other.id }), {})
    const before = await house.one('select (select count(*) from audit_facts) as facts, (select count(*) from idempotency_keys) as keys')

    const { items, algorithm, nextAnswer } = await house.anonymous.financing.previewMatches({ ...at(), body: aNeed({ taxGrade: undefined }) })
    expect(algorithm).toEqual({ version: 1, lprOn: '2026-11-20', lpr1yBp: 300 })
    expect(items.map(({ product, outcome, rank, mark }) => [product.id, outcome, rank, mark])).toEqual([
      [plain.product.id, 'fits', 1, 'cheapest'], [hidden.product.id, 'fits', 2, 'looks_low'], [graded.product.id, 'unknown', null, null], [young.product.id, 'fails', null, null],
    ])
    // Eleven times 42,712.14 and a last one of 4 fen more: the rounding of twelve months' interest.
    expect(items[0]?.cost).toMatchObject({ totalCostFen: 1_254_572, payments: '每月还 42,712.14 元' })
    expect(items[3]).toMatchObject({ failures: [{ rule: 'founded', words: '成立 56 个月，要求满 120 个月' }], change: '等到 2032 年 3 月 10 日，就符合条件' })
    expect(nextAnswer).toBe('taxGrade')
    expect(JSON.stringify(items)).not.toContain(elsewhere.product.id)
    expect(await house.one('select (select count(*) from audit_facts) as facts, (select count(*) from idempotency_keys) as keys')).toEqual(before)
  })

  test('one product reads back with its nominal rate under the newest LPR, at its own centre only', async () => {
    const { product } = await house.product(bank)
    expect(await house.anonymous.financingProducts.get({ params: { center: 'shangbai', id: product.id } })).toMatchObject({ nominalLowBp: 360, nominalHighBp: 460, lprOn: '2026-11-20', number: 1 })
    expect(await refusal(house.anonymous.financingProducts.get({ params: { center: 'yunhai', id: product.id } }))).toMatchObject({ status: 404, code: 'financing.productNotFound' })
  })

  test('products come page by page, none twice', async () => {
    const ids: string[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Awaited<ReturnType<typeof house.anonymous.financingProducts.list>> = await house.anonymous.financingProducts.list({ ...at(), query: { limit: 2, ...(cursor ? { cursor } : {}) } })
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(5)
  })

  test('the cost of one product: schedule, fees, half a point more for terms over a year', async () => {
    const { product } = await house.product(bank, { terms: someTerms({ fees: [aFee({ name: '担保费', payee: 'guarantor', time: 'year_start', basis: 'balance', bp: 50 })], repayments: ['interest_first'] }) })
    const sheet = await house.anonymous.financing.readCost({ params: { center: 'shangbai', id: product.id }, body: { amountFen: 50_000_000, months: 18 } })
    expect(sheet).toMatchObject({ bankName: '徽远银行', nominalBp: 460, pricingWords: '一年期 LPR 3.00%（2026-11-20 公布）+ 160 基点', drawnOn: '2026-12-01', interestFen: 3_450_006, feesFen: 500_000, ninetyDays: null })
    expect(sheet.instalments).toHaveLength(19)
    expect(sheet.instalments[18]).toMatchObject({ on: '2028-06-01', principalFen: 50_000_000, balanceFen: 0 })
    expect(sheet.plus50?.interestFen).toBe(3_825_000)
    expect(sheet.fees).toEqual([{ name: '担保费', payee: 'guarantor', words: '每年年初收未还本金的 0.50%，合计 5,000 元', totalFen: 500_000 }])
    for (const [body, words] of [[{ amountFen: 100_000, months: 12 }, '额度 10 万元到 300 万元'], [{ amountFen: 50_000_000, months: 60 }, '期限 6 个月到 3 年'], [{ amountFen: 50_000_000, months: 12, repayment: 'bullet' as const }, '还款方式只有先息后本']] as const) {
      expect(await refusal(house.anonymous.financing.readCost({ params: { center: 'shangbai', id: product.id }, body }))).toMatchObject({ status: 409, code: 'financing.outsideRange', details: { words } })
    }
  })

  test('the same on paper: every instalment, both rates, the standing sentence on each page', async () => {
    const { product } = await house.product(bank, { terms: someTerms({ name: '慢慢还', repayments: ['equal_principal'], termMaxMonths: 120, fees: [aFee({ name: '担保费', payee: 'guarantor', time: 'year_start', basis: 'balance', bp: 50 })] }) })
    const question = { params: { center: 'shangbai', id: product.id }, body: { amountFen: 50_000_000, months: 60 } }
    const firm = await house.signIn()
    const sheet = await firm.financing.readCost(question)
    const { type, bytes } = await firm.financing.printCost(question)
    expect(type).toBe('application/pdf')
    const printed = await readPaper(bytes)
    const words = printed.map(({ text }) => text)
    const pages = new Set(printed.map(({ page }) => page))
    expect(words.filter((each) => each === standingSentence)).toHaveLength(pages.size)
    expect(words).toEqual(expect.arrayContaining([sayPpm(sheet.allInPpm ?? 0), sayBp(sheet.nominalBp), sayYuan(sheet.totalCostFen), '担保公司', `第 1 页，共 ${pages.size} 页`]))
    for (const { month, on, balanceFen } of sheet.instalments.slice(1)) {
      const row = words.indexOf(on, words.indexOf(String(month)))
      expect(words[row - 1]).toBe(String(month))
      expect(words[row + 4]).toBe(sayYuanInFull(balanceFen))
    }
    expect(printed.filter(({ x, y }) => x < 15 || x > 195 || y > 290)).toEqual([])
    expect(await refusal(house.anonymous.financing.printCost(question))).toMatchObject({ status: 401 })
    expect(await refusal(firm.financing.printCost({ ...question, body: { amountFen: 100_000, months: 12 } }))).toMatchObject({ code: 'financing.outsideRange' })
  })

  test('a revolving loan is reckoned in full and for ninety days', async () => {
    const { product } = await house.product(bank, { terms: someTerms({ repayments: ['revolving'], pricing: { kind: 'fixed', lowBp: 500, highBp: 720 }, dayCount: 'act/360', fees: [aFee({ bp: 50 })] }) })
    const sheet = await house.anonymous.financing.readCost({ params: { center: 'shangbai', id: product.id }, body: { amountFen: 10_000_000, months: 24 } })
    expect(sheet).toMatchObject({ months: 12, interestFen: 730_000, feesFen: 50_000, ninetyDays: { interestFen: 180_000, feesFen: 50_000, totalCostFen: 230_000 }, plus50: null })
    // Money used for a quarter bears the whole fee: 1 + r = (101,800 / 99,500)^(365 / 90).
    expect(sheet.ninetyDays?.allInPpm).toBe(Math.round(((101_800 / 99_500) ** (365 / 90) - 1) * 1e6))
  })

  test('a firm that is founded tomorrow, and more accepted than asked for, come back with their field', async () => {
    const fields = async (body: ReturnType<typeof aNeed>) => (await refusal(house.anonymous.financing.previewMatches({ ...at(), body }))).fields
    expect(await fields(aNeed({ foundedOn: '2026-12-02' }))).toEqual({ foundedOn: '成立日期不能晚于今天' })
    expect(await fields(aNeed({ leastAmountFen: 60_000_000 }))).toEqual({ leastAmountFen: '不能高于需要的金额' })
    expect(await fields(aNeed({ amountFen: 99_999 }))).toEqual({ amountFen: '最少 1000 元' })
  })
})

test('staff keep the LPR; it holds at this centre only, from the day it was published', async () => {
  const staff = await house.staff()
  const entered = await staff.financing.enterLpr({ ...at(), body: { publishedOn: '2026-10-20', oneYearBp: 310, fiveYearBp: 360 } })
  expect(entered).toMatchObject({ items: [{ publishedOn: '2026-11-20', oneYearBp: 300 }, { publishedOn: '2026-10-20', oneYearBp: 310 }], allowedActions: ['enter', 'remove'] })
  expect((await staff.financing.enterLpr({ ...at(), body: { publishedOn: '2026-10-20', oneYearBp: 305, fiveYearBp: 355 } })).items[1]).toMatchObject({ oneYearBp: 305 })
  expect((await refusal(staff.financing.enterLpr({ ...at(), body: { publishedOn: '2026-12-20', oneYearBp: 305, fiveYearBp: 355 } }))).fields).toEqual({ publishedOn: '还没到公布日期' })
  expect((await house.anonymous.financing.listLprs(at('yunhai'))).items).toEqual([])
  expect((await staff.financing.removeLpr({ params: { center: 'shangbai', publishedOn: '2026-10-20' } })).items).toHaveLength(1)
  expect(await refusal(staff.financing.removeLpr({ params: { center: 'shangbai', publishedOn: '2026-10-20' } }))).toMatchObject({ status: 404 })
  expect(await house.one("select count(*)::int as facts from audit_facts where fact like 'financing.lpr%'")).toEqual({ facts: 3 })
})
