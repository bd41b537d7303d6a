import { useState } from 'react'
import { Text } from '@tarojs/components'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { WarnButton } from '@/ui/button'
import { Choices } from '@/ui/choices'
import { HalfScreen } from '@/ui/half-screen'
import { Notice } from '@/ui/notice'

interface ReasonDialogProps<Value> {
  title: string
  words: string
  options: readonly { value: Value; text: string }[]
  buttonText: string
  isBusy: boolean
  failure: ApiError | null
  onAnswer: (reason: Value) => void
  onClose: () => void
}

/** An end that somebody chooses: why, and what it means, before it is done. */
export function ReasonDialog<Value extends string>({ title, words, options, buttonText, isBusy, failure, onAnswer, onClose }: ReasonDialogProps<Value>) {
  const [reason, setReason] = useState<Value | null>(null)
  return (
    <HalfScreen
      title={title}
      onClose={onClose}
      footer={<WarnButton text={reason === null ? '先选一个原因' : buttonText} isDisabled={reason === null} busyText={isBusy ? '正在办…' : null} onTap={() => reason !== null && onAnswer(reason)} />}
    >
      <Text className="words">{words}</Text>
      <Choices<Value | null> label="原因" options={options} chosen={reason} onChoose={setReason} />
      {failure && <Notice kind="warn" text={failure.message} />}
    </HalfScreen>
  )
}
