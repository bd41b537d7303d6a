import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { QueuedTransfer, Transfer } from '@dangqun/contracts/transfer/schemas'
import { bulkTransferActions } from '@dangqun/contracts/transfer/vocabulary'
import { asked, ok, refused } from '../../test/api'
import { address, logIn, openAt } from '../../test/console'

const emptyForm: Transfer['form'] = {
  name: '王小禾', formerName: null, idNumber: '3401**********0017', ethnicity: '01', education: '21', category: 'full', joinedOn: '2015-06-30', confirmedOn: '2016-06-30', probationEndsOn: null, phone: '19900001234', emergencyContact: null,
  originBranchId: null, originBranchName: '尚百商户联合党支部', originCommitteeName: '莲花社区党委', originCommitteeCode: null, receivingBranchId: null, receivingBranchName: null, receivingCommitteeName: '张江科学城综合党委',
  receivingCommitteeCode: '310115000001', title: '合肥市蜀山区党办', destination: '上海禾川科技有限公司', cause: 'employment', duesPaidTo: '2026-11', validDays: 30, contact: null, contactPhone: null, probationOpinion: null,
}

function aCase(given: Partial<Transfer> = {}): Transfer {
  return {
    id: '01a20e5a-a4af-7bdb-ba09-000000000001', direction: 'out', kind: 'cross_province_paper', state: 'submitted', memberName: '王**', category: 'full', otherSide: '张江科学城综合党委', holder: { office: 'center', name: '党群服务中心' },
    dueAt: '2026-11-30T23:59:59+08:00', isOverdue: true, daysLeft: -1, submittedAt: '2026-11-27T09:00:00+08:00', changedAt: '2026-11-27T09:00:00+08:00', form: emptyForm, findings: [],
    history: [{ action: 'submit', from: 'draft', to: 'submitted', at: '2026-11-27T09:00:00+08:00', office: 'member', by: '本人', reason: null, comment: null }], ahead: [{ state: 'prechecked', office: 'origin_branch', name: '尚百商户联合党支部' }],
    letters: [], letterValidUntil: null, archive: { channel: null, step: 'not_sent', missing: [], changedAt: null }, duties: { assignedTo: null, receiptFiledOn: null, receiptDueAt: null, reference: null }, reason: null, comment: null, version: 3,
    isMine: false, consent: { source: 'phone', on: '2026-11-27' }, isRestricted: false, allowedActions: ['precheck', 'return', 'reveal', 'update-archive'], ...given,
  }
}

const counts = { waiting: 2, overdue: 1, today: 0, others: 3, open: 5, ended: 7 }
const queued = (given: Transfer): QueuedTransfer => ({ ...given, bulkActions: bulkTransferActions.filter((action) => given.allowedActions.includes(action)) })

/** The API of a queue; `cases` change as they are acted on. */
function serve(cases: Transfer[]): void {
  logIn(({ path, method, body }) => {
    const [, id = '', action = ''] = /\/transfers\/(01[^/]+)(?:\/(.+))?$/.exec(path) ?? []
    const found = cases.find((each) => each.id === id)
    if (path.endsWith('/counts')) return ok(counts)
    if (path.endsWith('/id-number')) return ok({ idNumber: '340111199001010017' })
    if (found && method === 'GET') return ok(found)
    if (found && action === 'issue' && (body as { letter: { number: string } }).letter.number === '皖0001') return refused(409, 'transfer.letterNumberUsed', '这个介绍信编号已经用过')
    if (found && action) {
      const next = { ...found, state: 'prechecked' as const, allowedActions: [], version: found.version + 1 }
      cases.splice(cases.indexOf(found), 1)
      return ok(next)
    }
    if (path.endsWith('/transfers')) return ok({ items: cases.map(queued), nextCursor: null })
    return ok({ nodes: [], partners: [] })
  })
}
/** The dialog, which is not the drawer that it stands on. */
const dialogBeside = async () => (await screen.findByText('先不办')).closest<HTMLElement>('.ant-modal') ?? document.body
const button = (name: RegExp) => screen.getByRole('button', { name })

test('the address is the filter, and an open case stands in it', async () => {
  serve([aCase()])
  openAt('/shangbai/transfers?view=overdue&direction=out')
  fireEvent.click(await screen.findByRole('button', { name: '王**' }))
  await screen.findByText('王小禾 · 转出')
  expect(address()).toContain('view=overdue&direction=out&case=')
  expect(asked.find(({ path }) => path === '/centers/shangbai/transfers')?.query).toMatchObject({ view: 'overdue', direction: 'out', limit: '50' })
})

