import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { CheckIn, CheckInBatchReply, OfflineRecord } from '@dangqun/contracts/activities/check-in/schemas'
import Taro from '@tarojs/taro'
import { network } from '@/platform/network'
import { session } from '@/platform/session'
import { anActivity } from '../../../../test/activities'
import { answerWith, asked, holdBefore, openWith, type Answer } from '../../../../test/taro'
import DeskPage from './index'

jest.setTimeout(15_000)
const ok = (data: unknown): Answer => ({ statusCode: 200, data })
const refused = (statusCode: number, code: string, message: string): Answer => ({ statusCode, data: { error: { code, message } } })
const activity = anActivity({ asks: ['name'], taken: 2, capacity: 3, allowedActions: ['check-in'] })
const [linhe, zhousui, stranger] = ['A3K9HJ2MPQRT', 'B3K9HJ2MPQRT', 'C3K9HJ2MPQRT']
const people: Record<string, string> = { [linhe]: '林禾', [zhousui]: '周穗' }

function aCheckIn(number: number, name: string): CheckIn {
  return {
    id: `check-in-${number}`, signUpId: `sign-up-${number}`, number, name, method: 'ticket', reason: null, isWalkIn: false, at: '2026-11-24T14:03:00+08:00', recordedAt: '2026-11-24T14:03:00+08:00',
    flag: null, confirmedAt: null, undoneAt: null, undoReason: null, allowedActions: ['undo'],
  }
}

/** A door whose network can be cut; `loses`: what is asked arrives, its answer does not. */
function serve() {
  const known = { isCut: false, loses: false, hasEnded: false, items: [] as CheckIn[] }
  const take = (ticket: string): { checkIn: CheckIn; isRepeat: boolean } | null => {
    const name = people[ticket]
    if (name === undefined) return null
    const standing = known.items.find((item) => item.name === name && item.undoneAt === null)
    if (standing) return { checkIn: standing, isRepeat: true }
    const checkIn = aCheckIn(known.items.length + 1, name)
    known.items = [checkIn, ...known.items]
    return { checkIn, isRepeat: false }
  }
  answerWith(({ method, url, data }): Answer => {
    if (known.isCut) throw new Error('request:fail')
    if (known.hasEnded) return refused(401, 'session.required', '请先登录')
    if (url.endsWith('/check-ins/batch')) {
      const { records } = data as { records: OfflineRecord[] }
      const results = records.map((record): CheckInBatchReply['results'][number] => {
        const { id } = record
        const taken = take('ticket' in record ? record.ticket : linhe)
        return { id, outcome: taken ? (taken.isRepeat ? 'duplicate' : 'done') : 'unknown_ticket', message: taken ? '已签到' : '不是本场的签到码', checkIn: taken?.checkIn ?? null }
      })
      return ok({ results, offsetMs: 0 })
    }
    if (url.endsWith('/undo')) {
      known.items = known.items.map((item) => ({ ...item, undoneAt: item.at, undoReason: (data as { reason: string }).reason, allowedActions: [] }))
      return ok(known.items[0])
    }
    if (url.includes('/candidates')) return ok({ items: [{ signUpId: 'sign-up-1', number: 1, name: '林禾', state: 'confirmed', checkedInAt: null }] })
    if (url.endsWith('/check-ins') && method === 'POST') {
      const body = data as { ticket?: string; signUpId?: string }
      const taken = take(body.ticket ?? linhe)
      if (known.loses) throw new Error('request:fail timeout')
      return taken ? ok(taken) : refused(404, 'activities.ticketUnknown', '不是本场活动的签到码')
    }
    if (url.includes('/check-ins')) return ok({ items: known.items, nextCursor: null, now: new Date().toISOString(), counts: { checkedIn: known.items.filter(({ undoneAt }) => undoneAt === null).length, expected: 2, flagged: 0 } })
    return ok(activity)
  })
  return known
}

async function open() {
  session.begin('token', 'staff')
  openWith({ center: 'shangbai', id: activity.id })
  render(<DeskPage />)
  await screen.findByText(activity.title)
}

const scan = async (ticket: string) => {
  holdBefore(ticket)
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '扫签到码' })))
}
const cut = (known: ReturnType<typeof serve>) => {
  known.isCut = true
  act(() => network.tell('disconnected'))
}
const mend = (known: ReturnType<typeof serve>) => {
  known.isCut = false
  act(() => network.tell('connected'))
}
const sent = () => asked.filter(({ url }) => url.endsWith('/batch')).flatMap(({ data }) => (data as { records: OfflineRecord[] }).records)

test('a scanned ticket is told, counted and listed; a second time it is a repeat; a foreign one is refused', async () => {
  serve()
  await open()
  await scan(linhe)
  await screen.findByText('林禾（1 号） 已签到')
  await screen.findByText('/ 2 人已签到')
  await waitFor(() => expect(screen.getByText('1')).toBeTruthy())
  await scan(linhe)
  await screen.findByText('林禾（1 号） 14:03 已经签到过')
  await scan(stranger)
  await screen.findByText('不是本场活动的签到码')
  expect(screen.queryByText(/待同步/)).toBeNull()
})

