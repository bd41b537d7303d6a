import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { transferDirectionLabels, transferKindLabels } from '@dangqun/contracts/transfer/vocabulary'
import { SignInInvitation } from '@/accounts/components/sign-in-invitation'
import { useCenter } from '@/centers/centers.api'
import { now as readClock } from '@/platform/clock'
import { call } from '@/platform/phone-call'
import { goToTransferForm, goToTransfers, goToTransferStart } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { useAct } from '@/platform/use-act'
import { useLoaded } from '@/platform/use-loaded'
import { useReturn } from '@/platform/use-return'
import { PlainButton, PrimaryButton, WarnButton } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { sayDay } from '@/ui/dates.rules'
import { Notice, StaleNotice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonPage } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { CaseHead } from '../../components/case-head'
import { CasePapers } from '../../components/case-papers'
import { StandingLine } from '../../components/standing-line'
import { Tracker } from '../../components/tracker'
import { transferApi } from '../../transfer.api'
import { isOpenCase, sayConsentEnd } from '../../transfer-words.rules'

/** One case: where it stands, who has it until when, what happened, what the member can do now. */
export default function TransferDetailPage() {
  const { center = '', id = '' } = useRouter().params
  const token = useSession()
  const loaded = useLoaded(token && `${center} ${id} ${token}`, () => transferApi.get({ params: { center, id } }), { keptAs: `transfer ${center} ${id}` })
  const { data: card } = useCenter(center)
  const reread = ({ status }: ApiError) => status === 409 && void loaded.reload()
  const withdrawal = useAct((version: number, idempotencyKey) => transferApi.act({ params: { center, id, action: 'withdraw' }, body: { version } }, { idempotencyKey }), reread)
  const consentWithdrawal = useAct((_: null, idempotencyKey) => transferApi.withdrawConsent({ params: { center, id }, body: {} }, { idempotencyKey }), reread)
  usePullDownRefresh(() => void loaded.reload().finally(() => Taro.stopPullDownRefresh()))
  useReturn(() => void loaded.reload())

  if (token === null) return <SignInInvitation icon="user" title="登录后看进度" words="接转进度只有本人看得到。" />
  const { data: transfer, error } = loaded
  if (!transfer && error?.status === 404) {
    return (
      <Screen>
        <StateView icon="empty" title="找不到这件接转" words="可能不是你的，或已换了账号。">
          <PrimaryButton text="看我的接转" onTap={() => goToTransfers(center)} />
        </StateView>
      </Screen>
    )
  }
  if (!transfer && error) return <Screen><ErrorState error={error} onRetry={() => void loaded.reload()} /></Screen>
  if (!transfer) return <Screen><SkeletonPage /></Screen>

  const withdraw = async () => {
    const isDraft = transfer.state === 'draft'
    const { confirm } = await Taro.showModal({
      title: isDraft ? '不办了？' : '撤回申请？',
      content: isDraft ? '填写的内容不再提交。想办时可以重新开始。' : '撤回后经办人不再处理，组织关系没有变化。想办时要重新申请。',
      confirmText: isDraft ? '不办了' : '撤回', cancelText: '先不动', confirmColor: '#C7161D',
    })
    if (!confirm) return
    consentWithdrawal.clear()
    const withdrawn = await withdrawal.run(transfer.version)
    if (withdrawn) loaded.replace(withdrawn)
  }
  const withdrawConsent = async () => {
    const { confirm } = await Taro.showModal({
      title: '撤回同意？', content: sayConsentEnd(transfer), confirmText: '撤回同意', cancelText: '先不动', confirmColor: '#C7161D',
    })
    if (!confirm) return
    withdrawal.clear()
    const restricted = await consentWithdrawal.run(null)
    if (restricted) loaded.replace(restricted)
  }
  const failure = withdrawal.error ?? consentWithdrawal.error
  const now = readClock()
  return (
    <Screen shownAt={loaded.at} bar={<Acts transfer={transfer} busy={withdrawal.isBusy} onUpdate={() => goToTransferForm(center, id)} onWithdraw={() => void withdraw()} onAgain={() => goToTransferStart(center)} onCall={card ? () => call(card.phone) : null} />}>
      {error && <StaleNotice error={error} onRetry={() => void loaded.reload()} />}
      <CaseHead transfer={transfer} now={now} />
      {failure && <Notice kind="warn" text={failure.message} />}
      <Tracker transfer={transfer} now={now} />
      <CasePapers transfer={transfer} now={now} />
      {transfer.isRestricted && <Notice text={`你已撤回同意，这里只留编号、日期和党委。${isOpenCase(transfer.state) ? '剩下的手续请到柜台用纸质办理。' : ''}`} />}
      {transfer.allowedActions.includes('withdraw-consent') && (
        <View className="card card_cells"><Cell title="撤回对个人信息的同意" words={`${sayDay(`${transfer.consent.on}T00:00:00+08:00`, now)}同意的${isOpenCase(transfer.state) ? '；撤回后改用纸质办理' : ''}`} value={consentWithdrawal.isBusy ? '正在撤回…' : undefined} onTap={() => void withdrawConsent()} /></View>
      )}
      <StandingLine words={`${transferDirectionLabels[transfer.direction]}${transfer.kind === 'internal' ? '' : ` · ${transferKindLabels[transfer.kind]}`}`} />
    </Screen>
  )
}

interface ActsProps {
  transfer: Transfer
  busy: boolean
  onUpdate: () => void
  onWithdraw: () => void
  onAgain: () => void
  onCall: (() => void) | null
}

/** What the member can do now, from `allowedActions` alone, and whom to ask. */
function Acts({ transfer: { state, allowedActions }, busy, onUpdate, onWithdraw, onAgain, onCall }: ActsProps) {
  const mayUpdate = allowedActions.includes('update')
  const updateText = state === 'returned' ? '去补正' : state === 'intake' ? '修改登记' : '接着填写'
  return (
    <View className="acts">
      {mayUpdate && <PrimaryButton text={updateText} onTap={onUpdate} />}
      {!isOpenCase(state) && state !== 'closed' && <PrimaryButton text="重新办理" onTap={onAgain} />}
      {!mayUpdate && onCall && isOpenCase(state) && <PrimaryButton text="打电话问问" onTap={onCall} />}
      {!isOpenCase(state) && onCall && <PlainButton text="打电话问问" onTap={onCall} />}
      {allowedActions.includes('withdraw') && <WarnButton text={state === 'draft' ? '不办了' : '撤回申请'} busyText={busy ? '正在撤回…' : null} onTap={onWithdraw} />}
    </View>
  )
}
