/**
 * The all-in rate: the internal rate of return of dated cash flows, effective per year
 * (贷款年化利率, 中国人民银行公告〔2021〕第3号: all costs over the principal really held, compound).
 */

/** What the borrower receives (positive) or pays (negative), and when. */
export interface CashFlow {
  /** From the drawing. */
  readonly years: number
  readonly fen: number
}

export type RateOutcome =
  /** `rate` 0.0472 is 4.72% a year. */
  | { readonly hasConverged: true; readonly rate: number }
  /** `nothing_received`: what is paid at once eats up what is lent. `out_of_bounds`: above 100,000% a year. `too_many_steps`: never seen. */
  | { readonly hasConverged: false; readonly why: 'nothing_received' | 'out_of_bounds' | 'too_many_steps' }

/** ln(1 + 1000): a rate of 100,000% a year. */
const highestForce = Math.log(1001)
const mostSteps = 200

/**
 * Solves Σ fen · (1+r)^(−years) = 0 for flows that are received first and paid afterwards, of which there is
 * exactly one root; it is not negative when at least as much is paid as was received.
 * Newton's method on ln(1+r), kept inside a bracket that is halved whenever a step would leave it, so that it
 * always ends: with the root to 1e-14, or by saying that there is none.
 * @param guess a rate to begin with, such as the nominal one
 */
export function internalRate(flows: readonly CashFlow[], guess = 0.05): RateOutcome {
  return rateOfFlows(flows.map(({ fen }) => fen), flows.map(({ years }) => years), guess)
}

/** The same of flows in two columns. */
export function rateOfFlows(fen: readonly number[], years: readonly number[], guess: number): RateOutcome {
  let atOnce = 0
  let together = 0
  for (let index = 0; index < fen.length; index++) {
    together += fen[index] ?? 0
    if ((years[index] ?? 0) <= 0) atOnce += fen[index] ?? 0
  }
  if (atOnce <= 0) return { hasConverged: false, why: 'nothing_received' }
  if (together === 0) return { hasConverged: true, rate: 0 }
  // Paid back less than was lent: below zero, but never past losing everything.
  let [low, high] = together < 0 ? [0, highestForce] : [-highestForce, 0]
  if (valueAt(fen, years, together < 0 ? high : low) * (together < 0 ? 1 : -1) <= 0) return { hasConverged: false, why: 'out_of_bounds' }
  let force = Math.min(Math.max(Math.log1p(guess), low), high)
  for (let step = 0; step < mostSteps; step++) {
    let value = 0
    let slope = 0
    for (let index = 0; index < fen.length; index++) {
      const time = years[index] ?? 0
      const worth = (fen[index] ?? 0) * Math.exp(-force * time)
      value += worth
      slope -= time * worth
    }
    if (value === 0) return { hasConverged: true, rate: Math.expm1(force) }
    // What is owed is worth less the higher the rate: the value rises with it.
    if (value < 0) low = force
    else high = force
    const newton = force - value / slope
    if (Math.abs(newton - force) <= 1e-14) return { hasConverged: true, rate: Math.expm1(newton) }
    force = newton > low && newton < high ? newton : (low + high) / 2
  }
  return { hasConverged: false, why: 'too_many_steps' }
}

function valueAt(fen: readonly number[], years: readonly number[], force: number): number {
  return fen.reduce((sum, each, index) => sum + each * Math.exp(-force * (years[index] ?? 0)), 0)
}

/** A rate in millionths, half-up: 0.0472 → 47,200. What is shown, scored and stored, so that the last bit of a float decides nothing. */
export function toPpm(rate: number): number {
  return Math.floor(rate * 1_000_000 + 0.5)
}

/** What a nominal rate compounds to when interest is paid `times` a year, 0.06 and 12 → 0.0616778… */
export function effectiveRate(nominal: number, times: number): number {
  return Math.expm1(times * Math.log1p(nominal / times))
}
