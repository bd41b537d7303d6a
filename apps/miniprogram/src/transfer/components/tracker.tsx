import { Text, View } from '@tarojs/components'
import type { Transfer, TransferStepTaken } from '@dangqun/contracts/transfer/schemas'
import { isOnline, transferReasonLabels } from '@dangqun/contracts/transfer/vocabulary'
import { sayDueDay, sayMoment } from '@/ui/dates.rules'
import { AheadStep, CurrentStep, DoneStep, StepLine } from '@/ui/step-line'
import { aheadOf, sayStep, sayTaken, shortName } from '../transfer-words.rules'

/** Every step of a case from top to bottom: what happened, who has it until when, what comes. */
export function Tracker({ transfer, now }: { transfer: Transfer; now: Date }) {
  const { history, holder, duties } = transfer
  return (
    <StepLine done={history.map((step) => <Done key={`${step.action} ${step.at}`} step={step} transfer={transfer} now={now} />)}>
      {holder && <Current transfer={transfer} now={now} />}
      {aheadOf(transfer).map(({ state, office, name }) => <AheadStep key={state} title={sayStep(state, office, name, transfer)} />)}
      {duties.reference && <Text className="tracker__reference">{`正式编号：${duties.reference}`}</Text>}
    </StepLine>
  )
}

/** The step that somebody has now, open: who, until when, what belongs to it. */
function Current({ transfer, now }: { transfer: Transfer; now: Date }) {
  const { kind, state, holder, dueAt, form, duties, archive } = transfer
  const isMine = holder?.office === 'member'
  const title = isMine ? (state === 'returned' ? '你来补正，再提交' : '你来填写，提交') : sayStep(state, holder?.office ?? null, holder?.name ?? null, transfer)
  return (
    <CurrentStep title={title}>
      {dueAt && <Text className="tracker__words">{`最晚 ${sayDueDay(dueAt, now)}`}</Text>}
      {state === 'accepted' && duties.receiptDueAt && !duties.receiptFiledOn && <Text className="tracker__words">{`回执最晚 ${sayDueDay(duties.receiptDueAt, now)} 寄回`}</Text>}
      {state === 'supplement' && archive.missing.length > 0 && <Text className="tracker__words">{`要补：${archive.missing.join('、')}`}</Text>}
      {state === 'endorsed' && form.duesPaidTo && (
        <View className="tracker__box">
          <Text>{`党费已交到 ${Number(form.duesPaidTo.slice(0, 4))} 年 ${Number(form.duesPaidTo.slice(5))} 月`}</Text>
          <Text className="tracker__words">开具前会核对，有误请打电话说一声</Text>
        </View>
      )}
      {state === 'placed' && (
        <View className="tracker__box">
          <Text className="tracker__words">{isOnline(kind) ? '接收的党组织，请原党委这样填' : '介绍信抬头和去处，请原党委这样写'}</Text>
          <Text>{form.receivingCommitteeName ? `抬头：${form.receivingCommitteeName}` : ''}</Text>
          {form.receivingCommitteeCode && <Text className="tracker__line-text">{`组织编码：${form.receivingCommitteeCode}`}</Text>}
          {form.receivingBranchName && <Text className="tracker__line-text">{`去处：${shortName(form.receivingBranchName)}`}</Text>}
        </View>
      )}
    </CurrentStep>
  )
}

function Done({ step, transfer, now }: { step: TransferStepTaken; transfer: Transfer; now: Date }) {
  const { reason, comment } = step
  return (
    <DoneStep title={sayTaken(step, transfer)} when={sayMoment(step.at, now)}>
      {reason && <Text className="tracker__words">{`原因：${transferReasonLabels[reason]}${comment ? `。${comment}` : ''}`}</Text>}
      {!reason && comment && <Text className="tracker__words">{comment}</Text>}
    </DoneStep>
  )
}
