import type { VersionAllowedAction } from '@dangqun/contracts/financing/vocabulary'

/** Whose products somebody may see and write before they are on offer. */
export interface ProductDesk {
  /** The banks that the caller speaks for. */
  readonly banks: ReadonlySet<string>
  /** Centre staff: sees every bank's, decides, writes none. */
  readonly approves: boolean
}

export function maySeeVersion(desk: ProductDesk, bankId: string): boolean {
  return desk.approves || desk.banks.has(bankId)
}

/** The bank writes, the centre decides; either may take a product off the shelf. */
export function mayActOnVersion(action: VersionAllowedAction, desk: ProductDesk, bankId: string): boolean {
  if (action === 'approve' || action === 'return') return desk.approves
  if (action === 'withdraw') return maySeeVersion(desk, bankId)
  return desk.banks.has(bankId)
}
