import type { Demand } from '@dangqun/contracts/financing/demands/schemas'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { asked, ok, refused, type Answer } from '../../test/api'
import { logIn, openAt } from '../../test/console'
import { aDemand, anonymous, aReferral, demandId, terms } from '../../test/financing'
// Loaded before the first test looks for it.
import './financing-demands-list.page'

const match = {
  product: { id: 'p1', number: 2, name: '商圈流水贷', bank: { id: 'b1', name: '徽远银行', kind: '城市商业银行' }, nominalLowBp: 350, nominalHighBp: 450, hasOwnerGuarantee: false, securities: ['credit'], promisedDays: 5 }, outcome: 'fits', rank: 1, scoreHundredths: 8000,
  parts: null, cost: { amountFen: 50_000_000, months: 12, repayment: 'equal_instalments', allInPpm: 47_198, totalCostFen: 1, interestFen: 1, feesFen: 0, monthlyCostFen: 1, payments: '' }, mark: 'cheapest', reasons: [], notes: [], failures: [], missing: [], change: null,
}
const matches = { algorithm: { version: 1, lprOn: '2026-11-20', lpr1yBp: 300 }, items: [match, { ...match, product: { ...match.product, id: 'p2' }, outcome: 'fails', rank: null, cost: null, mark: null }], nextAnswer: null, matchedAt: '2026-11-26T10:00:00+08:00', isFrozen: true }

function serve(demands: Demand[], products?: Answer): void {
  logIn(({ path, method }) => {
    const [, id = '', action = ''] = /\/demands\/(01[^/]+)(?:\/(.+))?$/.exec(path) ?? []
    const found = demands.find((each) => each.id === id)
    if (path.endsWith('/demands/counts')) return ok({ waiting: 2, overdue: 1, open: 5, ended: 1000 })
    if (action === 'matches') return ok(matches)
    if (found && action === 'calls') return ok(found)
    if (found && method === 'POST') return ok({ id, state: 'verified', version: 5 })
    if (found) return ok(found)
    if (path.endsWith('/demands')) return ok({ items: demands, nextCursor: null })
    if (path.endsWith('/financing/products')) return products ?? ok({ items: [{ id: 'p1', bank: match.product.bank, number: 2, terms, nominalLowBp: 350, nominalHighBp: 450, lprOn: '2026-11-20' }], nextCursor: null })
    return ok({ items: [], nextCursor: null, unread: 0 })
  })
}
const at = `/shangbai/demands?demand=${demandId}`
const sent = (action: string) => asked.find(({ method, path }) => method === 'POST' && path.endsWith(`/${action}`))?.body
const dialogBeside = async (cancel = '先不办') => (await screen.findByText(cancel)).closest<HTMLElement>('.ant-modal') ?? document.body
const press = (dialog: HTMLElement, name: string) => fireEvent.click(within(dialog).getByText(name, { selector: 'button span' }))
const key = (name: string) => fireEvent.keyDown(document.body, { key: name })

test('by keyboard: open, compare with the record, verify', async () => {
  serve([aDemand()])
  openAt('/shangbai/demands')
  await screen.findByText('核对企业和需求')
  expect(screen.getByRole('button', { name: /等中心办/ }).textContent).toBe('等中心办2超期 1')
  expect(screen.getByRole('button', { name: /已结束/ }).textContent).toBe('已结束1000+')
  key('j')
  await screen.findByText('第 1 / 1 件')
  const record = within(await screen.findByLabelText('企业档案'))
  expect(record.getByText('91340100MA2DEMO01X')).toBeTruthy()
  expect(record.getByText('看完整档案').getAttribute('href')).toBe('/shangbai/firms?firm=f1')
  key('a')
  press(await dialogBeside(), '核对无误')
  await waitFor(() => expect(sent('verify')).toEqual({ version: 4 }))
})

test('sending back needs words for the firm', async () => {
  serve([aDemand()])
  openAt(at)
  await screen.findByLabelText('企业档案')
  key('r')
  const dialog = await dialogBeside()
  press(dialog, '退回修改')
  await within(dialog).findByText('请写明要改什么')
  expect(sent('return')).toBeUndefined()
  fireEvent.change(within(dialog).getByLabelText('要改什么'), { target: { value: '用途写具体些' } })
  press(dialog, '退回修改')
  await waitFor(() => expect(sent('return')).toEqual({ version: 4, note: '用途写具体些' }))
})

test('nobody claimed: it says so, gives the numbers to call, and a call is recorded with its bank', async () => {
  const referral = aReferral({ ...anonymous, productName: '商圈流水贷', firmName: '禾川餐饮管理有限公司', isOverdue: true, daysLeft: -1 })
  serve([aDemand({ state: 'open', holder: 'center', audience: 'picked', referrals: [referral], allowedActions: ['record-call'], history: [{ action: 'match', from: 'verified', to: 'matched', at: '2026-11-26T10:00:00+08:00', party: null }] })])
  openAt(at)
  await screen.findByText('还没有银行接单')
  await screen.findByText('综合年化 4.72%')
  await screen.findByText(/暂不满足 1 款。企业已选银行，排序不再变。/)
  expect(screen.getByRole('link', { name: '徽远银行' }).getAttribute('href')).toBe(`/shangbai/referrals?referral=${referral.id}`)
  fireEvent.click(screen.getByRole('button', { name: '打电话给徽远银行' }))
  const dialog = await dialogBeside('先不记')
  expect((await within(dialog).findByText('19900005678')).getAttribute('href')).toBe('tel:19900005678')
  press(dialog, '记下')
  await within(dialog).findByText('请选择结果')
  fireEvent.click(within(dialog).getByLabelText('对方答应办理'))
  press(dialog, '记下')
  await waitFor(() => expect(sent('calls')).toEqual({ outcome: 'will_act', referralId: referral.id }))
})

test('numbers that could not be read are not taken for none', async () => {
  serve([aDemand({ state: 'open', holder: 'center', audience: 'picked', referrals: [aReferral()], allowedActions: ['record-call'] })], refused(403, 'request.forbidden', '没有权限'))
  openAt(at)
  fireEvent.click(await screen.findByRole('button', { name: '打电话给徽远银行' }))
  const dialog = await dialogBeside('先不记')
  await within(dialog).findByText(/电话没有加载出来/)
  expect(within(dialog).queryByText(/没有在架的产品/)).toBeNull()
})

test('a call with the firm names no bank', async () => {
  serve([aDemand()])
  openAt(at)
  await screen.findByLabelText('企业档案')
  key('c')
  const dialog = await dialogBeside('先不记')
  expect(within(dialog).getByText('19900001234')).toBeTruthy()
  fireEvent.click(within(dialog).getByLabelText('没有接通'))
  press(dialog, '记下')
  await waitFor(() => expect(sent('calls')).toEqual({ outcome: 'no_answer' }))
})
