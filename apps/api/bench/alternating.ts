/** Alternates the sides; @returns the median of each, without the first round. */
export async function alternately<Side extends string>(sides: Record<Side, () => Promise<number>>, { rounds, unit, say }: { rounds: number; unit: string; say: (line: string) => void }): Promise<Record<Side, number>> {
  const measured = Object.fromEntries(Object.keys(sides).map((side) => [side, []])) as unknown as Record<Side, number[]>
  for (let round = 0; round < rounds; round++) {
    for (const side of Object.keys(sides) as Side[]) {
      const value = await sides[side]()
      say(`  round ${round + 1}${round === 0 ? ' (dropped)' : ''} ${side}: ${value >= 100 ? Math.round(value) : value.toFixed(2)} ${unit}`)
      if (round > 0) measured[side].push(value)
    }
  }
  return Object.fromEntries(Object.entries<number[]>(measured).map(([side, values]) => [side, median(values)])) as Record<Side, number>
}

/** What 95 of 100 are below. */
export function p95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
