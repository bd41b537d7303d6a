import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { transferOfficeLabels, transferReasonLabels } from '@dangqun/contracts/transfer/vocabulary'
import { CaseSteps } from '../../ui/case-steps'
import { aheadWords, stepWords } from '../transfer-words.rules'

/** What happened, the latest first, and what usually comes next. */
export function TransferHistory({ transfer }: { transfer: Transfer }) {
  const { history, ahead } = transfer
  return (
    <CaseSteps
      steps={history.map((step) => ({
        at: step.at, words: stepWords(step, transfer), by: step.by ?? (step.office ? transferOfficeLabels[step.office] : '到期自动'),
        note: <>{step.reason ? <span className="step-reason">{step.reason} {transferReasonLabels[step.reason]}</span> : null}{step.comment ? <span className="step-words">{step.comment}</span> : null}</>,
      }))}
      below={ahead.length > 0 ? (
        <>
          <h3 className="rank-title">接下来</h3>
          <ol className="steps is-ahead">
            {ahead.map(({ state, office, name }) => <li key={state}><span>{aheadWords(state, transfer)}</span><span className="quiet">{name ?? transferOfficeLabels[office]}</span></li>)}
          </ol>
        </>
      ) : null}
    />
  )
}
