import type { PhoneTap } from './phone-number.rules'

/** A browser has no such button: the number is typed. */
export const hasPhoneButton = false

export function PhoneButton(_: { text: string; isDisabled: boolean; onTap: (tap: PhoneTap) => void }): null {
  return null
}
