import { fireEvent, screen, waitFor } from '@testing-library/react'
import { asked, ok, refused } from '../../test/api'
import { logIn, openAt } from '../../test/console'
// Loaded before the first test looks for it.
import './financing-banks.page'

const bank = { id: 'b1', name: '徽远银行', kind: '城市商业银行', isRetired: false, products: 2, version: 1 }
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('a bank is retired after a question that says what goes with it; a name that is taken stands at its field', async () => {
  let now = bank
  logIn(({ method, path, body }) => {
    if (!path.startsWith('/centers/shangbai/financing/banks')) return ok({ items: [], nextCursor: null, unread: 0 })
    if (method === 'PATCH' && 'name' in (body as object)) return refused(409, 'financing.bankNameTaken', '“临湖银行”已经在名单里')
    if (method === 'PATCH') now = { ...now, ...(body as object), version: 2 }
    return ok({ items: [now] })
  })
  openAt('/shangbai/loans/banks')
  await screen.findByText('徽远银行')
  press('修改徽远银行')
  fireEvent.change(await screen.findByLabelText('名称'), { target: { value: '临湖银行' } })
  press('保存')
  expect(await screen.findByText('“临湖银行”已经在名单里')).toBeTruthy()
  press('先放着')
  press('停用徽远银行')
  expect(screen.getByText(/看不到它的 2 款产品/)).toBeTruthy()
  press('停用')
  expect(await screen.findByText('已停用，恢复后 2 款上架')).toBeTruthy()
  await waitFor(() => expect(asked.filter(({ method }) => method === 'PATCH').at(-1)?.body).toEqual({ version: 1, isRetired: true }))
})
