import { Text, View } from '@tarojs/components'
import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { sayDueDay } from '@/ui/dates.rules'
import { StateView } from '@/ui/state-view'
import { sayStep } from '../transfer-words.rules'

/** It has arrived: who has it now, until when, and where to look. */
export function Receipt({ transfer, onOpen, onDone }: { transfer: Transfer; onOpen: () => void; onDone: () => void }) {
  const { state, holder, dueAt } = transfer
  const next = `接下来${sayStep(state, holder?.office ?? null, holder?.name ?? null, transfer)}`
  return (
    <StateView icon="check" title={state === 'intake' ? '意向已登记' : '已提交'} words={dueAt ? `${next}，最晚 ${sayDueDay(dueAt)}。` : `${next}。`}>
      <PrimaryButton text="看进度" onTap={onOpen} />
      <PlainButton text="完成" onTap={onDone} />
      <View className="receipt__note"><Text>每走一步，“我的 · 消息”里都会告诉你。</Text></View>
    </StateView>
  )
}
