import { useEffect } from 'react'
import { Text, View } from '@tarojs/components'
import { useCenter } from '@/centers/centers.api'
import { call } from '@/platform/phone-call'
import { useSession } from '@/platform/session'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { sayOpeningHours } from '@/ui/dates.rules'
import { Heading } from '@/ui/heading'
import { transferApi } from '../transfer.api'

/** 涉密、军警: where the counter is and when it is open. Nothing is stored; that somebody asked is counted without a name. */
export function RestrictedAdvice({ center, onBack }: { center: string; onBack: () => void }) {
  const token = useSession()
  const { data: card } = useCenter(center)
  useEffect(() => {
    // The count is for the centre's planning; without it the person gets the same answer.
    if (token !== null) void transferApi.restricted({ params: { center }, body: {} }).catch(() => undefined)
  }, [center, token])
  return (
    <View>
      <Heading className="start__title" level={1}>请到柜台办理</Heading>
      <Text className="words">涉密单位、部队、公安等的组织关系，只用纸质介绍信，不在手机上填。刚才的选择没有保存，也不用告诉我们单位和姓名。</Text>
      {card && (
        <View className="card card_cells">
          <Cell icon="place" title={card.address} words={card.name} />
          <Cell icon="clock" title={sayOpeningHours(card.openingHours).join('，')} />
          <Cell icon="phone" title={card.phone} value="打电话" onTap={() => call(card.phone)} />
        </View>
      )}
      <Text className="words">来时请带身份证，先打电话问清还要带什么。</Text>
      <View className="actions">
        {card && <PrimaryButton text="打电话问问" onTap={() => call(card.phone)} />}
        <PlainButton text="返回上一题" onTap={onBack} />
      </View>
    </View>
  )
}
