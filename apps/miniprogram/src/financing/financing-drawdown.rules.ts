import type { DrawdownFigures, LoanGrant } from '@dangqun/contracts/financing/referrals/schemas'
import { sayAmount, sayBp } from '@dangqun/contracts/kit/figures'
import { narrow } from '@dangqun/contracts/kit/numbers'
import { sayShortDay } from '@/ui/dates.rules'

/** Figures of one drawdown as they are typed. */
export interface DrawdownDraft {
  amountWan: string
  allIn: string
  drawnOn: string
}
export type DrawdownErrors = Partial<Record<keyof DrawdownDraft, string>>

const wan = 1_000_000

/** What the form begins with: the figures that somebody reported, or what the bank has granted. */
export function firstFigures(known: DrawdownFigures | Pick<LoanGrant, 'amountFen' | 'allInBp'> | null, today: string): DrawdownDraft {
  if (known === null) return { amountWan: '', allIn: '', drawnOn: today }
  return { amountWan: String(known.amountFen / wan), allIn: (known.allInBp / 100).toFixed(2), drawnOn: 'drawnOn' in known ? known.drawnOn : today }
}

/** What is wrong with what was typed; the server checks again. */
export function checkFigures({ amountWan, allIn, drawnOn }: DrawdownDraft, today: string): DrawdownErrors {
  const errors: DrawdownErrors = {}
  const amount = typed(amountWan)
  if (amount === null || amount < 0.1) errors.amountWan = '请填写放了几万元，如 30'
  else if (amount > 10_000) errors.amountWan = '最多 1 亿元'
  const rate = typed(allIn)
  if (rate === null || rate < 0 || Math.round(rate * 10_000) % 100 !== 0) errors.allIn = '请填写综合年化，最多两位小数，如 4.35'
  else if (rate > 36) errors.allIn = '最高 36%'
  if (drawnOn === '') errors.drawnOn = '请选择放款日期'
  else if (drawnOn > today) errors.drawnOn = '不能晚于今天'
  return errors
}

export function toFigures({ amountWan, allIn, drawnOn }: DrawdownDraft): DrawdownFigures {
  return { amountFen: Math.round((typed(amountWan) ?? 0) * 10_000) * 100, allInBp: Math.round((typed(allIn) ?? 0) * 100), drawnOn }
}

/** `30 万元，综合年化 4.35%，12 月 3 日放款` */
export function sayDrawdown({ amountFen, allInBp, drawnOn }: DrawdownFigures): string {
  return `${sayAmount(amountFen)}，综合年化 ${sayBp(allInBp)}，${sayShortDay(drawnOn)}放款`
}

function typed(text: string): number | null {
  const value = Number(narrow(text).replace(/%$/, ''))
  return text.trim() === '' || !Number.isFinite(value) ? null : value
}
