import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { privacyVersion } from '@dangqun/contracts/accounts/vocabulary'
import type { Activity } from '@dangqun/contracts/activities/schemas'
import { anActivity, aSignUp } from '../../../../test/activities'
import { answerWith, asked, openWith, responder, type Answer } from '../../../../test/taro'
import { network } from '@/platform/network'
import { session } from '@/platform/session'
import { recall, remember } from '@/platform/storage'
import { drafts } from '@/platform/use-draft'
import ActivityDetailPage from './index'

const ok = (data: unknown, statusCode = 200): Answer => ({ statusCode, data })
const refused = (statusCode: number, code: string, message: string, details?: unknown): Answer => ({ statusCode, data: { error: { code, message, details } } })
const lost = (): Answer => {
  throw new Error('request:fail timeout')
}
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const signUps = () => asked.filter(({ method, url }) => method === 'POST' && url.endsWith('/sign-ups'))

/** The API around one activity; `onSignUp` answers each try in turn. */
function serve(activity: Activity, onSignUp: (() => Answer)[] = []) {
  let now = activity
  const tries = [...onSignUp]
  answerWith(({ method, url, data }) => {
    if (url.endsWith('/auth/wechat')) return ok({ token: `token of ${(data as { code: string }).code}`, account: { id: (data as { code: string }).code } })
    if (url.endsWith('/me/consents')) return ok(data, 201)
    if (url.endsWith('/sandbox')) return ok({ personas: [{ code: 'sandbox:newcomer', title: '第一次来的职工', roles: ['worker'] }], consoleAccounts: [] })
    if (url.endsWith('/persons/me')) return ok({ name: '王小明', phone: null, ...(data as object) })
    if (url.endsWith('/sign-ups')) {
      const reply = tries.shift()?.() ?? ok(aSignUp({}), 201)
      if (reply.statusCode < 300) now = { ...now, mySignUp: aSignUp(reply.data as object) }
      return reply
    }
    if (url.endsWith('/cancel')) {
      now = { ...now, mySignUp: null }
      return ok(aSignUp({ state: 'cancelled', ticket: null, allowedActions: [] }))
    }
    if (url.endsWith('/accept') || url.endsWith('/decline')) {
      now = { ...now, mySignUp: aSignUp(url.endsWith('/accept') ? {} : { state: 'declined', ticket: null, allowedActions: [] }) }
      return ok(now.mySignUp)
    }
    if (method === 'GET' && url.includes('/activities/')) return ok(now)
    return refused(404, 'centers.notFound', '没有这个中心')
  })
}

beforeEach(() => openWith({ center: 'shangbai', id: anActivity({}).id }))

async function agreeAndLogIn() {
  await screen.findByRole('dialog', { name: '登录前，请先看一下' })
  tap('同意并继续')
  fireEvent.click(await screen.findByText('第一次来的职工'))
}

test('the first time: privacy text, login, consent, and then the ticket', async () => {
  serve(anActivity({}))
  render(<ActivityDetailPage />)
  expect((await screen.findAllByText('还剩 37 个名额')).length).toBeGreaterThan(0)
  tap('报名')
  await agreeAndLogIn()
  await screen.findByText('报名成功')
  expect(screen.getByRole('img', { name: '签到码' }).getAttribute('src')).toContain('data:image/svg+xml')
  const consent = asked.find(({ url }) => url.endsWith('/me/consents'))
  expect(consent).toMatchObject({ data: { purpose: 'privacy' }, header: { authorization: 'Bearer token of sandbox:newcomer' } })
  expect(signUps()).toHaveLength(1)
})

test('a name typed to log in with is there again when the picker opens anew, and gone once it was used', async () => {
  serve(anActivity({}))
  const { unmount } = render(<ActivityDetailPage />)
  const openPicker = async () => {
    fireEvent.click(await screen.findByRole('button', { name: '报名' }))
    fireEvent.click(await screen.findByRole('button', { name: '同意并继续' }))
    return screen.findByPlaceholderText<HTMLInputElement>('任意名字，如 wang')
  }
  fireEvent.input(await openPicker(), { target: { value: 'lin he' } })
  unmount()
  render(<ActivityDetailPage />)
  fireEvent.click(await screen.findByRole('button', { name: '报名' }))
  const again = await screen.findByPlaceholderText<HTMLInputElement>('任意名字，如 wang')
  expect(again.value).toBe('lin he')
  tap('用这个名字登录')
  await screen.findByText('报名成功')
  expect(session.token()).toBe('token of sandbox:lin he')
  expect(drafts.find('persona', 'guest')).toBeNull()
})

test('refusing the privacy text leaves the page open, says so, and sends nothing', async () => {
  serve(anActivity({}))
  render(<ActivityDetailPage />)
  await screen.findByRole('button', { name: '报名' })
  tap('报名')
  await screen.findByRole('dialog')
  tap('暂不同意')
  await screen.findByText(/也没有收集任何信息/)
  expect(screen.getByRole('button', { name: '报名' })).not.toBeNull()
  expect(asked.every(({ method }) => method === 'GET')).toBe(true)
})

