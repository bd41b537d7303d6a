import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { Match } from '@dangqun/contracts/financing/schemas'
import { repaymentLabels, securityLabels } from '@dangqun/contracts/financing/vocabulary'
import { sayAmount, sayBpRange, sayMonths, sayPpm, sayYuanFigure } from '@dangqun/contracts/kit/figures'
import { goBackToNeed, goToCost } from '@/platform/routes'
import { useStore } from '@/platform/store'
import { LinkButton, PrimaryButton } from '@/ui/button'
import { Screen } from '@/ui/screen'
import { StateView } from '@/ui/state-view'
import { SendNeed } from '../../components/send-need'
import { StandingSentence } from '../../components/standing-sentence'
import { comparedChoice, needChoice } from '../../financing-choice.store'
import { toWish } from '../../financing-hand-over.store'

const whole = (fen: number) => sayYuanFigure(Math.round(fen / 100) * 100)

/** What is laid side by side, the cost first. */
const rows: readonly { name: string; large?: true; say: (match: Match) => string }[] = [
  { name: '综合年化（含全部费用）', large: true, say: ({ cost }) => (cost?.allInPpm == null ? '—' : sayPpm(cost.allInPpm)) },
  { name: '名义利率', say: ({ product }) => sayBpRange(product.nominalLowBp, product.nominalHighBp) },
  { name: '一共多付（元）', large: true, say: ({ cost }) => (cost ? whole(cost.totalCostFen) : '—') },
  { name: '其中费用（元）', say: ({ cost }) => (cost ? whole(cost.feesFen) : '—') },
  { name: '平均每月多付（元）', say: ({ cost }) => (cost ? whole(cost.monthlyCostFen) : '—') },
  { name: '金额和期限', say: ({ cost }) => (cost ? `${sayAmount(cost.amountFen)}，${sayMonths(cost.months)}` : '—') },
  { name: '怎么还', say: ({ cost }) => (cost ? `${repaymentLabels[cost.repayment]}。${cost.payments}` : '—') },
  { name: '担保', say: ({ product }) => [...product.securities.map((each) => securityLabels[each]), ...(product.hasOwnerGuarantee ? ['另需实控人保证'] : [])].join('、') },
  { name: '答复', say: ({ product }) => (product.promisedDays === null ? '未承诺' : `承诺 ${product.promisedDays} 个工作日`) },
  { name: '还要知道', say: ({ notes }) => notes.join('；') || '没有其他费用' },
]

export default function FinancingComparePage() {
  const { center = '' } = useRouter().params
  const compared = useStore(comparedChoice)
  const need = useStore(needChoice)
  if (compared.length < 2) {
    return (
      <Screen>
        <StateView icon="empty" title="还没有选好要对比的产品" words="在比较结果里点“加入对比”，选两到三款。">
          <PrimaryButton text="去比较" onTap={() => goBackToNeed(center)} />
        </StateView>
      </Screen>
    )
  }
  return (
    <Screen bar={need && <SendNeed center={center} need={() => need} wishes={compared.map(toWish)} />}>
      <View className="card side-by-side">
        <View className="side-by-side__row">
          {compared.map(({ product }) => (
            <View key={product.id} className="side-by-side__one">
              <Text className="side-by-side__bank">{product.bank.name}</Text>
              <Text className="side-by-side__name">{product.name}</Text>
            </View>
          ))}
        </View>
        {rows.map(({ name, large, say }) => (
          <View key={name}>
            <Text className="side-by-side__label">{name}</Text>
            <View className="side-by-side__row">
              {compared.map((match) => (
                <Text key={match.product.id} className={`side-by-side__one ${large ? 'side-by-side__one_large' : ''}`}>{say(match)}</Text>
              ))}
            </View>
          </View>
        ))}
        <View className="side-by-side__row">
          {compared.map(({ product }) => (
            <View key={product.id} className="side-by-side__one">
              <LinkButton text="看测算" onTap={() => goToCost(center, product.id)} />
            </View>
          ))}
        </View>
      </View>
      <StandingSentence />
    </Screen>
  )
}
