import type { EntryRule, Fee, Pricing, ProductTerms } from '@dangqun/contracts/financing/products/schemas'
import type { VersionState } from '@dangqun/contracts/financing/vocabulary'
import { aFee, aBank, anLpr, aProduct, aVersion, someTerms, type PlainBank, type PlainLpr, type PlainProduct, type PlainVersion } from '../src/financing/financing.factory.js'
import { addMonths, localDateOf } from '../src/platform/calendar/calendar.rules.js'
import type { Seeded } from '../src/platform/seeded/seeded.js'

/** Invented banks; no product of theirs is a real one's. */
export const demoBanks = [
  { name: '徽远银行', kind: '城市商业银行' },
  { name: '临湖银行', kind: '城市商业银行' },
  { name: '丰穗农商行', kind: '农村商业银行' },
  { name: '云岭银行', kind: '股份制银行' },
  { name: '远帆银行', kind: '大型银行' },
  { name: '青屿村镇银行', kind: '村镇银行' },
] as const
type DemoBank = (typeof demoBanks)[number]['name']

const wan = 1_000_000
const lpr = (low: number, high: number, tenor: '1y' | '5y' = '1y'): Pricing => ({ kind: 'lpr', tenor, spreadLowBp: low, spreadHighBp: high, reset: tenor === '5y' ? 'yearly' : 'none' })
const fixed = (low: number, high: number): Pricing => ({ kind: 'fixed', lowBp: low, highBp: high })
const founded = (months: number): EntryRule => ({ kind: 'founded', months })
const grades: EntryRule = { kind: 'tax_grade', grades: ['A', 'B', 'M'] }
const shops: EntryRule = { kind: 'firm_kind', firmKinds: ['individual'] }
const companies: EntryRule = { kind: 'firm_kind', firmKinds: ['company'] }
const none: Fee[] = []
const guarantee = (bp: number): Fee => aFee({ name: '担保费', payee: 'guarantor', time: 'year_start', basis: 'balance', bp })
const appraisal = (yuan: number): Fee => aFee({ name: '评估费', payee: 'appraiser', basis: 'fixed', bp: 0, fen: yuan * 100 })
const registration: Fee = aFee({ name: '抵押登记费', payee: 'notary', basis: 'fixed', bp: 0, fen: 8000 })
const service = (bp: number): Fee => aFee({ name: '服务费', bp })

type Demo = Partial<ProductTerms> & { amount: [number, number]; term: [number, number]; state?: VersionState }
const everyday: ProductTerms['purposes'] = ['turnover', 'stock', 'rent', 'fit_out', 'equipment', 'other']

