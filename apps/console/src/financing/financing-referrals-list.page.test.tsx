import type { Me } from '@dangqun/contracts/accounts/schemas'
import type { Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { asked, ok, refused, type Answer, type Asked } from '../../test/api'
import { address, logIn, openAt, staff } from '../../test/console'
import { aDrawdown, anonymous, aReferral, referralId, terms } from '../../test/financing'
// Loaded before the first test looks for it.
import './financing-referrals-list.page'

const officer: Me = { ...staff, grants: [{ role: 'bank_officer', scope: { kind: 'bank', id: 'b1' }, center: { slug: 'shangbai', name: '尚百商圈党群服务中心' }, permissions: ['financing.readVersions', 'financing.editProducts', 'financing.readReferrals'] }] }
const other = '01a20e5a-a4af-7bdb-ba09-00000000f002'
const product = { id: '01a20e5a-a4af-7bdb-ba09-00000000f201', bank: { id: 'b1', name: '徽远银行', kind: '城市商业银行' }, number: 2, terms, nominalLowBp: 350, nominalHighBp: 450, lprOn: '2026-11-20' }

/** The API of a queue; `act` answers a step, by default with the next version. */
function serve(referrals: Referral[], me: Me = officer, act: (request: Asked, referral: Referral) => Answer = (_, { id, version }) => ok({ id, state: 'contacted', version: version + 1 })): void {
  logIn((request) => {
    const [, id = '', action = ''] = /\/referrals\/(01[^/]+)(?:\/(.+))?$/.exec(request.path) ?? []
    const found = referrals.find((each) => each.id === id)
    if (request.path.endsWith('/referrals/counts')) return ok({ offered: 4, waiting: 2, overdue: 1, open: 9, ended: 3 })
    if (found && action) return act(request, found)
    if (id) return found ? ok(found) : refused(404, 'financing.referralNotFound', '没有这张对接单')
    if (request.path.endsWith('/referrals')) return ok({ items: referrals, nextCursor: null })
    if (request.path.endsWith('/financing/products')) return ok({ items: [product], nextCursor: null })
    return ok({ items: [], nextCursor: null, unread: 0 })
  }, me)
}
const at = `/shangbai/referrals?referral=${referralId}`
const sent = (action: string) => asked.find(({ method, path }) => method === 'POST' && path.endsWith(`/${action}`))?.body
/** The dialog, which is not the drawer that it stands on. */
const dialogBeside = async () => (await screen.findByText('先不办')).closest<HTMLElement>('.ant-modal') ?? document.body
const press = (dialog: HTMLElement, name: string) => fireEvent.click(within(dialog).getByText(name, { selector: 'button span' }))
const type = (dialog: HTMLElement, label: string, value: string) => fireEvent.change(within(dialog).getByLabelText(label), { target: { value } })
const key = (name: string) => fireEvent.keyDown(document.body, { key: name })

test('before consent an officer reads what is needed and why there is no name; nothing else of the firm is there', async () => {
  serve([aReferral(anonymous)])
  openAt('/shangbai/referrals?view=offered')
  fireEvent.click(await screen.findByRole('button', { name: '匿名企业 · 餐饮业' }))
  await screen.findByText('现在还不显示企业是谁')
  await screen.findByText('2–3 年')
  expect(document.body.textContent).not.toMatch(/禾川|9134|演示甲|1990000|1203|冬季备货/)
  expect(address()).toContain('view=offered&referral=')
  expect(asked.find(({ path }) => path === '/centers/shangbai/financing/referrals')?.query).toMatchObject({ view: 'offered', limit: '50' })
})

test('by keyboard: next, claim with a product of one’s own bank', async () => {
  serve([aReferral(anonymous), aReferral({ ...anonymous, id: other })])
  openAt('/shangbai/referrals?view=offered')
  await screen.findAllByText('匿名企业 · 餐饮业')
  key('j')
  await screen.findByText('第 1 / 2 件')
  key('j')
  await screen.findByText('第 2 / 2 件')
  key('k')
  await screen.findByText('第 1 / 2 件')
  await screen.findByText('现在还不显示企业是谁')
  key('a')
  const dialog = await dialogBeside()
  fireEvent.mouseDown(within(dialog).getByLabelText(/^用哪款产品接单/))
  fireEvent.click(await screen.findByText(/商圈流水贷 · 3\.50%–4\.50%/, { selector: '.ant-select-item-option-content' }))
  press(dialog, '接单')
  await waitFor(() => expect(sent('claim')).toEqual({ version: 3, productId: product.id }))
  expect(asked.find(({ path }) => path.endsWith('/products'))?.query['bankId']).toBe('b1')
})

test('a claim that came too late says so, keeps the dialog, and what is shown is read again', async () => {
  serve([aReferral(anonymous)], officer, () => refused(409, 'financing.claimsFull', '已有 5 家银行接单，这份需求不能再接'))
  openAt(`${at}&view=offered`)
  await screen.findByText('现在还不显示企业是谁')
  key('a')
  const dialog = await dialogBeside()
  const before = asked.length
  press(dialog, '接单')
  await within(dialog).findByText('已有 5 家银行接单，这份需求不能再接')
  await waitFor(() => expect(asked.slice(before).filter(({ method, path }) => method === 'GET' && path.endsWith(referralId))).toHaveLength(1))
})

test('with consent the firm, its need and whom to call stand there', async () => {
  serve([aReferral()])
  openAt(at)
  expect((await screen.findByText('19900001234')).getAttribute('href')).toBe('tel:19900001234')
  await screen.findByText('进货备货：冬季备货')
  await screen.findByText('2026-12-11')
  await screen.findByText(/LPR 按 2026-11-20 公布的/)
})

test.each([['withdrawn', '企业已停止授权'], ['lapsed', '授权到期']] as const)('consent that is %s shows nothing of the firm', async (state, words) => {
  serve([aReferral({ firmName: null, identity: null, sharing: { state, purposes: [], until: null, isRenewable: false } })])
  openAt(at)
  await screen.findByText(words)
  expect(document.body.textContent).not.toMatch(/禾川|9134|演示甲|19900001234|冬季备货/)
})

test('a consent that ends while the page is open takes the firm off the page', async () => {
  const shown = [aReferral()]
  serve(shown, officer, () => {
    shown.length = 0
    return refused(404, 'financing.referralNotFound', '没有这张对接单')
  })
  openAt(at)
  await screen.findByText('19900001234')
  key('a')
  press(await dialogBeside(), '已联系企业')
  await screen.findByText('找不到这张对接单')
  expect(document.body.textContent).not.toMatch(/禾川|9134|演示甲|19900001234/)
})

test('a contact begins with the product’s materials and sends them as they were changed', async () => {
  serve([aReferral()])
  openAt(at)
  await screen.findByText('19900001234')
  key('a')
  const dialog = await dialogBeside()
  expect(within(dialog).getByLabelText<HTMLTextAreaElement>('要企业带来的材料').value).toBe('营业执照\n近一年流水')
  type(dialog, '要企业带来的材料', '营业执照\n租赁合同')
  press(dialog, '已联系企业')
  await waitFor(() => expect(sent('contact')).toEqual({ version: 3, materials: ['营业执照', '租赁合同'] }))
})

test('materials are answered once: 齐全, or all gaps at once', async () => {
  serve([aReferral({ state: 'materials', materials: { asked: ['营业执照'], state: 'delivered', gaps: [], isAssumed: false }, allowedActions: ['answer-materials', 'decline'] })])
  openAt(at)
  await screen.findByText('已交来，等答复')
  key('a')
  const dialog = await dialogBeside()
  await within(dialog).findByText(/只能答复一次/)
  press(dialog, '答复材料')
  await within(dialog).findByText('请选择材料是否齐全')
  fireEvent.click(within(dialog).getByLabelText('还缺一些'))
  press(dialog, '答复材料')
  await within(dialog).findByText('请把缺的材料一次列全，一行一项')
  type(dialog, '缺哪些', '租赁合同\n公章')
  press(dialog, '答复材料')
  await waitFor(() => expect(sent('answer-materials')).toEqual({ version: 3, answer: { gaps: ['租赁合同', '公章'] } }))
})

test('a grant is checked before it goes out, and keeps what was typed over a reload', async () => {
  serve([aReferral({ state: 'due_diligence', allowedActions: ['grant', 'decline'] })])
  const { leave } = openAt(at)
  await screen.findByText('19900001234')
  key('a')
  let dialog = await dialogBeside()
  type(dialog, '批准金额', '约三十万')
  type(dialog, '名义利率', '4.35')
  type(dialog, '综合年化利率', '4.2')
  press(dialog, '批准')
  await within(dialog).findByText('只填数字，单位是万元，例如 50 或 12.5')
  await within(dialog).findByText('请选择批准有效到哪天')
  await within(dialog).findByText('综合年化利率包含全部费用，不会低于名义利率，请核对有没有填反')
  expect(sent('grant')).toBeUndefined()
  leave()
  openAt(at)
  await screen.findByText('19900001234')
  key('a')
  dialog = await dialogBeside()
  await within(dialog).findByText('已恢复上次没办完的内容')
  type(dialog, '批准金额', '30.5')
  await within(dialog).findByText('= 305,000 元')
  type(dialog, '综合年化利率', '4.68')
  fireEvent.mouseDown(within(dialog).getByLabelText('批准有效到'))
  fireEvent.change(within(dialog).getByLabelText('批准有效到'), { target: { value: '2036年3月1日' } })
  fireEvent.keyDown(within(dialog).getByLabelText('批准有效到'), { key: 'Enter', code: 'Enter', keyCode: 13 })
  press(dialog, '批准')
  await waitFor(() => expect(sent('grant')).toEqual({ version: 3, grant: { amountFen: 30_500_000, rateBp: 435, allInBp: 468, months: 12, security: 'credit', validUntil: '2036-03-01' } }))
})

test('a decline shows what the firm will read', async () => {
  serve([aReferral()])
  openAt(at)
  await screen.findByText('19900001234')
  key('r')
  const dialog = await dialogBeside()
  press(dialog, '不批准')
  await within(dialog).findByText('请选择原因')
  fireEvent.mouseDown(within(dialog).getByLabelText('原因'))
  fireEvent.click(await screen.findByText('综合评估', { selector: '.ant-select-item-option-content' }))
  await within(dialog).findByText(/企业会看到：银行综合评估没有通过/)
  press(dialog, '不批准')
  await waitFor(() => expect(sent('decline')).toEqual({ version: 3, declineCode: 'assessment' }))
})

test('a colleague’s act in between is told', async () => {
  serve([aReferral({ state: 'granted', allowedActions: ['sign'] })], officer, () => refused(409, 'request.changedMeanwhile', '刚被改过，请核对后再办'))
  openAt(at)
  await screen.findByText('19900001234')
  key('a')
  const dialog = await dialogBeside()
  press(dialog, '已签约')
  await within(dialog).findByText('刚被改过，请核对后再办')
})

test('a bank confirms the drawdown that the firm reported', async () => {
  serve([aReferral({ state: 'disbursed', allowedActions: ['report-drawdown', 'confirm-drawdown', 'dispute-drawdown', 'close'], drawdowns: [aDrawdown()] })])
  openAt(at)
  fireEvent.click(await screen.findByRole('button', { name: '确认放款' }))
  press(await dialogBeside(), '确认放款')
  await waitFor(() => expect(sent('confirm-drawdown')).toEqual({ version: 3, drawdownId: 'd1' }))
})

test('the centre settles a disputed drawdown with both sides’ figures beside each other', async () => {
  const disputed = { amountFen: 28_000_000, allInBp: 420, drawnOn: '2026-11-21' }
  serve([aReferral({ state: 'disbursed', holder: 'center', allowedActions: ['reconcile-drawdown'], drawdowns: [aDrawdown({ state: 'disputed', disputed, allowedActions: ['reconcile-drawdown'] })] })], staff)
  openAt(at)
  fireEvent.click(await screen.findByRole('button', { name: '核定放款' }))
  const dialog = await dialogBeside()
  const rows = within(dialog).getAllByRole('row').map((row) => ({ text: row.textContent, isDifferent: row.className === 'is-different' }))
  expect(rows.slice(0, 4)).toEqual([{ text: '企业登记银行说', isDifferent: false }, { text: '金额30 万元28 万元', isDifferent: true }, { text: '综合年化4.20%4.20%', isDifferent: false }, { text: '放款日期2026-11-202026-11-21', isDifferent: true }])
  press(dialog, '核定放款')
  await within(dialog).findByText('请填写金额')
  fireEvent.click(within(dialog).getByText('照银行的填'))
  press(dialog, '核定放款')
  await waitFor(() => expect(sent('reconcile-drawdown')).toEqual({ version: 3, drawdownId: 'd1', drawdown: disputed }))
})

test('what the centre has settled is shown as settled, without two sides', async () => {
  serve([aReferral({ state: 'disbursed', allowedActions: ['close'], drawdowns: [aDrawdown({ state: 'reconciled', amountFen: 29_000_000, disputed: { amountFen: 28_000_000, allInBp: 420, drawnOn: '2026-11-21' }, allowedActions: [] })] })])
  openAt(at)
  await screen.findByText('中心已核定')
  await screen.findByText('29 万元')
  expect(screen.queryByText('银行说')).toBeNull()
})

test('the centre filters by bank, and is told when a result is not for it', async () => {
  serve([aReferral({ isResultHidden: true, allowedActions: [] })], staff)
  openAt(`${at}&bank=${product.id}`)
  await screen.findByText('结果不告诉中心')
  await screen.findByLabelText('银行')
  expect(asked.find(({ path }) => path === '/centers/shangbai/financing/referrals')?.query).toMatchObject({ bankId: product.id })
})
