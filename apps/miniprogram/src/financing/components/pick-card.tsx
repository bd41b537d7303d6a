import { Text, View } from '@tarojs/components'
import type { Match } from '@dangqun/contracts/financing/schemas'
import { answerLabels, matchMarkLabels, repaymentLabels } from '@dangqun/contracts/financing/vocabulary'
import { sayBpRange, sayPpm, sayYuan } from '@dangqun/contracts/kit/figures'
import { LinkButton, Tap } from '@/ui/button'

interface PickCardProps {
  match: Match
  isChosen: boolean
  onToggle: () => void
  onOpen: () => void
}

/** One product to be ticked: what it really costs and what the bank calls it, in one size. */
export function PickCard({ match, isChosen, onToggle, onOpen }: PickCardProps) {
  const { product, cost, mark, rank, missing, notes } = match
  const name = `${product.bank.name} · ${product.name}`
  return (
    <View className={`card pick-card ${isChosen ? 'pick-card_on' : ''}`}>
      <Tap role="switch" isChecked={isChosen} label={name} onTap={onToggle}>
        <View className="match__head">
          <View className={`pick-card__tick ${isChosen ? 'pick-card__tick_on' : ''}`}><View className="tracker__tick" /></View>
          <View className="match__names">
            <Text className="match__name">{`${rank === null ? '' : `${rank}. `}${name}`}</Text>
            {cost && <Text className="match__nominal">{repaymentLabels[cost.repayment]}</Text>}
          </View>
          {mark && <Text className={`mark mark_${mark}`}>{matchMarkLabels[mark]}</Text>}
        </View>
        <View className="match__figures">
          <View>
            <Text className="match__figure pick-card__figure">{cost?.allInPpm == null ? '—' : sayPpm(cost.allInPpm)}</Text>
            <Text className="match__label">综合年化（含全部费用）</Text>
          </View>
          <View className="match__right">
            <Text className="match__figure pick-card__figure">{sayBpRange(product.nominalLowBp, product.nominalHighBp)}</Text>
            <Text className="match__label">名义利率</Text>
          </View>
        </View>
        {cost && <Text className="match__payments">{`一共多付 ${sayYuan(Math.round(cost.totalCostFen / 100) * 100)}`}</Text>}
        {missing.length > 0 && <Text className="match__note">{`还要问：${missing.map((answer) => answerLabels[answer].name).join('、')}`}</Text>}
        {notes.map((words) => <Text key={words} className="match__note">{words}</Text>)}
      </Tap>
      <View className="match__foot"><LinkButton text="看测算和还款计划" onTap={onOpen} /></View>
    </View>
  )
}
