/** 对接单: one per demand and bank. In the order in which it meets its states. */
export const referralStates = ['offered', 'claimed', 'consented', 'contacted', 'materials', 'due_diligence', 'granted', 'signed', 'disbursed', 'declined', 'not_drawn', 'closed', 'withdrawn', 'lapsed'] as const
export type ReferralState = (typeof referralStates)[number]
/** Nothing follows but ratings; its place among the five is free again. */
export const referralEnds: readonly ReferralState[] = ['declined', 'not_drawn', 'closed', 'withdrawn', 'lapsed']
export const referralStateLabels: Record<ReferralState, string> = {
  offered: '待银行接单',
  claimed: '待企业授权',
  consented: '待银行联系',
  contacted: '已联系',
  materials: '材料核对',
  due_diligence: '银行审查',
  granted: '已批准',
  signed: '已签约',
  disbursed: '已放款',
  declined: '银行未批准',
  not_drawn: '未提款',
  closed: '已办结',
  withdrawn: '企业已停止授权',
  lapsed: '逾期未接续',
}

/** The URL segments of a referral's transitions. */
export const referralActions = [
  'claim', 'consent', 'contact', 'deliver', 'answer-materials', 'grant', 'decline', 'sign', 'report-drawdown', 'confirm-drawdown', 'dispute-drawdown', 'reconcile-drawdown', 'mark-not-drawn', 'rate', 'close', 'withdraw',
] as const
export type ReferralAction = (typeof referralActions)[number]
export const referralActionLabels: Record<ReferralAction, string> = {
  claim: '接单',
  consent: '授权这家银行',
  contact: '已联系企业',
  deliver: '材料已交',
  'answer-materials': '答复材料',
  grant: '批准',
  decline: '不批准',
  sign: '已签约',
  'report-drawdown': '登记放款',
  'confirm-drawdown': '确认放款',
  'dispute-drawdown': '放款数字不符',
  'reconcile-drawdown': '核定放款',
  'mark-not-drawn': '不再提款',
  rate: '评价',
  close: '办结',
  withdraw: '停止授权',
}

/**
 * What happens without anybody pressing: nobody claimed or named in time (`lapse`); silence on materials is 齐全
 * (`complete`); an approval ran out undrawn (`run-out`); the demand was met (`satisfy`) or ended (`end`); offered again
 * after a lapse (`offer`); the other side was silent on a drawdown (`settle-drawdown`).
 */
export const referralClockActions = ['offer', 'lapse', 'complete', 'run-out', 'satisfy', 'end', 'settle-drawdown'] as const
export type ReferralClockAction = (typeof referralClockActions)[number]

export const parties = ['firm', 'bank', 'center'] as const
export type Party = (typeof parties)[number]
export const partyLabels: Record<Party, string> = { firm: '企业', bank: '银行', center: '党群服务中心' }

/** What an act asks for; the API refuses it without. Both front ends draw its dialog from this. */
export const referralActionParts = ['purposes', 'materials', 'answer', 'grant', 'declineCode', 'drawdown', 'drawdownId', 'notDrawnReason', 'rating'] as const
export type ReferralActionPart = (typeof referralActionParts)[number]
export const referralActionNeeds: Record<ReferralAction, readonly ReferralActionPart[]> = {
  claim: [],
  consent: ['purposes'],
  contact: ['materials'],
  deliver: [],
  'answer-materials': ['answer'],
  grant: ['grant'],
  decline: ['declineCode'],
  sign: [],
  'report-drawdown': ['drawdown'],
  'confirm-drawdown': ['drawdownId'],
  'dispute-drawdown': ['drawdownId', 'drawdown'],
  'reconcile-drawdown': ['drawdownId', 'drawdown'],
  'mark-not-drawn': ['notDrawnReason'],
  rate: ['rating'],
  close: [],
  withdraw: [],
}

/** Parts of a bank's queue: `offered`: to be claimed; `waiting`: for the bank, most urgent first; `open`: whoever has it; `ended`, latest first. Staff of the centre read the same of all banks. */
export const referralViews = ['offered', 'waiting', 'open', 'ended'] as const
export type ReferralView = (typeof referralViews)[number]

