import { Text } from '@tarojs/components'
import type { Demand } from '@dangqun/contracts/financing/demands/schemas'
import { sayDueDay, sayMoment } from '@/ui/dates.rules'
import { AheadStep, CurrentStep, DoneStep, StepLine } from '@/ui/step-line'
import { aheadOf, currentStep, sayDemandStep } from '../financing-demand.rules'

/** A demand from its first line to the loan: what happened, who has it until when, what comes. */
export function DemandTracker({ demand, now }: { demand: Demand; now: Date }) {
  const { history, dueAt, audience, referrals } = demand
  const current = currentStep(demand)
  return (
    <StepLine done={history.map((step) => <DoneStep key={`${step.action} ${step.at}`} title={sayDemandStep(step, audience)} when={sayMoment(step.at, now)} />)}>
      {current !== null && (
        <CurrentStep title={current}>
          {dueAt !== null && <Text className="tracker__words">{`最晚 ${sayDueDay(dueAt, now)}`}</Text>}
          {demand.state === 'open' && demand.holder !== 'firm' && referrals.length > 0 && <Text className="tracker__words">每家到了哪一步，看上面</Text>}
        </CurrentStep>
      )}
      {aheadOf(demand).map((title) => <AheadStep key={title} title={title} />)}
    </StepLine>
  )
}
