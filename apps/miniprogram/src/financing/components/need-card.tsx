import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Need } from '@dangqun/contracts/financing/schemas'
import { purposeLabels, purposes, securities, securityLabels } from '@dangqun/contracts/financing/vocabulary'
import { LinkButton, Tap } from '@/ui/button'
import { Choices } from '@/ui/choices'
import { changeable, needRows, withAnswers } from '../financing-demand-form.rules'
import { draftOf } from '../financing-need.rules'
import { AnswerChoices } from './answer-choices'
import { NeedSliders } from './need-sliders'

interface NeedCardProps {
  need: Need
  /** What the firm's record says; not asked. */
  record: Partial<Need>
  error: string | null
  onChange: (need: Need) => void
}

/** The need as it was answered while comparing, to be read over; changed on the spot. */
export function NeedCard({ need, record, error, onChange }: NeedCardProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <View className="card summary">
        <View className="summary__head">
          <Text className="summary__title">要发出的需求</Text>
          <LinkButton text={isOpen ? '改好了' : '修改'} onTap={() => setIsOpen(!isOpen)} />
        </View>
        <NeedRows need={need} record={record} />
        {error && <Text className="field__error field__error_flush">{error}</Text>}
      </View>
      {isOpen && <NeedEditor need={need} record={record} onChange={onChange} />}
    </>
  )
}

export function NeedRows({ need, record = {} }: { need: Need; record?: Partial<Need> }) {
  return (
    <>
      {needRows(need, record).map(([name, value]) => (
        <View key={name} className="summary__row">
          <Text className="summary__label">{name}</Text>
          <Text className="summary__value">{value}</Text>
        </View>
      ))}
    </>
  )
}

function NeedEditor({ need, record, onChange }: Omit<NeedCardProps, 'error'>) {
  const others = need.acceptableSecurities ?? []
  const toggle = (security: (typeof securities)[number]) => onChange({ ...need, acceptableSecurities: others.includes(security) ? others.filter((each) => each !== security) : [...others, security] })
  const questions = changeable(need, record)
  return (
    <>
      <NeedSliders need={need} onChange={(patch) => onChange(withAnswers({ ...need, ...patch, acceptableSecurities: others.filter((each) => each !== (patch.preferredSecurity ?? need.preferredSecurity)) }, {}))} />
      <View className="card">
        <Text className="question__name">用来做什么</Text>
        <Choices label="用途" options={purposes.map((value) => ({ value, text: purposeLabels[value] }))} chosen={need.purpose} onChoose={(purpose) => onChange({ ...need, purpose })} />
        <Text className="question__name question__name_next">还能接受的担保</Text>
        <View className="chips">
          {securities.filter((each) => each !== need.preferredSecurity).map((each) => (
            <Tap key={each} role="switch" isChecked={others.includes(each)} label={`还能接受${securityLabels[each]}`} className={`chips__one ${others.includes(each) ? 'chips__one_on' : ''}`} onTap={() => toggle(each)}>
              <Text>{securityLabels[each]}</Text>
            </Tap>
          ))}
        </View>
      </View>
      {questions.length > 0 && (
        <View className="card">
          {questions.map((answer) => <AnswerChoices key={answer} answer={answer} answers={draftOf(need)} onAnswer={(patch) => onChange(withAnswers(need, patch))} />)}
        </View>
      )}
    </>
  )
}
