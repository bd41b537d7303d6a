import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Rating } from '@dangqun/contracts/financing/referrals/schemas'
import { ratingRoundLabels, ratingTagLabels, ratingTags, type RatingRound, type RatingTag } from '@dangqun/contracts/financing/referrals/vocabulary'
import { PlainButton, Tap } from '@/ui/button'
import { Choices } from '@/ui/choices'
import { Heading } from '@/ui/heading'

const stars = ['1', '2', '3', '4', '5'] as const
const starWords: Record<(typeof stars)[number], string> = { 1: '很差', 2: '不好', 3: '一般', 4: '好', 5: '很好' }

/** How it went with this bank: stars, and a few words that fit. */
export function RatingCard({ round, bank, isBusy, onRate }: { round: RatingRound; bank: string; isBusy: boolean; onRate: (rating: Rating) => void }) {
  const [chosen, setChosen] = useState<(typeof stars)[number] | null>(null)
  const [tags, setTags] = useState<readonly RatingTag[]>([])
  const toggle = (tag: RatingTag) => setTags(tags.includes(tag) ? tags.filter((each) => each !== tag) : [...tags, tag])
  return (
    <View className="card">
      <Heading className="card__title">{`${bank}${ratingRoundLabels[round]}？`}</Heading>
      <Choices<(typeof stars)[number] | null> label="几颗星" options={stars.map((value) => ({ value, text: `${value} 星 ${starWords[value]}` }))} chosen={chosen} onChoose={setChosen} />
      {chosen !== null && (
        <>
          <Text className="question__name question__name_next">可以再选几个词</Text>
          <View className="chips">
            {ratingTags.map((tag) => (
              <Tap key={tag} role="switch" isChecked={tags.includes(tag)} label={ratingTagLabels[tag]} className={`chips__one ${tags.includes(tag) ? 'chips__one_on' : ''}`} onTap={() => toggle(tag)}>
                <Text>{ratingTagLabels[tag]}</Text>
              </Tap>
            ))}
          </View>
          <View className="actions"><PlainButton text="提交评价" busyText={isBusy ? '正在提交…' : null} onTap={() => onRate({ round, stars: Number(chosen), tags: [...tags] })} /></View>
        </>
      )}
      <Text className="words-small">评价计入这家银行的服务分，满 5 份才算，不显示是谁评的。</Text>
    </View>
  )
}
