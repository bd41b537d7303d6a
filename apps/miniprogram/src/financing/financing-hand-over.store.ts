import type { Match, Need } from '@dangqun/contracts/financing/schemas'
import { session } from '@/platform/session'
import { drafts } from '@/platform/use-draft'

/** A product that the firm liked while it compared, to be proposed when it picks banks. */
export interface Wish {
  readonly id: string
  /** `徽商银行 · 商户信用贷` */
  readonly name: string
}

export function toWish({ product: { id, name, bank } }: Match): Wish {
  return { id, name: `${bank.name} · ${name}` }
}

/** What a demand is about, as the phone keeps it until it is sent. */
export interface HandedOver {
  need: Need | null
  wishes: Wish[]
}

/** The name of the kept need: of a demand that the server has, or of the next one at a centre. */
export const needDraft = (center: string, id: string | null) => `demand need ${id ?? center}`

/** Leaves the need for the form: kept as a draft, because the app may be killed before it is sent, and an address would end up in a log. */
export function handOver(center: string, need: Need, wishes: readonly Wish[]): void {
  drafts.put(needDraft(center, null), { need, wishes }, session.owner())
}
