import { Text, View } from '@tarojs/components'
import type { Drawdown } from '@dangqun/contracts/financing/referrals/schemas'
import { drawdownStateLabels, partyLabels } from '@dangqun/contracts/financing/referrals/vocabulary'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { sayDueDay } from '@/ui/dates.rules'
import { Heading } from '@/ui/heading'
import { sayDrawdown } from '../financing-drawdown.rules'

interface DrawdownsCardProps {
  drawdowns: readonly Drawdown[]
  now: Date
  onConfirm: (drawdown: Drawdown) => void
  onDispute: (drawdown: Drawdown) => void
}

/** Every drawing of the loan, with what each side says it was. */
export function DrawdownsCard({ drawdowns, now, onConfirm, onDispute }: DrawdownsCardProps) {
  return (
    <View className="card">
      <Heading className="card__title">放款</Heading>
      {drawdowns.map((drawdown) => {
        const { id, state, by, disputed, dueAt, allowedActions } = drawdown
        const other = by === 'firm' ? '银行' : '你'
        return (
          <View key={id} className="drawdown">
            <Text className="drawdown__figures">{sayDrawdown(drawdown)}</Text>
            <Text className="drawdown__state">{`${by === 'firm' ? '你' : partyLabels[by]}登记，${drawdownStateLabels[state]}`}</Text>
            {disputed && <Text className="drawdown__disputed">{`${other}说：${sayDrawdown(disputed)}`}</Text>}
            {dueAt !== null && allowedActions.length > 0 && <Text className="drawdown__state">{`${sayDueDay(dueAt, now)}前没有回应，就记为单方确认`}</Text>}
            {allowedActions.length > 0 && (
              <View className="acts">
                {allowedActions.includes('confirm-drawdown') && <PrimaryButton text="没错，确认" onTap={() => onConfirm(drawdown)} />}
                {allowedActions.includes('dispute-drawdown') && <PlainButton text="数字不对" onTap={() => onDispute(drawdown)} />}
              </View>
            )}
          </View>
        )
      })}
    </View>
  )
}
