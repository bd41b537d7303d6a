import Taro from '@tarojs/taro'
import type { ClientSettings, SentRequest, Transport } from '@dangqun/contracts/kit/client'
import { newKey } from './keys'
import { session } from './session'

/** A phone in a lift waits no longer than this for an answer; then the same request is sent again. */
const timeoutMs = 8_000

/** Contract transport over Taro.request. */
export const send: Transport = async (request) => {
  const { method, header } = worded(request)
  const answer = await Taro.request({ url: request.url, method, header, data: request.body, timeout: timeoutMs })
  return { status: answer.statusCode, body: answer.data }
}

/** What every slice's client is made with. */
export const clientSettings: ClientSettings = {
  base: `${API_HOST}/api/v1`,
  send,
  token: () => session.token(),
  newKey,
  onError: (error) => {
    if (error.status === 401) session.end()
  },
}

// wx.request refuses PATCH ("method is invalid"): there it travels as POST and says what it is.
function worded({ method, headers }: SentRequest): { method: 'GET' | 'POST' | 'DELETE' | 'PATCH'; header: Record<string, string> } {
  if (method === 'PATCH' && process.env.TARO_ENV === 'weapp') return { method: 'POST', header: { ...headers, 'x-http-method-override': 'PATCH' } }
  return { method, header: headers }
}
