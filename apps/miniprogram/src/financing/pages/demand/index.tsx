import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { ActOnDemand, Demand } from '@dangqun/contracts/financing/demands/schemas'
import { closeReasonLabels, closeReasons, type CloseReason, type DemandAction } from '@dangqun/contracts/financing/demands/vocabulary'
import { withdrawalSentence } from '@dangqun/contracts/financing/referrals/vocabulary'
import { sayAmount } from '@dangqun/contracts/kit/figures'
import { SignInInvitation } from '@/accounts/components/sign-in-invitation'
import { now as readClock } from '@/platform/clock'
import { goToDemandForm, goToDemands, goToFinancing, goToPicks, goToReferral } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { useLoaded } from '@/platform/use-loaded'
import { useReturn } from '@/platform/use-return'
import { PrimaryButton, WarnButton } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { Heading } from '@/ui/heading'
import { Notice, StaleNotice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonPage } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { BankRows } from '../../components/bank-rows'
import { CaseHead } from '../../components/case-head'
import { DemandTracker } from '../../components/demand-tracker'
import { NeedRows } from '../../components/need-card'
import { ReasonDialog } from '../../components/reason-dialog'
import { StandingSentence } from '../../components/standing-sentence'
import { demandsApi } from '../../financing-demands.api'
import { advice, headline, placesLeft } from '../../financing-demand.rules'
import { isOpenDemand } from '../../financing-summary.rules'
import { useCaseAct } from '../../use-case-act'

const closeOptions = closeReasons.filter((reason): reason is Exclude<CloseReason, 'satisfied'> => reason !== 'satisfied').map((value) => ({ value, text: closeReasonLabels[value] }))

/** One demand: where it stands, who has it until when, its banks, what the firm can do now. */
export default function FinancingDemandPage() {
  const { center = '', id = '' } = useRouter().params
  const token = useSession()
  const loaded = useLoaded(token && `${center} ${id} ${token}`, () => demandsApi.get({ params: { center, id } }), { keptAs: `demand ${center} ${id}` })
  const { run, busy, failure, forget } = useCaseAct<DemandAction, ActOnDemand>((action, body, options) => demandsApi.act({ params: { center, id, action }, body }, options), loaded.reload)
  const [isClosing, setClosing] = useState(false)
  usePullDownRefresh(() => void loaded.reload().finally(() => Taro.stopPullDownRefresh()))
  useReturn(() => void loaded.reload())

  if (token === null) return <SignInInvitation icon="queue" title="登录后看融资需求" words="只有企业自己和中心看得到。" />
  const { data: demand, error } = loaded
  if (!demand && error?.status === 404) {
    return (
      <Screen>
        <StateView icon="empty" title="找不到这份需求" words="可能不是你的企业的，或已换了账号。">
          <PrimaryButton text="看我的融资需求" onTap={() => goToDemands(center)} />
        </StateView>
      </Screen>
    )
  }
  if (!demand && error) return <Screen><ErrorState error={error} onRetry={() => void loaded.reload()} /></Screen>
  if (!demand) return <Screen><SkeletonPage /></Screen>

  const { state, allowedActions, version } = demand
  const withdraw = async () => {
    const isSent = state !== 'draft'
    const { confirm } = await Taro.showModal({
      title: '撤回这份需求？', content: isSent ? `所有银行马上停止办理。${withdrawalSentence}撤回后不能恢复，可以再提一份。` : '填写的内容不再提交，可以再提一份。',
      confirmText: '撤回', cancelText: '先不动', confirmColor: '#C7161D',
    })
    if (confirm) await run('withdraw', { version })
  }
  const close = async (closeReason: Exclude<CloseReason, 'satisfied'>) => {
    if (await run('close', { closeReason, version })) setClosing(false)
  }
  const now = readClock()
  return (
    <Screen
      shownAt={loaded.at}
      bar={<Acts demand={demand} isWithdrawing={busy === 'withdraw'} onUpdate={() => goToDemandForm(center, id)} onPick={() => goToPicks(center, id)} onWithdraw={() => void withdraw()} onAgain={() => goToFinancing(center)} />}
      dialogs={isClosing && allowedActions.includes('close') && (
        <ReasonDialog
          title="结束这份需求？" words={`还在办的银行一并结束，不再看得到你的资料。已经放出的款不受影响。`} options={closeOptions} buttonText="结束需求" isBusy={busy === 'close'} failure={failure}
          onAnswer={(reason) => void close(reason)} onClose={() => setClosing(false)}
        />
      )}
    >
      {error && <StaleNotice error={error} onRetry={() => void loaded.reload()} />}
      <CaseHead lead={`${demand.firm.name} · ${sayAmount(demand.amountFen)}`} title={headline(demand)} words={advice(demand)} clock={demand} now={now}>
        {state === 'draft' && demand.note !== null && (
          <View className="returned returned_inner">
            <Text className="returned__title">党群服务中心的说明</Text>
            <Text className="returned__words">{demand.note}</Text>
          </View>
        )}
      </CaseHead>
      {failure && !isClosing && <Notice kind="warn" text={failure.message} />}
      {demand.referrals.length > 0 && <Banks demand={demand} onOpen={(referral) => goToReferral(center, referral)} />}
      <DemandTracker demand={demand} now={now} />
      <View className="card summary">
        <Text className="summary__title">需求内容</Text>
        <NeedRows need={demand.need} />
        {demand.purposeText !== null && <Line name="具体用途" value={demand.purposeText} />}
        {demand.neededBy !== null && <Line name="最晚使用" value={demand.neededBy} />}
        <Line name="联系人" value={`${demand.contact.name} ${demand.contact.phone}`} />
      </View>
      {allowedActions.includes('close') && (
        <View className="card card_cells">
          <Cell title="结束这份需求" words="借够了、不需要了，或没有合适的" onTap={() => { forget(); setClosing(true) }} />
        </View>
      )}
      <StandingSentence />
    </Screen>
  )
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <View className="summary__row">
      <Text className="summary__label">{name}</Text>
      <Text className="summary__value">{value}</Text>
    </View>
  )
}

