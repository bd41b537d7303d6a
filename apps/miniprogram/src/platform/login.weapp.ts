import Taro from '@tarojs/taro'
import type { LoginCode } from './login-code'

/** WeChat's own login: silent, without a dialog. */
export function useLoginCode(): LoginCode {
  return {
    obtain: async () => (await Taro.login()).code || null,
    dialog: null,
  }
}
