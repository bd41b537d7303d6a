const form = /^\d{4}-(0[1-9]|1[0-2])$/

/** Months as `yyyy-MM`, both included. */
export interface Span {
  from: string
  to: string
}

/** `2026-01` from `2026-11` and −10. */
export function monthBy(month: string, by: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** As many as are looked at together. */
export const mostMonths = 24

/** How many months lie from one to another, both counted. */
function monthsIn({ from, to }: Span): number {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
  return number(to) - number(from) + 1
}

/** The span in an address: twelve months up to this one unless it says another, never backwards, and of a longer one its end. */
export function readSpan(params: URLSearchParams, thisMonth: string): Span {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? '']
  if (!form.test(from) || !form.test(to) || from > to) return { from: monthBy(thisMonth, -11), to: thisMonth }
  return { from: monthsIn({ from, to }) > mostMonths ? monthBy(to, 1 - mostMonths) : from, to }
}
