import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { agreeAndLogIn, anActivity, aSignUp, serveActivity, signUps } from '../../../../test/activities'
import { answerWith, asked, openWith, type Answer } from '../../../../test/taro'
import { network } from '@/platform/network'
import { session } from '@/platform/session'
import ActivityDetailPage from './index'

const refused = (statusCode: number, code: string, message: string, details?: unknown): Answer => ({ statusCode, data: { error: { code, message, details } } })
const lost = (): Answer => {
  throw new Error('request:fail timeout')
}
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => openWith({ center: 'shangbai', id: anActivity({}).id }))

test('name and phone are asked once, and the sign-up continues by itself under the same key', async () => {
  serveActivity(anActivity({ asks: ['name'] }), [() => refused(409, 'activities.profileNeeded', '请先填写', { fields: ['name'], labels: '姓名' })])
  render(<ActivityDetailPage />)
  await screen.findByRole('button', { name: '报名' })
  tap('报名')
  await agreeAndLogIn()
  const dialog = await screen.findByRole('dialog', { name: '报名还需要' })
  expect(within(dialog).queryByLabelText('手机号')).toBeNull()
  tap('保存并报名')
  await screen.findByText('请填写姓名')
  fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '王小明' } })
  tap('保存并报名')
  await screen.findByText('报名成功')
  expect(signUps()).toHaveLength(2)
  expect(new Set(signUps().map(({ header }) => header['idempotency-key'])).size).toBe(1)
})

test('lost answers: the button says so, 重试 takes up the same intent', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] })
  try {
    serveActivity(anActivity({}), [lost, lost, lost])
    render(<ActivityDetailPage />)
    await screen.findByRole('button', { name: '报名' })
    tap('报名')
    await agreeAndLogIn()
    await waitFor(() => expect(signUps()).toHaveLength(1))
    await act(() => jest.advanceTimersByTimeAsync(10_000))
    await screen.findByText(/点重试不会重复报名/)
    expect(signUps()).toHaveLength(3)
    tap('重试')
    await screen.findByText('报名成功')
    expect(new Set(signUps().map(({ header }) => header['idempotency-key'])).size).toBe(1)
  } finally {
    jest.useRealTimers()
  }
})

test('two taps at once are one sign-up', async () => {
  serveActivity(anActivity({}))
  render(<ActivityDetailPage />)
  const button = await screen.findByRole('button', { name: '报名' })
  fireEvent.click(button)
  fireEvent.click(button)
  await agreeAndLogIn()
  await screen.findByText('报名成功')
  expect(signUps()).toHaveLength(1)
})

test('a waitlist position is large and explained', async () => {
  serveActivity(anActivity({ capacity: 30, taken: 30, mySignUp: aSignUp({ state: 'waitlisted', position: 3, ticket: null }) }))
  render(<ActivityDetailPage />)
  expect(await screen.findByText('候补第')).not.toBeNull()
  expect(screen.getByText('3')).not.toBeNull()
})

test('cancelling asks first, says until when, and then the way is free again', async () => {
  serveActivity(anActivity({ mySignUp: aSignUp({}) }))
  render(<ActivityDetailPage />)
  await screen.findByRole('button', { name: '取消报名' })
  tap('取消报名')
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toMatch(/前取消/)
  tap('再想想')
  expect(screen.queryByRole('dialog')).toBeNull()
  tap('取消报名')
  tap('确认取消')
  await screen.findByText('你的报名已取消')
  // The API answers standing sign-ups only: the words stay when the page has read it again.
  await screen.findByRole('button', { name: '报名' })
  expect(screen.queryByText('你的报名已取消')).not.toBeNull()
})

const offered = aSignUp({ state: 'offered', ticket: null, offerUntil: '2036-11-28T08:00:00+08:00', allowedActions: ['accept', 'decline'] })

test('an offered place says until when, and one press takes it', async () => {
  serveActivity(anActivity({ mySignUp: offered }))
  render(<ActivityDetailPage />)
  await screen.findByText('轮到你了，有名额了')
  expect(screen.getByText(/8:00/)).not.toBeNull()
  tap('确认参加')
  await screen.findByText('报名成功')
  expect(asked.filter(({ method }) => method === 'POST').map(({ url }) => url.split('/').at(-1))).toEqual(['accept'])
})

