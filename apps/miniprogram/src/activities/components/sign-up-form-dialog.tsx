import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { FormNeeded, Question, SignUpForm } from '@dangqun/contracts/activities/form/schemas'
import type { Activity } from '@dangqun/contracts/activities/schemas'
import { useDraft } from '@/platform/use-draft'
import { PrimaryButton, Tap } from '@/ui/button'
import { Field } from '@/ui/field'
import { HalfScreen } from '@/ui/half-screen'
import { Icon } from '@/ui/icon'
import { Restored } from '@/ui/restored'
import { checkFormDraft, emptyForm, toForm } from '../activities-form.rules'

export interface FormQuestion {
  activity: Pick<Activity, 'id' | 'questions' | 'insuranceNotice'>
  asked: FormNeeded
  /** Sent once already: what the API said is shown at once. */
  isAgain: boolean
}

/** The form's name among the phone's drafts. */
export const formDraft = (activityId: string) => `form ${activityId}`

/** What an activity asks at signing up; what was typed stays until the sign-up arrived. */
export function SignUpFormDialog({ activity, asked, isAgain, onAnswer }: FormQuestion & { onAnswer: (form: SignUpForm | null) => void }) {
  const draft = useDraft(formDraft(activity.id), emptyForm, { unkept: ['isInsuranceConfirmed', 'birthDate'] })
  const [problems, setProblems] = useState<Record<string, string>>(isAgain ? asked.problems : {})
  const { values, change } = draft
  const { questions, insuranceNotice } = activity
  const needs = asked.needs

  const send = () => {
    const missing = checkFormDraft(needs, questions, values)
    setProblems(missing)
    if (Object.keys(missing).length === 0) onAnswer(toForm(values, questions))
  }
  return (
    <HalfScreen title="报名还需要" onClose={() => onAnswer(null)} footer={<PrimaryButton text="确认报名" onTap={send} />}>
      <Restored draft={draft} />
      {needs.includes('birthDate') && (
        <Field label="出生日期" placeholder="8 位数字，如 19900501" value={values.birthDate} maxLength={12} kind="number" error={problems['birthDate'] ?? null} onChange={(birthDate) => change({ birthDate })} />
      )}
      {needs.includes('guardian') && (
        <View>
          <Text className="words">你未满 18 岁，请先征得监护人同意。</Text>
          <Field label="监护人" placeholder="同意你参加的家长姓名" value={values.guardian} maxLength={40} error={problems['guardian'] ?? null} onChange={(guardian) => change({ guardian })} />
        </View>
      )}
      {needs.includes('answers') && questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          answer={values.answers[question.id]}
          error={problems[`answers.${question.id}`] ?? null}
          onChange={(answer) => change({ answers: { ...values.answers, [question.id]: answer } })}
        />
      ))}
      {needs.includes('insurance') && insuranceNotice !== null && (
        <View className="question">
          <Text className="question__label">风险与保险提示</Text>
          <Text className="question__notice">{insuranceNotice}</Text>
          <Tick text="我已看过并同意" isOn={values.isInsuranceConfirmed} onTap={() => change({ isInsuranceConfirmed: !values.isInsuranceConfirmed })} />
          {problems['insurance'] && <Text className="field__error">{problems['insurance']}</Text>}
        </View>
      )}
      {needs.includes('birthDate') && <Text className="words">出生日期只问这一次，只用来核对年龄，不公开。</Text>}
    </HalfScreen>
  )
}

interface QuestionFieldProps {
  question: Question
  answer: string | string[] | undefined
  error: string | null
  onChange: (answer: string | string[]) => void
}

function QuestionField({ question: { kind, label, options, isRequired }, answer, error, onChange }: QuestionFieldProps) {
  const chosen = typeof answer === 'string' ? [answer] : (answer ?? [])
  const toggle = (option: string) => {
    if (kind === 'choice') onChange(option)
    else onChange(chosen.includes(option) ? chosen.filter((each) => each !== option) : [...chosen, option])
  }
  const title = isRequired ? label : `${label}（选填）`
  return (
    <View className="question">
      <Text className="question__label">{kind === 'several' ? `${title} · 可选几项` : title}</Text>
      {kind === 'text' ? (
        <Field label="" placeholder={label} value={typeof answer === 'string' ? answer : ''} maxLength={500} error={error} onChange={onChange} />
      ) : (
        <View>
          {options.map((option) => <Tick key={option} text={option} isOne={kind === 'choice'} isOn={chosen.includes(option)} onTap={() => toggle(option)} />)}
          {error && <Text className="field__error">{error}</Text>}
        </View>
      )}
    </View>
  )
}

function Tick({ text, isOn, isOne = false, onTap }: { text: string; isOn: boolean; isOne?: boolean; onTap: () => void }) {
  return (
    <Tap className={`tick ${isOn ? 'tick_on' : ''}`} label={isOn ? `${text}，已选` : text} onTap={onTap}>
      <View className={`tick__box ${isOne ? 'tick__box_one' : ''}`}>{isOn && <Icon name="check" size={16} />}</View>
      <Text className="tick__text">{text}</Text>
    </Tap>
  )
}
