import type { Referral } from '@dangqun/contracts/financing/referrals/schemas'
import type { ReferralAction } from '@dangqun/contracts/financing/referrals/vocabulary'
import { Button } from 'antd'
import { useState } from 'react'
import { useShortcut } from '../../platform/shortcuts'
import { buttonsOf, graveReferralActions, referralActionWords } from '../financing-referrals-words.rules'
import { ReferralActDialog } from './referral-act-dialog'

/** The buttons that the server allows at this moment: no others, and none missing. The next natural step stands out. */
export function ReferralActions({ center, referral, onDone }: { center: string; referral: Referral; onDone: () => void }) {
  const [asking, setAsking] = useState<ReferralAction | null>(null)
  const words = (action: ReferralAction) => referralActionWords(action, referral.state)
  const { onward, backward, others } = buttonsOf(referral)
  useShortcut('a', () => setAsking(onward ?? null), onward !== undefined && asking === null, true)
  useShortcut('r', () => setAsking(backward ?? null), backward !== undefined && asking === null, true)
  if (!onward && !backward && others.length === 0 && !asking) return null
  return (
    <div className="case-actions">
      {onward ? <Button type="primary" onClick={() => setAsking(onward)}>{words(onward)}<kbd aria-hidden>a</kbd></Button> : null}
      {others.map((action) => <Button key={action} danger={graveReferralActions.includes(action)} onClick={() => setAsking(action)}>{words(action)}</Button>)}
      {backward ? <Button danger onClick={() => setAsking(backward)}>{words(backward)}<kbd aria-hidden>r</kbd></Button> : null}
      {asking ? <ReferralActDialog key={asking} center={center} referral={referral} action={asking} drawdown={null} onClose={() => setAsking(null)} onDone={onDone} /> : null}
    </div>
  )
}
