import { View } from '@tarojs/components'
import type { Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { Cell } from '@/ui/cell'
import { sayDueDay } from '@/ui/dates.rules'

interface SharingCardProps {
  sharing: Referral['sharing']
  bank: string
  now: Date
  /** null: not possible now. */
  onRenew: (() => void) | null
  onWithdraw: (() => void) | null
}

/** What this bank may know of the firm, until when, and how to stop it: one tap. */
export function SharingCard({ sharing, bank, now, onRenew, onWithdraw }: SharingCardProps) {
  const { state, purposes, until } = sharing
  const shown = [...(purposes.includes('demand') ? ['需求内容'] : []), ...(purposes.includes('contact') ? ['联系人和电话'] : [])]
  const title = { none: '还没有授权', standing: `已授权${until === null ? '' : `，到 ${sayDueDay(until, now).replace(/（.*/, '')}`}`, lapsed: '授权到期了', withdrawn: '已停止授权' }[state]
  const words = {
    none: `${bank}不知道你是谁`,
    standing: `${bank}看得到${shown.join('、')}${purposes.includes('result') ? '；会把结果告诉中心' : ''}`,
    lapsed: `${bank}看不到你的资料了，还可以报结果`,
    withdrawn: `${bank}看不到你的资料了`,
  }[state]
  return (
    <View className="card card_cells">
      <Cell icon="shield" title={title} words={words} />
      {onRenew && <Cell title="续上授权" words={state === 'lapsed' ? '银行要看到资料才能接着办' : '快到期了，续上再用 90 天'} onTap={onRenew} />}
      {onWithdraw && <Cell title="停止授权" words={state === 'none' ? '不让这家银行办，它仍不知道你是谁' : '银行在这里马上看不到你的资料'} onTap={onWithdraw} />}
    </View>
  )
}
