import { ApiError } from '@dangqun/contracts/kit/errors'
import { sendOnce } from './intents'

const unreachable = new ApiError(0, 'network.unreachable', '网络不通')
const invalid = new ApiError(400, 'request.invalid', '填写有误')

/** Sends `body`; answers the key it went out under. */
async function keyOf(body: object, failure?: ApiError): Promise<string> {
  let used = ''
  const sending = sendOnce('create.shangbai', body, (key) => {
    used = key
    return failure ? Promise.reject(failure) : Promise.resolve(null)
  })
  await sending.catch((error: unknown) => expect(error).toBe(failure))
  return used
}

test('while nobody knows whether it arrived, the same body goes out under the same key', async () => {
  const first = await keyOf({ title: '献血' }, unreachable)
  expect(first).toMatch(/^[0-9a-f]{32}$/)
  expect(await keyOf({ title: '献血' }, new ApiError(500, 'system.failed', '服务暂时不可用'))).toBe(first)
  expect(await keyOf({ title: '献血' })).toBe(first)
})

test('after an answer the next one is another act', async () => {
  const done = await keyOf({ title: '献血' })
  expect(await keyOf({ title: '献血' })).not.toBe(done)
  const refusal = await keyOf({ title: '献血' }, invalid)
  expect(await keyOf({ title: '献血' })).not.toBe(refusal)
})

test('another body never travels under a used key', async () => {
  const first = await keyOf({ title: '献血' }, unreachable)
  expect(await keyOf({ title: '读书' }, unreachable)).not.toBe(first)
})
