import type { DemandsQuery } from '@dangqun/contracts/financing/demands/schemas'
import { demandViews, type DemandView } from '@dangqun/contracts/financing/demands/vocabulary'
import { oneOf } from '../platform/keyset.rules'

/** The centre's part of a demand's views; a firm's own are on the phone. */
export type QueueView = Exclude<DemandView, 'mine'>
export const queueViews = demandViews.filter((view) => view !== 'mine')
export const demandViewLabels: Record<QueueView, string> = { waiting: '等中心办', open: '在办', ended: '已结束' }

const pageSize = 50

/** The view in an address; anything else is what waits. */
export function readDemandView(params: URLSearchParams): QueueView {
  return oneOf(queueViews, params.get('view')) ?? 'waiting'
}

export function toDemandsQuery(view: QueueView, cursor: string | undefined): DemandsQuery {
  return { view, cursor, limit: pageSize }
}
