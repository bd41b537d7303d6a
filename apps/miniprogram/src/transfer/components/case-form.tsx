import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { transferReasonAdvice, transferReasonLabels } from '@dangqun/contracts/transfer/vocabulary'
import { leaveTransferForm, openTransfer } from '@/platform/routes'
import { useAct } from '@/platform/use-act'
import { LinkButton, PrimaryButton } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { Restored } from '@/ui/restored'
import { Screen } from '@/ui/screen'
import { transferApi } from '../transfer.api'
import { checkFields, formFields, type FormField } from '../transfer-form.rules'
import { useBranches } from '../use-branches'
import { useCaseForm } from '../use-case-form'
import { useSteps } from '../use-steps'
import { FormCheck } from './form-check'
import { Progress } from './progress'
import { Receipt } from './receipt'
import { StepForm } from './form-steps'

/** A case that the server keeps, step by step up to the submission. */
export function CaseFormPage({ center, opened }: { center: string; opened: Transfer }) {
  const form = useCaseForm(center, opened)
  const { transfer, values, draft } = form
  const branches = useBranches(center).data?.items ?? []
  const reason = opened.state === 'returned' ? opened.reason : null
  const steps = useSteps(opened, opened.form, values, reason, opened.findings.flatMap(({ level, field }) => (level === 'stop' && field ? [field] : [])))
  // A case that was changed meanwhile is submitted anew.
  const submission = useAct(({ id }: Pick<Transfer, 'id' | 'version'>, idempotencyKey) => transferApi.act({ params: { center, id, action: 'submit' }, body: {} }, { idempotencyKey }))
  const [receipt, setReceipt] = useState<Transfer | null>(null)
  const { current } = steps
  const isIntake = opened.state === 'intake'

  const next = async () => {
    if (!current) return
    const asked = [...steps.askedOf(current), ...(steps.isOpen(current, 'optional') ? current.optional : [])]
    const wrong = checkFields(asked, current.optional, values, transfer.form)
    form.setErrors(wrong)
    if (Object.keys(wrong).length > 0) return
    const { saved, wrong: refused } = await form.save()
    if (saved) steps.next()
    else steps.goToWrong(refused)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const submit = async () => {
    submission.clear()
    const { saved, wrong } = await form.save()
    if (!saved) return steps.goToWrong(wrong)
    if (isIntake) return openTransfer(center, saved.id)
    const done = await submission.run({ id: saved.id, version: saved.version })
    if (!done) return
    draft.clear()
    setReceipt(done)
  }
  const mend = (field: string, text: string) => {
    if ((formFields as readonly string[]).includes(field)) form.change({ [field as FormField]: text })
  }
  // A correction by one tap goes to the server with the submission; the finding it answers is gone at once.
  const findings = transfer.findings.filter(({ field, suggestion }) => !(suggestion && field && values[field as FormField] === suggestion))
  const hasStops = findings.some(({ level }) => level === 'stop')
  // What stands at its field is not said twice.
  const isSaid = current !== null && [...current.fields, ...current.optional].some((field) => form.errors[field] !== undefined)
  const trouble = (isSaid ? null : form.failure) ?? submission.error

  if (receipt) {
    return <Screen><Receipt transfer={receipt} onOpen={() => openTransfer(center, receipt.id)} onDone={() => leaveTransferForm(center)} /></Screen>
  }
  return (
    <Screen
      bar={current ? (
        <PrimaryButton text="下一步" busyText={form.isSaving ? '正在保存…' : null} onTap={() => void next()} />
      ) : (
        <PrimaryButton text={isIntake ? '保存' : '提交申请'} isDisabled={!isIntake && hasStops} busyText={submission.isBusy || form.isSaving ? '正在提交…' : null} onTap={() => void submit()} />
      )}
    >
      {steps.asking.length > 0 && <Progress at={steps.place} of={steps.asking.length + 1} />}
      <Restored draft={draft} />
      {reason && (
        <View className="returned">
          <Text className="returned__title">{`退回原因：${transferReasonLabels[reason]}`}</Text>
          {opened.comment && <Text className="returned__words">{`经办人说：${opened.comment}`}</Text>}
          <Text className="returned__words">{transferReasonAdvice[reason]}</Text>
        </View>
      )}
      {current ? (
        <StepForm
          center={center} step={current} asked={steps.askedOf(current)} values={values} errors={form.errors} form={transfer.form} branches={branches} hasOptional={steps.isOpen(current, 'optional')}
          onChange={form.change} onOpenKnown={() => steps.open(current, 'known')} onOpenOptional={() => steps.open(current, 'optional')}
        />
      ) : (
        <FormCheck steps={steps.all} values={values} form={transfer.form} branches={branches} findings={findings} onMend={mend} onGo={steps.goTo} />
      )}
      {trouble && <Notice kind="warn" text={trouble.isRetryable ? `${trouble.message}。填写的内容还在，可以再点一次。` : trouble.message} />}
      {steps.back && <View className="start__back"><LinkButton text="返回上一步" onTap={steps.back} /></View>}
    </Screen>
  )
}
