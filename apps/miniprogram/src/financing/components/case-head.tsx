import type { PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { sayDaysLeft, sayDueDay } from '@/ui/dates.rules'
import { Heading } from '@/ui/heading'

interface CaseHeadProps {
  lead: string
  title: string
  words: string
  clock: { dueAt: string | null; daysLeft: number | null; isOverdue: boolean }
  now: Date
}

/** What people come for: who has it, until when, and what that means. */
export function CaseHead({ lead, title, words, clock, now, children }: PropsWithChildren<CaseHeadProps>) {
  const left = sayDaysLeft(clock)
  return (
    <View className="card case-head">
      <Text className="case-head__where">{lead}</Text>
      <Heading className="case-head__title" level={1}>{title}</Heading>
      {clock.dueAt !== null && (
        <View className={`case-head__due ${clock.isOverdue ? 'case-head__due_over' : ''}`}>
          <Text className="case-head__day">{`最晚 ${sayDueDay(clock.dueAt, now)}`}</Text>
          {left && <Text className="case-head__left">{left}</Text>}
        </View>
      )}
      {children}
      <Text className="case-head__words">{words}</Text>
    </View>
  )
}
