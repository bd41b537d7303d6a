import { act, renderHook } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { session } from './session'
import { drafts, useDraft } from './use-draft'

const first = { name: '', idNumber: '' }
const open = (form: string | null = 'profile') => renderHook(() => useDraft(form, first, { unkept: ['idNumber'] }))
const typeInto = (form: string | null, patch: Partial<typeof first>) => {
  const { result } = open(form)
  act(() => result.current.change(patch))
}
const stored = () => String(Taro.getStorageSync('drafts'))

test('what was typed is there again after a restart, and gone once it arrived', () => {
  session.begin('token', 'wang')
  const before = open()
  act(() => before.result.current.change({ name: '王' }))
  act(() => before.result.current.change({ name: '王小明' }))
  const after = open()
  expect(after.result.current).toMatchObject({ values: { name: '王小明' }, isRestored: true })
  act(() => after.result.current.clear())
  expect(open().result.current).toMatchObject({ values: first, isRestored: false })
})

test('a form that is reset, or typed back to its beginning, leaves nothing', () => {
  const { result } = open()
  act(() => result.current.change({ name: '王' }))
  expect(stored()).toContain('王')
  act(() => result.current.change({ name: '' }))
  expect(stored()).toBe('')
  act(() => result.current.change({ name: '王' }))
  act(() => result.current.reset())
  expect(result.current.values).toEqual(first)
  expect(stored()).toBe('')
})

test('an identity number stays in memory', () => {
  const { result } = open()
  act(() => result.current.change({ name: '王', idNumber: '110105' }))
  expect(result.current.values.idNumber).toBe('110105')
  expect(stored()).not.toContain('110105')
  act(() => result.current.change({ name: '110105194912310028' }))
  expect(stored()).not.toContain('110105')
})

test('a draft is its account’s alone, also when the session ends while it is typed', () => {
  session.begin('token', 'wang')
  const { result } = open()
  act(() => result.current.change({ name: '王' }))
  session.end()
  expect(open().result.current.values).toEqual(first)
  act(() => result.current.change({ name: '王小明' }))
  session.begin('another', 'li')
  expect(open().result.current.values).toEqual(first)
  session.begin('third', 'wang')
  expect(open().result.current.values.name).toBe('王小明')
})

test('signing out clears the account’s drafts and the guest’s', () => {
  typeInto('code', { name: 'E92' })
  session.begin('token', 'wang')
  typeInto('profile', { name: '王' })
  drafts.clear()
  expect(stored()).toBe('')
})

test('a form without a name is not kept', () => {
  typeInto(null, { name: '王' })
  expect(stored()).toBe('')
})

test('after seven days it is gone', () => {
  jest.useFakeTimers({ now: new Date('2026-11-01T00:00:00Z') })
  try {
    typeInto('profile', { name: '王' })
    jest.setSystemTime(new Date('2026-11-07T23:59:00Z'))
    expect(open().result.current.isRestored).toBe(true)
    jest.setSystemTime(new Date('2026-11-08T00:01:00Z'))
    expect(open().result.current.isRestored).toBe(false)
  } finally {
    jest.useRealTimers()
  }
})
