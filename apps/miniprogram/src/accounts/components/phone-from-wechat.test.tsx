import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { answerWith, asked, type Answer } from '../../../test/taro'
import { tapPhoneButton } from '../../../test/taro-components'
import { PhoneFromWechat } from './phone-from-wechat'

jest.mock('@/platform/phone-number', () => jest.requireActual<object>('../../platform/phone-number.weapp.tsx'))

const refused = (statusCode: number, code: string, message: string): Answer => ({ statusCode, data: { error: { code, message } } })
const given: string[] = []
const button = () => screen.getByRole('button', { name: '用微信里的手机号' })

beforeEach(() => {
  given.length = 0
  render(<PhoneFromWechat onPhone={(phone) => given.push(phone)} />)
})

test('one tap fills the number in', async () => {
  answerWith(() => ({ statusCode: 200, data: { phone: '19900001234' } }))
  tapPhoneButton.answer = { code: 'a-code', errMsg: 'getPhoneNumber:ok' }
  fireEvent.click(button())
  await waitFor(() => expect(given).toEqual(['19900001234']))
  expect(asked).toMatchObject([{ method: 'POST', data: { code: 'a-code' } }])
})

test('who says no is not asked again and can type', () => {
  tapPhoneButton.answer = { errMsg: 'getPhoneNumber:fail user deny' }
  fireEvent.click(button())
  expect(asked).toEqual([])
  expect(button()).not.toBeNull()
})

test.each([
  ['on the phone', { errMsg: 'getPhoneNumber:fail', errno: 1400001 }, /请在下面填写/],
  ['at the server', { code: 'a-code' }, /请自己填写/],
])('a quota that is used up, as told %s, takes the button away', async (_, answer, words) => {
  answerWith(() => refused(409, 'accounts.phoneUnavailable', '现在不能用微信取手机号，请自己填写'))
  tapPhoneButton.answer = answer
  fireEvent.click(button())
  await screen.findByText(words)
  expect(screen.queryByRole('button')).toBeNull()
})

test('an old code or a busy WeChat leaves the button for another try', async () => {
  answerWith(() => refused(400, 'accounts.phoneCodeRefused', '没有取到手机号，请再点一次，或自己填写'))
  tapPhoneButton.answer = { code: 'old' }
  fireEvent.click(button())
  await screen.findByText(/请再点一次/)
  expect(button()).not.toBeNull()
})
