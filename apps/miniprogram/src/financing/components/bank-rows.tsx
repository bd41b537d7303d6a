import { Text, View } from '@tarojs/components'
import type { ReferralSummary } from '@dangqun/contracts/financing/referrals/schemas'
import { Tap } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { isOpenReferral, sayReferralDue, sayWaiting } from '../financing-referral.rules'

/** A demand's banks: what waits for the firm first, what is over last. */
export function BankRows({ referrals, onOpen }: { referrals: readonly ReferralSummary[]; onOpen: (id: string) => void }) {
  const weight = (each: ReferralSummary) => (!isOpenReferral(each) ? 2 : each.holder === 'firm' ? 0 : 1)
  return (
    <View className="card card_rows">
      {[...referrals].sort((one, other) => weight(one) - weight(other)).map((referral) => {
        const due = sayReferralDue(referral)
        const isMine = isOpenReferral(referral) && referral.holder === 'firm'
        return (
          <Tap key={referral.id} className="bank-row" onTap={() => onOpen(referral.id)}>
            <View className="bank-row__words">
              <View className="bank-row__head">
                <Text className="bank-row__name">{referral.bank.name}</Text>
                {isMine && <Text className="mark mark_looks_low">等你</Text>}
              </View>
              {referral.productName !== null && <Text className="bank-row__product">{referral.productName}</Text>}
              <Text className={`bank-row__line ${isOpenReferral(referral) ? '' : 'bank-row__line_over'} ${referral.isOverdue ? 'bank-row__line_late' : ''}`}>
                <Text>{sayWaiting(referral)}</Text>
                {due !== '' && <Text className="bank-row__due">{due}</Text>}
              </Text>
            </View>
            <Icon name="chevron" size={16} />
          </Tap>
        )
      })}
    </View>
  )
}
