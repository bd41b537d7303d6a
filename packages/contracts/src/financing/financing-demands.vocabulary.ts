/** 融资需求, in the order in which a demand meets its states. */
export const demandStates = ['draft', 'submitted', 'verified', 'matched', 'open', 'closed', 'withdrawn'] as const
export type DemandState = (typeof demandStates)[number]
export const demandEnds: readonly DemandState[] = ['closed', 'withdrawn']
export const demandStateLabels: Record<DemandState, string> = {
  draft: '草稿',
  submitted: '待中心核对',
  verified: '已核对，正在匹配',
  matched: '请选银行',
  open: '银行对接中',
  closed: '已结束',
  withdrawn: '已撤回',
}

/** The URL segments of a demand's transitions. */
export const demandActions = ['submit', 'verify', 'return', 'open', 'close', 'withdraw'] as const
export type DemandAction = (typeof demandActions)[number]
export const demandActionLabels: Record<DemandAction, string> = { submit: '提交需求', verify: '核对无误', return: '退回修改', open: '发给银行', close: '结束需求', withdraw: '撤回需求' }

/** What the house does by itself: ranks the products, closes what has been met. */
export const demandClockActions = ['match', 'satisfy'] as const
export type DemandClockAction = (typeof demandClockActions)[number]

/** Besides its transitions: PATCH, and a call that the centre made. */
export const demandAllowedActions = [...demandActions, 'update', 'record-call'] as const
export type DemandAllowedAction = (typeof demandAllowedActions)[number]

/** `mine`: my firms'. The rest is the centre's: `waiting` for its check or call, most urgent first; `open`; `ended`, latest first. */
export const demandViews = ['mine', 'waiting', 'open', 'ended'] as const
export type DemandView = (typeof demandViews)[number]

/** A queue is counted up to here, which stands for "so many or more": nobody waits for a count of what ended in years. */
export const mostCounted = 1_000

/** Whom an open demand is sent to: banks that the firm picked, or every bank. */
export const audiences = ['picked', 'all'] as const
export type Audience = (typeof audiences)[number]
export const audienceLabels: Record<Audience, string> = { picked: '只发给我选的银行', all: '发给所有合作银行' }

/** Banks that work on one demand at once (DOMAIN §2). */
export const mostBanks = 5

/** Why a demand ended without more loans. `satisfied` is the house's own: what was asked for has been lent. */
export const closeReasons = ['satisfied', 'enough', 'not_needed', 'elsewhere', 'none_suits'] as const
export type CloseReason = (typeof closeReasons)[number]
export const closeReasonLabels: Record<CloseReason, string> = { satisfied: '需求已满足', enough: '已经够用', not_needed: '暂时不需要了', elsewhere: '通过其他渠道解决了', none_suits: '没有合适的银行' }

export const callOutcomes = ['reached', 'will_act', 'no_answer'] as const
export type CallOutcome = (typeof callOutcomes)[number]
export const callOutcomeLabels: Record<CallOutcome, string> = { reached: '已沟通', will_act: '对方答应办理', no_answer: '没有接通' }

/** How old a firm is, for a bank that may not know its name yet. */
export const ageBands = ['under_1', 'from_1', 'from_2', 'from_3', 'from_5'] as const
export type AgeBand = (typeof ageBands)[number]
export const ageBandLabels: Record<AgeBand, string> = { under_1: '成立不满 1 年', from_1: '成立 1–2 年', from_2: '成立 2–3 年', from_3: '成立 3–5 年', from_5: '成立 5 年以上' }

/** How a match run stands. */
export const rematchStates = ['waiting', 'running', 'done'] as const
export type RematchState = (typeof rematchStates)[number]

/** What a demand's clocks count, in working days: the centre's check; then, when no bank has claimed, the alarm and the call (DOMAIN §2). */
export const demandClocks = { verify: 1, alarm: 2, call: 3 } as const