test('without a network scans are kept, survive a kill, and are sent once it is back: none lost, none doubled, conflicts shown', async () => {
  const known = serve()
  await open()
  await screen.findByText('还没有人签到，扫码和手工登记的都会出现在这里。')
  cut(known)
  for (const ticket of [linhe, zhousui, linhe, stranger]) await scan(ticket)
  await screen.findByText('待同步 3 条')
  const before = asked.length
  expect(asked.filter(({ method, url }) => method === 'POST' && url.includes('/check-ins'))).toHaveLength(0)
  cleanup()

  await open()
  await screen.findByText('待同步 3 条')
  expect(asked.slice(before).every(({ method }) => method === 'GET')).toBe(true)
  mend(known)
  await screen.findByText('没有补上 1 条，请核对')
  expect(screen.getByText('不是本场的签到码')).toBeTruthy()
  expect(screen.queryByText(/待同步/)).toBeNull()
  expect(known.items.map(({ name }) => name).sort()).toEqual(['周穗', '林禾'])
  expect(new Set(sent().map(({ id }) => id)).size).toBe(3)
  expect(sent().every(({ offsetMs }) => offsetMs !== null && Math.abs(offsetMs) < 1000)).toBe(true)
  fireEvent.click(screen.getByText('知道了'))
  await waitFor(() => expect(screen.queryByText('没有补上 1 条，请核对')).toBeNull())
})

test('a scan whose answer is lost stays on the phone and is recorded once', async () => {
  const known = serve()
  await open()
  known.loses = true
  await scan(linhe)
  await screen.findByText('已记在这部手机上，待同步')
  known.loses = false
  act(() => network.tell('answered'))
  await screen.findByText('已同步：1 人之前已签到')
  expect(known.items).toHaveLength(1)
})

test('a session that ended in the middle loses no scan', async () => {
  const known = serve()
  await open()
  known.hasEnded = true
  await scan(linhe)
  await screen.findByText('登录后签到')
  known.hasEnded = false
  cleanup()
  await open()
  await waitFor(() => expect(known.items.map(({ name }) => name)).toEqual(['林禾']))
})

test('somebody without a code is found and written down with a reason; undoing asks for one too', async () => {
  const known = serve()
  await open()
  fireEvent.click(screen.getByText('找人登记'))
  fireEvent.change(screen.getByRole('textbox', { name: '找谁' }), { target: { value: '林' } })
  fireEvent.click(screen.getByText('查找'))
  fireEvent.click(await screen.findByText('登记'))
  fireEvent.click(screen.getByText('登记签到'))
  await screen.findByText('请写明原因')
  fireEvent.click(screen.getByText('手机没电'))
  fireEvent.click(screen.getByText('登记签到'))
  await screen.findByText('林禾（1 号） 已签到')
  expect(asked.filter(({ method, url }) => method === 'POST' && url.endsWith('/check-ins')).map(({ data }) => data)).toEqual([{ signUpId: 'sign-up-1', reason: '手机没电' }])

  fireEvent.click(await screen.findByText('撤销'))
  fireEvent.click(screen.getByText('扫错了人'))
  fireEvent.click(screen.getByText('撤销签到'))
  await screen.findByText('14:03 已撤销：扫错了人')
  expect(known.items[0]?.undoReason).toBe('扫错了人')
})

test('a ticket that lacks a symbol is told at once, a whole one is taken in', async () => {
  serve()
  await open()
  const field = screen.getByRole('textbox', { name: '签到码' })
  fireEvent.change(field, { target: { value: 'A3K9 HJ2M' } })
  fireEvent.click(screen.getByText('签到'))
  await screen.findByText('签到码是 12 位，请对照报名人的手机再输一次')
  fireEvent.change(field, { target: { value: linhe } })
  fireEvent.click(screen.getByText('签到'))
  await screen.findByText('林禾（1 号） 已签到')
})

test('whoever asks for the sync is told when it did not go through', async () => {
  const known = serve()
  await open()
  cut(known)
  await scan(linhe)
  await screen.findByText('已记在这部手机上，待同步')
  fireEvent.click(screen.getByText('现在同步'))
  await screen.findByText('还没能同步，记录都在这部手机上，联网后自动补传')
  expect(screen.getByText('待同步 1 条')).toBeTruthy()
})

test('without a network who was found before is written down by hand, under the number alone, and sent once it is back', async () => {
  const known = serve()
  await open()
  const find = async (term: string) => {
    fireEvent.click(screen.getByText('找人登记'))
    fireEvent.input(await screen.findByLabelText('找谁'), { target: { value: term } })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '查找' })))
  }
  await find('林')
  fireEvent.click(await screen.findByText('林禾（1 号）'))
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  cut(known)

  await find('周')
  await screen.findByText(/这里没有。请扫或输入签到码/)
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  await find('林')
  fireEvent.click(await screen.findByText('林禾（1 号）'))
  fireEvent.click(screen.getByText('手机没电'))
  fireEvent.click(screen.getByRole('button', { name: '登记签到' }))
  await screen.findByText('已记在这部手机上，待同步')
  screen.getByText('1 号报名 · 手工登记')
  expect(JSON.stringify(Taro.getStorageSync('doors'))).not.toContain('林禾')
  await find('林')
  await screen.findByText('待同步')
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))

  mend(known)
  await screen.findByText('已同步：补上 1 人')
  expect(sent()).toMatchObject([{ signUpId: 'sign-up-1', reason: '手机没电' }])
  expect(sent()[0]).not.toHaveProperty('number')
})
