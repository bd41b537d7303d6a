import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import type { Transfer, TransferForm } from '@dangqun/contracts/transfer/schemas'
import { transferCauses, transferKinds, type StoredTransferKind, type TransferCause } from '@dangqun/contracts/transfer/vocabulary'
import { organizationApi } from '@/organization/organization.api'
import { wait } from '@/platform/clock'
import { newKey } from '@/platform/keys'
import { persist } from '@/platform/persist.rules'
import { goToTransferStart, openTransfer } from '@/platform/routes'
import { useStore } from '@/platform/store'
import { drafts, useDraft } from '@/platform/use-draft'
import { asApiError, useLoaded } from '@/platform/use-loaded'
import { LinkButton, PrimaryButton } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { Restored } from '@/ui/restored'
import { Screen } from '@/ui/screen'
import { SkeletonPage } from '@/ui/skeleton'
import { StateView } from '@/ui/state-view'
import { startChoice } from '../transfer-choice.store'
import { transferConsent } from '../transfer-consent.text'
import { changedInput, checkFields, emptyValues, unkeptFields, type FormErrors, type FormValues } from '../transfer-form.rules'
import { transferApi } from '../transfer.api'
import { useBranches } from '../use-branches'
import { errorsOf } from '../use-case-form'
import { useSteps } from '../use-steps'
import { FormCheck } from './form-check'
import { Progress } from './progress'
import { Receipt } from './receipt'
import { StepForm } from './form-steps'

/** What of an intake is kept on the phone until it is registered: with the answer how the letter will travel. */
interface IntakeDraft extends FormValues {
  kind: string
}
const draftName = (center: string) => `transfer intake ${center}`
/** Nothing is known of somebody who comes from elsewhere. */
const unknownForm = Object.fromEntries(Object.keys(emptyValues).map((field) => [field, null])) as unknown as TransferForm

/** 转入意向登记: nothing is at the server before the last step, because nobody has been asked to act yet. */
export function IntakeFormPage({ center }: { center: string }) {
  const choice = useStore(startChoice)
  const person = useLoaded(center, () => organizationApi.getMyPerson({ params: { center } }))
  const [kept] = useState(() => drafts.find(draftName(center)))
  if (!choice && !kept) {
    return (
      <Screen>
        <StateView icon="info" title="先回答三个问题" words="转入要先知道从哪里来、为什么转。">
          <PrimaryButton text="开始" onTap={() => goToTransferStart(center)} />
        </StateView>
      </Screen>
    )
  }
  if (!person.data && !person.error) return <Screen><SkeletonPage /></Screen>
  const first: IntakeDraft = { ...emptyValues, kind: choice?.kind ?? 'cross_province_paper', cause: choice?.cause ?? '', name: person.data?.name ?? '', phone: person.data?.phone ?? '' }
  return <IntakeForm center={center} first={first} />
}

function IntakeForm({ center, first }: { center: string; first: IntakeDraft }) {
  const draft = useDraft<IntakeDraft>(draftName(center), first, { unkept: unkeptFields })
  const { values } = draft
  const branches = useBranches(center).data?.items ?? []
  const kind = (transferKinds as readonly string[]).includes(values.kind) ? (values.kind as StoredTransferKind) : 'cross_province_paper'
  const known: TransferForm = { ...unknownForm, name: first.name || null, phone: first.phone || null, cause: (transferCauses as readonly string[]).includes(first.cause) ? (first.cause as TransferCause) : null }
  const steps = useSteps({ direction: 'in', kind }, known, values, null, [])
  const [errors, setErrors] = useState<FormErrors>({})
  const [failure, setFailure] = useState<ApiError | null>(null)
  const [isSending, setSending] = useState(false)
  const [receipt, setReceipt] = useState<Transfer | null>(null)
  const intent = useRef<{ key: string; body: string } | null>(null)
  const { current } = steps

  const next = () => {
    if (!current) return
    const asked = [...steps.askedOf(current), ...(steps.isOpen(current, 'optional') ? current.optional : [])]
    const wrong = checkFields(asked, current.optional, values, known)
    setErrors(wrong)
    if (Object.keys(wrong).length === 0) steps.next()
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const register = async () => {
    const all = steps.all.flatMap(({ fields }) => fields)
    const wrong = checkFields(all, [], values, known)
    setErrors(wrong)
    setFailure(null)
    const [missing] = Object.keys(wrong)
    if (missing) {
      const step = steps.all.find(({ fields }) => (fields as readonly string[]).includes(missing))
      return step && steps.goTo(step)
    }
    setSending(true)
    try {
      const body = { direction: 'in', kind, consent: { source: 'phone', version: transferConsent.version }, form: changedInput(values, emptyValues) } as const
      // One key for as long as the same is sent: a lost answer registers nothing twice.
      const text = JSON.stringify(body)
      const { key } = (intent.current = intent.current?.body === text ? intent.current : { key: newKey(), body: text })
      const done = await persist(() => transferApi.register({ params: { center }, body }, { idempotencyKey: key }), { wait })
      draft.clear()
      startChoice.set(null)
      setReceipt(done)
    } catch (error) {
      const refusal = asApiError(error)
      const named = errorsOf(refusal)
      setErrors(named)
      setFailure(refusal)
    }
    setSending(false)
  }

  if (receipt) return <Screen><Receipt transfer={receipt} onOpen={() => openTransfer(center, receipt.id)} onDone={() => void Taro.navigateBack()} /></Screen>
  return (
    <Screen bar={current ? <PrimaryButton text="下一步" onTap={next} /> : <PrimaryButton text="登记转入意向" busyText={isSending ? '正在登记…' : null} onTap={() => void register()} />}>
      <Progress at={steps.place} of={steps.asking.length + 1} />
      <Restored draft={draft} />
      {current ? (
        <StepForm
          center={center} step={current} asked={steps.askedOf(current)} values={values} errors={errors} form={known} branches={branches} hasOptional={steps.isOpen(current, 'optional')}
          onChange={draft.change} onOpenKnown={() => steps.open(current, 'known')} onOpenOptional={() => steps.open(current, 'optional')}
        />
      ) : (
        <FormCheck steps={steps.all} values={values} form={known} branches={branches} findings={null} onMend={() => undefined} onGo={steps.goTo} />
      )}
      {failure && <Notice kind="warn" text={failure.isRetryable ? `${failure.message}。填写的内容还在，可以再点一次，不会重复登记。` : failure.message} />}
      {steps.back && <View className="start__back"><LinkButton text="返回上一步" onTap={steps.back} /></View>}
    </Screen>
  )
}
