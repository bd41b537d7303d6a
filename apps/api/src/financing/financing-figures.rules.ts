import type { Figures, FiguresCell, FinancingFigures } from '@dangqun/contracts/financing/figures/schemas'
import { fewestFirms, type FigureReasonKind } from '@dangqun/contracts/financing/figures/vocabulary'

/** One demand and what became of it, exact. Sums in fen; what a firm did not let its bank tell is left out. */
export interface DemandOutcome {
  readonly firmId: string
  /** `yyyy-MM` of the day on which it was handed in. */
  readonly month: string
  readonly building: { readonly id: string; readonly name: string }
  readonly industry: { readonly id: string; readonly name: string }
  readonly isFirstLoan: boolean
  /** Referrals whose contact was made or due; of these, in time; and how long each took, in tenths of an hour. */
  readonly contactsDue: number
  readonly contactsInTime: number
  readonly contactTenthHours: readonly number[]
  readonly grantedFen: number
  readonly disbursedFen: number
  /** Σ rate × amount, in basis points and fen. */
  readonly disbursedRateFen: number
  /** Of what was disbursed, without 抵押 or 质押. */
  readonly unsecuredFen: number
  readonly oneSidedFen: number
  readonly reasons: readonly { readonly kind: FigureReasonKind; readonly code: string }[]
}

/** Figures that stand or fall together, by the firms behind them. */
const families = {
  all: ['demands', 'firms'],
  contacts: ['contacts', 'responsePermille', 'medianTenthHours'],
  granted: ['grantedFirms', 'grantedFen'],
  disbursed: ['disbursedFirms', 'disbursedFen', 'weightedAllInBp', 'unsecuredPermille'],
  firstLoan: ['firstLoanFirms'],
  oneSided: ['oneSidedFirms', 'oneSidedFen'],
} as const satisfies Record<string, readonly (keyof Figures)[]>
type Family = keyof typeof families

const concerned: Record<Family, (outcome: DemandOutcome) => boolean> = {
  all: () => true,
  contacts: ({ contactTenthHours }) => contactTenthHours.length > 0,
  granted: ({ grantedFen }) => grantedFen > 0,
  disbursed: ({ disbursedFen }) => disbursedFen > 0,
  firstLoan: ({ disbursedFen, isFirstLoan }) => disbursedFen > 0 && isFirstLoan,
  oneSided: ({ oneSidedFen }) => oneSidedFen > 0,
}

