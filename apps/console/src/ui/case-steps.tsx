import { partyLabels, type Party } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { ReactNode } from 'react'
import { MomentText } from '../../ui/moment-text'

interface Step {
  at: string
  words: string
  /** null: the house by itself. */
  party: Party | null
}

/** What happened, the latest first. */
export function CaseSteps({ steps, children }: { steps: readonly Step[]; children?: ReactNode }) {
  return (
    <aside className="case-side" aria-label="经过">
      {children}
      <h3 className="rank-title">经过</h3>
      <ol className="steps">
        {steps.map(({ at, words, party }, index) => (
          <li key={`${at}-${index}`}>
            <strong>{words}</strong>
            <span className="quiet"><MomentText at={at} />{party ? partyLabels[party] : '系统自动'}</span>
          </li>
        )).reverse()}
      </ol>
    </aside>
  )
}
