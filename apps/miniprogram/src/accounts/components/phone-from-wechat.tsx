import { useState } from 'react'
import { View } from '@tarojs/components'
import { hasPhoneButton, PhoneButton } from '@/platform/phone-number'
import type { PhoneTap } from '@/platform/phone-number.rules'
import { asApiError } from '@/platform/use-loaded'
import { Notice } from '@/ui/notice'
import { accountsApi } from '../accounts.api'

/** Above a field for a phone number, which can be typed all the same: in a browser, when WeChat's quota is used up, or when one does not want to. */
export function PhoneFromWechat({ onPhone }: { onPhone: (phone: string) => void }) {
  const [isBusy, setBusy] = useState(false)
  const [isGone, setGone] = useState(false)
  const [words, setWords] = useState<string | null>(null)
  if (!hasPhoneButton) return null

  const take = async (tap: PhoneTap) => {
    setWords(null)
    if (tap.kind === 'left') return
    if (tap.kind === 'unavailable') return giveUp('现在不能用微信取手机号，请在下面填写。')
    setBusy(true)
    try {
      onPhone((await accountsApi.readPhone({ body: { code: tap.code } })).phone)
    } catch (error) {
      const { code, message } = asApiError(error)
      // Another tap would come to the same, and cost the centre.
      if (code === 'accounts.phoneUnavailable' || code === 'accounts.phoneForeign' || code === 'accounts.tooManyTries') giveUp(message)
      else setWords(message)
    }
    setBusy(false)
  }
  const giveUp = (why: string) => {
    setGone(true)
    setWords(why)
  }
  return (
    <View>
      {!isGone && <PhoneButton text={isBusy ? '正在取手机号…' : '用微信里的手机号'} isDisabled={isBusy} onTap={(tap) => void take(tap)} />}
      {words !== null && <Notice text={words} />}
    </View>
  )
}
