import type { ActOnDemand } from '@dangqun/contracts/financing/demands/schemas'
import type { Match } from '@dangqun/contracts/financing/schemas'
import { neededPurposes, sharingPurposes, sharingTexts, type SharingPurpose } from '@dangqun/contracts/financing/referrals/vocabulary'

type BankPick = NonNullable<ActOnDemand['picks']>[number]

/** What was agreed to, by product. Nothing is agreed to before somebody has ticked it. */
export type Agreed = Readonly<Record<string, readonly SharingPurpose[]>>

/** Products that can be sent to their bank: those that fit, then those that one more answer decides. */
export function pickable(items: readonly Match[], taken: ReadonlySet<string>): Match[] {
  return items.filter(({ outcome, product }) => (outcome === 'fits' || outcome === 'unknown') && !taken.has(product.bank.id))
}

/** What the firm liked while it compared, as far as it can be picked: one product a bank, in rank order, at most `places`. */
export function wished(items: readonly Match[], wishes: readonly string[], places: number): string[] {
  const chosen: Match[] = []
  for (const match of items) {
    const isLiked = wishes.includes(match.product.id) && !chosen.some(({ product }) => product.bank.id === match.product.bank.id)
    if (isLiked && chosen.length < places) chosen.push(match)
  }
  return chosen.map(({ product }) => product.id)
}

/**
 * Ticks a product, or takes the tick away. Another product of the same bank takes the first one's place.
 * @returns null when all places are taken
 */
export function toggled(items: readonly Match[], chosen: readonly string[], id: string, places: number): string[] | null {
  if (chosen.includes(id)) return chosen.filter((each) => each !== id)
  const bankOf = (product: string) => items.find((match) => match.product.id === product)?.product.bank.id
  const others = chosen.filter((each) => bankOf(each) !== bankOf(id))
  return others.length >= places ? null : [...others, id]
}

export function isEnough(purposes: readonly SharingPurpose[] = []): boolean {
  return neededPurposes.every((purpose) => purposes.includes(purpose))
}

/** Switches one purpose, in the order of the vocabulary. */
export function withPurpose(purposes: readonly SharingPurpose[], purpose: SharingPurpose, isOn: boolean): SharingPurpose[] {
  return sharingPurposes.filter((each) => (each === purpose ? isOn : purposes.includes(each)))
}

/** Agrees to what a bank cannot do without; what was ticked besides stays. */
export function withNeeded(purposes: readonly SharingPurpose[]): SharingPurpose[] {
  return sharingPurposes.filter((each) => neededPurposes.includes(each) || purposes.includes(each))
}

/** Exactly what was ticked, bank by bank; null while one bank lacks what it needs. */
export function toPicks(chosen: readonly string[], agreed: Agreed): BankPick[] | null {
  if (chosen.length === 0 || !chosen.every((id) => isEnough(agreed[id]))) return null
  return chosen.map((productId) => ({ productId, purposes: [...(agreed[productId] ?? [])] }))
}

/** The text of one purpose with the bank's name in it. */
export function sharingText(purpose: SharingPurpose, bank: string): { title: string; use: string } {
  const { title, use } = sharingTexts[purpose]
  return { title: title.replace('{bank}', bank), use }
}
