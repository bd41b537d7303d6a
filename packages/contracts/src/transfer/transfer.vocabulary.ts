/** Whose record it is: the member leaves us, comes to us, or stays under one committee. */
export const transferDirections = ['out', 'in', 'internal'] as const
export type TransferDirection = (typeof transferDirections)[number]
export const transferDirectionLabels: Record<TransferDirection, string> = { out: '转出', in: '转入', internal: '内部调整' }

export const transferKinds = ['in_province', 'cross_province_online', 'cross_province_paper', 'restricted_paper', 'internal'] as const
export type TransferKind = (typeof transferKinds)[number]
export const transferKindLabels: Record<TransferKind, string> = {
  in_province: '省内线上转接',
  cross_province_online: '跨省线上转接',
  cross_province_paper: '跨省纸质介绍信',
  restricted_paper: '涉密或军警，须纸质',
  internal: '同一党委内调整',
}

/** Kinds that the system keeps: a restricted case is told where to go, and nothing of it is stored. */
export type StoredTransferKind = Exclude<TransferKind, 'restricted_paper'>

/** In the order in which a case meets them. */
export const transferStates = [
  'intake', 'placed', 'draft', 'submitted', 'prechecked', 'endorsed', 'refusal_pending', 'returned', 'issued', 'receiving', 'archive_check', 'supplement', 'rejection_pending',
  'accepted', 'rejected', 'expired', 'withdrawn', 'refused', 'voided', 'closed',
] as const
export type TransferState = (typeof transferStates)[number]
/** Nothing follows: an appeal goes to the upper committee, outside of this system. */
export const transferEnds: readonly TransferState[] = ['withdrawn', 'refused', 'voided', 'closed']
export const transferStateLabels: Record<TransferState, string> = {
  intake: '意向登记',
  placed: '可接收',
  draft: '草稿',
  submitted: '已提交',
  prechecked: '预审通过',
  endorsed: '支部同意',
  refusal_pending: '拒转待复核',
  returned: '退回补正',
  issued: '已开具',
  receiving: '接收审核',
  archive_check: '查档',
  supplement: '补档',
  rejection_pending: '退回待复核',
  accepted: '已接收',
  rejected: '接收方退回',
  expired: '逾期',
  withdrawn: '已撤回',
  refused: '未同意转出',
  voided: '已作废',
  closed: '已办结',
}

/** The URL segments of a case's transitions. */
export const transferActions = [
  'submit', 'withdraw', 'precheck', 'return', 'endorse', 'refuse', 'confirm-refusal', 'overturn-refusal', 'issue', 'reissue', 'void', 'place', 'receive', 'request-archive', 'request-supplement',
  'supplement', 'accept', 'reject', 'confirm-rejection', 'overturn-rejection', 'assign', 'file-receipt', 'close',
] as const
export type TransferAction = (typeof transferActions)[number]
export const transferActionLabels: Record<TransferAction, string> = {
  submit: '提交申请',
  withdraw: '撤回申请',
  precheck: '预审通过',
  return: '退回补正',
  endorse: '同意',
  refuse: '不同意转出',
  'confirm-refusal': '同意拒转',
  'overturn-refusal': '驳回拒转',
  issue: '开具介绍信',
  reissue: '重新开具',
  void: '作废',
  place: '同意接收',
  receive: '收到介绍信',
  'request-archive': '查阅档案',
  'request-supplement': '要求补档',
  supplement: '已补齐',
  accept: '接收',
  reject: '退回对方',
  'confirm-rejection': '同意退回',
  'overturn-rejection': '驳回退回',
  assign: '编入支部',
  'file-receipt': '寄回回执',
  close: '办结',
}

/** Online the national system carries the letter: none is written, handed over or received. */
const onlineActionLabels: Partial<Record<TransferAction, string>> = { issue: '在系统里转出', reissue: '在系统里重新转出', receive: '在系统里收到' }

/** The words of an act on a case of this kind. */
export function transferActionLabel(action: TransferAction, kind: TransferKind): string {
  return (isOnline(kind) ? onlineActionLabels[action] : undefined) ?? transferActionLabels[action]
}

/** What may be taken for several cases at once: steps that only agree. */
export const bulkTransferActions = ['precheck', 'endorse'] as const satisfies readonly TransferAction[]
export type BulkTransferAction = (typeof bulkTransferActions)[number]

