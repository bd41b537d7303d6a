import { Text, View } from '@tarojs/components'
import { sayKept, type KeptScan } from '@dangqun/contracts/activities/check-in/rules'
import { LinkButton } from '@/ui/button'
import { sayTime } from '@/ui/dates.rules'
import { Heading } from '@/ui/heading'
import type { Desk } from '../use-desk'

/** What this phone keeps: scans that wait for the network, and those that the server could not record. */
export function DeskKept({ desk }: { desk: Desk }) {
  return (
    <>
      {desk.waiting.length > 0 && (
        <View>
          <View className="section-head">
            <Heading className="section">{`待同步 ${desk.waiting.length} 条`}</Heading>
            <LinkButton text="现在同步" onTap={() => void desk.sync()} />
          </View>
          <Scans scans={desk.waiting} />
        </View>
      )}
      {desk.refused.length > 0 && (
        <View>
          <Heading className="section">{`没有补上 ${desk.refused.length} 条，请核对`}</Heading>
          <Scans scans={desk.refused} onDrop={desk.drop} />
        </View>
      )}
    </>
  )
}

function Scans({ scans, onDrop }: { scans: KeptScan[]; onDrop?: (id: string) => void }) {
  return (
    <View className="card card_rows">
      {scans.map((scan) => (
        <View key={scan.id} className="coming">
          <Text className="coming__at">{sayTime(scan.at)}</Text>
          <View className="coming__main">
            <Text className="coming__who">{sayKept(scan)}</Text>
            {scan.refusal !== null && <Text className="coming__words coming__words_wrong">{scan.refusal}</Text>}
          </View>
          {onDrop && <LinkButton text="知道了" onTap={() => onDrop(scan.id)} />}
        </View>
      ))}
    </View>
  )
}
