import { act, fireEvent, screen, within } from '@testing-library/react'
import type { CheckIn, CheckInBatchReply, OfflineRecord } from '@dangqun/contracts/activities/check-in/schemas'
import { anActivity } from '../../test/activities'
import { asked, ok, refused, type Answer } from '../../test/api'
import { logIn, openAt } from '../../test/console'

jest.setTimeout(15_000)
beforeEach(() => jest.useFakeTimers({ now: new Date('2036-11-29T08:45:00+08:00') }))
afterEach(() => jest.useRealTimers())
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

const activity = anActivity({ asks: ['name'], taken: 2, capacity: 2, allowedActions: ['check-in'], checkInOpensAt: '2036-11-29T07:30:00+08:00', checkInClosesAt: '2036-11-29T12:00:00+08:00' })
const desk = `/shangbai/activities/${activity.id}/check-in`

function aCheckIn(number: number, name: string, given: Partial<CheckIn> = {}): CheckIn {
  return {
    id: `check-in-${number}`, signUpId: `sign-up-${number}`, number, name, method: 'ticket', reason: null, isWalkIn: false, at: '2036-11-29T08:45:00+08:00', recordedAt: '2036-11-29T08:45:00+08:00',
    flag: null, confirmedAt: null, undoneAt: null, undoReason: null, allowedActions: ['undo'], ...given,
  }
}

/** A door whose network can be cut; tickets are the names of those who hold them. */
function serve() {
  const known = { isCut: false, items: [] as CheckIn[], refuses: new Set<string>() }
  const take = (name: string): CheckIn | null => {
    const standing = known.items.find((item) => item.name === name)
    if (standing) return standing
    if (known.refuses.has(name)) return null
    const made = aCheckIn(known.items.length + 1, name)
    known.items = [made, ...known.items]
    return made
  }
  logIn(({ method, path, body }): Answer => {
    if (known.isCut) throw new TypeError('Failed to fetch')
    if (path.endsWith('/rotating-code')) return ok({ text: 'K7MWXACR*A3K9HJ2M', code: 'A3K9HJ2M', now: new Date().toISOString(), renewAt: new Date(Math.ceil((Date.now() + 1) / 30_000) * 30_000).toISOString(), opensAt: activity.checkInOpensAt, closesAt: activity.checkInClosesAt })
    if (path.endsWith('/check-ins/batch')) {
      const { records } = body as { records: OfflineRecord[] }
      const results = records.map((record): CheckInBatchReply['results'][number] => {
        const { id } = record
        const checkIn = 'ticket' in record ? take(record.ticket) : null
        return { id, outcome: checkIn ? 'done' : 'unknown_ticket', message: checkIn ? '已签到' : '不是本场的签到码', checkIn }
      })
      return ok({ results, offsetMs: 0 })
    }
    if (path.endsWith('/undo')) {
      known.items = known.items.map((item) => ({ ...item, undoneAt: item.at, undoReason: (body as { reason: string }).reason, allowedActions: [] }))
      return ok(known.items[0])
    }
    if (path.endsWith('/check-ins') && method === 'POST') {
      const { ticket } = body as { ticket: string }
      const isRepeat = known.items.some(({ name }) => name === ticket)
      const checkIn = take(ticket)
      return checkIn ? ok({ checkIn, isRepeat }) : refused(404, 'activities.ticketUnknown', '不是本场活动的签到码')
    }
    if (path.endsWith('/check-ins')) return ok({ items: known.items, nextCursor: null, counts: { checkedIn: known.items.filter(({ undoneAt }) => undoneAt === null).length, expected: 2, flagged: 0 } })
    return ok(activity)
  })
  return known
}

async function scan(ticket: string) {
  fireEvent.change(screen.getByLabelText('签到码'), { target: { value: ticket } })
  fireEvent.submit(screen.getByLabelText('签到码'))
  await pass(10)
}

test('a scanned ticket is told, counted and listed; the field is free for the next one', async () => {
  serve()
  openAt(desk)
  await screen.findByText('还没有人签到')
  await scan('林禾')
  expect(screen.getByText('林禾（1 号） 已签到')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('签到码'))
  expect(screen.getByLabelText<HTMLInputElement>('签到码').value).toBe('')
  await pass(2600)
  expect(within(screen.getByRole('region', { name: activity.title })).getByText('1')).toBeTruthy()
  await scan('林禾')
  expect(screen.getByText('林禾（1 号） 08:45 已经签到过')).toBeTruthy()
})

test('without a network scans are kept, survive a reload, and are sent once it is back; none is lost, none is doubled', async () => {
  const known = serve()
  const first = openAt(desk)
  await screen.findByText('还没有人签到')
  known.isCut = true
  await pass(6000)
  expect(screen.getByText('没有网络，照常扫码')).toBeTruthy()
  await scan('林禾')
  await scan('周穗')
  await scan('林禾')
  expect(screen.getByText('待同步 2 条')).toBeTruthy()
  first.leave()

  known.isCut = false
  known.refuses.add('周穗')
  openAt(desk)
  await screen.findByText('没有补上 1 条')
  expect(known.items.map(({ name }) => name)).toEqual(['林禾'])
  expect(screen.queryByText(/待同步/)).toBeNull()
  expect(screen.getByText('不是本场的签到码')).toBeTruthy()
  const sent = asked.filter(({ path }) => path.endsWith('/batch')).flatMap(({ body }) => (body as { records: OfflineRecord[] }).records)
  expect(new Set(sent.map(({ id }) => id)).size).toBe(2)
  fireEvent.click(screen.getByText('知道了'))
  expect(screen.queryByText('没有补上 1 条')).toBeNull()
})

test('the code at the door is covered once nobody could use it any more', async () => {
  const known = serve()
  openAt(desk)
  await screen.findByText('A3K9 HJ2M')
  known.isCut = true
  jest.setSystemTime(Date.now() + 62_000)
  await pass(1100)
  expect(screen.queryByText('A3K9 HJ2M')).toBeNull()
  expect(screen.getByText('网络断了，现场码不再更新')).toBeTruthy()
})

test('undoing asks for a reason, and what was undone stays in the list', async () => {
  const known = serve()
  known.items = [aCheckIn(1, '林禾')]
  openAt(desk)
  fireEvent.click(await screen.findByText(/^撤\s*销$/))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByText('撤销签到'))
  expect(within(dialog).getByText('请写明原因')).toBeTruthy()
  fireEvent.click(within(dialog).getByText('扫错了人'))
  fireEvent.click(within(dialog).getByText('撤销签到'))
  await screen.findByText('08:45 已撤销：扫错了人')
})
