import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { session } from '@/platform/session'
import { anActivity } from '../../../../test/activities'
import { answerWith, asked, openWith, went, type Answer } from '../../../../test/taro'
import CheckInPage from './index'

const ok = (data: unknown): Answer => ({ statusCode: 200, data })
const refused = (code: string, message: string): Answer => ({ statusCode: 409, data: { error: { code, message } } })
const activity = anActivity({ sceneCode: 'K7MWXACR' })
const done = (isRepeat: boolean): Answer =>
  ok({
    isRepeat,
    checkIn: { id: 'c', signUpId: 's', number: 3, name: null, method: 'rotating_code', reason: null, isWalkIn: false, at: '2026-11-24T14:03:00+08:00', recordedAt: '2026-11-24T14:03:00+08:00', flag: null, confirmedAt: null, undoneAt: null, undoReason: null, allowedActions: [] },
  })
const sent = () => asked.filter(({ method, url }) => method === 'POST' && url.endsWith('/check-ins')).map(({ data }) => data)

function serve(...answers: (() => Answer)[]) {
  answerWith(({ method, url }) => {
    if (method === 'POST' && url.endsWith('/check-ins')) return (answers.shift() ?? (() => done(false)))()
    if (method === 'GET' && url.includes('/activities/')) return ok(activity)
    return refused('request.notFound', '没有')
  })
}

function open(code?: string) {
  session.begin('token', 'account')
  openWith({ center: 'shangbai', id: activity.id, ...(code ? { code } : {}) })
  render(<CheckInPage />)
}

test('the code that was scanned on the way is sent once, and the time is said plainly', async () => {
  serve()
  open('A3K9HJ2M')
  await screen.findByText('签到成功')
  expect(screen.getByText('14:03')).toBeTruthy()
  expect(sent()).toEqual([{ rotatingCode: 'A3K9HJ2M' }])
  fireEvent.click(screen.getByText('看活动'))
  expect(went).toEqual([`/activities/pages/detail/index?center=shangbai&id=${activity.id}`])
})

test('an outdated code is explained, the next one typed leads in', async () => {
  serve(() => refused('activities.codeRefused', '这个码不对或已更换'), () => done(true))
  open('A3K9HJ2M')
  await screen.findByText('这个码不对或已更换')
  fireEvent.change(screen.getByRole('textbox', { name: '现场码' }), { target: { value: ' wdm3 jdnc ' } })
  fireEvent.click(screen.getByRole('button', { name: '签到' }))
  await screen.findByText('你已经签到过了')
  expect(sent()).toEqual([{ rotatingCode: 'A3K9HJ2M' }, { rotatingCode: 'wdm3 jdnc' }])
})

test('where nothing can be scanned the code is typed, and an empty field sends nothing', async () => {
  serve()
  open()
  await screen.findByText(activity.title)
  fireEvent.click(screen.getByText('扫现场码'))
  await screen.findByText('这里不能扫码，请输入屏幕上的 8 位码')
  fireEvent.click(screen.getByRole('button', { name: '签到' }))
  await waitFor(() => expect(screen.getByText('请输入屏幕上的 8 位码')).toBeTruthy())
  expect(sent()).toEqual([])
})
