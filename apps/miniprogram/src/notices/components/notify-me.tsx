import { useState } from 'react'
import { View } from '@tarojs/components'
import type { PushTopic } from '@dangqun/contracts/notices/vocabulary'
import { useSession } from '@/platform/session'
import { askToSubscribe, canSubscribe } from '@/platform/subscribe'
import { useLoaded } from '@/platform/use-loaded'
import { PlainButton } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { noticesApi } from '../notices.api'

/** Offers that WeChat tells of changes; where that is not possible, or was refused, the inbox has them anyway. */
export function NotifyMe({ center, topics }: { center: string; topics: readonly PushTopic[] }) {
  const token = useSession()
  const known = useLoaded(canSubscribe && token ? `${center} ${token}` : null, () => noticesApi.listTopics({ params: { center } }))
  const [outcome, setOutcome] = useState<'asking' | 'refused' | null>(null)
  const offered = known.data?.items.filter(({ topic }) => topics.includes(topic)) ?? []
  if (offered.length === 0) return null

  const ask = async () => {
    setOutcome('asking')
    const answers = await askToSubscribe(offered.map(({ templateId }) => templateId))
    const given = offered.flatMap(({ topic, templateId }) => {
      const answer = answers?.get(templateId)
      return answer ? [{ topic, answer }] : []
    })
    const isAllowed = given.some(({ answer }) => answer === 'accept')
    // Lost on the way, it is one message less; the person can tap again.
    const saved = isAllowed ? await noticesApi.allowPushes({ params: { center }, body: { answers: given } }).catch(() => null) : null
    if (saved) known.replace(saved)
    setOutcome(saved ? null : 'refused')
  }
  if (outcome === 'refused') return <Notice text="没有开启微信提醒。有变动时，“我的 · 消息”里会告诉你。" />
  if (offered.every(({ left }) => left > 0)) return <Notice text="有变动时，微信会提醒你一次。" />
  return (
    <View className="notify-me">
      <PlainButton text="有变动时通知我" busyText={outcome === 'asking' ? '等你选择…' : null} onTap={() => void ask()} />
    </View>
  )
}
