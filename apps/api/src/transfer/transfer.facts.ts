import type { TransferAction, TransferClockAction, TransferDirection, TransferReason, TransferState } from '@dangqun/contracts/transfer/vocabulary'

/** What the ledger says of transfers: ids, states and codes; never a name, a number or a unit. */
export type TransferFact =
  | { fact: 'transfer.created'; subjectId: string; data: { direction: TransferDirection; consent: string } }
  | { fact: 'transfer.updated'; subjectId: string; data: { fields: readonly string[] } }
  | { fact: 'transfer.moved'; subjectId: string; data: { action: TransferAction | TransferClockAction; from: TransferState; to: TransferState; reason: TransferReason | null } }
  | { fact: 'transfer.mirrored'; subjectId: string; data: { from: TransferState | null; to: TransferState } }
  | { fact: 'transfer.archiveUpdated'; subjectId: string; data: { step: string } }
  | { fact: 'transfer.opinionFiled'; subjectId: string }
  | { fact: 'transfer.consentWithdrawn'; subjectId: string }
  | { fact: 'transfer.printerSaved'; subjectId: string; data: { xMm: number; yMm: number } }
  | { fact: 'transfer.printerRemoved'; subjectId: string }
  | { fact: 'transfer.letterPrinted'; subjectId: string }
  | { fact: 'transfer.slipIssued'; subjectId: string; data: { key: string } }
  | { fact: 'transfer.slipNamesShown'; subjectId: string }
  | { fact: 'transfer.idNumberShown'; subjectId: string }
  | { fact: 'transfer.restrictedAsked'; subjectId: string }
