import { Text, View } from '@tarojs/components'
import type { DemandSummary } from '@dangqun/contracts/financing/demands/schemas'
import { demandStateLabels } from '@dangqun/contracts/financing/demands/vocabulary'
import { purposeLabels } from '@dangqun/contracts/financing/vocabulary'
import { sayAmount, sayMonths } from '@dangqun/contracts/kit/figures'
import { Tap } from '@/ui/button'
import { sayDay } from '@/ui/dates.rules'
import { isOpenDemand, summaryLine } from '../financing-summary.rules'

/** One demand of a list: how much, for whom, how far. */
export function DemandRow({ demand, now, onTap }: { demand: DemandSummary; now: Date; onTap: () => void }) {
  const { amountFen, months, purpose, firm, state, holder, isOverdue, disbursedFen, changedAt } = demand
  const isMine = isOpenDemand(demand) && holder === 'firm'
  const words = summaryLine(demand)
  return (
    <Tap className="card case-row" onTap={onTap}>
      <View className="case-row__head">
        <Text className="case-row__title">{`${sayAmount(amountFen)} · ${sayMonths(months)}`}</Text>
        <Text className={`case-row__state ${isOpenDemand(demand) ? 'case-row__state_open' : ''} ${isMine || isOverdue ? 'case-row__state_mine' : ''}`}>{demandStateLabels[state]}</Text>
      </View>
      {words !== demandStateLabels[state] && <Text className="case-row__words">{words}</Text>}
      {disbursedFen > 0 && <Text className="case-row__words">{`已放款 ${sayAmount(disbursedFen)}`}</Text>}
      <Text className="case-row__when">{`${firm.name} · ${purposeLabels[purpose]}`}</Text>
      <Text className="case-row__when">{`${sayDay(changedAt, now)}更新`}</Text>
    </Tap>
  )
}