/** What may be done to a case beside its steps; each is a route of its own. */
export const transferSideActions = ['update', 'reveal', 'update-archive', 'file-opinion', 'withdraw-consent', 'print-letter', 'print-slip'] as const
export type TransferSideAction = (typeof transferSideActions)[number]

/** Lines of the history that are no step of the machine. */
export const transferRecords = ['create', 'register', 'withdraw-consent'] as const
export type TransferRecord = (typeof transferRecords)[number]

/** Parts of a queue: `waiting` on my offices; `overdue`, `today` and `open`: whoever has it; `others`: waiting on somebody else; `ended`: latest first; `mine`: my own cases. All but the last two most urgent first. */
export const transferViews = ['waiting', 'overdue', 'today', 'others', 'open', 'ended', 'mine'] as const
export type TransferView = (typeof transferViews)[number]

/** What an act may ask of whoever does it; `comment` may always be added. */
export const transferActionParts = ['reason', 'comment', 'letter', 'incomingLetter', 'reissueCause', 'branch', 'reference', 'receipt', 'missingItems'] as const
export type TransferActionPart = (typeof transferActionParts)[number]
const needsOfAction: Record<TransferAction, readonly TransferActionPart[]> = {
  submit: [],
  withdraw: [],
  precheck: [],
  return: ['reason', 'comment'],
  endorse: [],
  refuse: ['reason', 'comment'],
  'confirm-refusal': [],
  'overturn-refusal': ['comment'],
  issue: ['letter'],
  reissue: ['reissueCause', 'letter'],
  void: ['comment'],
  place: [],
  receive: [],
  'request-archive': [],
  'request-supplement': ['missingItems'],
  supplement: [],
  accept: [],
  reject: ['reason', 'comment'],
  'confirm-rejection': [],
  'overturn-rejection': ['comment'],
  assign: ['branch'],
  'file-receipt': ['receipt'],
  close: ['reference'],
}

/** A letter and its receipt exist on paper only; online the national system carries both. */
export function isOnPaper(kind: TransferKind): boolean {
  return kind === 'cross_province_paper' || kind === 'restricted_paper'
}

/** From one system to another, without a paper; within one committee it is neither. */
export function isOnline(kind: TransferKind): boolean {
  return kind === 'in_province' || kind === 'cross_province_online'
}

/** What of a case decides which parts its acts need. */
export interface TransferActCase {
  readonly state: TransferState
  readonly direction: TransferDirection
  readonly kind: TransferKind
  /** The last day of its standing letter; null without one. */
  readonly letterValidUntil: string | null
}

/** What an act asks for. Both front ends draw its dialog from this, and the API refuses an act without it. */
export function transferActionNeeds(action: TransferAction, { state, direction, kind, letterValidUntil }: TransferActCase): readonly TransferActionPart[] {
  // Another centre of this system has handed its letter over already.
  if (action === 'receive' && direction === 'in' && isOnPaper(kind) && letterValidUntil === null) return ['incomingLetter']
  if (action === 'accept' && state === 'expired') return ['receipt']
  if ((action === 'issue' || action === 'reissue') && !isOnPaper(kind)) return needsOfAction[action].filter((part) => part !== 'letter')
  return needsOfAction[action]
}

/** What an act may carry besides: who accepts may hand the placing to the secretary of one of its branches. */
export function transferActionOffers(action: TransferAction, { state, direction }: TransferActCase): readonly TransferActionPart[] {
  return action === 'accept' && direction === 'in' && state !== 'expired' ? ['branch'] : []
}

/** What the clock does by itself: a letter or a placement runs out, a refusal that nobody confirmed lapses. */
export const transferClockActions = ['expire', 'lapse'] as const
export type TransferClockAction = (typeof transferClockActions)[number]

/** An office holds a case until it acts; which organisation that is, the tree decides. */
export const transferOffices = ['member', 'center', 'origin_branch', 'origin_committee', 'receiving_committee', 'receiving_branch'] as const
export type TransferOffice = (typeof transferOffices)[number]
export const transferOfficeLabels: Record<TransferOffice, string> = {
  member: '本人',
  center: '党群服务中心',
  origin_branch: '原党支部',
  origin_committee: '原基层党委',
  receiving_committee: '接收党委',
  receiving_branch: '接收党支部',
}

