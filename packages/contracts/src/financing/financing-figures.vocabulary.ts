/** Where a reason for no loan comes from: a bank's decision, an approval left undrawn, a demand given up. */
export const figureReasonKinds = ['decline', 'not_drawn', 'close'] as const
export type FigureReasonKind = (typeof figureReasonKinds)[number]
export const figureReasonKindLabels: Record<FigureReasonKind, string> = { decline: '银行未批准', not_drawn: '批准后未提款', close: '企业结束需求' }

/** A figure about fewer firms than this could be about one of them. */
export const fewestFirms = 5
