import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { isOnPaper, type TransferDirection, type TransferKind } from '@dangqun/contracts/transfer/vocabulary'
import { accountsApi } from '@/accounts/accounts.api'
import { useSignIn } from '@/accounts/use-sign-in'
import { leaveTransferForm, openTransferForm } from '@/platform/routes'
import { session } from '@/platform/session'
import { useAct } from '@/platform/use-act'
import { asApiError } from '@/platform/use-loaded'
import { BigChoices } from '@/ui/big-choices'
import { LinkButton, PlainButton, PrimaryButton } from '@/ui/button'
import { Heading } from '@/ui/heading'
import { Notice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { transferApi } from '../../transfer.api'
import { transferConsent } from '../../transfer-consent.text'
import { startChoice, type StartChoice } from '../../transfer-choice.store'
import { causeOptions, directionOptions, kindOptions, kindQuestions, pagesOf } from '../../transfer-start.rules'
import { BindingFirst } from '../../components/binding-first'
import { Progress } from '../../components/progress'
import { RestrictedAdvice } from '../../components/restricted-advice'

type Stop = 'restricted' | 'binding' | null

/** Three questions, one a screen, then consent. Answers live in memory only until the member has agreed. */
export default function TransferStartPage() {
  const { center = '' } = useRouter().params
  const [answers, setAnswers] = useState<Partial<StartChoice>>({})
  const [at, setAt] = useState(0)
  const [stop, setStop] = useState<Stop>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiError | null>(null)
  const [hasRefused, setRefused] = useState(false)
  const signIn = useSignIn()
  const creation = useAct((choice: StartChoice, idempotencyKey) => transferApi.create({ params: { center }, body: toCreate(choice) }, { idempotencyKey }))
  const pages = pagesOf(answers.direction ?? null)
  const page = pages[at] ?? 'direction'

  const go = (patch: Partial<StartChoice>) => {
    setAnswers((before) => ({ ...before, ...patch }))
    setAt(at + 1)
  }
  const back = () => {
    setFailure(null)
    creation.clear()
    if (stop !== null) return setStop(null)
    if (at > 0) setAt(at - 1)
    else leaveTransferForm(center)
  }
  const chooseDirection = (direction: TransferDirection) => go(direction === 'internal' ? { direction, kind: 'internal' } : { direction })
  const chooseKind = (kind: TransferKind) => {
    if (kind === 'restricted_paper') setStop('restricted')
    else go({ kind })
  }

  const agree = async () => {
    const { direction, kind, cause } = answers
    if (!direction || !kind || !cause) return
    setBusy(true)
    setFailure(null)
    creation.clear()
    setRefused(false)
    try {
      const outcome = await signIn.ensure()
      if (outcome !== 'signedIn') return setRefused(outcome === 'refused')
      if (direction === 'in') {
        startChoice.set({ direction, kind, cause })
        return openTransferForm(center, null)
      }
      if (!(await isBound(center))) return setStop('binding')
      const created = await creation.run({ direction, kind, cause })
      if (created) openTransferForm(center, created.id)
    } catch (error) {
      setFailure(asApiError(error))
    } finally {
      setBusy(false)
    }
  }
  const arrive = () => {
    setStop(null)
    setAnswers({ direction: 'in' })
    setAt(1)
  }

  const trouble = failure ?? creation.error
  if (stop === 'restricted') return <Screen><RestrictedAdvice center={center} onBack={back} /></Screen>
  if (stop === 'binding') return <Screen><BindingFirst center={center} onArrive={arrive} onBack={back} /></Screen>
  return (
    <Screen
      dialogs={signIn.dialogs}
      bar={page === 'consent' && (
        <>
          <PrimaryButton text={session.token() === null ? '同意，登录后填写' : '同意，开始填写'} busyText={busy ? '正在打开…' : null} onTap={() => void agree()} />
          <PlainButton text="不同意" onTap={() => leaveTransferForm(center)} />
        </>
      )}
    >
      <Progress at={at + 1} of={pages.length} />
      {page === 'direction' && <Question title="你要办哪一种？"><BigChoices options={directionOptions} onChoose={chooseDirection} /></Question>}
      {page === 'kind' && answers.direction && (
        <Question title={kindQuestions[answers.direction]}><BigChoices options={kindOptions(answers.direction)} onChoose={chooseKind} /></Question>
      )}
      {page === 'cause' && <Question title="为什么转？"><BigChoices options={causeOptions} onChoose={(cause) => go({ cause })} /></Question>}
      {page === 'consent' && <Consent />}
      {hasRefused && <Notice text="没有登录，也没有收集任何信息。" />}
      {trouble && <Notice kind="warn" text={trouble.isRetryable ? `${trouble.message}。可以再点一次，不会重复办理。` : trouble.message} />}
      {at > 0 && <View className="start__back"><LinkButton text="返回上一题" onTap={back} /></View>}
    </Screen>
  )
}

function Question({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <View>
      <Heading className="start__title" level={1}>{title}</Heading>
      {children}
    </View>
  )
}

function Consent() {
  return (
    <View>
      <Heading className="start__title" level={1}>{transferConsent.title}</Heading>
      <View className="card">
        {transferConsent.points.map(({ title, text }) => (
          <View key={title} className="consent__point">
            <Text className="consent__title">{title}</Text>
            <Text className="consent__text">{text}</Text>
          </View>
        ))}
      </View>
      <Text className="basis">{`${transferConsent.basis} 版本 ${transferConsent.version}。`}</Text>
    </View>
  )
}

/** Whether the centre knows the caller as a member: it was confirmed at the desk. */
async function isBound(center: string): Promise<boolean> {
  const { grants } = await accountsApi.me({})
  return grants.some(({ role, center: of }) => role === 'member' && of?.slug === center)
}

/** A letter over provinces is usual for 30 days; its committee decides when it is issued. */
const usualValidDays = 30

function toCreate({ direction, kind, cause }: StartChoice) {
  return { direction, kind, consent: { source: 'phone' as const, version: transferConsent.version }, form: { cause, ...(isOnPaper(kind) ? { validDays: usualValidDays } : {}) } }
}
