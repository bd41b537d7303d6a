import { Button, Text } from '@tarojs/components'
import { readPhoneTap, type PhoneTap } from './phone-number.rules'

export const hasPhoneButton = true

/** WeChat gives a code for the person's number only to a button of its own kind, and only at a tap. */
export function PhoneButton({ text, isDisabled, onTap }: { text: string; isDisabled: boolean; onTap: (tap: PhoneTap) => void }) {
  return (
    <Button className="weui-btn weui-btn_block button weui-btn_default" openType="getPhoneNumber" disabled={isDisabled} onGetPhoneNumber={(event) => onTap(readPhoneTap(event.detail))}>
      <Text>{text}</Text>
    </Button>
  )
}
