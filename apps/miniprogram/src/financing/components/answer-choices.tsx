import { Picker, Text, View } from '@tarojs/components'
import {
  answerLabels, collateralBandLabels, collateralBands, industries, industryLabels, revenueBandLabels, revenueBands, staffBandLabels, staffBands, taxBandLabels, taxBands, taxGradeLabels, taxGrades, type OptionalAnswer,
} from '@dangqun/contracts/financing/vocabulary'
import { firmKindLabels, firmKinds } from '@dangqun/contracts/organization/vocabulary'
import { now } from '@/platform/clock'
import { Choices } from '@/ui/choices'
import { today } from '@/ui/dates.rules'
import { Icon } from '@/ui/icon'
import type { OptionalAnswers } from '../financing-need.rules'

interface Props {
  answer: OptionalAnswer
  answers: OptionalAnswers
  onAnswer: (patch: Partial<OptionalAnswers>) => void
}

const options = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) => values.map((value) => ({ value, text: labels[value] }))

/** One question that may stay open, with why it helps. Choosing the same again takes the answer back. */
export function AnswerChoices({ answer, answers, onAnswer }: Props) {
  const { name, why } = answerLabels[answer]
  const chips = <Value extends string>(key: keyof OptionalAnswers, choices: readonly { value: Value; text: string }[], chosen: Value | null) => (
    <Choices<Value | null> label={name} options={choices} chosen={chosen} onChoose={(value) => onAnswer({ [key]: value === chosen ? null : value })} />
  )
  return (
    <View className="question">
      <Text className="question__name">{name}</Text>
      <Text className="question__why">{why}</Text>
      {answer === 'firmKind' && chips('firmKind', options(firmKinds, firmKindLabels), answers.firmKind)}
      {answer === 'revenueBand' && chips('revenueBand', options(revenueBands, revenueBandLabels), answers.revenueBand)}
      {answer === 'taxBand' && chips('taxBand', options(taxBands, taxBandLabels), answers.taxBand)}
      {answer === 'taxGrade' && chips('taxGrade', options(taxGrades, taxGradeLabels), answers.taxGrade)}
      {answer === 'staffBand' && chips('staffBand', options(staffBands, staffBandLabels), answers.staffBand)}
      {answer === 'collateralBand' && chips('collateralBand', options(collateralBands, collateralBandLabels), answers.collateralBand)}
      {answer === 'isFirstLoan' && chips('isFirstLoan', [{ value: 'yes', text: '是，第一次' }, { value: 'no', text: '以前贷过' }], answers.isFirstLoan)}
      {answer === 'foundedOn' && (
        <Picker className="question__picker" mode="date" value={answers.foundedOn ?? '2023-01-01'} start="1980-01-01" end={today(now())} onChange={(event) => onAnswer({ foundedOn: event.detail.value })}>
          <Picked text={answers.foundedOn} placeholder="选择营业执照上的成立日期" />
        </Picker>
      )}
      {answer === 'industry' && (
        <Picker className="question__picker" mode="selector" range={industries.map((each) => industryLabels[each])} value={answers.industry === null ? 0 : industries.indexOf(answers.industry)} onChange={(event) => onAnswer({ industry: industries[Number(event.detail.value)] ?? null })}>
          <Picked text={answers.industry && industryLabels[answers.industry]} placeholder="选择行业" />
        </Picker>
      )}
    </View>
  )
}

function Picked({ text, placeholder }: { text: string | null; placeholder: string }) {
  return (
    <View className="picked">
      <Text className={text === null ? 'picked__none' : ''}>{text ?? placeholder}</Text>
      <Icon name="down" size={16} />
    </View>
  )
}
