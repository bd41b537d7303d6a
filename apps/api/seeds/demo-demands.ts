import type { CloseReason } from '@dangqun/contracts/financing/demands/vocabulary'
import type { ReferralAction } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { NeedAnswers } from '@dangqun/contracts/financing/schemas'
import type { Purpose } from '@dangqun/contracts/financing/vocabulary'
import type { Told } from '../src/financing/financing-case.factory.js'

/** One act of a referral, so many working days after the one before. */
export interface Beat {
  readonly action: ReferralAction
  readonly wait: number
  readonly told?: Told
  /** Of a grant or a drawdown: per cent of what was asked for. */
  readonly percent?: number
  /** Of a grant: how many days it stands. */
  readonly validDays?: number
}

const beat = (action: ReferralAction, wait: number, more: Omit<Beat, 'action' | 'wait'> = {}): Beat => ({ action, wait, ...more })
const materials = ['营业执照', '法定代表人身份证', '近 12 个月银行流水', '租赁合同']
const contact = beat('contact', 1, { told: { materials } })
const quick = beat('contact', 0, { told: { materials: materials.slice(0, 3) } })
const deliver = beat('deliver', 2)
const complete = beat('answer-materials', 1, { told: { gaps: [] } })
const gaps = beat('answer-materials', 2, { told: { gaps: ['近 12 个月银行流水（缺 3 个月）', '租赁合同续签页'] } })
const examined = [contact, deliver, complete]
const grant = (percent: number, wait = 4, validDays = 45) => beat('grant', wait, { percent, validDays })
const sign = beat('sign', 2)
const report = (percent: number) => beat('report-drawdown', 1, { percent, told: { party: 'bank' } })
const confirm = beat('confirm-drawdown', 1, { told: { party: 'firm' } })
const close = beat('close', 3, { told: { party: 'bank' } })
const decline = (declineCode: Told['declineCode'], wait = 5) => beat('decline', wait, { told: { declineCode } })
const notDrawn = (notDrawnReason: Told['notDrawnReason']) => beat('mark-not-drawn', 3, { told: { party: 'firm', notDrawnReason } })

/** What becomes of a referral after the firm's consent. A course is cut off where today is. */
export const courses = {
  // Never claimed; claimed and never called; called, and so on.
  unclaimed: null,
  silent: [],
  contacted: [quick],
  delivered: [contact, deliver],
  gaps: [contact, deliver, gaps],
  again: [quick, deliver, gaps, beat('deliver', 2), complete],
  assumed: [quick, deliver],
  examined,
  granted: [...examined, grant(100)],
  signed: [...examined, grant(80), sign],
  reported: [...examined, grant(60), sign, report(60)],
  disputed: [...examined, grant(100), sign, report(100), beat('dispute-drawdown', 1, { percent: 95, told: { party: 'firm' } })],
  lent: [...examined, grant(100), sign, report(100), confirm, close],
  quickly: [quick, beat('deliver', 1), complete, grant(100, 2), beat('sign', 1), report(100), confirm, close],
  partly: [contact, deliver, gaps, beat('deliver', 3), complete, grant(60, 7), sign, report(60), confirm, close],
  twice: [...examined, grant(100), sign, report(60), confirm, beat('report-drawdown', 8, { percent: 40, told: { party: 'firm' } }), beat('confirm-drawdown', 2, { told: { party: 'bank' } }), close],
  oneSided: [...examined, grant(70), sign, report(70), beat('close', 9, { told: { party: 'bank' } })],
  reconciled: [...examined, grant(100), sign, report(100), beat('dispute-drawdown', 2, { percent: 110, told: { party: 'firm' } }), beat('reconcile-drawdown', 2, { percent: 100 }), close],
  byEntry: [quick, decline('entry', 1)],
  byPurpose: [contact, decline('purpose', 2)],
  bySecurity: [...examined, decline('security')],
  byMaterials: [contact, deliver, gaps, decline('materials', 12)],
  byAmount: [...examined, decline('amount', 7)],
  byAssessment: [...examined, decline('assessment', 9)],
  dearer: [...examined, grant(100, 8), notDrawn('dearer')],
  slower: [contact, deliver, gaps, beat('deliver', 4), complete, grant(90, 14), notDrawn('slower')],
  conditions: [...examined, grant(50, 6), notDrawn('conditions')],
  ranOut: [...examined, grant(100, 6, 15)],
  withdrawn: [contact, deliver, beat('withdraw', 2)],
} as const satisfies Record<string, readonly Beat[] | null>
export type Course = keyof typeof courses

/** One demand of the demo: when it was written, how far it went, and with which banks. */
export interface DemandPlot {
  /** Working days before today. */
  readonly ago: number
  /** Stops here; absent: sent to banks. */
  readonly until?: 'draft' | 'submitted' | 'returned' | 'matched' | 'given-up'
  /** To every bank; the courses are those of the ones that claim it. `unnamed`: claimed, and the firm has not chosen yet. */
  readonly isToAll?: boolean
  readonly isUnnamed?: boolean
  /** The centre has phoned about it. */
  readonly isCalled?: boolean
  readonly courses?: readonly Course[]
  /** By name, in the order of the courses; absent: in turn. */
  readonly banks?: readonly string[]
  /** How the firm ends it, so many working days after it went to banks. */
  readonly end?: { readonly after: number; readonly by: Exclude<CloseReason, 'satisfied'> | 'withdraw' }
  /** Of the persona who stands for a firm. */
  readonly persona?: string
  /** What it asks for, where that is not left to chance. */
  readonly need?: Pick<NeedAnswers, 'amountFen' | 'leastAmountFen' | 'months' | 'purpose' | 'preferredSecurity'>
}

