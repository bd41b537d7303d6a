/** Stands on every result, word for word. */
export const standingSentence = '匹配结果仅供参考，审批以银行为准；本平台不收费、不担保、不承诺获批。'

export const repayments = ['equal_instalments', 'equal_principal', 'interest_first', 'bullet', 'revolving'] as const
export type Repayment = (typeof repayments)[number]
export const repaymentLabels: Record<Repayment, string> = {
  equal_instalments: '等额本息',
  equal_principal: '等额本金',
  interest_first: '先息后本',
  bullet: '到期一次还本付息',
  revolving: '随借随还',
}

export const dayCounts = ['30/360', 'act/360', 'act/365'] as const
export type DayCount = (typeof dayCounts)[number]
export const dayCountLabels: Record<DayCount, string> = { '30/360': '每月按 30 天、全年按 360 天', 'act/360': '按实际天数、全年按 360 天', 'act/365': '按实际天数、全年按 365 天' }

export const securities = ['credit', 'mortgage', 'pledge', 'guarantee', 'state_guarantee'] as const
export type Security = (typeof securities)[number]
export const securityLabels: Record<Security, string> = { credit: '信用', mortgage: '抵押', pledge: '质押', guarantee: '保证', state_guarantee: '政府性担保' }
/** Secured by something that has a value: a loan-to-value cap applies. */
export const valuedSecurities: readonly Security[] = ['mortgage', 'pledge']

export const purposes = ['turnover', 'stock', 'equipment', 'fit_out', 'rent', 'research', 'other'] as const
export type Purpose = (typeof purposes)[number]
export const purposeLabels: Record<Purpose, string> = { turnover: '日常周转', stock: '进货备货', equipment: '购置设备', fit_out: '装修改造', rent: '支付租金', research: '研发投入', other: '其他经营用途' }

/** Bands of what a firm declares, from the lowest up; `text` is what is chosen. */
export const revenueBands = ['under_100', 'from_100', 'from_500', 'from_2000', 'from_5000'] as const
export type RevenueBand = (typeof revenueBands)[number]
export const revenueBandLabels: Record<RevenueBand, string> = { under_100: '100 万元以下', from_100: '100 万–500 万元', from_500: '500 万–2000 万元', from_2000: '2000 万–5000 万元', from_5000: '5000 万元以上' }
export const revenueFloorLabels: Record<RevenueBand, string> = { under_100: '不限', from_100: '100 万元', from_500: '500 万元', from_2000: '2000 万元', from_5000: '5000 万元' }

export const taxBands = ['under_1', 'from_1', 'from_5', 'from_20', 'from_100'] as const
export type TaxBand = (typeof taxBands)[number]
export const taxBandLabels: Record<TaxBand, string> = { under_1: '1 万元以下', from_1: '1 万–5 万元', from_5: '5 万–20 万元', from_20: '20 万–100 万元', from_100: '100 万元以上' }
export const taxFloorLabels: Record<TaxBand, string> = { under_1: '不限', from_1: '1 万元', from_5: '5 万元', from_20: '20 万元', from_100: '100 万元' }

export const staffBands = ['under_10', 'from_10', 'from_50', 'from_100', 'from_300'] as const
export type StaffBand = (typeof staffBands)[number]
export const staffBandLabels: Record<StaffBand, string> = { under_10: '10 人以下', from_10: '10–49 人', from_50: '50–99 人', from_100: '100–299 人', from_300: '300 人以上' }
export const staffFloorLabels: Record<StaffBand, string> = { under_10: '不限', from_10: '10 人', from_50: '50 人', from_100: '100 人', from_300: '300 人' }

export const collateralBands = ['under_50', 'from_50', 'from_100', 'from_300', 'from_500', 'from_1000'] as const
export type CollateralBand = (typeof collateralBands)[number]
export const collateralBandLabels: Record<CollateralBand, string> = { under_50: '50 万元以下', from_50: '50 万–100 万元', from_100: '100 万–300 万元', from_300: '300 万–500 万元', from_500: '500 万–1000 万元', from_1000: '1000 万元以上' }
/** Where a band ends, in fen; null: open. */
export const collateralCeilingsFen: Record<CollateralBand, number | null> = { under_50: 50_000_000, from_50: 100_000_000, from_100: 300_000_000, from_300: 500_000_000, from_500: 1_000_000_000, from_1000: null }

