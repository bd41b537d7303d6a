import { Slider, Text, View } from '@tarojs/components'
import type { Need } from '@dangqun/contracts/financing/schemas'
import { securities, securityLabels } from '@dangqun/contracts/financing/vocabulary'
import { sayMonths } from '@dangqun/contracts/kit/figures'
import { useIsDark } from '@/platform/theme'
import { Choices } from '@/ui/choices'
import { sliderColours } from '@/ui/slider-colours'
import { amountSteps, nearestStep, sayNeed, termSteps } from '../financing-need.rules'

const wan = 1_000_000

interface Props {
  need: Need
  /** Whether the ranking below is of an earlier need; absent: there is none. */
  isStale?: boolean
  onChange: (patch: Partial<Need>) => void
}

/** Amount, term and security, with the ranking below following. */
export function NeedSliders({ need, isStale, onChange }: Props) {
  return (
    <View className="card sliders">
      <View className="sliders__head">
        <Text className="sliders__lead">要借</Text>
        <Text className="sliders__need">{sayNeed(need)}</Text>
      </View>
      <Steps label="借多少" steps={amountSteps} value={need.amountFen / wan} ends={['1 万元', '1000 万元']} onStep={(amount) => onChange({ amountFen: amount * wan, leastAmountFen: undefined })} />
      <Steps label="借多久" steps={termSteps} value={need.months} ends={[sayMonths(1), sayMonths(120)]} onStep={(months) => onChange({ months })} />
      <Choices label="担保方式" options={securities.map((value) => ({ value, text: securityLabels[value] }))} chosen={need.preferredSecurity} onChoose={(preferredSecurity) => onChange({ preferredSecurity })} />
      {isStale !== undefined && <Text className="sliders__state">{isStale ? '正在按新的条件比较…' : '已按上面的条件比较'}</Text>}
    </View>
  )
}

interface StepsProps {
  label: string
  steps: readonly number[]
  value: number
  ends: readonly [string, string]
  onStep: (value: number) => void
}

function Steps({ label, steps, value, ends, onStep }: StepsProps) {
  const colours = sliderColours[useIsDark() ? 'dark' : 'light']
  const move = (index: number) => {
    const step = steps[index]
    if (step !== undefined && step !== value) onStep(step)
  }
  const moved = (event: { detail: { value: number } }) => move(event.detail.value)
  return (
    <View className="steps">
      <Slider
        className="steps__slider"
        min={0}
        max={steps.length - 1}
        step={1}
        value={nearestStep(steps, value)}
        {...colours}
        blockSize={26}
        aria-label={label}
        onChanging={moved}
        onChange={moved}
      />
      <View className="steps__ends">
        <Text>{ends[0]}</Text>
        <Text>{label}</Text>
        <Text>{ends[1]}</Text>
      </View>
    </View>
  )
}
