import { Text } from '@tarojs/components'
import type { Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { sayDueDay, sayMoment } from '@/ui/dates.rules'
import { AheadStep, CurrentStep, DoneStep, StepLine } from '@/ui/step-line'
import { isOpenReferral, referralAhead, sayReferralStep, sayWaiting } from '../financing-referral.rules'

/** One bank from the offer to the loan: what happened, who has it until when, what comes. */
export function ReferralTracker({ referral, now }: { referral: Referral; now: Date }) {
  const { history, bank, dueAt } = referral
  return (
    <StepLine done={history.map((step) => <DoneStep key={`${step.action} ${step.at}`} title={sayReferralStep(step, bank.name)} when={sayMoment(step.at, now)} />)}>
      {isOpenReferral(referral) && (
        <CurrentStep title={sayWaiting(referral)}>
          {dueAt !== null && <Text className="tracker__words">{`最晚 ${sayDueDay(dueAt, now)}`}</Text>}
        </CurrentStep>
      )}
      {referralAhead(referral).map((title) => <AheadStep key={title} title={title} />)}
    </StepLine>
  )
}
