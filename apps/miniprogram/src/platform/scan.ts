import Taro from '@tarojs/taro'
import { codeFromScan } from './scene'

/** `code` is null when this phone cannot scan; `hasLeft` when the person closed the camera. */
export async function scanCode(): Promise<{ code: string | null; hasLeft: boolean }> {
  try {
    // In a browser this succeeds without a result; for a mini-program code WeChat answers with its path.
    const { path, result } = (await Taro.scanCode({})) as { path?: string; result?: string }
    const read = path || result
    return { code: read ? codeFromScan(read) : null, hasLeft: false }
  } catch (error) {
    return { code: null, hasLeft: String((error as { errMsg?: string }).errMsg).includes('cancel') }
  }
}
