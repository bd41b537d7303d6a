import type { TransferForm } from '@dangqun/contracts/transfer/schemas'
import type { ConsentSource, StoredTransferKind, TransferAction, TransferClockAction, TransferOffice, TransferReason, TransferState } from '@dangqun/contracts/transfer/vocabulary'

/** What one record tells the other: the step that was taken there, and what came of it. */
export interface TwinMessage {
  readonly step: number
  /** `withdraw-consent` is no step: it holds whatever step either record has taken. */
  readonly action: TransferAction | TransferClockAction | 'withdraw-consent'
  readonly state: TransferState
}

/** A message in full, as it travels sealed. */
export interface TwinBody extends TwinMessage {
  readonly kind: StoredTransferKind
  readonly heldFrom: TransferState | null
  readonly by: string | null
  readonly office: TransferOffice | null
  readonly reason: TransferReason | null
  readonly comment: string | null
  /** With a letter only: it, and what the receiver has to check. */
  readonly letter: { readonly issuer: string; readonly number: string; readonly issuedOn: string; readonly validDays: number; readonly validUntil: string } | null
  readonly form: TransferForm | null
  readonly memberAccountId: string | null
  readonly consent: { readonly source: ConsentSource; readonly version: string; readonly at: string }
  readonly acceptedAt: string | null
  readonly assignedTo: string | null
  readonly assignedAt: string | null
  readonly receiptFiledOn: string | null
  readonly reference: string | null
  readonly archiveMissing: readonly string[]
}

export interface TwinStanding {
  readonly step: number
  readonly state: TransferState
  /** The last step, where it was taken on this very record; null when it was mirrored. */
  readonly lastOwnAction: TransferAction | TransferClockAction | null
}

/** Acts by which the origin takes a letter back, or it runs out, while the receiver may be receiving it. */
const takenBack: readonly (TransferAction | TransferClockAction)[] = ['void', 'reissue', 'expire']

/**
 * What a record does with a message from its twin. Both act on a case only while it is `issued`: the receiver
 * receives while the origin takes the letter back. Then both took the same step, and receipt holds: the letter
 * is in the receiver's hands, and taking it back is void. Messages come again and out of order.
 * @returns `apply`; `ignore`: it was applied, or is overtaken; `wait`: one before it has not come yet
 */
export function onTwinMessage(standing: TwinStanding, message: TwinMessage): 'apply' | 'ignore' | 'wait' {
  if (message.step === standing.step + 1) return 'apply'
  if (message.step > standing.step + 1) return 'wait'
  const overtakes = message.step === standing.step && message.action === 'receive' && standing.lastOwnAction !== null && takenBack.includes(standing.lastOwnAction)
  return overtakes ? 'apply' : 'ignore'
}
