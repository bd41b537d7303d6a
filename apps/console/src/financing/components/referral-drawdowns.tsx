import type { Drawdown, Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { drawdownStateLabels, partyLabels, referralActionLabels, type DrawdownState, type ReferralAction } from '@dangqun/contracts/financing/referrals/vocabulary'
import { sayAmount, sayBp } from '@dangqun/contracts/kit/figures'
import { Button } from 'antd'
import { useState } from 'react'
import { formatExact } from '../../platform/dates.rules'
import { MomentText } from '../../ui/moment-text'
import type { Tone } from '../../ui/palette'
import { StateMark } from '../../ui/state-mark'
import { BothSides } from './both-sides'
import { ReferralActDialog } from './referral-act-dialog'

const marks: Record<DrawdownState, { tone: Tone; icon: string }> = { reported: { tone: 'waiting', icon: '…' }, confirmed: { tone: 'done', icon: '✓' }, one_sided: { tone: 'quiet', icon: '–' }, disputed: { tone: 'waiting', icon: '≠' }, reconciled: { tone: 'done', icon: '✓' } }

/** What was paid out, each with what both sides say of it and what may be done about it. */
export function ReferralDrawdowns({ center, referral, onDone }: { center: string; referral: Referral; onDone: () => void }) {
  const [asking, setAsking] = useState<{ drawdown: Drawdown; action: ReferralAction } | null>(null)
  if (referral.drawdowns.length === 0) return null
  return (
    <section aria-label="放款">
      <h3 className="rank-title case-title">放款</h3>
      <ul className="drawdowns">
        {referral.drawdowns.map((drawdown) => (
          <li key={drawdown.id}>
            <div className="drawdown-line">
              <strong className="figures">{sayAmount(drawdown.amountFen)}</strong>
              <span className="figures">综合年化 {sayBp(drawdown.allInBp)}</span>
              <span className="figures">{drawdown.drawnOn} 放款</span>
              <StateMark {...marks[drawdown.state]}>{drawdownStateLabels[drawdown.state]}</StateMark>
            </div>
            <span className="quiet">{partyLabels[drawdown.by]}登记{drawdown.dueAt ? <>，<span title={formatExact(drawdown.dueAt)}><MomentText at={drawdown.dueAt} /> 前{drawdown.state === 'disputed' ? '由中心核定' : '对方答复'}</span></> : null}</span>
            {/* Once it is settled, the figures above are the centre's and no longer a side's. */}
            {drawdown.state === 'disputed' ? <BothSides drawdown={drawdown} /> : null}
            {drawdown.allowedActions.length > 0 ? (
              <div className="row-acts">
                {drawdown.allowedActions.map((action) => <Button key={action} size="small" type={action === 'dispute-drawdown' ? 'default' : 'primary'} onClick={() => setAsking({ drawdown, action })}>{referralActionLabels[action]}</Button>)}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {asking ? <ReferralActDialog key={`${asking.drawdown.id}${asking.action}`} center={center} referral={referral} action={asking.action} drawdown={asking.drawdown} onClose={() => setAsking(null)} onDone={onDone} /> : null}
    </section>
  )
}
