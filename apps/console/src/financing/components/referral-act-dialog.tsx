import type { Drawdown, Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { referralActionNeeds, type ReferralAction } from '@dangqun/contracts/financing/referrals/vocabulary'
import { ApiError } from '@dangqun/contracts/kit/errors'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { useMe } from '../../accounts/accounts.api'
import { inShanghai } from '../../platform/dates.rules'
import { useDraft } from '../../platform/use-draft'
import { useNow } from '../../platform/use-now'
import { ActModal } from '../../ui/act-modal'
import { focusField } from '../../ui/field'
import { beginAct, checkAct, refusedFields, toAct, type ActErrors, type ActValues } from '../financing-referrals-act.rules'
import { firmWords, graveReferralActions, referralActionWords, referralEffect } from '../financing-referrals-words.rules'
import { useReferralAct } from '../financing-referrals.api'
import { ReferralActFields } from './referral-act-fields'

interface Props {
  center: string
  referral: Referral
  action: ReferralAction
  /** Which one an act on a drawdown is about. */
  drawdown: Drawdown | null
  onClose: () => void
  onDone: () => void
}

/** One step with everything that it asks for; nothing goes out before it is complete. */
export function ReferralActDialog({ center, referral, action, drawdown, onClose, onDone }: Props) {
  const { message } = App.useApp()
  const { data: me } = useMe()
  const today = inShanghai(useNow()).format('YYYY-MM-DD')
  const [begun] = useState(() => beginAct(action, referral, drawdown, today))
  const draft = useDraft<ActValues>(`${me?.account.id ?? ''}.${center}.referral.${referral.id}.${action}.${drawdown?.id ?? ''}`, begun)
  const [wasAsked, setWasAsked] = useState(false)
  const [refused, setRefused] = useState<ActErrors>({})
  const act = useReferralAct(center, referral.id)
  const found = checkAct(referralActionNeeds[action], draft.value, today)
  const words = referralActionWords(action, referral.state)

  const send = () => {
    setWasAsked(true)
    const [first] = Object.keys(found)
    if (first) return focusField(`referral-${first}`)
    act.mutate({ action, body: toAct(action, draft.value, referral, drawdown) }, {
      onSuccess: () => {
        draft.drop()
        void message.success(`已办：${words}`)
        onClose()
        onDone()
      },
      onError: (error) => setRefused(error instanceof ApiError ? { ...refusedFields(error.fields), ...(error.code === 'financing.productNotForYou' ? { productId: error.message } : {}) } : {}),
    })
  }
  return (
    <ActModal
      words={words} whose={firmWords(referral)} effect={referralEffect(action, referral)} isSending={act.isPending} error={act.error} onSend={send} onClose={onClose}
      okButtonProps={{ danger: graveReferralActions.includes(action), autoFocus: referralActionNeeds[action].length === 0 || action === 'confirm-drawdown' }}
    >
      {draft.isRestored ? <Alert className="act-note" type="info" showIcon title="已恢复上次没办完的内容" action={<Button size="small" onClick={() => draft.drop(begun)}>不要了</Button>} /> : null}
      <ReferralActFields
        center={center} referral={referral} action={action} drawdown={drawdown} values={draft.value} errors={{ ...(wasAsked ? found : {}), ...refused }} today={today}
        onChange={(changes) => {
          draft.set({ ...draft.value, ...changes })
          setRefused(Object.fromEntries(Object.entries(refused).filter(([field]) => !(field in changes))))
        }}
      />
    </ActModal>
  )
}
