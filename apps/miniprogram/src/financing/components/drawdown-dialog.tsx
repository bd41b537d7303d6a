import { useState } from 'react'
import { Text } from '@tarojs/components'
import type { DrawdownFigures } from '@dangqun/contracts/financing/referrals/schemas'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { now } from '@/platform/clock'
import { useDraft } from '@/platform/use-draft'
import { PrimaryButton } from '@/ui/button'
import { DateField } from '@/ui/date-field'
import { today } from '@/ui/dates.rules'
import { Field } from '@/ui/field'
import { HalfScreen } from '@/ui/half-screen'
import { Notice } from '@/ui/notice'
import { Restored } from '@/ui/restored'
import { checkFigures, toFigures, type DrawdownDraft, type DrawdownErrors } from '../financing-drawdown.rules'

interface DrawdownDialogProps {
  /** The name of the kept draft. */
  form: string
  title: string
  words: string
  buttonText: string
  first: DrawdownDraft
  isBusy: boolean
  failure: ApiError | null
  /** @returns whether it was sent */
  onSend: (figures: DrawdownFigures) => Promise<boolean>
  onClose: () => void
}

/** Asks what was drawn, when, at what rate with every cost. */
export function DrawdownDialog({ form, title, words, buttonText, first, isBusy, failure, onSend, onClose }: DrawdownDialogProps) {
  const draft = useDraft<DrawdownDraft>(form, first)
  const [errors, setErrors] = useState<DrawdownErrors>({})
  const { values, change } = draft
  const send = async () => {
    const wrong = checkFigures(values, today(now()))
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return
    if (await onSend(toFigures(values))) draft.clear()
  }
  return (
    <HalfScreen title={title} onClose={onClose} footer={<PrimaryButton text={buttonText} busyText={isBusy ? '正在提交…' : null} onTap={() => void send()} />}>
      <Restored draft={draft} />
      <Field label="多少万元" placeholder="如 30" value={values.amountWan} maxLength={9} error={errors.amountWan ?? null} onChange={(amountWan) => change({ amountWan })} />
      <Field label="综合年化" placeholder="如 4.35" value={values.allIn} maxLength={6} error={errors.allIn ?? null} onChange={(allIn) => change({ allIn })} />
      <DateField label="哪天放的" placeholder="选择日期" value={values.drawnOn} start="2024-01-01" end={today(now())} error={errors.drawnOn ?? null} onChange={(drawnOn) => change({ drawnOn })} />
      <Text className="words">{words}</Text>
      {failure && <Notice kind="warn" text={`${failure.message.replace(/。$/, '')}。填写的内容还在。`} />}
    </HalfScreen>
  )
}
