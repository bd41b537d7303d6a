import type { Party } from '@dangqun/contracts/financing/referrals/vocabulary'
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

/** What puts words of a bank before firms anew; one that is retired does none of it. */
export function writesForBank(action: VersionAllowedAction): boolean {
  return action === 'update' || action === 'submit' || action === 'renew' || action === 'approve'
}

/** For whom somebody speaks at a centre: from the grants' scopes, and from serving the centre. */
export interface FinancingStanding {
  readonly firms: ReadonlySet<string>
  readonly banks: ReadonlySet<string>
  readonly servesCenter: boolean
}

/** As which parties somebody meets a demand; banks never do. Nobody else may know that it exists. */
export function partiesOfDemand({ firms, servesCenter }: FinancingStanding, firmId: string): Party[] {
  return [...(firms.has(firmId) ? ['firm' as const] : []), ...(servesCenter ? ['center' as const] : [])]
}

/** As which parties somebody meets a referral: its firm, its bank and no other, the centre. */
export function partiesOfReferral(standing: FinancingStanding, firmId: string, bankId: string): Party[] {
  return [...partiesOfDemand(standing, firmId), ...(standing.banks.has(bankId) ? ['bank' as const] : [])]
}
