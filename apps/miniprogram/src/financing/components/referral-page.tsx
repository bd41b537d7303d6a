import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ActOnReferral, Drawdown, DrawdownFigures, Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { notDrawnReasonLabels, notDrawnReasons, sharingVersion, withdrawalSentence, type NotDrawnReason, type ReferralAction, type ReferralState, type SharingPurpose } from '@dangqun/contracts/financing/referrals/vocabulary'
import { sayAmount } from '@dangqun/contracts/kit/figures'
import { now as readClock } from '@/platform/clock'
import type { Loaded } from '@/platform/use-loaded'
import { PlainButton, PrimaryButton, WarnButton } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { today } from '@/ui/dates.rules'
import { Notice, StaleNotice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { firstFigures, sayDrawdown } from '../financing-drawdown.rules'
import { isOpenReferral, referralAdvice, sayWaiting } from '../financing-referral.rules'
import { referralsApi } from '../financing-referrals.api'
import { useCaseAct } from '../use-case-act'
import { CaseHead } from './case-head'
import { ConsentDialog } from './consent-dialog'
import { ContactCard } from './contact-card'
import { DrawdownDialog } from './drawdown-dialog'
import { DrawdownsCard } from './drawdowns-card'
import { GrantCard } from './grant-card'
import { MaterialsCard } from './materials-card'
import { RatingCard } from './rating-card'
import { ReasonDialog } from './reason-dialog'
import { ReferralTracker } from './referral-tracker'
import { SharingCard } from './sharing-card'
import { StandingSentence } from './standing-sentence'

type Dialog = { kind: 'consent' | 'report' | 'not-drawn' } | { kind: 'dispute'; drawdown: Drawdown }
const notDrawnOptions = notDrawnReasons.filter((reason): reason is Exclude<NotDrawnReason, 'ran_out'> => reason !== 'ran_out').map((value) => ({ value, text: notDrawnReasonLabels[value] }))

/** While it matters what was brought to the bank. */
const withMaterials: readonly ReferralState[] = ['contacted', 'materials', 'due_diligence']

/** One bank: where it stands, who has it until when, whom to call, what the firm can do now. */
export function ReferralPage({ center, referral, loaded }: { center: string; referral: Referral; loaded: Loaded<Referral> }) {
  const { id, bank, state, version, allowedActions, sharing, grant } = referral
  const { run, busy, failure, forget } = useCaseAct<ReferralAction, ActOnReferral>((action, body, options) => referralsApi.act({ params: { center, id, action }, body }, options), loaded.reload)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const open = (next: Dialog) => {
    forget()
    setDialog(next)
  }
  const may = (action: ReferralAction) => allowedActions.includes(action)
  /** What is done in a dialog closes it; refused it stays open with what was typed. */
  const finish = async (action: ReferralAction, body: ActOnReferral) => {
    const isDone = await run(action, { ...body, version })
    if (isDone) setDialog(null)
    return isDone
  }
  const ask = async (action: ReferralAction, title: string, content: string, confirmText: string, body: ActOnReferral = {}) => {
    const isStop = action === 'withdraw'
    const { confirm } = await Taro.showModal({ title, content, confirmText, cancelText: '先不动', ...(isStop ? { confirmColor: '#C7161D' } : {}) })
    if (confirm) await run(action, { ...body, version })
  }
  const isAnonymous = sharing.state === 'none'
  const withdraw = () => isAnonymous
    ? ask('withdraw', `不让${bank.name}办？`, '它不再看得到这份需求，也仍不知道你是谁。想让它办，可以再选它。', '不让它办')
    : ask('withdraw', `停止给${bank.name}的授权？`, `这家银行马上停止办理。${withdrawalSentence}`, '停止授权')
  const deliver = () => ask('deliver', '材料都交给银行了？', `确认后，${bank.name}在 3 个工作日内答复齐不齐。`, '都交了')
  const sign = () => ask('sign', '已经签约了？', '和银行签好合同再点。', '已签约')
  const close = () => ask('close', '办完了？', '所有放款都核对过，就可以办结。办结后不能再登记放款。', '办结')
  const confirmDrawdown = (drawdown: Drawdown) => ask('confirm-drawdown', '数字没错？', `${sayDrawdown(drawdown)}。确认后不能改。`, '没错', { drawdownId: drawdown.id })
  const agree = (purposes: SharingPurpose[]) => finish('consent', { purposes, consentVersion: sharingVersion })
  const report = (drawdown: DrawdownFigures) => finish('report-drawdown', { drawdown })
  const dispute = (about: Drawdown) => (drawdown: DrawdownFigures) => finish('dispute-drawdown', { drawdownId: about.id, drawdown })

  const isNaming = may('consent') && state === 'claimed'
  const isRenewing = may('consent') && state !== 'claimed' && (sharing.isRenewable || sharing.state === 'lapsed')
  const awaitsMe = referral.drawdowns.some((drawdown) => drawdown.allowedActions.length > 0)
  const Report = awaitsMe ? PlainButton : PrimaryButton
  const main = [
    isNaming && <PrimaryButton key="consent" text="授权这家银行" onTap={() => open({ kind: 'consent' })} />,
    may('deliver') && <PrimaryButton key="deliver" text="材料已交" busyText={busy === 'deliver' ? '正在登记…' : null} onTap={() => void deliver()} />,
    may('sign') && <PrimaryButton key="sign" text="已签约" busyText={busy === 'sign' ? '正在登记…' : null} onTap={() => void sign()} />,
    may('report-drawdown') && <Report key="report" text={referral.drawdowns.length === 0 ? '登记放款' : '再登记一笔'} onTap={() => open({ kind: 'report' })} />,
    may('close') && <PlainButton key="close" text="办结" busyText={busy === 'close' ? '正在办…' : null} onTap={() => void close()} />,
  ].filter(Boolean)
  // At thumb height while there is room; else among what the bank may know.
  const stopsInBar = may('withdraw') && main.length < 2
  const acts = stopsInBar ? [...main, <WarnButton key="withdraw" text={isAnonymous ? '不让它办' : '停止授权'} busyText={busy === 'withdraw' ? '正在停止…' : null} onTap={() => void withdraw()} />] : main
  const now = readClock()
  const shared = { isBusy: busy !== null, failure, onClose: () => setDialog(null) }
  return (
    <Screen
      shownAt={loaded.at}
      bar={acts.length > 0 && <View className="acts">{acts}</View>}
      dialogs={
        <>
          {dialog?.kind === 'consent' && (isNaming || isRenewing) && <ConsentDialog bank={bank.name} title={isNaming ? `授权${bank.name}` : `续上给${bank.name}的授权`} onAgree={(purposes) => void agree(purposes)} {...shared} />}
          {dialog?.kind === 'report' && may('report-drawdown') && (
            <DrawdownDialog form={`drawdown ${id}`} title="登记放款" words="综合年化填百分数，贷款明白纸上有。银行会核对；5 个工作日没有回应，就记为单方确认。" buttonText="登记" first={firstFigures(grant, today(now))} onSend={report} {...shared} />
          )}
          {dialog?.kind === 'dispute' && (
            <DrawdownDialog form={`dispute ${dialog.drawdown.id}`} title="你这边是多少？" words="综合年化填百分数，贷款明白纸上有。由中心在 3 个工作日内向两边核定。" buttonText="提交" first={firstFigures(dialog.drawdown, today(now))} onSend={dispute(dialog.drawdown)} {...shared} />
          )}
          {dialog?.kind === 'not-drawn' && may('mark-not-drawn') && (
            <ReasonDialog title="不用这笔贷款？" words="这家银行就此结束，名额空出来，可以再选一家。" options={notDrawnOptions} buttonText="不用了" onAnswer={(notDrawnReason) => void finish('mark-not-drawn', { notDrawnReason })} {...shared} />
          )}
        </>
      }
    >
      {loaded.error && <StaleNotice error={loaded.error} onRetry={() => void loaded.reload()} />}
      <CaseHead lead={[bank.name, referral.productName, sayAmount(referral.amountFen)].filter(Boolean).join(' · ')} title={sayWaiting(referral)} words={referralAdvice(referral)} clock={referral} now={now} />
      {failure && dialog === null && <Notice kind="warn" text={failure.message} />}
      {grant && <GrantCard grant={grant} now={now} />}
      {referral.drawdowns.length > 0 && <DrawdownsCard drawdowns={referral.drawdowns} now={now} onConfirm={(drawdown) => void confirmDrawdown(drawdown)} onDispute={(drawdown) => open({ kind: 'dispute', drawdown })} />}
      {withMaterials.includes(state) && <MaterialsCard materials={referral.materials} />}
      {referral.product && <ContactCard product={referral.product} isUndecided={isOpenReferral(referral) && grant === null} />}
      <ReferralTracker referral={referral} now={now} />
      {referral.ratings.open !== null && may('rate') && <RatingCard key={referral.ratings.open} round={referral.ratings.open} bank={bank.name} isBusy={busy === 'rate'} onRate={(rating) => void run('rate', { rating, version })} />}
      {may('mark-not-drawn') && <View className="card card_cells"><Cell title="不用这笔贷款" words="成本高、太慢或不需要了" onTap={() => open({ kind: 'not-drawn' })} /></View>}
      <SharingCard sharing={sharing} bank={bank.name} now={now} onRenew={isRenewing ? () => open({ kind: 'consent' }) : null} onWithdraw={may('withdraw') && !stopsInBar ? () => void withdraw() : null} />
      <StandingSentence />
    </Screen>
  )
}
