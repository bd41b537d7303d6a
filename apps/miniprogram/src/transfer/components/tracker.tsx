import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Transfer, TransferStepTaken } from '@dangqun/contracts/transfer/schemas'
import { transferReasonLabels } from '@dangqun/contracts/transfer/vocabulary'
import { LinkButton } from '@/ui/button'
import { sayMoment } from '@/ui/dates.rules'
import { aheadOf, sayDueDay, sayStep, sayTaken, shortName } from '../transfer-words.rules'

/** How many past steps stand open: what happened long ago is folded. */
const openSteps = 4

/** Every step of a case from top to bottom: what happened, who has it until when, what comes. */
export function Tracker({ transfer, now }: { transfer: Transfer; now: Date }) {
  const [isWhole, setIsWhole] = useState(false)
  const { history, holder, duties } = transfer
  const hidden = isWhole ? 0 : Math.max(0, history.length - openSteps)
  const ahead = aheadOf(transfer)
  return (
    <View className="card tracker">
      {hidden > 0 && <View className="tracker__fold"><LinkButton text={`前面还有 ${hidden} 步，展开看`} onTap={() => setIsWhole(true)} /></View>}
      {history.slice(hidden).map((step) => <Done key={`${step.action} ${step.at}`} step={step} transfer={transfer} now={now} />)}
      {holder && <Current transfer={transfer} now={now} />}
      {ahead.map(({ state, office, name }) => (
        <View key={state} className="tracker__step tracker__step_ahead">
          <View className="tracker__dot" />
          <View className="tracker__main"><Text className="tracker__title">{sayStep(state, office, name, transfer)}</Text></View>
        </View>
      ))}
      {duties.reference && <Text className="tracker__reference">{`正式编号：${duties.reference}`}</Text>}
    </View>
  )
}

/** The step that somebody has now, open: who, until when, what belongs to it. */
function Current({ transfer, now }: { transfer: Transfer; now: Date }) {
  const { state, holder, dueAt, form, duties, archive } = transfer
  const isMine = holder?.office === 'member'
  const title = isMine ? (state === 'returned' ? '你来补正，再提交' : '你来填写，提交') : sayStep(state, holder?.office ?? null, holder?.name ?? null, transfer)
  return (
    <View className="tracker__step tracker__step_now">
      <View className="tracker__dot"><View className="tracker__core" /></View>
      <View className="tracker__main">
        <Text className="tracker__title tracker__title_now">{title}</Text>
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
            <Text className="tracker__words">介绍信抬头和去处，请原党委这样写</Text>
            <Text>{form.receivingCommitteeName ? `抬头：${form.receivingCommitteeName}` : ''}</Text>
            {form.receivingCommitteeCode && <Text className="tracker__line-text">{`组织编码：${form.receivingCommitteeCode}`}</Text>}
            {form.receivingBranchName && <Text className="tracker__line-text">{`去处：${shortName(form.receivingBranchName)}`}</Text>}
          </View>
        )}
      </View>
    </View>
  )
}

function Done({ step, transfer, now }: { step: TransferStepTaken; transfer: Transfer; now: Date }) {
  const { reason, comment } = step
  return (
    <View className="tracker__step tracker__step_done">
      <View className="tracker__dot"><View className="tracker__tick" /></View>
      <View className="tracker__main">
        <View className="tracker__line">
          <Text className="tracker__title">{sayTaken(step, transfer)}</Text>
          <Text className="tracker__when">{sayMoment(step.at, now)}</Text>
        </View>
        {reason && <Text className="tracker__words">{`原因：${transferReasonLabels[reason]}${comment ? `。${comment}` : ''}`}</Text>}
        {!reason && comment && <Text className="tracker__words">{comment}</Text>}
      </View>
    </View>
  )
}
