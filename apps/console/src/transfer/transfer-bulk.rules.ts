import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import type { TransferAction } from '@dangqun/contracts/transfer/vocabulary'

/** Why a case is left for a closer look; null: nothing speaks against agreeing. */
export function bulkBlock({ findings, allowedActions }: Pick<Transfer, 'findings' | 'allowedActions'>, action: TransferAction): string | null {
  if (!allowedActions.includes(action)) return '已不在这一步，或不归你办'
  return findings.length > 0 ? `有 ${findings.length} 处要看，请单独办` : null
}
