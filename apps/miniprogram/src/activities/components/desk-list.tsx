import { Text, View } from '@tarojs/components'
import type { CheckIn } from '@dangqun/contracts/activities/check-in/schemas'
import { sayWho } from '@dangqun/contracts/activities/check-in/rules'
import { checkInActionLabels, checkInFlagLabels, checkInMethodLabels } from '@dangqun/contracts/activities/check-in/vocabulary'
import { LinkButton } from '@/ui/button'
import { sayTime } from '@/ui/dates.rules'

/** The newest check-ins, each with how it came about and what can still be done to it. */
export function DeskList({ items, onUndo, onConfirm }: { items: CheckIn[]; onUndo: (checkIn: CheckIn) => void; onConfirm: (checkIn: CheckIn) => void }) {
  return (
    <View className="card card_rows">
      {items.map((item) => (
        <View key={item.id} className={`coming ${item.undoneAt === null ? '' : 'coming_undone'}`}>
          <Text className="coming__at">{sayTime(item.at)}</Text>
          <View className="coming__main">
            <Text className="coming__who">{sayWho(item)}</Text>
            <Text className="coming__words">{item.isWalkIn ? '现场报名' : `${checkInMethodLabels[item.method]}${item.reason === null ? '' : `：${item.reason}`}`}</Text>
            {item.flag !== null && item.undoneAt === null && <Text className="coming__words coming__words_flag">{item.confirmedAt === null ? checkInFlagLabels[item.flag] : '时间已核对'}</Text>}
            {item.undoneAt !== null && <Text className="coming__words">{`${sayTime(item.undoneAt)} 已撤销：${item.undoReason ?? ''}`}</Text>}
          </View>
          <View className="coming__acts">
            {item.allowedActions.includes('confirm') && <LinkButton text={checkInActionLabels.confirm} onTap={() => onConfirm(item)} />}
            {item.allowedActions.includes('undo') && <LinkButton text={checkInActionLabels.undo} onTap={() => onUndo(item)} />}
          </View>
        </View>
      ))}
    </View>
  )
}