test('by keyboard: next, on; what was found stands beside its field', async () => {
  const finding = { field: 'title', reason: 'R01' as const, level: 'stop' as const, message: '抬头要写组织部，不写党办', suggestion: '合肥市蜀山区委组织部' }
  serve([aCase({ findings: [finding] }), aCase({ id: '01a20e5a-a4af-7bdb-ba09-000000000002', memberName: '李*' })])
  openAt('/shangbai/transfers')
  await screen.findByText('李*')
  fireEvent.keyDown(document.body, { key: 'j' })
  await screen.findByText('第 1 / 2 件')
  expect((await screen.findByText(/抬头要写组织部/)).textContent).toContain('可改为“合肥市蜀山区委组织部”')
  fireEvent.keyDown(document.body, { key: 'a' })
  const dialog = await dialogBeside()
  fireEvent.click(within(dialog).getByText('预审通过', { selector: 'button span' }))
  await waitFor(() => expect(asked.find(({ path }) => path.endsWith('/precheck'))?.body).toEqual({ version: 3 }))
})

test('a case that may no longer be read is taken off the page', async () => {
  const [shown, gone] = [aCase(), refused(404, 'transfer.notFound', '没有这件接转')]
  let mayRead = true
  logIn(({ path, method }) => {
    if (path.endsWith('/counts')) return ok(counts)
    if (path.endsWith('/transfers')) return ok({ items: mayRead ? [queued(shown)] : [], nextCursor: null })
    if (method === 'POST') mayRead = false
    return path.includes('/transfers/') ? (mayRead ? ok(shown) : gone) : ok({ nodes: [], partners: [] })
  })
  openAt(`/shangbai/transfers?case=${shown.id}`)
  await screen.findByText('王小禾 · 转出')
  fireEvent.keyDown(document.body, { key: 'a' })
  fireEvent.click(within(await dialogBeside()).getByText('预审通过', { selector: 'button span' }))
  await screen.findByText('找不到这件接转')
  expect(document.body.textContent).not.toMatch(/王小禾|3401|19900001234/)
})

test('sending back needs its reason, which the member will read', async () => {
  serve([aCase()])
  openAt('/shangbai/transfers?case=01a20e5a-a4af-7bdb-ba09-000000000001')
  await screen.findByText('王小禾 · 转出')
  fireEvent.keyDown(document.body, { key: 'r' })
  const dialog = await dialogBeside()
  fireEvent.click(within(dialog).getByText('退回补正', { selector: 'button span' }))
  await within(dialog).findByText('请选择原因')
  expect(asked.some(({ path }) => path.endsWith('/return'))).toBe(false)
})

test('a letter’s number is typed twice; one that was used is told at its field', async () => {
  serve([aCase({ state: 'endorsed', allowedActions: ['issue', 'return'] })])
  openAt('/shangbai/transfers?case=01a20e5a-a4af-7bdb-ba09-000000000001')
  await screen.findByText('王小禾 · 转出')
  fireEvent.click(button(/开具介绍信/))
  const dialog = await dialogBeside()
  const send = () => fireEvent.click(within(dialog).getByText('开具介绍信', { selector: 'button span' }))
  fireEvent.change(within(dialog).getByLabelText('介绍信编号'), { target: { value: '皖0001' } })
  fireEvent.change(within(dialog).getByLabelText('再填一次编号'), { target: { value: '皖0002' } })
  send()
  await within(dialog).findByText(/两次填写的编号不一样/)
  fireEvent.change(within(dialog).getByLabelText('再填一次编号'), { target: { value: '皖0001' } })
  send()
  expect((await within(dialog).findAllByText('这个介绍信编号已经用过')).length).toBeGreaterThan(0)
})

test('several are agreed to at once, and one with anything found is left', async () => {
  const warn = { field: 'duesPaidTo', reason: 'R06' as const, level: 'warn' as const, message: '党费', suggestion: null }
  serve([aCase(), aCase({ id: '01a20e5a-a4af-7bdb-ba09-000000000002', memberName: '李*', findings: [warn] })])
  openAt('/shangbai/transfers')
  await screen.findByText('李*')
  fireEvent.click(screen.getByLabelText('选中王**'))
  fireEvent.click(screen.getByLabelText('选中李*'))
  fireEvent.click(button(/预审通过（2 件）/))
  await screen.findByText('已办')
  await screen.findByText('有 1 处要看，请单独办')
  // The queue is read again when all are done, not after each.
  await waitFor(() => expect(asked.filter(({ path }) => path.endsWith('/transfers'))).toHaveLength(2))
  expect(asked.filter(({ path }) => path.endsWith('/precheck')).map(({ path }) => path)).toEqual(['/centers/shangbai/transfers/01a20e5a-a4af-7bdb-ba09-000000000001/precheck'])
})

test('whoever asked for a refusal reads that a colleague has to look', async () => {
  serve([aCase({ state: 'refusal_pending', allowedActions: [] })])
  openAt('/shangbai/transfers?case=01a20e5a-a4af-7bdb-ba09-000000000001')
  await screen.findByText('需另一位同事复核')
})

test('the ID number is shown when asked for, and says that this was recorded', async () => {
  serve([aCase()])
  openAt('/shangbai/transfers?case=01a20e5a-a4af-7bdb-ba09-000000000001')
  fireEvent.click(await screen.findByText('显示（留痕）'))
  await screen.findByText('340111199001010017')
  await screen.findByText('已留痕')
})
