import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { ReferralSummary } from '@dangqun/contracts/financing/referrals/schemas'
import { Tap } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { awaitsFirm } from '@dangqun/contracts/financing/referrals/vocabulary'
import { isAnonymousOffer, isOpenReferral, sayReferralDue, sayWaiting } from '../financing-referral.rules'

interface BankRowsProps {
  referrals: readonly ReferralSummary[]
  onOpen: (id: string) => void
}

/** A demand's banks: what waits for the firm first, what is over last; those that have not claimed an open demand are one line. */
export function BankRows({ referrals, onOpen }: BankRowsProps) {
  const [isWhole, setIsWhole] = useState(false)
  const weight = (each: ReferralSummary) => (awaitsFirm(each) ? 0 : isAnonymousOffer(each) ? 3 : isOpenReferral(each) ? 1 : 2)
  const sorted = [...referrals].sort((one, other) => weight(one) - weight(other))
  const silent = sorted.filter(isAnonymousOffer).length
  return (
    <View className="card card_rows">
      {sorted.filter((each) => isWhole || !isAnonymousOffer(each)).map((referral) => <BankRow key={referral.id} referral={referral} onOpen={() => onOpen(referral.id)} />)}
      {!isWhole && silent > 0 && (
        <Tap className="bank-row" onTap={() => setIsWhole(true)}>
          <Text className="bank-row__words bank-row__line_over">{`${silent} 家银行还没接单`}</Text>
          <Icon name="down" size={16} />
        </Tap>
      )}
    </View>
  )
}

function BankRow({ referral, onOpen }: { referral: ReferralSummary; onOpen: () => void }) {
  const due = sayReferralDue(referral)
  const isOpen = isOpenReferral(referral)
  return (
    <Tap className="bank-row" onTap={onOpen}>
      <View className="bank-row__words">
        <View className="bank-row__head">
          <Text className="bank-row__name">{referral.bank.name}</Text>
          {awaitsFirm(referral) && <Text className="mark mark_looks_low">等你</Text>}
        </View>
        {referral.productName !== null && <Text className="bank-row__product">{referral.productName}</Text>}
        <Text className={`bank-row__line ${isOpen ? '' : 'bank-row__line_over'} ${referral.isOverdue ? 'bank-row__line_late' : ''}`}>
          <Text>{`${sayWaiting(referral)}${due === '' ? '' : '，'}`}</Text>
          {due !== '' && <Text className="bank-row__due">{due}</Text>}
        </Text>
      </View>
      <Icon name="chevron" size={16} />
    </Tap>
  )
}