/** 纳税信用等级 (国家税务总局公告2014年第40号, M since 2018年第8号); `not_applicable` 个体工商户 and others without one. */
export const taxGrades = ['A', 'B', 'M', 'C', 'D', 'not_applicable'] as const
export type TaxGrade = (typeof taxGrades)[number]
export const taxGradeLabels: Record<TaxGrade, string> = { A: 'A 级', B: 'B 级', M: 'M 级', C: 'C 级', D: 'D 级', not_applicable: '不适用' }

/** Sections of GB/T 4754-2017. */
export const industries = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S'] as const
export type Industry = (typeof industries)[number]
export const industryLabels: Record<Industry, string> = {
  A: '农、林、牧、渔业', B: '采矿业', C: '制造业', D: '电力、热力、燃气及水生产和供应业', E: '建筑业', F: '批发和零售业', G: '交通运输、仓储和邮政业', H: '住宿和餐饮业',
  I: '信息传输、软件和信息技术服务业', J: '金融业', K: '房地产业', L: '租赁和商务服务业', M: '科学研究和技术服务业', N: '水利、环境和公共设施管理业', O: '居民服务、修理和其他服务业',
  P: '教育', Q: '卫生和社会工作', R: '文化、体育和娱乐业', S: '公共管理、社会保障和社会组织',
}

export const lprTenors = ['1y', '5y'] as const
export type LprTenor = (typeof lprTenors)[number]
export const lprTenorLabels: Record<LprTenor, string> = { '1y': '一年期 LPR', '5y': '五年期以上 LPR' }

export const lprResets = ['none', 'yearly', 'quarterly'] as const
export type LprReset = (typeof lprResets)[number]
export const lprResetLabels: Record<LprReset, string> = { none: '借款期内不变', yearly: '每年随 LPR 调整', quarterly: '每季随 LPR 调整' }

export const feePayees = ['bank', 'guarantor', 'insurer', 'appraiser', 'notary', 'other'] as const
export type FeePayee = (typeof feePayees)[number]
export const feePayeeLabels: Record<FeePayee, string> = { bank: '银行', guarantor: '担保公司', insurer: '保险公司', appraiser: '评估机构', notary: '公证、登记机构', other: '其他机构' }

/** When a fee is paid: with the drawing or the last instalment; at the start or the end of every year of the loan, a year begun counting whole. */
export const feeTimes = ['at_drawing', 'at_end', 'year_start', 'year_end'] as const
export type FeeTime = (typeof feeTimes)[number]
export const feeTimeLabels: Record<FeeTime, string> = { at_drawing: '放款时一次', at_end: '到期时一次', year_start: '每年年初', year_end: '每年年末' }

/** What a fee is a share of: the amount lent, or what of it is still owed at the start of that year. */
export const feeBases = ['fixed', 'amount', 'balance'] as const
export type FeeBasis = (typeof feeBases)[number]
export const feeBasisLabels: Record<FeeBasis, string> = { fixed: '固定金额', amount: '按借款金额', balance: '按未还本金' }

export const entryRuleKinds = ['founded', 'revenue', 'tax', 'tax_grade', 'staff', 'industry_in', 'industry_out', 'firm_kind', 'not_first_loan'] as const
export type EntryRuleKind = (typeof entryRuleKinds)[number]
export const entryRuleLabels: Record<EntryRuleKind, string> = {
  founded: '成立时间', revenue: '年营业收入', tax: '年纳税额', tax_grade: '纳税信用等级', staff: '员工人数', industry_in: '只限行业', industry_out: '不做行业', firm_kind: '主体类型', not_first_loan: '不接受首贷',
}

/** What of a demand a product can fail on besides its entry rules. */
export const demandRules = ['amount_min', 'amount_max', 'term', 'security', 'collateral', 'purpose', 'renewal', 'repayment', 'highest_rate'] as const
export type MatchRule = EntryRuleKind | (typeof demandRules)[number]
export const matchRules: readonly [MatchRule, ...MatchRule[]] = [...demandRules, ...entryRuleKinds]

