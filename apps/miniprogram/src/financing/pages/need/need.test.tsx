import { fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { forgetPerson } from '@/accounts/use-sign-in'
import { openWith, went } from '../../../../test/taro'
import { needChoice } from '../../financing-choice.store'
import { firstDraft, toNeed } from '../../financing-need.rules'
import NeedPage from './index'

const amount = () => screen.getByPlaceholderText<HTMLInputElement>('如 30')
const stored = () => String(Taro.getStorageSync('drafts'))
const restored = '上次没填完的还在这里'

beforeEach(() => {
  openWith({ center: 'shangbai' })
  needChoice.set(null)
})

test('the phone keeps what is asked of everybody, and none of the answers that are said not to be kept', () => {
  const first = render(<NeedPage />)
  fireEvent.change(amount(), { target: { value: '50' } })
  fireEvent.click(screen.getByText('个体工商户'))
  fireEvent.click(screen.getByText('再多说一点，结果更准'))
  fireEvent.click(screen.getByText('B 级'))
  expect(stored()).toContain('50')
  expect(stored()).not.toMatch(/firmKind|foundedOn|taxGrade|revenueBand|collateralBand/)
  first.unmount()
  render(<NeedPage />)
  screen.getByText(restored)
  expect(amount().value).toBe('50')
  screen.getByText(/都可不填，只用来比较，不保存/)
})

test('after a comparison all of it is still there until the app ends, not as something unfinished', () => {
  const first = render(<NeedPage />)
  fireEvent.change(amount(), { target: { value: '50' } })
  fireEvent.click(screen.getByText('再多说一点，结果更准'))
  fireEvent.click(screen.getByText('B 级'))
  fireEvent.click(screen.getByText('看看哪些贷款合适'))
  expect(went).toEqual(['/financing/pages/matches/index?center=shangbai'])
  expect(stored()).toBe('')
  first.unmount()
  render(<NeedPage />)
  expect(screen.queryByText(restored)).toBeNull()
  expect(amount().value).toBe('50')
  screen.getByText(/^已答 1 题/)
})

test('whoever comes after signing out finds none of it', () => {
  needChoice.set(toNeed({ ...firstDraft, taxGrade: 'B' }))
  forgetPerson()
  expect(needChoice.get()).toBeNull()
})
