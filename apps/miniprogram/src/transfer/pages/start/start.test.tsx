import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { session } from '@/platform/session'
import { answerWith, asked, openWith, went, type Answer } from '../../../../test/taro'
import { aTransfer } from '../../../../test/transfers'
import TransferStartPage from './index'

const ok = (data: unknown): Answer => ({ statusCode: 200, data })
const me = (role: string | null) => ok({ account: { id: 'a', createdAt: '' }, grants: role ? [{ role, scope: null, center: { slug: 'shangbai', name: '' }, permissions: [] }] : [], consents: [], secondFactor: 'off' })
const serve = (role: string | null) =>
  answerWith(({ url }) => {
    if (url.endsWith('/me')) return me(role)
    if (url.endsWith('/transfers')) return { statusCode: 201, data: aTransfer() }
    if (url.endsWith('/restricted')) return ok({})
    return ok({ slug: 'shangbai', name: '尚百商圈党群服务中心', address: '尚泽大厦', phone: '0551-60000000', openingHours: [] })
  })
const choose = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  session.begin('a-token', 'an-account')
  openWith({ center: 'shangbai' })
})

test('three questions, the consent, and a draft that the server keeps', async () => {
  serve('member')
  render(<TransferStartPage />)
  choose(/^转出/)
  choose(/^外省，用纸质介绍信/)
  choose(/^就业/)
  screen.getByText('谁看得到')
  expect(asked).toEqual([])
  choose(/同意，开始填写/)
  await waitFor(() => expect(went.at(-1)).toBe('/transfer/pages/form/index?center=shangbai&id=the-id'))
  const created = asked.find(({ url }) => url.endsWith('/transfers'))
  expect(created?.data).toEqual({ direction: 'out', kind: 'cross_province_paper', consent: { source: 'phone', version: '2026-11' }, form: { cause: 'employment', validDays: 30 } })
  expect(created?.header['idempotency-key']).toMatch(/^[0-9a-f]{32}$/)
})

test('涉密、军警 stops: the counter’s address, nothing sent but that somebody asked, nothing kept', async () => {
  serve('member')
  render(<TransferStartPage />)
  choose(/^转出/)
  choose(/^涉密单位/)
  await screen.findByText('尚泽大厦')
  expect(asked.filter(({ method }) => method === 'POST').map(({ url, data }) => [url.split('/').at(-1), data])).toEqual([['restricted', {}]])
  expect(Taro.getStorageSync('drafts')).toBe('')
})

test('whoever is not bound is led to the check of identity, in words that tell nothing, or to an intake', async () => {
  serve(null)
  render(<TransferStartPage />)
  choose(/^内部调整/)
  choose(/^调动/)
  choose(/同意，开始填写/)
  await screen.findByText('先核对一次身份')
  expect(asked.some(({ url }) => url.endsWith('/transfers'))).toBe(false)
  choose(/去核对身份/)
  expect(went.at(-1)).toBe('/organization/pages/ask/index?center=shangbai&kind=member')
  choose(/我是从外面转进来的/)
  await screen.findByText('从哪里转来？')
})
