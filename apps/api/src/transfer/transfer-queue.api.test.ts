import type { Clients } from '../app/testing/test-house.js'
import { TransferHouse } from '../app/testing/transfer-house.js'
import type { PlainTransfer } from './transfer.factory.js'

let house: TransferHouse
beforeAll(async () => void (house = await TransferHouse.open()))
afterAll(() => house.close())
beforeEach(() => house.reset())

const at = { center: 'shangbai' }

test('today’s, all open ones, and how they are sent', async () => {
  const { desk } = house
  const due = (time: string) => ({ holder: 'center' as const, due_at: new Date(`${time}+08:00`) })
  const [today, later, late] = [await house.stored('submitted', due('2026-12-01T23:59:59')), await house.stored('submitted', due('2026-12-02T23:59:59')), await house.stored('submitted', { ...due('2026-11-30T23:59:59'), kind: 'in_province' })]
  const ids = async (query: object) => (await desk.transfer.list({ params: at, query })).items.map(({ id }) => id)
  expect(await ids({ view: 'today' })).toEqual([today.id])
  expect(await ids({ view: 'overdue' })).toEqual([late.id])
  expect(await ids({ view: 'open' })).toEqual([late.id, today.id, later.id])
  expect(await ids({ view: 'open', kind: 'in_province' })).toEqual([late.id])
  expect(await desk.transfer.count({ params: at })).toEqual({ waiting: 3, overdue: 1, today: 1, others: 0, open: 3, ended: 0 })
})

test('a row of a queue says what may be done with several at once, to whoever may do it', async () => {
  const { member, desk, secretary, officer, branch } = house
  const held = { submitted: { holder: 'center' }, prechecked: { holder: 'origin_branch', holder_id: branch.id }, endorsed: { holder: 'origin_committee', holder_id: house.committee.id } } as const
  for (const state of ['submitted', 'prechecked', 'endorsed'] as const) await house.stored(state, held[state])
  const bulk = async (who: Clients, view: 'open' | 'mine') => Object.fromEntries((await who.transfer.list({ params: at, query: { view } })).items.map(({ state, bulkActions }) => [state, bulkActions]))
  const nothing = { submitted: [], prechecked: [], endorsed: [] }
  expect(await bulk(desk, 'open')).toEqual({ ...nothing, submitted: ['precheck'] })
  expect(await bulk(secretary, 'open')).toEqual({ ...nothing, prechecked: ['endorse'] })
  expect(await bulk(officer, 'open')).toEqual(nothing)
  expect(await bulk(member, 'mine')).toEqual(nothing)
})

test('whoever sits in several offices reads their queues as one, the most urgent first and those without a clock last; what waits for another centre waits for others', async () => {
  const { secretary, branch, committee, farBranch } = house
  await house.owner.query(`insert into grants (account_id, role, center_id, scope_kind, scope_id) values ($1, 'committee_officer', $2, 'committee', $3), ($1, 'center_staff', $2, null, null)`, [secretary.accountId, house.centers.here, committee.id])
  const mine = [['center', null], ['origin_branch', branch.id], ['receiving_branch', branch.id], ['origin_committee', committee.id], ['receiving_committee', committee.id], ['receiving_branch', committee.id]] as const
  const hours = [-30, 4, 4, null, 90, null, 4, 2000]
  const held: PlainTransfer[] = []
  for (const [index, hour] of [...hours, ...hours, ...hours].entries()) {
    const [holder, holder_id] = mine[index % mine.length] ?? mine[0]
    held.push(await house.stored('endorsed', { holder, holder_id, due_at: hour === null ? null : new Date(house.clock.now().getTime() + hour * 3_600_000) }))
  }
  const elsewhere = await house.stored('endorsed', { holder: 'receiving_branch', holder_id: farBranch.id, due_at: house.clock.now() })
  const atTwin = await house.stored('endorsed', { holder: 'receiving_committee', holder_id: null, twin_center_id: house.centers.there, due_at: null })
  await house.stored('submitted', { holder: 'member', holder_id: null })
  const pages = async (view: 'waiting' | 'others', limit: number) => {
    const found: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Awaited<ReturnType<typeof secretary.transfer.list>> = await secretary.transfer.list({ params: at, query: { view, limit, ...(cursor ? { cursor } : {}) } })
      found.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    return found
  }
  const order = held.map(({ id, due_at }) => [due_at?.getTime() ?? Infinity, id] as const).sort(([a, one], [b, two]) => (a === b ? (one < two ? -1 : 1) : a - b)).map(([, id]) => id)
  for (const limit of [1, 7, 50]) expect(await pages('waiting', limit)).toEqual(order)
  expect(await pages('others', 50)).toEqual(expect.arrayContaining([elsewhere.id, atTwin.id]))
  expect(await secretary.transfer.count({ params: at })).toMatchObject({ waiting: held.length, others: 3 })
  await house.owner.query(`delete from grants where account_id = $1 and role <> 'branch_secretary'`, [secretary.accountId])
})