const halfUp = (numerator: number, denominator: number) => Number((2n * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator)))
const sum = (outcomes: readonly DemandOutcome[], of: (outcome: DemandOutcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0)
const firmsOf = (outcomes: readonly DemandOutcome[], family: Family) => new Set(outcomes.filter(concerned[family]).map(({ firmId }) => firmId)).size

/** The lower middle of an even number of values; null of none. */
export function medianOf(values: readonly number[]): number | null {
  return [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? null
}

/** Exact figures of some demands; nothing is hidden yet. */
export function exactFigures(outcomes: readonly DemandOutcome[]): Figures {
  const contacts = outcomes.flatMap(({ contactTenthHours }) => contactTenthHours)
  const due = sum(outcomes, ({ contactsDue }) => contactsDue)
  const disbursed = sum(outcomes, ({ disbursedFen }) => disbursedFen)
  return {
    demands: outcomes.length,
    firms: firmsOf(outcomes, 'all'),
    contacts: contacts.length,
    responsePermille: due > 0 ? halfUp(1000 * sum(outcomes, ({ contactsInTime }) => contactsInTime), due) : null,
    medianTenthHours: medianOf(contacts),
    grantedFirms: firmsOf(outcomes, 'granted'),
    grantedFen: sum(outcomes, ({ grantedFen }) => grantedFen),
    disbursedFirms: firmsOf(outcomes, 'disbursed'),
    disbursedFen: disbursed,
    oneSidedFirms: firmsOf(outcomes, 'oneSided'),
    oneSidedFen: sum(outcomes, ({ oneSidedFen }) => oneSidedFen),
    weightedAllInBp: disbursed > 0 ? halfUp(sum(outcomes, ({ disbursedRateFen }) => disbursedRateFen), disbursed) : null,
    firstLoanFirms: firmsOf(outcomes, 'firstLoan'),
    unsecuredPermille: disbursed > 0 ? halfUp(1000 * sum(outcomes, ({ unsecuredFen }) => unsecuredFen), disbursed) : null,
  }
}

const isFew = (firms: number) => firms > 0 && firms < fewestFirms

/**
 * Which cells of a breakdown must not be told, for one family: those with few firms behind them, and the smallest others
 * with them until what is hidden is too much to be worked out from the total. Nothing behind a cell tells nothing.
 */
export function hiddenCells(firms: readonly number[]): ReadonlySet<number> {
  const hidden = new Set(firms.flatMap((count, index) => (isFew(count) ? [index] : [])))
  const rest = firms.map((count, index) => ({ count, index })).filter(({ count, index }) => count > 0 && !hidden.has(index)).sort((one, other) => one.count - other.count)
  const isOpen = () => hidden.size > 0 && (hidden.size < 2 || [...hidden].reduce((total, index) => total + (firms[index] ?? 0), 0) < fewestFirms)
  while (isOpen() && rest.length > 0) hidden.add(rest.shift()?.index ?? 0)
  return hidden
}

function hide(figures: Figures, hidden: readonly Family[]): Figures {
  const told = { ...figures }
  for (const family of hidden) for (const name of families[family]) told[name] = null
  // Without the number of firms that had a demand, nothing is said of what became of it.
  return hidden.includes('all') ? (Object.fromEntries(Object.keys(told).map((name) => [name, null])) as unknown as Figures) : told
}

interface Group {
  readonly key: string
  readonly name: string
  readonly outcomes: readonly DemandOutcome[]
}

function cellsOf(groups: readonly Group[], isTotalTold: (family: Family) => boolean): FiguresCell[] {
  const names = Object.keys(families) as Family[]
  // Where the total is not told, no part of it is.
  const hidden = new Map(names.map((family) => [family, isTotalTold(family) ? hiddenCells(groups.map(({ outcomes }) => firmsOf(outcomes, family))) : null]))
  return groups.map(({ key, name, outcomes }, index) => ({
    key, name,
    ...hide(exactFigures(outcomes), names.filter((family) => hidden.get(family)?.has(index) ?? firmsOf(outcomes, family) > 0)),
  }))
}

function groupBy(outcomes: readonly DemandOutcome[], of: (outcome: DemandOutcome) => { id: string; name: string }): Group[] {
  const groups = new Map<string, { key: string; name: string; outcomes: DemandOutcome[] }>()
  for (const outcome of outcomes) {
    const { id: key, name } = of(outcome)
    const group = groups.get(key) ?? { key, name, outcomes: [] }
    group.outcomes.push(outcome)
    groups.set(key, group)
  }
  return [...groups.values()].sort((one, other) => (one.key < other.key ? -1 : 1))
}

/** All months from one to another, both included. */
export function monthsOf(from: string, to: string): string[] {
  const months: string[] = []
  for (let [year = 0, month = 0] = from.split('-').map(Number); ; [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]) {
    const name = `${year}-${String(month).padStart(2, '0')}`
    months.push(name)
    if (name >= to) return months
  }
}

/** What may be told of a span of months, whole and by month, building and industry; cells under five firms suppressed (DOMAIN §2). */
export function toldFigures(outcomes: readonly DemandOutcome[], from: string, to: string): Omit<FinancingFigures, 'at'> {
  const names = Object.keys(families) as Family[]
  const isTotalTold = (family: Family) => !isFew(firmsOf(outcomes, family))
  const byMonth = new Map(groupBy(outcomes, ({ month }) => ({ id: month, name: month })).map((group) => [group.key, group]))
  const counts = new Map<string, { kind: FigureReasonKind; code: string; firms: Set<string>; count: number }>()
  for (const { firmId, reasons } of outcomes) {
    for (const { kind, code } of reasons) {
      const counted = counts.get(`${kind} ${code}`) ?? { kind, code, firms: new Set<string>(), count: 0 }
      counted.firms.add(firmId)
      counted.count += 1
      counts.set(`${kind} ${code}`, counted)
    }
  }
  return {
    from, to,
    total: hide(exactFigures(outcomes), names.filter((family) => !isTotalTold(family))),
    months: cellsOf(monthsOf(from, to).map((month) => byMonth.get(month) ?? { key: month, name: month, outcomes: [] }), isTotalTold),
    buildings: cellsOf(groupBy(outcomes, ({ building }) => building), isTotalTold),
    industries: cellsOf(groupBy(outcomes, ({ industry }) => industry), isTotalTold),
    reasons: [...counts.values()].sort((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1)).map(({ kind, code, firms, count }) => ({ kind, code, count: isFew(firms.size) ? null : count })),
  }
}
