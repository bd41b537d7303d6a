import type { TransfersQuery } from '@dangqun/contracts/transfer/schemas'
import { transferDirections, transferKinds, transferStates, transferViews, type TransferDirection, type TransferKind, type TransferState, type TransferView } from '@dangqun/contracts/transfer/vocabulary'
import { oneOf } from '../platform/keyset.rules'

export interface TransferFilter {
  view: TransferView
  direction: TransferDirection | undefined
  state: TransferState | undefined
  kind: TransferKind | undefined
}

export const pageSize = 50

/** A queue's views, in the order in which somebody looks; one's own cases are looked at on the phone. */
export const queueViews = transferViews.filter((view) => view !== 'mine')
export const viewLabels: Record<Exclude<TransferView, 'mine'>, string> = { waiting: '等我办', overdue: '超期', today: '今天到期', others: '等别人办', open: '全部在办', ended: '已结束' }

/** The filter in an address. What a person mistyped there is left out, not sent. */
export function readTransferFilter(params: URLSearchParams): TransferFilter {
  return {
    view: oneOf(queueViews, params.get('view')) ?? 'waiting', direction: oneOf(transferDirections, params.get('direction')), state: oneOf(transferStates, params.get('state')), kind: oneOf(transferKinds, params.get('kind')),
  }
}

export function toTransfersQuery(filter: TransferFilter, cursor: string | undefined): TransfersQuery {
  return { ...filter, cursor, limit: pageSize }
}