/** 退回、拒转、退回对方的原因 (DOMAIN: R01 to R13, R99). */
export const transferReasons = ['R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R10', 'R11', 'R12', 'R13', 'R99'] as const
export type TransferReason = (typeof transferReasons)[number]
export const transferReasonLabels: Record<TransferReason, string> = {
  R01: '抬头不符',
  R02: '去处名称或编码有误',
  R03: '信息与档案不一致',
  R04: '档案不全',
  R05: '入党或转正程序存疑',
  R06: '党费未交清',
  R07: '介绍信过期',
  R08: '涂改或公章不清',
  R09: '预备期满未处理',
  R10: '不在本区域工作或居住',
  R11: '须纸质办理',
  R12: '重复申请',
  R13: '系统转接失败',
  R99: '其他',
}
/** What the person who reads the reason can do about it. */
export const transferReasonAdvice: Record<TransferReason, string> = {
  R01: '请向接收单位问清抬头的全称，改好后再提交。',
  R02: '请向接收单位问清党组织全称和 12 位编码，改好后再提交。',
  R03: '请核对姓名、身份证号和入党时间；与档案不一致的，带证明到中心核对。',
  R04: '请联系档案保管单位补齐缺的材料。',
  R05: '请联系原党支部说明情况，补充证明材料。',
  R06: '请先交清党费，再提交。',
  R07: '请联系原党委重新开具介绍信。',
  R08: '请联系原党委重新开具介绍信。',
  R09: '请先由原党支部办理转正、延长或取消手续。',
  R10: '请核对工作单位和住址，或改选其他接收党组织。',
  R11: '请带身份证到中心柜台办理纸质介绍信。',
  R12: '已有一件正在办理，请在进度里查看。',
  R13: '中心会重新发起，请留意消息。',
  R99: '请看经办人的说明。',
}

export const transferCauses = ['employment', 'reassignment', 'studies', 'graduation', 'discharge', 'retirement', 'residence', 'floating', 'reorganisation', 'other'] as const
export type TransferCause = (typeof transferCauses)[number]
export const transferCauseLabels: Record<TransferCause, string> = {
  employment: '就业', reassignment: '调动', studies: '升学', graduation: '毕业', discharge: '退役', retirement: '退休', residence: '居住地变更', floating: '流动转正式', reorganisation: '撤并', other: '其他',
}

/** Why a new letter replaces one; the old number is void and never used again. */
export const reissueCauses = ['lost', 'destination', 'mistake', 'expired', 'rejected'] as const
export type ReissueCause = (typeof reissueCauses)[number]
export const reissueCauseLabels: Record<ReissueCause, string> = { lost: '介绍信遗失', destination: '去向变更', mistake: '填写错误', expired: '已过有效期', rejected: '被接收方退回' }

export const archiveChannels = ['confidential_mail', 'ems', 'carried'] as const
export type ArchiveChannel = (typeof archiveChannels)[number]
export const archiveChannelLabels: Record<ArchiveChannel, string> = { confidential_mail: '机要寄送', ems: 'EMS 寄送', carried: '密封后本人携带' }
export const archiveSteps = ['not_sent', 'sealed', 'sent', 'received'] as const
export type ArchiveStep = (typeof archiveSteps)[number]
export const archiveStepLabels: Record<ArchiveStep, string> = { not_sent: '未寄出', sealed: '已密封', sent: '已寄出', received: '已收到' }

/** How the member agreed that Party data is taken (PIPL Art. 29). Without it no case opens. */
export const consentSources = ['phone', 'signed_paper', 'signed_roster'] as const
export type ConsentSource = (typeof consentSources)[number]
export const consentSourceLabels: Record<ConsentSource, string> = { phone: '本人在手机上同意', signed_paper: '本人签字的纸质同意书', signed_roster: '本人签字的花名册' }

/** The text that a member agrees to on the phone before Party data is taken; another text needs another version. */
export const transferConsentVersion = '2026-11'

export const transferErrorCodes = [
  'transfer.notFound',
  'transfer.wrongState',
  'transfer.notYours',
  'transfer.samePerson',
  'transfer.alreadyOpen',
  'transfer.notEligible',
  'transfer.incomplete',
  'transfer.restricted',
  'transfer.consentNeeded',
  'transfer.letterNumberUsed',
  'transfer.dutiesOpen',
  'transfer.letterRanOut',
  'transfer.acceptedTooLate',
  'transfer.printerNotFound',
  'transfer.noLetter',
  'transfer.noSlip',
  'transfer.slipUnknown',
] as const
export type TransferErrorCode = (typeof transferErrorCodes)[number]
