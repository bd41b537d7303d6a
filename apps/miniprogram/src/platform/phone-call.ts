import Taro from '@tarojs/taro'

/** Opens the dialler. A refusal by the person is no error. */
export function call(phone: string): void {
  void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
}