const products: Record<DemoBank, Record<string, Demo>> = {
  徽远银行: {
    商户信用贷: { amount: [5, 100], term: [6, 36], pricing: lpr(80, 160), fees: none, entryRules: [founded(12)], purposes: everyday, promisedDays: 3 },
    税易贷: { amount: [10, 300], term: [12, 12], pricing: lpr(60, 110), fees: none, entryRules: [founded(24), grades, { kind: 'tax', from: 'from_1' }, companies], repayments: ['interest_first', 'revolving'], promisedDays: 2, hasOwnerGuarantee: true },
    商铺抵押贷: { amount: [30, 1000], term: [12, 120], pricing: lpr(10, 60, '5y'), fees: [appraisal(3000), registration], securities: ['mortgage'], loanToValueBp: 7000, entryRules: [founded(12)], purposes: everyday, repayments: ['equal_instalments', 'equal_principal', 'interest_first'], promisedDays: 10 },
    续贷通: { amount: [10, 500], term: [12, 36], pricing: lpr(70, 130), fees: none, securities: ['credit', 'mortgage', 'guarantee'], loanToValueBp: 7000, entryRules: [founded(24), { kind: 'not_first_loan' }], purposes: ['turnover', 'stock'], promisedDays: 5 },
    首贷通: { amount: [5, 50], term: [6, 12], pricing: lpr(50, 90), fees: none, entryRules: [founded(6)], purposes: everyday, promisedDays: 5, acceptsRenewal: false },
    设备更新贷: { amount: [20, 500], term: [12, 60], pricing: lpr(40, 90), fees: none, securities: ['mortgage', 'guarantee'], loanToValueBp: 6000, entryRules: [founded(12), companies], purposes: ['equipment'], repayments: ['equal_principal', 'equal_instalments'], promisedDays: 8 },
  },
  临湖银行: {
    快易贷: { amount: [3, 80], term: [3, 24], pricing: fixed(380, 420), fees: [service(100)], entryRules: [founded(6)], purposes: everyday, promisedDays: 1 },
    流水贷: { amount: [5, 100], term: [6, 24], pricing: fixed(520, 680), fees: none, entryRules: [founded(12), { kind: 'revenue', from: 'from_100' }], repayments: ['revolving', 'equal_instalments'], purposes: everyday, promisedDays: 2 },
    餐饮兴旺贷: { amount: [5, 60], term: [6, 24], pricing: fixed(480, 560), fees: none, entryRules: [founded(6), { kind: 'industry_in', industries: ['H'] }], purposes: ['stock', 'fit_out', 'rent', 'equipment'], promisedDays: 4 },
    装修分期: { amount: [5, 50], term: [12, 36], pricing: fixed(360, 360), fees: [service(240)], entryRules: [founded(6)], purposes: ['fit_out'], promisedDays: 3 },
    房抵快贷: { amount: [50, 800], term: [12, 60], pricing: lpr(50, 100), fees: [appraisal(2000), registration], securities: ['mortgage'], loanToValueBp: 7000, entryRules: [founded(12)], purposes: everyday, repayments: ['interest_first', 'equal_instalments', 'revolving'], promisedDays: 7, hasOwnerGuarantee: true },
    保函押金贷: { amount: [10, 100], term: [6, 12], pricing: fixed(450, 520), fees: null, securities: ['pledge', 'guarantee'], loanToValueBp: 9000, entryRules: [founded(12)], promisedDays: null },
  },
  丰穗农商行: {
    小店周转贷: { amount: [1, 30], term: [3, 24], pricing: fixed(498, 598), fees: none, entryRules: [shops, founded(12)], purposes: everyday, promisedDays: 3 },
    税信贷: { amount: [10, 200], term: [12, 24], pricing: lpr(95, 150), fees: none, entryRules: [founded(12), { kind: 'tax_grade', grades: ['A', 'B'] }, { kind: 'tax', from: 'from_5' }], repayments: ['interest_first', 'equal_instalments'], promisedDays: 3 },
    政银担: { amount: [20, 500], term: [6, 36], pricing: lpr(50, 100), fees: [guarantee(100)], securities: ['state_guarantee'], entryRules: [founded(12), { kind: 'industry_out', industries: ['J', 'K'] }], purposes: everyday, promisedDays: 8, repayments: ['interest_first', 'equal_instalments'] },
    创业担保贷: { amount: [5, 30], term: [12, 36], pricing: lpr(0, 50), fees: none, securities: ['state_guarantee'], entryRules: [founded(3)], purposes: everyday, promisedDays: 15, repayments: ['interest_first'] },
    联保贷: { amount: [10, 100], term: [6, 24], pricing: fixed(560, 660), fees: none, securities: ['guarantee'], entryRules: [founded(12)], purposes: everyday, promisedDays: 5 },
    厂房按揭贷: { amount: [50, 2000], term: [36, 120], pricing: lpr(20, 80, '5y'), fees: [appraisal(5000), registration], securities: ['mortgage'], loanToValueBp: 6000, entryRules: [founded(24), companies], purposes: ['equipment', 'other'], repayments: ['equal_principal', 'equal_instalments'], promisedDays: 15 },
  },
  云岭银行: {
    极速信用贷: { amount: [5, 100], term: [3, 24], pricing: fixed(620, 880), fees: none, entryRules: [founded(6)], purposes: everyday, promisedDays: 1, repayments: ['revolving', 'equal_instalments'] },
    发票贷: { amount: [10, 300], term: [6, 12], pricing: fixed(450, 590), fees: none, entryRules: [founded(24), companies, { kind: 'revenue', from: 'from_100' }, grades], repayments: ['revolving', 'interest_first'], promisedDays: 1 },
    科创贷: { amount: [50, 1000], term: [12, 36], pricing: lpr(40, 90), fees: none, entryRules: [founded(24), { kind: 'industry_in', industries: ['I', 'M', 'C'] }, companies], purposes: ['research', 'turnover', 'equipment'], promisedDays: 7, repayments: ['interest_first', 'equal_instalments'] },
    知产质押贷: { amount: [20, 500], term: [12, 24], pricing: lpr(60, 120), fees: [appraisal(6000), guarantee(50)], securities: ['pledge', 'state_guarantee'], loanToValueBp: 4000, entryRules: [founded(12), companies], purposes: ['research', 'turnover'], promisedDays: 12, repayments: ['interest_first'] },
    应收账款贷: { amount: [50, 1000], term: [3, 12], pricing: lpr(80, 150), fees: [service(30)], securities: ['pledge'], loanToValueBp: 8000, entryRules: [founded(12), companies, { kind: 'revenue', from: 'from_500' }], purposes: ['turnover', 'stock'], repayments: ['bullet', 'interest_first'], promisedDays: 6 },
    稳岗贷: { amount: [20, 500], term: [6, 12], pricing: lpr(30, 80), fees: none, entryRules: [founded(12), { kind: 'staff', from: 'from_10' }, companies], promisedDays: 5, repayments: ['interest_first'] },
  },
  远帆银行: {
    经营快贷: { amount: [5, 300], term: [6, 12], pricing: lpr(65, 125), fees: none, entryRules: [founded(24), { kind: 'revenue', from: 'from_100' }], purposes: ['turnover', 'stock', 'rent'], repayments: ['interest_first', 'revolving'], promisedDays: 2 },
    抵押快贷: { amount: [20, 1000], term: [12, 36], pricing: lpr(20, 60), fees: none, securities: ['mortgage'], loanToValueBp: 7000, entryRules: [founded(12)], purposes: everyday, repayments: ['interest_first', 'revolving', 'equal_instalments'], promisedDays: 6, hasOwnerGuarantee: true },
    商户结算贷: { amount: [1, 50], term: [3, 12], pricing: lpr(90, 140), fees: none, entryRules: [founded(6), { kind: 'industry_in', industries: ['F', 'H', 'O'] }], purposes: everyday, repayments: ['revolving'], promisedDays: 1 },
    政采贷: { amount: [10, 500], term: [3, 12], pricing: lpr(50, 100), fees: none, securities: ['credit', 'pledge'], loanToValueBp: 8000, entryRules: [founded(12), companies], purposes: ['turnover', 'stock'], repayments: ['bullet', 'interest_first'], promisedDays: 4 },
    稳外贸贷: { amount: [20, 500], term: [3, 12], pricing: lpr(55, 110), fees: [aFee({ name: '保险费', payee: 'insurer', bp: 80 })], securities: ['guarantee', 'credit'], entryRules: [founded(24), companies], purposes: ['turnover', 'stock'], repayments: ['bullet'], promisedDays: 6 },
    中长期经营贷: { amount: [50, 500], term: [24, 60], pricing: lpr(85, 145), fees: none, securities: ['credit', 'guarantee'], entryRules: [founded(36), companies, { kind: 'revenue', from: 'from_500' }], purposes: everyday, promisedDays: 10, state: 'submitted' },
  },
  青屿村镇银行: {
    小摊小店贷: { amount: [1, 20], term: [3, 12], pricing: fixed(650, 780), fees: none, entryRules: [shops], purposes: everyday, promisedDays: 2 },
    亲情保证贷: { amount: [3, 50], term: [6, 24], pricing: fixed(580, 680), fees: none, securities: ['guarantee'], entryRules: [founded(6)], purposes: everyday, promisedDays: 3 },
    租金贷: { amount: [3, 30], term: [6, 24], pricing: fixed(420, 420), fees: [service(180)], entryRules: [founded(3)], purposes: ['rent'], promisedDays: 3 },
    存货质押贷: { amount: [10, 200], term: [3, 12], pricing: fixed(540, 640), fees: [aFee({ name: '监管费', payee: 'other', time: 'at_drawing', bp: 60 })], securities: ['pledge'], loanToValueBp: 5000, entryRules: [founded(12)], purposes: ['stock', 'turnover'], promisedDays: 8, repayments: ['interest_first', 'bullet'] },
    青年创业贷: { amount: [3, 50], term: [12, 36], pricing: fixed(430, 490), fees: none, securities: ['credit', 'guarantee'], entryRules: [founded(6)], purposes: everyday, promisedDays: 5 },
    节庆备货贷: { amount: [3, 50], term: [1, 6], pricing: fixed(480, 580), fees: none, entryRules: [founded(6)], purposes: ['stock'], repayments: ['bullet'], promisedDays: 2, state: 'draft' },
  },
}

