import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Transfer, TransferForm, TransferInput } from '@dangqun/contracts/transfer/schemas'
import { transferCauses, transferKinds, type StoredTransferKind, type TransferCause } from '@dangqun/contracts/transfer/vocabulary'
import { organizationApi } from '@/organization/organization.api'
import { goToTransferStart, leaveTransferForm, openTransfer } from '@/platform/routes'
import { useAct } from '@/platform/use-act'
import { drafts, useDraft } from '@/platform/use-draft'
import { useLoaded } from '@/platform/use-loaded'
import { LinkButton, PrimaryButton } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { Restored } from '@/ui/restored'
import { Screen } from '@/ui/screen'
import { SkeletonPage } from '@/ui/skeleton'
import { StateView } from '@/ui/state-view'
import { startChoice, type StartChoice } from '../transfer-choice.store'
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
  // As it was when the page was opened: once it is registered it is forgotten, and the receipt stays.
  const [choice] = useState(startChoice.get)
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
  return <IntakeForm center={center} choice={choice} first={first} />
}

function IntakeForm({ center, choice, first }: { center: string; choice: StartChoice | null; first: IntakeDraft }) {
  const draft = useDraft<IntakeDraft>(draftName(center), first, { unkept: unkeptFields })
  const { values, change } = draft
  useEffect(() => {
    // An older draft holds what was answered then.
    if (choice) change({ kind: choice.kind, cause: choice.cause })
  }, [choice, change])
  const branches = useBranches(center).data?.items ?? []
  const kind = (transferKinds as readonly string[]).includes(values.kind) ? (values.kind as StoredTransferKind) : 'cross_province_paper'
  const known: TransferForm = { ...unknownForm, name: first.name || null, phone: first.phone || null, cause: (transferCauses as readonly string[]).includes(first.cause) ? (first.cause as TransferCause) : null }
  const steps = useSteps({ direction: 'in', kind }, known, values, null, [])
  const [errors, setErrors] = useState<FormErrors>({})
  const [receipt, setReceipt] = useState<Transfer | null>(null)
  const showWrong = (wrong: FormErrors) => {
    setErrors(wrong)
    steps.goToWrong(wrong)
  }
  const registration = useAct(
    (given: { kind: StoredTransferKind; form: TransferInput }, idempotencyKey) =>
      transferApi.register({ params: { center }, body: { direction: 'in', consent: { source: 'phone', version: transferConsent.version }, ...given } }, { idempotencyKey }),
    (refusal) => showWrong(errorsOf(refusal)),
  )
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
    registration.clear()
    if (Object.keys(wrong).length > 0) return showWrong(wrong)
    setErrors({})
    const done = await registration.run({ kind, form: changedInput(values, emptyValues) })
    if (!done) return
    draft.clear()
    startChoice.set(null)
    setReceipt(done)
  }

  const failure = registration.error
  if (receipt) return <Screen><Receipt transfer={receipt} onOpen={() => openTransfer(center, receipt.id)} onDone={() => leaveTransferForm(center)} /></Screen>
  return (
    <Screen bar={current ? <PrimaryButton text="下一步" onTap={next} /> : <PrimaryButton text="登记转入意向" busyText={registration.isBusy ? '正在登记…' : null} onTap={() => void register()} />}>
      <Progress at={steps.place} of={steps.asking.length + 1} />
      <Restored draft={draft} except={values.idNumber === '' ? '，只有身份证号不存在手机上，要再填一次' : ''} />
      {current ? (
        <StepForm
          center={center} step={current} asked={steps.askedOf(current)} values={values} errors={errors} form={known} branches={branches} hasOptional={steps.isOpen(current, 'optional')}
          onChange={change} onOpenKnown={() => steps.open(current, 'known')} onOpenOptional={() => steps.open(current, 'optional')}
        />
      ) : (
        <FormCheck steps={steps.all} values={values} form={known} branches={branches} findings={null} onMend={() => undefined} onGo={steps.goTo} />
      )}
      {failure && <Notice kind="warn" text={failure.isRetryable ? `${failure.message}。填写的内容还在，可以再点一次，不会重复登记。` : failure.message} />}
      {steps.back && <View className="start__back"><LinkButton text="返回上一步" onTap={steps.back} /></View>}
    </Screen>
  )
}
