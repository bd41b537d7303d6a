import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { CostSheet } from '@dangqun/contracts/financing/schemas'
import { sayYuanInFull } from '@dangqun/contracts/kit/figures'
import { PlainButton } from '@/ui/button'
import { barsOf } from '../financing-need.rules'

const shownAtFirst = 12

/** What is paid when: a bar for each month (or quarter, or year), principal, interest and fees upon each other. */
export function ScheduleChart({ sheet }: { sheet: CostSheet }) {
  const bars = barsOf(sheet.instalments)
  const most = Math.max(...bars.map(({ principalFen, interestFen, feesFen }) => principalFen + interestFen + feesFen))
  const part = (fen: number) => ({ height: `${(fen / most) * 100}%` })
  const words = `还款图：共 ${sheet.months} 期`
  const browser = process.env.TARO_ENV === 'h5' ? { role: 'img', 'aria-label': words } : {}
  return (
    <View ariaLabel={words} {...browser}>
      <View className="bars">
        {bars.map(({ months, principalFen, interestFen, feesFen }) => (
          <View key={months} className="bars__one">
            <View className="bars__fees" style={part(feesFen)} />
            <View className="bars__interest" style={part(interestFen)} />
            <View className="bars__principal" style={part(principalFen)} />
          </View>
        ))}
      </View>
      <View className="bars__legend">
        <Text>{bars[0]?.months ?? ''}</Text>
        <View className="bars__keys">
          <Text className="bars__key bars__key_principal">本金</Text>
          <Text className="bars__key bars__key_interest">利息</Text>
          <Text className="bars__key bars__key_fees">费用</Text>
        </View>
        <Text>{bars[bars.length - 1]?.months ?? ''}</Text>
      </View>
    </View>
  )
}

/** The same month by month, in yuan. */
export function ScheduleTable({ sheet }: { sheet: CostSheet }) {
  const [isWhole, setIsWhole] = useState(sheet.instalments.length <= shownAtFirst + 2)
  const rows = isWhole ? sheet.instalments : sheet.instalments.slice(0, shownAtFirst + 1)
  return (
    <View className="schedule">
      <View className="schedule__row schedule__row_head">
        <Text>日期</Text>
        <Text>本金</Text>
        <Text>利息和费用</Text>
        <Text>还欠</Text>
      </View>
      {rows.map(({ month, on, principalFen, interestFen, feesFen, balanceFen }) => (
        <View key={month} className="schedule__row">
          <Text>{month === 0 ? `${on} 放款` : on}</Text>
          <Text>{sayYuanInFull(principalFen)}</Text>
          <Text>{sayYuanInFull(interestFen + feesFen)}</Text>
          <Text>{sayYuanInFull(balanceFen)}</Text>
        </View>
      ))}
      {!isWhole && <PlainButton text={`展开全部 ${sheet.months} 期`} onTap={() => setIsWhole(true)} />}
    </View>
  )
}
