import { Text, View } from '@tarojs/components'
import type { Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { securityLabels } from '@dangqun/contracts/financing/vocabulary'
import { sayAmount, sayBp, sayMonths } from '@dangqun/contracts/kit/figures'
import { Cell } from '@/ui/cell'
import { sayDueDay } from '@/ui/dates.rules'
import { Heading } from '@/ui/heading'

/** What the bank has approved: the rate with every cost and the nominal one, equally large. */
export function GrantCard({ grant, now }: { grant: NonNullable<Referral['grant']>; now: Date }) {
  return (
    <View className="card">
      <Heading className="card__title">{`批准 ${sayAmount(grant.amountFen)}`}</Heading>
      <View className="match__figures match__figures_first">
        <View>
          <Text className="match__figure">{sayBp(grant.allInBp)}</Text>
          <Text className="match__label">综合年化（含全部费用）</Text>
        </View>
        <View className="match__right">
          <Text className="match__figure">{sayBp(grant.rateBp)}</Text>
          <Text className="match__label">名义利率</Text>
        </View>
      </View>
      <Cell title="期限" value={sayMonths(grant.months)} />
      <Cell title="担保" value={securityLabels[grant.security]} />
      <Cell title="有效期到" value={sayDueDay(grant.validUntil, now)} />
    </View>
  )
}