/** Under way. */
const current: readonly DemandPlot[] = [
  { ago: 15, persona: 'owner', need: { amountFen: 30_000_000, leastAmountFen: 20_000_000, months: 24, purpose: 'fit_out', preferredSecurity: 'credit' }, courses: ['reported', 'gaps', 'examined', 'byEntry', 'granted'], banks: ['徽远银行', '远帆银行', '临湖银行', '丰穗农商行', '云岭银行'] },
  { ago: 92, persona: 'owner', need: { amountFen: 10_000_000, months: 12, purpose: 'stock', preferredSecurity: 'credit' }, courses: ['lent', 'byAmount'], banks: ['徽远银行', '云岭银行'] },
  { ago: 2, until: 'draft' }, { ago: 9, until: 'draft' },
  { ago: 1, until: 'submitted' }, { ago: 1, until: 'submitted' }, { ago: 2, until: 'submitted' }, { ago: 5, until: 'submitted' },
  { ago: 4, until: 'returned' },
  { ago: 3, until: 'matched' }, { ago: 4, until: 'matched' }, { ago: 8, until: 'matched' },
  { ago: 10, until: 'given-up' },
  { ago: 3, isToAll: true }, { ago: 6, isToAll: true }, { ago: 8, isToAll: true, isCalled: true },
  { ago: 5, isToAll: true, isUnnamed: true, courses: ['silent', 'silent'] },
  { ago: 9, isToAll: true, courses: ['delivered', 'contacted', 'silent'] },
  { ago: 3, courses: ['unclaimed', 'unclaimed'], banks: ['徽远银行', '远帆银行'] }, { ago: 4, courses: ['silent', 'unclaimed', 'contacted'], banks: ['远帆银行', '徽远银行', '青屿村镇银行'] },
  { ago: 7, courses: ['silent', 'contacted', 'delivered'], banks: ['徽远银行', '丰穗农商行', '远帆银行'] }, { ago: 7, courses: ['delivered', 'contacted', 'silent'], banks: ['徽远银行', '云岭银行', '临湖银行'] },
  { ago: 40, courses: ['examined', 'byAssessment'], banks: ['远帆银行', '临湖银行'] }, { ago: 38, courses: ['again', 'byPurpose'], banks: ['徽远银行', '青屿村镇银行'] },
  { ago: 12, courses: ['assumed', 'granted', 'gaps'] }, { ago: 18, courses: ['signed', 'examined', 'byEntry'] }, { ago: 17, courses: ['disputed', 'examined'], banks: ['徽远银行', '远帆银行'] },
  { ago: 16, courses: ['reported', 'again'] }, { ago: 60, courses: ['partly', 'byAmount'] },
]

/** Over; told again and again, at other times and of other firms. */
const past: readonly Omit<DemandPlot, 'ago'>[] = [
  { courses: ['lent', 'byAmount'] },
  { courses: ['quickly'] },
  { courses: ['partly', 'dearer'], end: { after: 28, by: 'enough' } },
  { courses: ['lent', 'again', 'bySecurity'] },
  { courses: ['byEntry', 'byAssessment'], end: { after: 18, by: 'none_suits' } },
  { courses: ['quickly', 'examined'] },
  { courses: ['reconciled', 'slower'] },
  { isToAll: true, courses: ['lent', 'contacted', 'byPurpose'] },
  { courses: ['oneSided', 'unclaimed'], end: { after: 26, by: 'enough' } },
  { courses: ['twice', 'byMaterials'] },
  { courses: ['ranOut', 'byMaterials'], end: { after: 27, by: 'elsewhere' } },
  { courses: ['quickly', 'withdrawn'] },
  { courses: ['conditions', 'byAmount'], end: { after: 20, by: 'not_needed' } },
  { courses: ['withdrawn', 'contacted'], end: { after: 8, by: 'withdraw' } },
]
const pastDemands = 34
const [latest, earliest] = [17, 124]

export const demoDemands: readonly DemandPlot[] = [
  ...current,
  ...Array.from({ length: pastDemands }, (_, index) => ({ ...(past[index % past.length] ?? {}), ago: latest + Math.round((index * (earliest - latest)) / (pastDemands - 1)) })),
]

/** What a loan is for, in a shopkeeper's words. */
export const demandReasons: Record<Exclude<Purpose, 'equipment'>, readonly [string, ...string[]]> & { equipment: Record<'food' | 'software' | 'other', readonly [string, ...string[]]> } = {
  turnover: ['客户回款要等三个月，先发工资、付房租', '新接了两个项目，前期要垫人工', '年底集中付供应商货款，周转一下'],
  stock: ['旺季前备货，供货商要先付一半', '换季进货，厂家现款有优惠', '新开线上渠道，多备一些库存'],
  equipment: { food: ['换蒸烤箱和后厨排烟', '添两台冷柜，换收银机'], software: ['给员工换一批电脑和服务器'], other: ['换一批桌椅、空调和收银设备', '添两台打印机和展示屏'] },
  fit_out: ['店面用了六年，重新装修', '楼上扩了一间，隔断和水电要重做', '消防整改，顺便翻新门头'],
  rent: ['续租要一次付一年', '搬到商圈里更大的门面，押一付三'],
  research: ['小程序二期开发', '样机试制和检测'],
  other: ['参加行业展会，先付展位费'],
}
