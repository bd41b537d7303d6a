import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Activity, SignUpRow } from '@dangqun/contracts/activities/schemas'
import { anActivity, aSignUpRow } from '../../test/activities'
import { asked, ok, refused, type Answer } from '../../test/api'
import { address, logIn, openAt } from '../../test/console'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())
const untilNextReading = () => act(() => jest.advanceTimersByTimeAsync(2600))
const press = (name: string) => fireEvent.click(screen.getByText(name))

/** An API around one activity; what it knows can be changed while the page is open. */
function serve(activity: Activity, rows: SignUpRow[] = []) {
  const known = { activity, rows, held: null as Promise<void> | null }
  logIn(async ({ method, path, query, body }): Promise<Answer> => {
    if (path.endsWith('/sign-ups')) {
      const items = known.rows.filter(({ state }) => query.state === undefined || state === query.state)
      return ok({ items, nextCursor: null })
    }
    if (path.endsWith('/close')) known.activity = { ...known.activity, state: 'closed', signUpBlock: 'closed', allowedActions: ['publish', 'cancel', 'update'] }
    if (path.endsWith('/cancel')) known.activity = { ...known.activity, state: 'cancelled', cancelReason: (body as { reason: string }).reason, allowedActions: [] }
    if (method === 'PATCH') {
      const { capacity } = body as { capacity: number }
      if (capacity < known.activity.taken) return refused(409, 'activities.capacityBelowTaken', `已有 ${known.activity.taken} 人报名成功`)
      known.activity = { ...known.activity, capacity, version: known.activity.version + 1 }
    }
    const reply = ok(known.activity)
    if (method === 'GET') await known.held
    return reply
  })
  return known
}
const detail = `/shangbai/activities/${anActivity({}).id}`

test('sign-ups appear by themselves in the order of arrival, the new ones marked', async () => {
  const known = serve(anActivity({ taken: 1, asks: ['name', 'phone'] }), [aSignUpRow(1, { name: '演示甲', phone: '138****8000' })])
  openAt(detail)
  await screen.findByText('演示甲')
  expect(document.querySelectorAll('.is-fresh')).toHaveLength(0)
  known.rows = [...known.rows, aSignUpRow(2, { state: 'waitlisted', position: 1, name: '演示乙' })]
  known.activity = { ...known.activity, waiting: 1 }
  await untilNextReading()
  const arrived = screen.getByText('演示乙').closest('tr')
  expect(arrived?.className).toContain('is-fresh')
  expect(within(arrived as HTMLElement).getByText('候补中 · 第 1 位')).toBeTruthy()
  expect(within(arrived as HTMLElement).getByText('未填')).toBeTruthy()
})

test('the list is filtered by state in the address, and an empty answer leads back', async () => {
  serve(anActivity({}), [aSignUpRow(1, {})])
  openAt(`${detail}?state=waitlisted`)
  await screen.findByText('没有「候补中」的报名')
  press('看全部')
  await screen.findByText('报名成功')
  expect(address()).toBe(detail)
})

test('capacity: says what would happen before, refuses what cannot be, sends the version it was read at', async () => {
  serve(anActivity({ capacity: 30, taken: 30, waiting: 4, version: 7 }))
  openAt(detail)
  const field = await screen.findByRole('spinbutton')
  fireEvent.change(field, { target: { value: '29' } })
  expect(screen.getByText('已有 30 人报名成功，名额不能少于 30')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '确定' }).disabled).toBe(true)
  fireEvent.change(field, { target: { value: '32' } })
  expect(screen.getByText('名额将留给候补前 2 人确认')).toBeTruthy()
  press('确定')
  await screen.findByText('名额已改为 32')
  expect(asked.find(({ method }) => method === 'PATCH')?.body).toEqual({ capacity: 32, version: 7 })
})

test('a reading that set out before the change does not bring the old state back', async () => {
  const known = serve(anActivity({}))
  openAt(detail)
  await screen.findByText('报名中')
  let release = () => undefined as void
  known.held = new Promise((resolve) => (release = resolve))
  await untilNextReading()
  press('截止报名')
  fireEvent.click(within(await screen.findByRole('dialog')).getByText('截止报名'))
  await screen.findByText('重新开放报名')
  await act(async () => {
    release()
    await jest.advanceTimersByTimeAsync(100)
  })
  expect(screen.queryByText('报名中')).toBeNull()
  expect(screen.getByText('重新开放报名')).toBeTruthy()
})

test('calling it off says whom it touches and asks for a reason, which is then shown', async () => {
  serve(anActivity({ taken: 7, waiting: 1 }))
  openAt(detail)
  await screen.findByText('报名中')
  press('取消活动')
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText('7 个已确认的报名和 1 个候补会随之取消。取消后不能恢复。')).toBeTruthy()
  const confirm = () => fireEvent.click(within(dialog).getByText('取消活动'))
  confirm()
  expect(within(dialog).getByText('请写明取消原因')).toBeTruthy()
  expect(asked.some(({ path }) => path.endsWith('/cancel'))).toBe(false)
  fireEvent.click(within(dialog).getByText('天气原因'))
  confirm()
  await screen.findByText('活动已取消：天气原因')
  await waitFor(() => expect(screen.queryByText('编辑')).toBeNull())
})
