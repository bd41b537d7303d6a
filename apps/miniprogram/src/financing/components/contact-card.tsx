import { View } from '@tarojs/components'
import type { Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { call } from '@/platform/phone-call'
import { Cell } from '@/ui/cell'
import { sayDueDay } from '@/ui/dates.rules'

/** Whom to talk to at the bank, and how long its conditions hold. */
export function ContactCard({ product, now }: { product: NonNullable<Referral['product']>; now: Date }) {
  const { contact, name } = product.terms
  return (
    <View className="card card_cells">
      <Cell icon="phone" title={contact.managerPhone} words={`客户经理，工号 ${contact.managerNumber}`} value="打电话" onTap={() => call(contact.managerPhone)} />
      <Cell icon="place" title={contact.outlet} words="材料交到这个网点" />
      <Cell icon="text" title={name} words={`条件按 ${sayDueDay(product.lprOn, now)} 的 LPR，${sayDueDay(product.honouredUntil, now)}前不变`} />
    </View>
  )
}
