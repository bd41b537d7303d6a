import type { StoredTransferKind, TransferCause, TransferDirection } from '@dangqun/contracts/transfer/vocabulary'
import { createPersonalStore } from '@/platform/store'

/** The answers to the three questions, from page to page: in memory only, because an address would end up in a log. */
export interface StartChoice {
  readonly direction: TransferDirection
  readonly kind: StoredTransferKind
  readonly cause: TransferCause
}

export const startChoice = createPersonalStore<StartChoice | null>(null)
