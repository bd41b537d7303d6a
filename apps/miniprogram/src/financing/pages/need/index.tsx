import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { optionalAnswers, purposeLabels, purposes, securities, securityLabels, valuedSecurities, type OptionalAnswer } from '@dangqun/contracts/financing/vocabulary'
import { sayMonths } from '@dangqun/contracts/kit/figures'
import { goToMatches } from '@/platform/routes'
import { useDraft } from '@/platform/use-draft'
import { useReturn } from '@/platform/use-return'
import { PrimaryButton, Tap } from '@/ui/button'
import { Choices } from '@/ui/choices'
import { Field } from '@/ui/field'
import { Heading } from '@/ui/heading'
import { Icon } from '@/ui/icon'
import { Restored } from '@/ui/restored'
import { Screen } from '@/ui/screen'
import { AnswerChoices } from '../../components/answer-choices'
import { DemandsCard } from '../../components/open-demand'
import { SendNeed } from '../../components/send-need'
import { StandingSentence } from '../../components/standing-sentence'
import { comparedChoice, needChoice } from '../../financing-choice.store'
import { amountError, draftOf, firstDraft, termChoices, toNeed, type NeedDraft } from '../../financing-need.rules'

const amounts = ['10', '30', '50', '100', '300']
/** What nearly every product asks; optional all the same. */
const asked: readonly OptionalAnswer[] = ['foundedOn', 'firmKind']
const terms = termChoices.map((value) => ({ value, text: sayMonths(Number(value)) }))

export default function FinancingNeedPage() {
  const { center = '' } = useRouter().params
  // What was compared is in memory; the phone itself keeps what is asked of everybody, and only until it was compared.
  const [first] = useState(() => {
    const compared = needChoice.get()
    return compared ? draftOf(compared) : firstDraft
  })
  const draft = useDraft<NeedDraft>(`financing ${center}`, first, { unkept: optionalAnswers })
  const { values, change } = draft
  const [error, setError] = useState<string | null>(null)
  const [isOpen, setIsOpen] = useState(() => optionalAnswers.some((answer) => !asked.includes(answer) && values[answer] !== null))
  const hasValue = [values.preferredSecurity, ...values.acceptableSecurities].some((each) => valuedSecurities.includes(each))
  const questions = optionalAnswers.filter((answer) => !asked.includes(answer) && (answer !== 'collateralBand' || hasValue))
  const count = questions.filter((answer) => values[answer] !== null).length

  const [turn, setTurn] = useState(0)
  useReturn(() => setTurn((before) => before + 1))

  const check = () => {
    const wrong = amountError(values.amountWan)
    setError(wrong)
    return wrong === null ? toNeed(values) : null
  }
  const compare = () => {
    const need = check()
    if (need === null) return
    needChoice.set(need)
    draft.clear()
    comparedChoice.set([])
    goToMatches(center)
  }
  const toggle = (security: (typeof securities)[number]) => {
    const others = values.acceptableSecurities.filter((each) => each !== security)
    change({ acceptableSecurities: others.length === values.acceptableSecurities.length ? [...others, security] : others })
  }
  return (
    <Screen bar={<PrimaryButton text="看看哪些贷款合适" onTap={compare} />}>
      <Heading className="page-lead" level={1}>一分钟说清需求，各家银行的贷款按真实成本排给你看。</Heading>
      <DemandsCard center={center} turn={turn} />
      <Restored draft={draft} />
      <View className="card">
        <Field label="借几万元" placeholder="如 30" value={values.amountWan} maxLength={7} kind="number" error={error} onChange={(amountWan) => change({ amountWan })} />
        <Choices label="常用金额" options={amounts.map((value) => ({ value, text: `${value} 万元` }))} chosen={values.amountWan} onChoose={(amountWan) => change({ amountWan })} />
        <Text className="question__name question__name_next">借多久</Text>
        <Choices label="借多久" options={terms} chosen={values.months as (typeof termChoices)[number]} onChoose={(months) => change({ months })} />
        <Toggle text="期限可以商量" isOn={values.isTermAdjustable} onTap={() => change({ isTermAdjustable: !values.isTermAdjustable })} />
      </View>
      <View className="card">
        <Text className="question__name">用来做什么</Text>
        <Choices label="用途" options={purposes.map((value) => ({ value, text: purposeLabels[value] }))} chosen={values.purpose} onChoose={(purpose) => change({ purpose })} />
      </View>
      <View className="card">
        <Text className="question__name">最想用哪种担保</Text>
        <Choices label="最想用的担保" options={securities.map((value) => ({ value, text: securityLabels[value] }))} chosen={values.preferredSecurity} onChoose={(preferredSecurity) => change({ preferredSecurity })} />
        <Text className="question__name question__name_next">还能接受</Text>
        <View className="chips">
          {securities.filter((each) => each !== values.preferredSecurity).map((each) => (
            <Tap key={each} label={`还能接受${securityLabels[each]}`} className={`chips__one ${values.acceptableSecurities.includes(each) ? 'chips__one_on' : ''}`} onTap={() => toggle(each)}>
              <Text>{securityLabels[each]}</Text>
            </Tap>
          ))}
        </View>
      </View>
      <View className="card">
        {asked.map((answer) => (
          <AnswerChoices key={answer} answer={answer} answers={values} onAnswer={change} />
        ))}
      </View>
      <Tap className="card fold" label="再多说一点" onTap={() => setIsOpen(!isOpen)}>
        <View className="fold__words">
          <Text className="fold__title">再多说一点，结果更准</Text>
          <Text className="fold__note">{count > 0 ? `已答 ${count} 题，共 ${questions.length} 题，都可不填` : `${questions.length} 题，都可不填，只用来比较，不保存；发给银行时才交出去`}</Text>
        </View>
        <Icon name={isOpen ? 'down' : 'chevron'} size={18} />
      </Tap>
      {isOpen && (
        <View className="card">
          {questions.map((answer) => (
            <AnswerChoices key={answer} answer={answer} answers={values} onAnswer={change} />
          ))}
        </View>
      )}
      <View className="actions"><SendNeed center={center} need={check} isPlain /></View>
      <StandingSentence />
    </Screen>
  )
}

function Toggle({ text, isOn, onTap }: { text: string; isOn: boolean; onTap: () => void }) {
  return (
    <Tap className={`toggle ${isOn ? 'toggle_on' : ''}`} onTap={onTap}>
      <Icon name="check" size={20} />
      <Text>{text}</Text>
    </Tap>
  )
}
