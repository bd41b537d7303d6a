import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ActOnDemand, Demand, DemandMatches } from '@dangqun/contracts/financing/demands/schemas'
import type { Match } from '@dangqun/contracts/financing/schemas'
import { mostBanks } from '@dangqun/contracts/financing/demands/vocabulary'
import { withdrawalSentence } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { goToCost } from '@/platform/routes'
import { PlainButton, PrimaryButton, Tap } from '@/ui/button'
import { Heading } from '@/ui/heading'
import { Icon } from '@/ui/icon'
import { Notice } from '@/ui/notice'
import { Restored } from '@/ui/restored'
import { Screen } from '@/ui/screen'
import { StateView } from '@/ui/state-view'
import { needChoice } from '../financing-choice.store'
import { isEnough } from '../financing-picks.rules'
import { usePicks } from '../use-picks'
import { ConsentChoices } from './consent-choices'
import { EveryBankDialog } from './every-bank-dialog'
import { PickCard } from './pick-card'
import { StandingSentence } from './standing-sentence'

interface PickBanksProps {
  center: string
  demand: Demand
  matches: DemandMatches
  isBusy: boolean
  failure: ApiError | null
  /** @returns whether it was sent */
  onSend: (body: ActOnDemand) => Promise<boolean>
}

/** First which banks, by what their loans really cost; then, bank by bank, what it may know. */
export function PickBanks({ center, demand, matches, isBusy, failure, onSend }: PickBanksProps) {
  const picks = usePicks(demand, matches)
  const [isAgreeing, setAgreeing] = useState(false)
  const [asksEvery, setAsksEvery] = useState(false)
  const { chosen, offers, places, body } = picks
  const turn = (next: boolean) => {
    setAgreeing(next)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const send = async (what: ActOnDemand) => {
    if (await onSend(what)) picks.draft.clear()
  }
  const lookAt = (product: string) => {
    needChoice.set(demand.need)
    goToCost(center, product, { isPicking: true })
  }
  const card = (match: Match) => <PickCard key={match.product.id} match={match} isChosen={chosen.includes(match)} onToggle={() => picks.toggle(match.product.id)} onOpen={() => lookAt(match.product.id)} />
  const mayAskEvery = demand.audience !== 'all'

  if (isAgreeing && chosen.length > 0) {
    const left = chosen.filter(({ product }) => !isEnough(picks.agreed[product.id])).length
    return (
      <Screen
        bar={
          <View className="acts">
            <PrimaryButton text={body === null ? `还有 ${left} 家没同意` : `发给这 ${chosen.length} 家银行`} isDisabled={body === null} busyText={isBusy ? '正在发送…' : null} onTap={() => body && void send(body)} />
            <PlainButton text="返回" onTap={() => turn(false)} />
          </View>
        }
      >
        <View className="page-head">
          <Heading className="start__title" level={1}>逐家决定给不给看</Heading>
          <Text className="page-head__words">每家分开同意，没同意的银行什么也看不到。</Text>
        </View>
        {failure && <Notice kind="warn" text={failure.message} />}
        {chosen.map(({ product }) => (
          <View key={product.id} className="card">
            <Heading className="card__title">{`${product.bank.name} · ${product.name}`}</Heading>
            <ConsentChoices bank={product.bank.name} agreed={picks.agreed[product.id] ?? []} onChange={(purposes) => picks.agree(product.id, purposes)} />
          </View>
        ))}
        <Text className="basis">{withdrawalSentence}</Text>
        <StandingSentence />
      </Screen>
    )
  }
  if (offers.length === 0) {
    return (
      <Screen dialogs={asksEvery && <EveryBankDialog isBusy={isBusy} failure={failure} onAgree={() => void send({ audience: 'all', version: demand.version })} onClose={() => setAsksEvery(false)} />}>
        <StateView icon="empty" title="没有可以再选的产品" words={mayAskEvery ? '可以发给所有银行，看有没有银行愿意接。' : '等银行接单，或在需求里改条件再提一份。'}>
          {mayAskEvery && <PrimaryButton text="发给所有银行" onTap={() => setAsksEvery(true)} />}
        </StateView>
      </Screen>
    )
  }
  return (
    <Screen
      bar={<PrimaryButton text={chosen.length === 0 ? '先勾选银行' : `选好 ${chosen.length} 家，下一步`} isDisabled={chosen.length === 0} onTap={() => turn(true)} />}
      dialogs={asksEvery && <EveryBankDialog isBusy={isBusy} failure={failure} onAgree={() => void send({ audience: 'all', version: demand.version })} onClose={() => setAsksEvery(false)} />}
    >
      <View className="page-head">
        <Heading className="start__title" level={1}>{`选银行，最多 ${places} 家`}</Heading>
        <Text className="page-head__words">{`按真实成本排好了，一家银行选一款${places < mostBanks ? `。已有 ${mostBanks - places} 家在办` : ''}。`}</Text>
      </View>
      <Restored draft={picks.draft} />
      {failure && !asksEvery && <Notice kind="warn" text={failure.message} />}
      {picks.isFull && <Notice kind="warn" text={`这次最多选 ${places} 家。想换，先去掉一家。`} />}
      {offers.filter(({ outcome }) => outcome === 'fits').map(card)}
      {offers.some(({ outcome }) => outcome === 'unknown') && <Heading className="section">还不能确定合不合适，也可以选</Heading>}
      {offers.filter(({ outcome }) => outcome === 'unknown').map(card)}
      {mayAskEvery && (
        <Tap className="card fold" onTap={() => setAsksEvery(true)}>
          <View className="fold__words">
            <Text className="fold__title">拿不准选哪家？发给所有银行</Text>
            <Text className="fold__note">不写名字，哪家愿意办，你再决定告不告诉它你是谁</Text>
          </View>
          <Icon name="chevron" size={18} />
        </Tap>
      )}
      <StandingSentence />
    </Screen>
  )
}
