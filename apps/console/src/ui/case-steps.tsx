import type { ReactNode } from 'react'
import { MomentText } from './moment-text'

interface Step {
  at: string
  words: string
  by: string
  /** What was said with it. */
  note?: ReactNode
}

/** What happened to a case, the latest first, between what else stands at its side. */
export function CaseSteps({ steps, above, below }: { steps: readonly Step[]; above?: ReactNode; below?: ReactNode }) {
  return (
    <aside className="case-side" aria-label="经过">
      {above}
      <h3 className="rank-title">经过</h3>
      <ol className="steps">
        {steps.map(({ at, words, by, note }, index) => (
          <li key={`${at}-${index}`}>
            <strong>{words}</strong>
            <span className="quiet"><MomentText at={at} />{by}</span>
            {note}
          </li>
        )).reverse()}
      </ol>
      {below}
    </aside>
  )
}
