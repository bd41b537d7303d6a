import type { ActivitySummary } from '@dangqun/contracts/activities/schemas'

/** 已报 / 名额 as figures and as a bar. */
export function PlacesCell({ taken, capacity }: Pick<ActivitySummary, 'taken' | 'capacity'>) {
  const isFull = taken >= capacity
  return (
    <span className="places">
      <span className="places-figures figures">
        <span><strong>{taken}</strong> / {capacity}</span>
        {isFull ? <span className="places-full">满</span> : null}
      </span>
      <span className="bar" aria-hidden>
        <span style={{ width: `${Math.min(100, (taken / capacity) * 100)}%` }} />
      </span>
    </span>
  )
}
