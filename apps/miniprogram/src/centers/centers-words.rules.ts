import type { Opening } from '@dangqun/contracts/centers/opening-schemas'
import { sayMoment, trimHour } from '@/ui/dates.rules'

export interface OpeningWords {
  isOpen: boolean
  lead: string
  note: string
}

/** Open now? Until when; otherwise from when. */
export function sayOpening(opening: Opening, now: Date): OpeningWords {
  if (opening.isOpen) return { isOpen: true, lead: '开放中', note: opening.closesAt ? `今天到 ${trimHour(opening.closesAt)}` : '' }
  return { isOpen: false, lead: '已闭馆', note: opening.opensAt ? `${sayMoment(opening.opensAt, now)} 开放` : '近期不开放，来之前请先打电话' }
}