function Banks({ demand, onOpen }: { demand: Demand; onOpen: (id: string) => void }) {
  return (
    <>
      <View className="section-head">
        <Heading className="section">{demand.disbursedFen > 0 ? `银行，已放款 ${sayAmount(demand.disbursedFen)}` : '银行'}</Heading>
        {isOpenDemand(demand) && demand.audience === 'picked' && <Text className="section-head__note">{`在办 ${demand.banks} 家，最多 5 家`}</Text>}
      </View>
      <BankRows referrals={demand.referrals} onOpen={onOpen} />
    </>
  )
}

interface ActsProps {
  demand: Demand
  isWithdrawing: boolean
  onUpdate: () => void
  onPick: () => void
  onWithdraw: () => void
  onAgain: () => void
}

/** What the firm can do now, from `allowedActions` alone. */
function Acts({ demand, isWithdrawing, onUpdate, onPick, onWithdraw, onAgain }: ActsProps) {
  const { state, note, allowedActions } = demand
  const mayPick = allowedActions.includes('open') && placesLeft(demand) > 0
  return (
    <View className="acts">
      {allowedActions.includes('update') && <PrimaryButton text={note === null ? '接着填写' : '修改再提交'} onTap={onUpdate} />}
      {mayPick && <PrimaryButton text={state === 'matched' ? '去选银行' : '再选银行'} onTap={onPick} />}
      {!isOpenDemand(demand) && <PrimaryButton text="再提一份" onTap={onAgain} />}
      {allowedActions.includes('withdraw') && <WarnButton text="撤回需求" busyText={isWithdrawing ? '正在撤回…' : null} onTap={onWithdraw} />}
    </View>
  )
}