/** What a firm agrees to, bank by bank and each on its own (PIPL Art. 14, 23); 90 days. `result` may be left out: the centre then learns no amount and no rate. */
export const sharingPurposes = ['demand', 'contact', 'result'] as const
export type SharingPurpose = (typeof sharingPurposes)[number]
/** Without these a bank can do nothing. */
export const neededPurposes: readonly SharingPurpose[] = ['demand', 'contact']
export const sharingTexts: Record<SharingPurpose, { title: string; use: string }> = {
  demand: { title: '把这份需求交给{bank}', use: '企业名称、信用代码、所在楼宇和需求里填的内容，只用于办理这一笔贷款。' },
  contact: { title: '把联系人和电话给{bank}', use: '银行的客户经理在 1 个工作日内打给你。' },
  result: { title: '允许{bank}把结果告诉党群服务中心', use: '是否批准、金额和利率，用于核对放款和公布汇总数字。不同意也能办理。' },
}
export const sharingVersion = '2026-12'
export const sharingDays = 90
/** Renewal is asked this many days before a consent lapses. */
export const renewalDays = 10
/** Stands beside every withdrawal. */
export const withdrawalSentence = '停止授权后，银行在这里马上看不到你的资料；银行自己档案里已有的内容归银行，请直接向银行提出。'

/** DOMAIN §2. What a credit report says is always 综合评估: the bank tells the firm directly. */
export const declineCodes = ['entry', 'purpose', 'security', 'materials', 'amount', 'assessment'] as const
export type DeclineCode = (typeof declineCodes)[number]
export const declineCodeLabels: Record<DeclineCode, string> = { entry: '准入', purpose: '用途', security: '担保', materials: '材料', amount: '额度', assessment: '综合评估' }
export const declineCodeAdvice: Record<DeclineCode, string> = {
  entry: '不符合这款产品的准入条件。可以在“比较贷款”里看看差在哪一条，换一款产品。',
  purpose: '用途不在这款产品的范围里。改一改用途说明，或换一款产品。',
  security: '担保方式不够。可以试试抵押、保证，或政府性担保。',
  materials: '材料没有补齐。补齐后可以重新发给这家或另一家银行。',
  amount: '金额超出银行能批的。减少金额或分几笔再试。',
  assessment: '银行综合评估没有通过。具体原因由银行直接告诉你，可以打客户经理的电话问。',
}

export const notDrawnReasons = ['dearer', 'slower', 'not_needed', 'conditions', 'ran_out'] as const
export type NotDrawnReason = (typeof notDrawnReasons)[number]
export const notDrawnReasonLabels: Record<NotDrawnReason, string> = { dearer: '成本太高', slower: '办得太慢', not_needed: '不需要了', conditions: '条件变了', ran_out: '批准过期没有提款' }

/** `one_sided`: the other side was silent for 5 working days; counted apart and outside of the weighted rate. */
export const drawdownStates = ['reported', 'confirmed', 'one_sided', 'disputed', 'reconciled'] as const
export type DrawdownState = (typeof drawdownStates)[number]
export const drawdownStateLabels: Record<DrawdownState, string> = { reported: '待对方确认', confirmed: '双方已确认', one_sided: '单方确认', disputed: '数字不符，待中心核定', reconciled: '中心已核定' }

/** A rating opens 3 days after consent and again after 30, whatever has happened. */
export const ratingRounds = ['early', 'late'] as const
export type RatingRound = (typeof ratingRounds)[number]
export const ratingRoundDays: Record<RatingRound, number> = { early: 3, late: 30 }
export const ratingRoundLabels: Record<RatingRound, string> = { early: '联系得怎么样', late: '办得怎么样' }
export const ratingTags = ['quick', 'clear', 'patient', 'slow', 'unclear', 'extra_fees'] as const
export type RatingTag = (typeof ratingTags)[number]
export const ratingTagLabels: Record<RatingTag, string> = { quick: '回应快', clear: '讲得清楚', patient: '有耐心', slow: '回应慢', unclear: '讲不清楚', extra_fees: '多收费用' }

/** What a referral's clocks count: working days unless the name says otherwise (DOMAIN §2). */
export const referralClocks = { claim: 2, name: 2, contact: 1, answer: 3, decisionDays: 30, drawdown: 5, reconcile: 3, honour: 10 } as const

/**
 * Whether a referral asks the firm for an act now: a contract that is signed waits for the money, and a loan that is drawn
 * has a deadline only while a drawdown is undecided.
 */
export function awaitsFirm({ state, holder, dueAt }: { readonly state: ReferralState; readonly holder: Party | null; readonly dueAt: unknown }): boolean {
  return holder === 'firm' && state !== 'signed' && (state !== 'disbursed' || dueAt !== null)
}
