import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { bindingBases, bindingBasisLabels, type BindingKind } from '@dangqun/contracts/organization/bindings/vocabulary'
import { SignInInvitation } from '@/accounts/components/sign-in-invitation'
import { leaveBindingForm } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { useDraft } from '@/platform/use-draft'
import { asApiError } from '@/platform/use-loaded'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { Choices } from '@/ui/choices'
import { Field } from '@/ui/field'
import { Heading } from '@/ui/heading'
import { Notice } from '@/ui/notice'
import { Restored } from '@/ui/restored'
import { Screen } from '@/ui/screen'
import { StateView } from '@/ui/state-view'
import { askWords, checkAsk, emptyAsk, toAsk, type AskDraft } from '../../organization-bindings.rules'
import { bindingsApi } from '../../organization-bindings.api'

/** Asks the centre to find the person in the roll, or as a firm's representative. The answer is the same for everybody. */
export default function AskPage() {
  const { center = '', kind: given } = useRouter().params
  const kind: BindingKind = given === 'firm' ? 'firm' : 'member'
  const token = useSession()
  if (token === null) return <SignInInvitation icon="user" title="登录后再核对身份" words={askWords[kind].why} />
  return <AskForm center={center} kind={kind} />
}

function AskForm({ center, kind }: { center: string; kind: BindingKind }) {
  const draft = useDraft<AskDraft>(`binding ${kind} ${center}`, emptyAsk, { unkept: ['idNumber'] })
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({})
  const [failure, setFailure] = useState<ApiError | null>(null)
  const [isSending, setSending] = useState(false)
  const [answer, setAnswer] = useState<string | null>(null)
  const words = askWords[kind]

  const send = async () => {
    const wrong = checkAsk(kind, draft.values)
    setErrors(wrong)
    setFailure(null)
    if (Object.keys(wrong).length > 0) return
    setSending(true)
    try {
      const { message } = await bindingsApi.askBinding({ params: { center }, body: toAsk(kind, draft.values) })
      draft.clear()
      setAnswer(message)
    } catch (error) {
      const refusal = asApiError(error)
      setErrors(refusal.fields)
      setFailure(Object.keys(refusal.fields).length > 0 ? null : refusal)
    }
    setSending(false)
  }
  const back = () => leaveBindingForm(center)
  if (answer !== null) {
    return (
      <Screen>
        <StateView icon="check" title={answer} words={kind === 'member' ? '请带身份证到窗口核对，或等工作人员按登记的电话联系你。' : '请带营业执照和身份证或授权书，到窗口核对原件。'}>
          <PrimaryButton text="完成" onTap={back} />
        </StateView>
      </Screen>
    )
  }
  const line = (field: 'name' | 'idNumber' | 'firm', label: string, placeholder: string, maxLength: number) => (
    <Field label={label} placeholder={placeholder} value={draft.values[field]} maxLength={maxLength} error={errors[field] ?? null} onChange={(value) => draft.change({ [field]: value })} />
  )
  return (
    <Screen>
      <Restored draft={draft} />
      <Heading className="section">{words.title}</Heading>
      <View className="card">
        {line('name', '姓名', '与身份证一致', 40)}
        {kind === 'member' ? line('idNumber', '身份证号', '18 位', 24) : line('firm', '企业名称', '营业执照上的全称', 80)}
      </View>
      {kind === 'firm' && (
        <Choices label="你是" options={bindingBases.map((value) => ({ value, text: bindingBasisLabels[value] }))} chosen={draft.values.basis} onChoose={(basis) => draft.change({ basis })} />
      )}
      <Text className="words">为什么要填：{words.why}</Text>
      <Text className="words">谁看得到：{words.who}</Text>
      {failure && <Notice kind="warn" text={failure.isRetryable ? `${failure.message}。填写的内容还在，可以再点一次。` : failure.message} />}
      <View className="actions">
        <PrimaryButton text="同意并提交" busyText={isSending ? '正在提交…' : null} onTap={() => void send()} />
        <PlainButton text="不填了" onTap={back} />
      </View>
    </Screen>
  )
}
