import { useState } from 'react'
import { Text } from '@tarojs/components'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { useDraft } from '@/platform/use-draft'
import { asApiError } from '@/platform/use-loaded'
import { PrimaryButton } from '@/ui/button'
import { Field } from '@/ui/field'
import { HalfScreen } from '@/ui/half-screen'

interface CodeDialogProps {
  code: string
  hint: string | null
  error: ApiError | null
  /** @throws ApiError */
  onEnter: (code: string) => Promise<void>
  onClose: () => void
}

/** The code under a poster's QR, by hand. */
export function CodeDialog({ code, hint, error, onEnter, onClose }: CodeDialogProps) {
  // A code that was scanned wins over one that was typed some other day.
  const draft = useDraft(code === '' ? 'code' : null, { code })
  const [problem, setProblem] = useState<string | null>(error?.message ?? null)
  const [isReading, setReading] = useState(false)

  const enter = async () => {
    const text = draft.values.code.trim()
    if (text === '') return setProblem('请输入海报上的编码')
    setReading(true)
    setProblem(null)
    try {
      await onEnter(text.slice(0, 32))
      draft.clear()
      onClose()
    } catch (failure) {
      setProblem(asApiError(failure).message)
      setReading(false)
    }
  }

  return (
    <HalfScreen title="输入编码" onClose={onClose} footer={<PrimaryButton text="确定" busyText={isReading ? '正在查找…' : null} onTap={() => void enter()} />}>
      {hint && <Text className="words">{hint}</Text>}
      <Field label="编码" placeholder="二维码下方的 8 位字母数字" value={draft.values.code} maxLength={32} error={problem} hasFocus onChange={(text) => draft.change({ code: text })} onConfirm={() => void enter()} />
    </HalfScreen>
  )
}