const materials = ['营业执照', '法定代表人（经营者）身份证', '近 6 个月银行流水', '经营场所证明或租赁合同']

export interface DemoFinancing {
  banks: PlainBank[]
  products: PlainProduct[]
  versions: PlainVersion[]
  lprs: PlainLpr[]
}

/** Six banks, 36 products and twelve months of LPR for one centre. */
export function financingFor(seeded: Seeded, centerId: string, now: Date): DemoFinancing {
  const today = localDateOf(now)
  const validFrom = `${today.slice(0, 4)}-01-01`
  const banks = demoBanks.map((bank, place) => aBank(seeded, now, { center_id: centerId, ...bank, place }))
  const rows = banks.flatMap((bank, bankIndex) =>
    Object.entries(products[bank.name as DemoBank]).map(([name, { amount, term, state = 'approved', ...terms }], index) => {
      const product = aProduct(seeded, now, { center_id: centerId, bank_id: bank.id })
      const contact = { outlet: '尚百商圈支行', managerNumber: `${'HLFYQW'[bankIndex]}${String(1001 + index)}`, managerPhone: `1990000${String(3000 + bankIndex * 100 + index)}` }
      const whole = someTerms({
        ...terms, name, amountMinFen: amount[0] * wan, amountMaxFen: amount[1] * wan, termMinMonths: term[0], termMaxMonths: term[1], materials, contact, validFrom, validTo: addMonths(today, 12),
        dayCount: bankIndex % 3 === 1 ? 'act/365' : bankIndex % 3 === 2 ? 'act/360' : '30/360',
      })
      return { product, version: aVersion(now, product, { state, terms: whole }) }
    }),
  )
  const [year = '2026', month = '01'] = today.split('-')
  const lprs = Array.from({ length: 13 }, (_, back) => addMonths(`${year}-${month}-20`, -back)).filter((date) => date <= today)
  return { banks, products: rows.map(({ product }) => product), versions: rows.map(({ version }) => version), lprs: lprs.map((published_on) => anLpr({ center_id: centerId, published_on })) }
}
