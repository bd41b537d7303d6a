import { fireEvent, screen, waitFor } from '@testing-library/react'
import type { FactRow } from '@dangqun/contracts/audit/schemas'
import { asked, ok, type Asked } from '../../test/api'
import { address, logIn, openAt, staff } from '../../test/console'

const id = '01a20e5a-a4af-7bdb-ba09-b0326ba07c11'
const row: FactRow = { id, at: '2026-11-25T09:00:00+08:00', fact: 'activities.closed', subjectId: id, data: { from: 'published' }, actor: { username: 'desk', roles: ['center_staff'] }, number: 12 }
const byPhone: FactRow = { ...row, id: '01a20e5a-a4af-7bdb-ba09-b0326ba07c12', fact: 'transfer.moved', data: { action: 'submit', from: 'draft', to: 'submitted' }, actor: { username: null, roles: [] }, number: null }
const chain = { sealed: 12, sealedAt: '2026-11-25T09:00:02+08:00', hash: 'ab'.repeat(32), waiting: 1, waitingSince: '2026-11-25T09:00:03+08:00' }

function serve(verification: object | ((request: Asked) => object)): void {
  logIn((request) => {
    const { path } = request
    if (path.endsWith('/audit/chain')) return ok(chain)
    if (path.endsWith('/audit/verification')) return ok(typeof verification === 'function' ? (verification as (request: Asked) => object)(request) : verification)
    if (path.endsWith('/audit/facts')) return ok({ items: [row, byPhone], nextCursor: null })
    return ok({ items: [], nextCursor: null, unread: 0 })
  }, staff)
}

test('says who did what, in words, and that the seals hold', async () => {
  serve({ verified: 12, next: null, problems: [] })
  openAt('/shangbai/audit')
  await screen.findByText('截止报名', { selector: '.strong' })
  expect(screen.getByText('原来是“报名中”')).toBeTruthy()
  expect(screen.getAllByText('中心工作人员').length).toBeGreaterThan(1)
  expect(screen.getByText('手机端用户')).toBeTruthy()
  expect(screen.getByText(/提交申请：/)).toBeTruthy()
  expect(screen.getByText('待封存')).toBeTruthy()
  await screen.findByText(/全部 12 条校验正常/)
  expect(screen.getAllByText('打开')[0]?.getAttribute('href')).toBe(`/shangbai/activities/${id}`)
})

test('a filter stands in the address, and the platform has a ledger of its own', async () => {
  serve({ verified: 12, next: null, problems: [] })
  openAt('/shangbai/audit')
  fireEvent.click(await screen.findByText('desk'))
  await waitFor(() => expect(asked.at(-1)?.query['actor']).toBe('desk'))
  expect(address()).toBe('/shangbai/audit?actor=desk')
  fireEvent.click(screen.getByText('平台'))
  await waitFor(() => expect(asked.some(({ path }) => path === '/audit/facts')).toBe(true))
})

test('the whole chain is walked stretch by stretch, and what is broken is named', async () => {
  const stretches = [{ verified: 6, next: 6, problems: [] }, { verified: 12, next: null, problems: [{ kind: 'changed', number: 9, factId: id }] }]
  serve(({ query }) => stretches[query['after'] === '6' ? 1 : 0] ?? {})
  openAt('/shangbai/audit')
  fireEvent.click(await screen.findByText('从头校验'))
  await screen.findByText(/第 9 条：内容或次序被改动/)
  expect(screen.getByText(/发现 1 处问题/)).toBeTruthy()
})
