import type { ProductVersion } from '@dangqun/contracts/financing/versions/schemas'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { asked, ok, refused } from '../../test/api'
import { logIn, openAt } from '../../test/console'
import { emptyTerms } from './financing-form.rules'
// Loaded before the first test looks for it.
import './financing-form.page'

const stored = (revision: number, name: string): ProductVersion => ({
  productId: 'p1', number: 2, bank: { id: 'b1', name: '徽远银行', kind: '城市商业银行' }, state: 'draft', revision, note: null, submittedAt: null, terms: { ...emptyTerms('2026-12-01'), name }, allowedActions: ['update'],
} as unknown as ProductVersion)

test('what a colleague saved meanwhile is not written over unseen, and nothing typed is lost', async () => {
  let now = stored(1, '商户贷')
  logIn(({ method, path, body }) => {
    if (method === 'PATCH') return (body as { revision: number }).revision === now.revision ? ok(now) : refused(409, 'request.changedMeanwhile', '内容刚被改过，请核对后再保存')
    if (path.endsWith('/products/p1/versions/2')) return ok(now)
    return ok({ items: [], nextCursor: null, unread: 0 })
  })
  openAt('/shangbai/loans/p1/2/edit')
  const name = await screen.findByLabelText(/^产品名称/)
  fireEvent.change(name, { target: { value: '商户贷二号' } })
  now = stored(2, '同事的贷款')
  fireEvent.click(screen.getByText('保存草稿'))
  await screen.findByText('这一版刚被同事改过')
  expect(screen.getByLabelText<HTMLInputElement>(/^产品名称/).value).toBe('商户贷二号')
  expect(sent()).toEqual([1])

  // The newest stands on the page now: saving again still says which one this draft began from.
  fireEvent.click(screen.getByText('保存草稿'))
  await waitFor(() => expect(sent()).toEqual([1, 1]))
  fireEvent.click(screen.getByText('仍用我填的'))
  fireEvent.click(screen.getByText('保存草稿'))
  await waitFor(() => expect(sent()).toEqual([1, 1, 2]))
})

test('whose bank is retired reads why nothing can be written', async () => {
  logIn(({ path }) => (path.endsWith('/products/p1/versions/2') ? ok({ ...stored(1, '商户贷'), isBankRetired: true, allowedActions: [] }) : ok({ items: [], nextCursor: null, unread: 0 })))
  openAt('/shangbai/loans/p1/2/edit')
  await screen.findByText('“徽远银行”已停用')
  expect(screen.queryByText('保存草稿')).toBeNull()
})

const sent = () => asked.filter(({ method }) => method === 'PATCH').map(({ body }) => (body as { revision: number }).revision)
