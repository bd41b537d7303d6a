import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { session } from '@/platform/session'
import { answerWith, asked, openAlone, openWith, went, type Answer } from '../../../../test/taro'
import AskPage from './index'

const ok = (data: unknown): Answer => ({ statusCode: 202, data })

beforeEach(() => session.begin('a-token', 'an-account'))

test('the form says why and who sees it, and answers with the one sentence', async () => {
  openWith({ center: 'shangbai', kind: 'member' })
  answerWith(() => ok({ message: '已提交，待核对' }))
  render(<AskPage />)
  expect(screen.getByText(/谁看得到：/).textContent).toContain('只有本中心的工作人员')
  fireEvent.click(screen.getByRole('button', { name: '同意并提交' }))
  expect(await screen.findByText('请填写 18 位身份证号')).toBeTruthy()
  expect(asked).toHaveLength(0)
  fireEvent.input(screen.getByLabelText('姓名'), { target: { value: '林禾' } })
  fireEvent.input(screen.getByLabelText('身份证号'), { target: { value: '11010519491231002x' } })
  fireEvent.click(screen.getByRole('button', { name: '同意并提交' }))
  expect(await screen.findByText('已提交，待核对')).toBeTruthy()
  expect(asked[0]?.data).toEqual({ kind: 'member', name: '林禾', idNumber: '11010519491231002X', consentVersion: '2026-12' })
})

test('what the server says of a field stands at the field, and what was typed stays', async () => {
  openWith({ center: 'shangbai', kind: 'member' })
  answerWith(() => ({ statusCode: 400, data: { error: { code: 'request.invalid', message: '有误', details: [{ path: 'idNumber', message: '身份证号有误，请对照证件核对 18 位号码' }] } } }))
  render(<AskPage />)
  fireEvent.input(screen.getByLabelText('姓名'), { target: { value: '林禾' } })
  fireEvent.input(screen.getByLabelText('身份证号'), { target: { value: '110105194912310021' } })
  fireEvent.click(screen.getByRole('button', { name: '同意并提交' }))
  await waitFor(() => expect(screen.getByText('身份证号有误，请对照证件核对 18 位号码')).toBeTruthy())
  expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('林禾')
})

test.each([['back', () => undefined], ['/organization/pages/bindings/index?center=shangbai', openAlone]])('not asking leads to %s', (to, open) => {
  openWith({ center: 'shangbai', kind: 'member' })
  open()
  render(<AskPage />)
  fireEvent.click(screen.getByRole('button', { name: '不填了' }))
  expect(went).toEqual([to])
})