/** Answers that may be missing; each has a reason to give it, shown beside it. */
export const optionalAnswers = ['foundedOn', 'firmKind', 'industry', 'revenueBand', 'taxBand', 'taxGrade', 'staffBand', 'isFirstLoan', 'collateralBand'] as const
export type OptionalAnswer = (typeof optionalAnswers)[number]
export const answerLabels: Record<OptionalAnswer, { name: string; why: string }> = {
  foundedOn: { name: '成立时间', why: '多数产品要求成立满一年或两年' },
  firmKind: { name: '主体类型', why: '有的产品只给企业，有的只给个体工商户' },
  industry: { name: '所属行业', why: '有的产品只做几个行业，或不做某些行业' },
  revenueBand: { name: '年营业收入', why: '额度高的产品对收入有起点' },
  taxBand: { name: '年纳税额', why: '税务类信用贷按纳税额给额度' },
  taxGrade: { name: '纳税信用等级', why: '税务类信用贷一般要 A、B 或 M 级' },
  staffBand: { name: '员工人数', why: '稳岗类贷款看用工人数' },
  isFirstLoan: { name: '是不是第一次贷款', why: '有的产品专门给首贷户，有的不收' },
  collateralBand: { name: '抵押或质押物价值', why: '抵押贷款最多按价值的几成发放' },
}

export const matchOutcomes = ['fits', 'unknown', 'fails', 'unranked'] as const
export type MatchOutcome = (typeof matchOutcomes)[number]

/** What stands beside a product in the ranking: the lowest all-in rate of all, or a nominal rate that hides a higher one. */
export const matchMarks = ['cheapest', 'looks_low'] as const
export type MatchMark = (typeof matchMarks)[number]
export const matchMarkLabels: Record<MatchMark, string> = { cheapest: '最合算', looks_low: '看着低，实际高' }

export const scoreParts = ['cost', 'security', 'amount', 'speed', 'term', 'service'] as const
export type ScorePart = (typeof scoreParts)[number]
export const scorePartLabels: Record<ScorePart, string> = { cost: '成本', security: '担保', amount: '额度', speed: '速度', term: '期限', service: '服务' }
/** Hundredths of a point; 10,000 together. Never redistributed. */
export const scoreWeights: Record<ScorePart, number> = { cost: 3000, security: 2000, amount: 1500, speed: 1500, term: 1000, service: 1000 }

export const versionStates = ['draft', 'submitted', 'returned', 'approved', 'replaced', 'withdrawn'] as const
export type VersionState = (typeof versionStates)[number]
export const versionStateLabels: Record<VersionState, string> = { draft: '草稿', submitted: '待审核', returned: '退回修改', approved: '在架', replaced: '已被新版替代', withdrawn: '已下架' }

export const versionActions = ['submit', 'approve', 'return', 'withdraw'] as const
export type VersionAction = (typeof versionActions)[number]
export const versionActionLabels: Record<VersionAction, string> = { submit: '提交审核', approve: '审核通过', return: '退回修改', withdraw: '下架' }

/** What a version's reader may do; `update` is PATCH, `renew` writes the next version. */
export const versionAllowedActions = [...versionActions, 'update', 'renew'] as const
export type VersionAllowedAction = (typeof versionAllowedActions)[number]

/** What a bank may be said to be; the word itself is kept. */
export const bankKinds: readonly string[] = ['大型银行', '股份制银行', '城市商业银行', '农村商业银行', '村镇银行', '民营银行', '政策性银行', '其他金融机构']

export const financingErrorCodes = [
  'financing.demandNotFound',
  'financing.demandWrongState',
  'financing.firmNotFound',
  'financing.tooManyBanks',
  'financing.productNotForYou',
  'financing.referralNotFound',
  'financing.referralWrongState',
  'financing.notYours',
  'financing.claimsFull',
  'financing.drawdownNotFound',
  'financing.notYet',
  'financing.sharingEnded',
  'financing.drawdownOpen',
  'financing.noRepresentative',
  'financing.productNotFound',
  'financing.versionNotFound',
  'financing.bankNotFound',
  'financing.bankRetired',
  'financing.bankNameTaken',
  'financing.wrongState',
  'financing.openVersion',
  'financing.outsideRange',
  'financing.noLpr',
  'financing.rateNotFound',
] as const
export type FinancingErrorCode = (typeof financingErrorCodes)[number]
