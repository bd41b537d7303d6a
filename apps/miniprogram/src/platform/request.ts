import Taro from '@tarojs/taro'
import type { ClientSettings, SentRequest, Transport } from '@dangqun/contracts/kit/client'
import { toApiError } from '@dangqun/contracts/kit/errors'
import { wait } from './clock'
import { newKey } from './keys'
import { network } from './network'
import { persist } from './persist.rules'
import { session } from './session'

/** A phone in a lift waits no longer than this for an answer; then the same request is sent again. */
const timeoutMs = 8_000
/** After this long the person is told that it is the network. */
const slowMs = 3_000
/** Reading changes nothing, so it is repeated by itself; an act is repeated by whoever keeps its key. */
const pausesOfReading = [400, 1_500]

/** Contract transport over Taro.request. */
export const send: Transport = async (request) => {
  const slow = setTimeout(() => network.tell('slow'), slowMs)
  try {
    const pauses = request.method === 'GET' ? pausesOfReading : []
    const answer = await persist(() => sendOnce(request), { pauses: network.get().isConnected ? pauses : [], wait })
    network.tell('answered')
    return answer
  } catch (error) {
    network.tell('unanswered')
    throw error
  } finally {
    clearTimeout(slow)
  }
}

/** @throws ApiError when nobody knows whether the request arrived */
async function sendOnce(request: SentRequest) {
  const { method, header } = worded(request)
  const answer = await Taro.request<unknown>({ url: request.url, method, header, data: request.body, timeout: timeoutMs, ...(request.wantsFile ? { responseType: 'arraybuffer' } : {}) }).catch(() => {
    throw toApiError(0, null)
  })
  const body = request.wantsFile && isBuffer(answer.data) ? fileOrRefusal(answer.statusCode, answer.header, new Uint8Array(answer.data)) : answer.data
  const error = toApiError(answer.statusCode, body)
  if (error.isRetryable) throw error
  return { status: answer.statusCode, body }
}

/** WeChat's buffers come from another world than the app's own: `instanceof` knows none of them. */
function isBuffer(data: unknown): data is ArrayBuffer {
  return typeof data === 'object' && data !== null && 'byteLength' in data
}

/** Bytes were asked for, and a refusal comes as bytes too; WeChat has no TextDecoder. */
function fileOrRefusal(status: number, header: Record<string, unknown> | undefined, bytes: Uint8Array): unknown {
  if (status >= 200 && status < 300) return { type: header?.['content-type'] ?? header?.['Content-Type'], bytes }
  try {
    return JSON.parse(decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')))
  } catch {
    return null
  }
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
