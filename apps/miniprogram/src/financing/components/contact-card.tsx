import { View } from '@tarojs/components'
import type { Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { call } from '@/platform/phone-call'
import { Cell } from '@/ui/cell'
import { sayShortDay } from '@/ui/dates.rules'

/** Whom to talk to at the bank, and until it has decided how long its conditions hold. */
export function ContactCard({ product, isUndecided }: { product: NonNullable<Referral['product']>; isUndecided: boolean }) {
  const { contact, name } = product.terms
  return (
    <View className="card card_cells">
      <Cell icon="phone" title={contact.managerPhone} words={`客户经理，工号 ${contact.managerNumber}`} value="打电话" onTap={() => call(contact.managerPhone)} />
      <Cell icon="place" title={contact.outlet} words="材料交到这个网点" />
      {isUndecided && <Cell icon="paper" title={name} words={`按 ${sayShortDay(product.lprOn)} LPR，保留到 ${sayShortDay(product.honouredUntil)}`} />}
    </View>
  )
}
