import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { CostSheet } from '@dangqun/contracts/financing/schemas'
import { feePayeeLabels, repaymentLabels } from '@dangqun/contracts/financing/vocabulary'
import { sayAmount, sayBp, sayMonths, sayPpm, sayYuan } from '@dangqun/contracts/kit/figures'
import { goBackToNeed } from '@/platform/routes'
import { useStore } from '@/platform/store'
import { useLoaded } from '@/platform/use-loaded'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { Heading } from '@/ui/heading'
import { ErrorNotice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonPage } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { ScheduleChart, ScheduleTable } from '../../components/schedule'
import { SendNeed } from '../../components/send-need'
import { StandingSentence } from '../../components/standing-sentence'
import { comparedChoice, needChoice } from '../../financing-choice.store'
import { toWish } from '../../financing-hand-over.store'
import { useCostPaper, useOffer } from '../../use-offer'

export default function FinancingCostPage() {
  const { center = '', id = '', picking } = useRouter().params
  const need = useStore(needChoice)
  const compared = useStore(comparedChoice)
  const load = useOffer(center, id, need)
  const paper = useCostPaper(center, id, need)
  const { data: sheet, error, reload } = useLoaded(`${center} ${id} ${JSON.stringify(need)}`, load)
  if (!sheet && error && error.status !== 404) return <Screen><ErrorState error={error} onRetry={() => void reload()} /></Screen>
  if (!sheet && error) {
    return (
      <Screen>
        <StateView icon="empty" title="找不到这款产品" words="可能已经下架，看看其他产品吧。">
          <PrimaryButton text="重新比较" onTap={() => goBackToNeed(center)} />
        </StateView>
      </Screen>
    )
  }
  if (!sheet) return <Screen><SkeletonPage /></Screen>
  const print = () => paper.print(`融资成本测算-${sheet.productName}`)
  const wishes = [{ id, name: `${sheet.bankName} · ${sheet.productName}` }, ...compared.filter(({ product }) => product.id !== id).map(toWish)]
  return (
    <Screen bar={need && !picking && <SendNeed center={center} need={() => need} wishes={wishes} />}>
      <View className="sheet-head">
        <Text className="sheet-head__note">融资成本测算（参考）</Text>
        <Heading className="sheet-head__title" level={1}>{`${sheet.bankName} · ${sheet.productName}`}</Heading>
        <Text className="sheet-head__note">{`${sayAmount(sheet.amountFen)} · ${sayMonths(sheet.months)} · ${repaymentLabels[sheet.repayment]}`}</Text>
      </View>
      <View className="card">
        <View className="match__figures match__figures_first">
          <View>
            <Text className="match__figure match__figure_large">{sheet.allInPpm === null ? '算不出' : sayPpm(sheet.allInPpm)}</Text>
            <Text className="match__label">综合年化（含全部费用）</Text>
          </View>
          <View className="match__right">
            <Text className="match__figure">{sayBp(sheet.nominalBp)}</Text>
            <Text className="match__label">名义利率</Text>
          </View>
        </View>
        <Cell title="一共多付" value={sayYuan(sheet.totalCostFen)} words={`利息 ${sayYuan(sheet.interestFen)}，费用 ${sayYuan(sheet.feesFen)}`} />
        <Cell title="平均每月多付" value={sayYuan(sheet.monthlyCostFen)} words={sheet.payments} />
        <Cell title="利率怎么来" words={sheet.pricingWords} />
        <Cell title="计息方式" words={sheet.dayCountWords} />
      </View>
      <Fees sheet={sheet} />
      {(sheet.plus50 ?? sheet.ninetyDays) && (
        <View className="card card_cells">
          {sheet.plus50 && <Cell title="如果 LPR 上调 50 基点" words={`一共多付 ${sayYuan(sheet.plus50.totalCostFen)}`} value={sheet.plus50.allInPpm === null ? '' : `年化 ${sayPpm(sheet.plus50.allInPpm)}`} />}
          {sheet.ninetyDays && <Cell title="如果只用 90 天" words={`一共多付 ${sayYuan(sheet.ninetyDays.totalCostFen)}`} value={sheet.ninetyDays.allInPpm === null ? '' : `年化 ${sayPpm(sheet.ninetyDays.allInPpm)}`} />}
        </View>
      )}
      <View className="card">
        <Heading className="card__title">还款计划</Heading>
        <ScheduleChart sheet={sheet} />
        <ScheduleTable sheet={sheet} />
      </View>
      <View className="card">
        <Heading className="card__title">怎么算的</Heading>
        {sheet.assumptions.map((words) => (
          <Text key={words} className="paragraph words-small">{words}</Text>
        ))}
      </View>
      {paper.error && <ErrorNotice error={paper.error} onRetry={() => void print()} />}
      <View className="actions">
        <PlainButton text="保存或转发这份测算（PDF）" busyText={paper.isBusy ? '正在生成' : null} onTap={() => void print()} />
      </View>
      <StandingSentence />
      {paper.dialogs}
    </Screen>
  )
}

function Fees({ sheet: { fees } }: { sheet: CostSheet }) {
  if (fees === null) return <Text className="empty-line">银行没有填写利息以外的费用，实际成本可能更高，请当面问清。</Text>
  if (fees.length === 0) return <Text className="empty-line">银行声明：无其他费用。</Text>
  return (
    <View className="card card_cells">
      {fees.map(({ name, payee, words, totalFen }) => (
        <Cell key={name} title={`${name}（付给${feePayeeLabels[payee]}）`} words={words} value={sayYuan(totalFen)} />
      ))}
    </View>
  )
}
