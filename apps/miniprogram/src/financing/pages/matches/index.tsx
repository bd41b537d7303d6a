import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { Match, Need } from '@dangqun/contracts/financing/schemas'
import { answerLabels, type MatchOutcome } from '@dangqun/contracts/financing/vocabulary'
import { sayBp } from '@dangqun/contracts/kit/figures'
import { goBackToNeed, goToCompare, goToCost } from '@/platform/routes'
import { useStore } from '@/platform/store'
import { LinkButton, PlainButton, PrimaryButton, Tap } from '@/ui/button'
import { HalfScreen } from '@/ui/half-screen'
import { Heading } from '@/ui/heading'
import { Icon } from '@/ui/icon'
import { ErrorNotice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonRows } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { AnswerChoices } from '../../components/answer-choices'
import { FailedMatch, MatchCard } from '../../components/match-card'
import { NeedSliders } from '../../components/need-sliders'
import { SendNeed } from '../../components/send-need'
import { StandingSentence } from '../../components/standing-sentence'
import { comparedChoice, mostCompared, needChoice } from '../../financing-choice.store'
import { withAnswers } from '../../financing-demand-form.rules'
import { toWish } from '../../financing-hand-over.store'
import { noAnswers } from '../../financing-need.rules'
import { useMatches } from '../../use-matches'

export default function FinancingMatchesPage() {
  const { center = '' } = useRouter().params
  const need = useStore(needChoice)
  const compared = useStore(comparedChoice)
  const { matches, error, isStale, retry } = useMatches(center, need)
  const [isAsking, setIsAsking] = useState(false)
  const [showsFailed, setShowsFailed] = useState(false)

  if (need === null) {
    return (
      <Screen>
        <StateView icon="empty" title="还没有说需要多少" words="先用一分钟填好金额、期限和用途，再来比较。">
          <PrimaryButton text="去填需求" onTap={() => goBackToNeed(center)} />
        </StateView>
      </Screen>
    )
  }
  const change = (patch: Partial<Need>) => needChoice.set({ ...need, ...patch })
  const of = (outcome: MatchOutcome) => matches?.items.filter((each) => each.outcome === outcome) ?? []
  const [fits, unknown, unranked, failed] = [of('fits'), of('unknown'), of('unranked'), of('fails')]
  const isCompared = (match: Match) => compared.some(({ product }) => product.id === match.product.id)
  const compare = (match: Match) => {
    if (isCompared(match)) comparedChoice.set(compared.filter(({ product }) => product.id !== match.product.id))
    else comparedChoice.set([...compared, match].slice(-mostCompared))
  }
  const card = (match: Match) => <MatchCard key={match.product.id} match={match} isCompared={isCompared(match)} onOpen={() => goToCost(center, match.product.id)} onCompare={() => compare(match)} />
  const next = matches?.nextAnswer ?? null
  const dialog = isAsking && next !== null && (
    <HalfScreen title={answerLabels[next].name} note="只用来比较，不保存" onClose={() => setIsAsking(false)}>
      <AnswerChoices
        answer={next}
        answers={noAnswers}
        onAnswer={(answers) => {
          needChoice.set(withAnswers(need, answers))
          setIsAsking(false)
        }}
      />
    </HalfScreen>
  )
  return (
    <Screen
      dialogs={dialog}
      bar={matches && (
        <>
          {compared.length > 0 && <CompareBar count={compared.length} onCompare={() => goToCompare(center)} onClear={() => comparedChoice.set([])} />}
          <SendNeed center={center} need={() => need} wishes={compared.map(toWish)} />
        </>
      )}
    >
      <NeedSliders need={need} isStale={isStale} onChange={change} />
      {error && matches && <ErrorNotice error={error} onRetry={retry} />}
      {error && !matches && <ErrorState error={error} onRetry={retry} />}
      {!error && !matches && <SkeletonRows count={4} />}
      {matches && (
        <>
          <Text className="found">{fits.length > 0 ? `找到 ${fits.length} 款合适的贷款` : unknown.length > 0 ? '再多答一点，就能排出来' : '没有完全合适的贷款'}</Text>
          {fits.map(card)}
          {unknown.length > 0 && (
            <>
              <View className="section-head">
                <Heading className="section">{`补充后可判断 ${unknown.length} 款`}</Heading>
              </View>
              {next !== null && (
                <Tap className="card ask" onTap={() => setIsAsking(true)}>
                  <View className="fold__words">
                    <Text className="fold__title">{`再答一题：${answerLabels[next].name}`}</Text>
                    <Text className="fold__note">{`${answerLabels[next].why}。能判断其中 ${unknown.filter(({ missing }) => missing.includes(next)).length} 款`}</Text>
                  </View>
                  <Icon name="chevron" size={18} />
                </Tap>
              )}
              {unknown.map((match) => (
                <Pending key={match.product.id} match={match} onOpen={() => goToCost(center, match.product.id)} />
              ))}
            </>
          )}
          {unranked.length > 0 && <Heading className="section">没有填费用，不参加排序</Heading>}
          {unranked.map(({ product, notes }) => (
            <View key={product.id} className="unfit">
              <Text className="unfit__name">{`${product.bank.name} · ${product.name}`}</Text>
              <Text className="unfit__why">{notes[0] ?? ''}</Text>
            </View>
          ))}
          {failed.length > 0 && (
            <View className="section-head">
              <Heading className="section">{`暂不满足 ${failed.length} 款`}</Heading>
              <LinkButton text={showsFailed ? '收起' : '看原因'} onTap={() => setShowsFailed(!showsFailed)} />
            </View>
          )}
          {showsFailed && failed.map((match) => <FailedMatch key={match.product.id} match={match} />)}
          <Text className="basis">{`按综合年化、担保、额度、速度、期限、服务打分，银行不能花钱改变排名。LPR 一年期 ${sayBp(matches.algorithm.lpr1yBp)}（${matches.algorithm.lprOn}）。`}</Text>
          <StandingSentence />
        </>
      )}
    </Screen>
  )
}

/** A product that one more answer would decide. */
function Pending({ match: { product, missing, cost }, onOpen }: { match: Match; onOpen: () => void }) {
  return (
    <Tap className="unfit" onTap={onOpen}>
      <View className="unfit__head">
        <Text className="unfit__name">{`${product.bank.name} · ${product.name}`}</Text>
        {cost?.allInPpm != null && <Text className="unfit__rate">{`综合年化 ${sayBp(Math.round(cost.allInPpm / 100))}`}</Text>}
      </View>
      <Text className="unfit__why">{`还差：${missing.map((answer) => answerLabels[answer].name).join('、')}`}</Text>
    </Tap>
  )
}

function CompareBar({ count, onCompare, onClear }: { count: number; onCompare: () => void; onClear: () => void }) {
  return (
    <View className="compare-bar">
      <PlainButton text="清空" onTap={onClear} />
      <PlainButton text={count < 2 ? '再选一款就能对比' : `并排对比 ${count} 款`} isDisabled={count < 2} onTap={onCompare} />
    </View>
  )
}