test('a new privacy text is asked once of who is signed in; session and intent stay', async () => {
  session.begin('token', 'wang')
  remember('privacy', '2026-11')
  serve(anActivity({}))
  render(<ActivityDetailPage />)
  await screen.findByRole('button', { name: '报名' })
  tap('报名')
  await screen.findByRole('dialog', { name: '隐私说明有更新，请再看一下' })
  tap('同意并继续')
  await screen.findByText('报名成功')
  expect(asked.filter(({ url }) => url.endsWith('/me/consents'))).toMatchObject([{ data: { purpose: 'privacy', version: privacyVersion }, header: { authorization: 'Bearer token' } }])
  expect(asked.some(({ url }) => url.endsWith('/auth/wechat'))).toBe(false)
  expect(recall('privacy')).toBe(privacyVersion)
})

test('who does not agree to a new text keeps the session, and no sign-up is sent', async () => {
  session.begin('token', 'wang')
  remember('privacy', '2026-11')
  serve(anActivity({}))
  render(<ActivityDetailPage />)
  await screen.findByRole('button', { name: '报名' })
  tap('报名')
  await screen.findByRole('dialog')
  tap('暂不同意')
  await screen.findByText(/已有的报名不变/)
  expect(session.token()).toBe('token')
  expect(recall('privacy')).toBe('2026-11')
  expect(signUps()).toHaveLength(0)
})

test('a session that ended while the new text was read is followed by a login', async () => {
  session.begin('token', 'wang')
  remember('privacy', '2026-11')
  serve(anActivity({}))
  const respond = responder()
  answerWith((request) => (request.url.endsWith('/me/consents') && request.header.authorization === 'Bearer token' ? refused(401, 'session.required', '请先登录') : respond(request)))
  render(<ActivityDetailPage />)
  await screen.findByRole('button', { name: '报名' })
  tap('报名')
  await screen.findByRole('dialog', { name: '隐私说明有更新，请再看一下' })
  tap('同意并继续')
  fireEvent.click(await screen.findByText('第一次来的职工'))
  await screen.findByText('报名成功')
  expect(session.token()).toBe('token of sandbox:newcomer')
})

test('name and phone are asked once, and the sign-up continues by itself under the same key', async () => {
  serve(anActivity({ asks: ['name'] }), [() => refused(409, 'activities.profileNeeded', '请先填写', { fields: ['name'], labels: '姓名' })])
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
    serve(anActivity({}), [lost, lost, lost])
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
  serve(anActivity({}))
  render(<ActivityDetailPage />)
  const button = await screen.findByRole('button', { name: '报名' })
  fireEvent.click(button)
  fireEvent.click(button)
  await agreeAndLogIn()
  await screen.findByText('报名成功')
  expect(signUps()).toHaveLength(1)
})

test('a waitlist position is large and explained', async () => {
  serve(anActivity({ capacity: 30, taken: 30, mySignUp: aSignUp({ state: 'waitlisted', position: 3, ticket: null }) }))
  render(<ActivityDetailPage />)
  expect(await screen.findByText('候补第')).not.toBeNull()
  expect(screen.getByText('3')).not.toBeNull()
})

test('cancelling asks first, says until when, and then the way is free again', async () => {
  serve(anActivity({ mySignUp: aSignUp({}) }))
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
  serve(anActivity({ mySignUp: offered }))
  render(<ActivityDetailPage />)
  await screen.findByText('轮到你了，有名额了')
  expect(screen.getByText(/8:00/)).not.toBeNull()
  tap('确认参加')
  await screen.findByText('报名成功')
  expect(asked.filter(({ method }) => method === 'POST').map(({ url }) => url.split('/').at(-1))).toEqual(['accept'])
})

test('an offered place can be left to the next', async () => {
  serve(anActivity({ mySignUp: offered }))
  render(<ActivityDetailPage />)
  await screen.findByText('轮到你了，有名额了')
  tap('不去了')
  await screen.findByText('你放弃了这个名额，已留给下一位')
})

test('the form is asked for what is missing, and what was filled in is sent', async () => {
  const questions = [{ id: 'q1', kind: 'choice' as const, label: '是否用餐', isRequired: true, options: ['要', '不要'] }]
  const needed = () => refused(409, 'activities.formNeeded', '报名前还需要填写', { needs: ['insurance', 'answers'], problems: {} })
  serve(anActivity({ questions, insuranceNotice: '搬运重物，已投保' }), [needed])
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
  serve(anActivity({}), [() => refused(409, 'activities.paused', '报名暂停到 12月31日（周四）。有特殊情况可以申诉')])
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
    serve(anActivity({}))
    tap('重试')
    await screen.findByText('活动说明')
  } finally {
    jest.useRealTimers()
  }
})

test('a ticket that was seen once opens without a network, and says how old it is', async () => {
  serve(anActivity({ mySignUp: aSignUp({}) }))
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
  serve(anActivity({ title: '改过的标题', mySignUp: aSignUp({}) }))
  act(() => network.tell('connected'))
  await screen.findByText('改过的标题')
  expect(screen.queryByText(/显示刚才的内容/)).toBeNull()
})

test('another account on this phone does not see what was kept', async () => {
  serve(anActivity({ mySignUp: aSignUp({}) }))
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