test('an offered place can be left to the next', async () => {
  serveActivity(anActivity({ mySignUp: offered }))
  render(<ActivityDetailPage />)
  await screen.findByText('轮到你了，有名额了')
  tap('不去了')
  await screen.findByText('你放弃了这个名额，已留给下一位')
})

test('the form is asked for what is missing, and what was filled in is sent', async () => {
  const questions = [{ id: 'q1', kind: 'choice' as const, label: '是否用餐', isRequired: true, options: ['要', '不要'] }]
  const needed = () => refused(409, 'activities.formNeeded', '报名前还需要填写', { needs: ['insurance', 'answers'], problems: {} })
  serveActivity(anActivity({ questions, insuranceNotice: '搬运重物，已投保' }), [needed])
  render(<ActivityDetailPage />)
  await screen.findByRole('button', { name: '报名' })
  tap('报名')
  await agreeAndLogIn()
  await screen.findByRole('dialog', { name: '报名还需要' })
  tap('确认报名')
  await screen.findByText('请选择')
  tap('要')
  tap('我已看过并同意')
  tap('确认报名')
  await screen.findByText('报名成功')
  expect(signUps().map(({ data }) => data)).toEqual([{}, { answers: { q1: '要' }, isInsuranceConfirmed: true }])
})

test('whoever is paused reads until when, and finds the appeal', async () => {
  serveActivity(anActivity({}), [() => refused(409, 'activities.paused', '报名暂停到 12月31日（周四）。有特殊情况可以申诉')])
  render(<ActivityDetailPage />)
  await screen.findByRole('button', { name: '报名' })
  tap('报名')
  await agreeAndLogIn()
  await screen.findByText(/报名暂停到 12月31日/)
  expect(screen.getByText('去申诉')).not.toBeNull()
})

test('an unknown activity offers other ways on', async () => {
  answerWith(() => refused(404, 'activities.notFound', '找不到这个活动'))
  render(<ActivityDetailPage />)
  await screen.findByText('找不到这个活动')
  tap('输入编码')
  await screen.findByRole('dialog', { name: '输入编码' })
})

test('without network there is 重试, after some tries that nobody has to ask for', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] })
  try {
    answerWith(lost)
    render(<ActivityDetailPage />)
    await act(() => jest.advanceTimersByTimeAsync(10_000))
    expect(asked.filter(({ url }) => url.includes('/activities/'))).toHaveLength(3)
    await screen.findByText('没有连上网络')
    serveActivity(anActivity({}))
    tap('重试')
    await screen.findByText('活动说明')
  } finally {
    jest.useRealTimers()
  }
})

test('a ticket that was seen once opens without a network, and says how old it is', async () => {
  serveActivity(anActivity({ mySignUp: aSignUp({}) }))
  session.begin('token', 'wang')
  const { unmount } = render(<ActivityDetailPage />)
  await screen.findByText('报名成功')
  unmount()
  answerWith(lost)
  act(() => network.tell('disconnected'))
  render(<ActivityDetailPage />)
  await screen.findByText('报名成功')
  expect(screen.getByRole('img', { name: '签到码' })).not.toBeNull()
  screen.getByText('没有网络，显示刚才的内容')
  serveActivity(anActivity({ title: '改过的标题', mySignUp: aSignUp({}) }))
  act(() => network.tell('connected'))
  await screen.findByText('改过的标题')
  expect(screen.queryByText(/显示刚才的内容/)).toBeNull()
})

test('another account on this phone does not see what was kept', async () => {
  serveActivity(anActivity({ mySignUp: aSignUp({}) }))
  session.begin('token', 'wang')
  const { unmount } = render(<ActivityDetailPage />)
  await screen.findByText('报名成功')
  unmount()
  session.end()
  session.begin('other', 'li')
  answerWith(lost)
  act(() => network.tell('disconnected'))
  render(<ActivityDetailPage />)
  await screen.findByText('没有连上网络')
  expect(screen.queryByText('报名成功')).toBeNull()
})
