import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { asApiError } from '@/platform/use-loaded'
import { PrimaryButton, Tap, WarnButton } from '@/ui/button'
import { Field } from '@/ui/field'
import { HalfScreen } from '@/ui/half-screen'
import { Notice } from '@/ui/notice'

interface DeskReasonProps {
  title: string
  note?: string
  label: string
  placeholder: string
  okText: string
  /** The usual answers, one tap each. */
  usual: readonly string[]
  missing: string
  maxLength?: number
  isUndoing?: boolean
  /** @throws ApiError */
  onConfirm: (words: string) => Promise<void>
  onClose: () => void
}

/** One line that has to be said before something is done. */
export function DeskReason({ title, note, label, placeholder, okText, usual, missing, maxLength = 100, isUndoing = false, onConfirm, onClose }: DeskReasonProps) {
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiError | null>(null)
  const [isSending, setSending] = useState(false)
  const confirm = async () => {
    if (words.trim() === '') return setProblem(missing)
    setSending(true)
    setFailure(null)
    try {
      await onConfirm(words.trim())
    } catch (error) {
      setFailure(asApiError(error))
      setSending(false)
    }
  }
  const Confirm = isUndoing ? WarnButton : PrimaryButton
  return (
    <HalfScreen title={title} note={note} onClose={onClose} footer={<Confirm text={okText} busyText={isSending ? '正在办理…' : null} onTap={() => void confirm()} />}>
      <Field
        label={label}
        placeholder={placeholder}
        value={words}
        maxLength={maxLength}
        error={problem}
        hasFocus={usual.length === 0}
        onChange={(text) => {
          setWords(text)
          setProblem(null)
        }}
        onConfirm={() => void confirm()}
      />
      {usual.length > 0 && (
        <View className="chips desk-usual">
          {usual.map((each) => (
            <Tap
              key={each}
              className={`chips__one ${each === words ? 'chips__one_on' : ''}`}
              onTap={() => {
                setWords(each)
                setProblem(null)
              }}
            >
              <Text>{each}</Text>
            </Tap>
          ))}
        </View>
      )}
      {failure && <Notice kind="warn" text={failure.message} />}
    </HalfScreen>
  )
}
