import { act, renderHook } from '@testing-library/react'
import { ApiError } from '@dangqun/contracts/kit/errors'
import { useCaseAct } from './use-case-act'

jest.mock('@/platform/clock', () => ({ wait: () => Promise.resolve() }))

const gone = () => Promise.reject(new ApiError(0, 'network.unreachable', '网络不通'))
function open(send: () => Promise<unknown>) {
  const keys: string[] = []
  let reads = 0
  const { result } = renderHook(() =>
    useCaseAct<'sign', { version: number }>((_action, _body, { idempotencyKey }) => {
      keys.push(idempotencyKey)
      return send()
    }, () => Promise.resolve(void reads++)),
  )
  const press = (version = 1) => act(() => result.current.run('sign', { version }))
  return { keys, press, result, reads: () => reads }
}

test('an act whose answer was lost is repeated under one key, also when it is pressed again', async () => {
  const { keys, press, result, reads } = open(gone)
  await press()
  await press()
  expect(keys.length).toBeGreaterThan(3)
  expect(new Set(keys).size).toBe(1)
  expect(result.current.failure?.status).toBe(0)
  expect(reads()).toBe(0)
})

test('a decided act is read again, and pressed again it is another', async () => {
  const { keys, press, reads } = open(() => Promise.reject(new ApiError(409, 'request.changedMeanwhile', '')))
  await press()
  await press()
  expect(new Set(keys).size).toBe(2)
  expect(reads()).toBe(2)
})

test('a second tap while the first is under way sends nothing', async () => {
  let finish: () => void = () => undefined
  const { keys, result } = open(() => new Promise<void>((resolve) => (finish = resolve)))
  await act(async () => {
    const first = result.current.run('sign', { version: 1 })
    expect(await result.current.run('sign', { version: 1 })).toBe(false)
    finish()
    expect(await first).toBe(true)
  })
  expect(keys).toHaveLength(1)
})
