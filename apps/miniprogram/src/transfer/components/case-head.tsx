import { Text, View } from '@tarojs/components'
import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { transferReasonAdvice, transferReasonLabels } from '@dangqun/contracts/transfer/vocabulary'
import { sayDaysLeft, sayDueDay } from '@/ui/dates.rules'
import { Heading } from '@/ui/heading'
import { advice, headline, sayOtherSide } from '../transfer-words.rules'

const withReason = ['returned', 'refused', 'rejected', 'refusal_pending', 'rejection_pending']

/** What people come for: what is left, who has it, until when, and what that means. */
export function CaseHead({ transfer, now }: { transfer: Transfer; now: Date }) {
  const { state, dueAt, isOverdue, reason, comment, letterValidUntil } = transfer
  const daysLeft = sayDaysLeft(transfer)
  const otherSide = sayOtherSide(transfer)
  const words = advice(transfer)
  const isValidity = state === 'placed' || (state === 'issued' && letterValidUntil !== null)
  return (
    <View className="card case-head">
      {otherSide && <Text className="case-head__where">{otherSide}</Text>}
      <Heading className="case-head__title" level={1}>{headline(transfer)}</Heading>
      {dueAt && daysLeft && (
        <View className={`case-head__due ${isOverdue ? 'case-head__due_over' : ''}`}>
          <Text className="case-head__day">{`${isValidity ? '有效期到' : '最晚'} ${sayDueDay(dueAt, now)}`}</Text>
          <Text className="case-head__left">{daysLeft}</Text>
        </View>
      )}
      {reason && withReason.includes(state) && (
        <View className="returned returned_inner">
          <Text className="returned__title">{`原因：${transferReasonLabels[reason]}`}</Text>
          {comment && <Text className="returned__words">{`经办人说：${comment}`}</Text>}
          {state === 'returned' && <Text className="returned__words">{transferReasonAdvice[reason]}</Text>}
        </View>
      )}
      {words && <Text className="case-head__words">{words}</Text>}
    </View>
  )
}
