import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { transferOfficeLabels, transferReasonLabels } from '@dangqun/contracts/transfer/vocabulary'
import { MomentText } from '../../ui/moment-text'
import { aheadWords, stepWords } from '../transfer-words.rules'

/** What happened, the latest first, and what usually comes next. */
export function TransferHistory({ transfer }: { transfer: Transfer }) {
  const { history, ahead } = transfer
  return (
    <aside className="case-side">
      <h3 className="rank-title">经过</h3>
      <ol className="steps">
        {[...history].reverse().map((step) => (
          <li key={`${step.at}-${step.action}-${step.to}`}>
            <strong>{stepWords(step, transfer)}</strong>
            <span className="quiet"><MomentText at={step.at} />{step.by ?? (step.office ? transferOfficeLabels[step.office] : '到期自动')}</span>
            {step.reason ? <span className="step-reason">{step.reason} {transferReasonLabels[step.reason]}</span> : null}
            {step.comment ? <span className="step-words">{step.comment}</span> : null}
          </li>
        ))}
      </ol>
      {ahead.length > 0 ? (
        <>
          <h3 className="rank-title">接下来</h3>
          <ol className="steps is-ahead">
            {ahead.map(({ state, office, name }) => <li key={state}><span>{aheadWords(state, transfer)}</span><span className="quiet">{name ?? transferOfficeLabels[office]}</span></li>)}
          </ol>
        </>
      ) : null}
    </aside>
  )
}
