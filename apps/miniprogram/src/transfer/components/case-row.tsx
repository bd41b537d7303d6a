import { Text, View } from '@tarojs/components'
import type { TransferSummary } from '@dangqun/contracts/transfer/schemas'
import { transferStateLabels } from '@dangqun/contracts/transfer/vocabulary'
import { Tap } from '@/ui/button'
import { sayDay } from '@/ui/dates.rules'
import { caseTitle, isOpenCase, summaryLine } from '../transfer-words.rules'

/** One case of a list: whither, how far, since when. */
export function CaseRow({ transfer, now, onTap }: { transfer: TransferSummary; now: Date; onTap: () => void }) {
  const { state, changedAt, isOverdue } = transfer
  const words = summaryLine(transfer)
  return (
    <Tap className="card case-row" onTap={onTap}>
      <View className="case-row__head">
        <Text className="case-row__title">{caseTitle(transfer)}</Text>
        <Text className={`case-row__state ${isOpenCase(state) ? 'case-row__state_open' : ''} ${state === 'returned' || isOverdue ? 'case-row__state_mine' : ''}`}>{transferStateLabels[state]}</Text>
      </View>
      {words !== transferStateLabels[state] && <Text className="case-row__words">{words}</Text>}
      <Text className="case-row__when">{`${sayDay(changedAt, now)}更新`}</Text>
    </Tap>
  )
}
