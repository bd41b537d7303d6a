import { Text, View } from '@tarojs/components'
import type { Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { Heading } from '@/ui/heading'
import { Icon } from '@/ui/icon'

const lead: Record<Referral['materials']['state'], string> = {
  none: '', asked: '带到银行，不要传到这里。', delivered: '已经交给银行，等它核对。', gaps: '标出来的还缺，其他的已经齐了。', complete: '银行确认齐全。',
}

/** What to bring to the bank, and what of it is still missing. */
export function MaterialsCard({ materials }: { materials: Referral['materials'] }) {
  const { asked, state, gaps, isAssumed } = materials
  // A gap may be something that was not on the first list.
  const names = [...gaps, ...asked.filter((name) => !gaps.includes(name))]
  if (names.length === 0) return null
  return (
    <View className="card">
      <Heading className="card__title">{state === 'gaps' ? `还差 ${gaps.length} 样材料` : '要带到银行的材料'}</Heading>
      <Text className="words">{isAssumed ? '银行到期没有说缺材料，算齐全。' : lead[state]}</Text>
      {names.map((name) => {
        const isMissing = state === 'gaps' && gaps.includes(name)
        const isThere = state === 'complete' || state === 'gaps'
        if (!isThere) return <Text key={name} className="points__item">{name}</Text>
        return (
          <View key={name} className={`material ${isMissing ? 'material_missing' : ''}`}>
            <Icon name={isMissing ? 'info' : 'check'} size={18} />
            <Text className="material__name">{name}</Text>
            {isMissing && <Text className="material__word">还缺</Text>}
          </View>
        )
      })}
    </View>
  )
}
