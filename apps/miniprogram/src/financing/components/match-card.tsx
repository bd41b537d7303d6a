import { Text, View } from '@tarojs/components'
import type { Match } from '@dangqun/contracts/financing/schemas'
import { matchMarkLabels, repaymentLabels } from '@dangqun/contracts/financing/vocabulary'
import { sayBpRange, sayPpm, sayYuan, sayYuanFigure } from '@dangqun/contracts/kit/figures'
import { LinkButton, Tap } from '@/ui/button'
import { Icon } from '@/ui/icon'

interface Props {
  match: Match
  isCompared: boolean
  onOpen: () => void
  onCompare: () => void
}

/** One product that fits: what it really costs, large; the bank's own rate beside it, never larger. */
export function MatchCard({ match, isCompared, onOpen, onCompare }: Props) {
  const { product, cost, mark, rank, reasons, notes } = match
  if (!cost) return null
  return (
    <View className="card match">
      <Tap onTap={onOpen}>
        <View className="match__head">
          <View className="match__names">
            <Text className="match__name">{`${rank === null ? '' : `${rank}. `}${product.bank.name} · ${product.name}`}</Text>
            <Text className="match__nominal">{`名义利率 ${sayBpRange(product.nominalLowBp, product.nominalHighBp)} · ${repaymentLabels[cost.repayment]}`}</Text>
          </View>
          {mark && <Text className={`mark mark_${mark}`}>{matchMarkLabels[mark]}</Text>}
        </View>
        <View className="match__figures">
          <View>
            <Text className="match__figure">{cost.allInPpm === null ? '—' : sayPpm(cost.allInPpm)}</Text>
            <Text className="match__label">综合年化（含全部费用）</Text>
          </View>
          <View className="match__right">
            <Text className="match__figure">
              {sayYuanFigure(Math.round(cost.totalCostFen / 100) * 100)}
              <Text className="match__unit"> 元</Text>
            </Text>
            <Text className="match__label">一共多付</Text>
          </View>
        </View>
        <Text className="match__payments">{`平均每月多付 ${sayYuan(Math.round(cost.monthlyCostFen / 100) * 100)}。${cost.payments}`}</Text>
        {reasons.map((words) => (
          <View key={words} className="match__reason">
            <Icon name="check" size={16} />
            <Text>{words}</Text>
          </View>
        ))}
        {notes.map((words) => (
          <Text key={words} className="match__note">{words}</Text>
        ))}
      </Tap>
      <View className="match__foot">
        <LinkButton text={isCompared ? '已加入对比' : '加入对比'} onTap={onCompare} />
        <LinkButton text="看测算和还款计划" onTap={onOpen} />
      </View>
    </View>
  )
}

/** A product that does not fit: every reason with both figures, and what would make it fit. */
export function FailedMatch({ match: { product, failures, change } }: { match: Match }) {
  return (
    <View className="unfit">
      <View className="unfit__head">
        <Text className="unfit__name">{`${product.bank.name} · ${product.name}`}</Text>
        <Text className="unfit__word">暂不满足</Text>
      </View>
      {failures.map(({ rule, words }) => (
        <Text key={rule} className="unfit__why">{words}</Text>
      ))}
      <Text className="unfit__change">{change ?? '这款不适合这次的需求'}</Text>
    </View>
  )
}
