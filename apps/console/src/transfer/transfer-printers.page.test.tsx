import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Printer } from '@dangqun/contracts/transfer/papers/schemas'
import { asked, fileOf, ok, refused } from '../../test/api'
import { logIn, openAt } from '../../test/console'
// Loaded before the first test looks for it.
import './transfer-printers.page'

const office: Printer = { id: '01a20e5a-a4af-7bdb-ba09-000000000011', name: '党委办公室针式', xMm: 1.5, yMm: -2 }
const window_: Printer = { id: '01a20e5a-a4af-7bdb-ba09-000000000012', name: '窗口激光', xMm: 0, yMm: 0 }
const pdf = { name: 'test.pdf', type: 'application/pdf' as const, bytes: new Uint8Array([37, 80, 68, 70]) }

/** The API of the page; what is saved and removed stays so. */
function serve(items: Printer[], test = fileOf(pdf)) {
  logIn(({ path, method, body }) => {
    const [, id] = /\/printers\/([^/]+)/.exec(path) ?? []
    if (path.endsWith('/test.pdf')) return test
    if (!path.includes('/printers')) return ok({ items: [], nextCursor: null, unread: 0 })
    if (method === 'POST' || method === 'PUT') {
      const given = body as Omit<Printer, 'id'>
      const found = items.find(({ name }) => name === given.name)
      const saved = { id: found?.id ?? '01a20e5a-a4af-7bdb-ba09-000000000013', ...given }
      items.splice(found ? items.indexOf(found) : items.length, found ? 1 : 0, saved)
      return ok(saved)
    }
    if (method === 'DELETE') items.splice(items.findIndex((each) => each.id === id), 1)
    return ok({ items: [...items] })
  })
  return openAt('/shangbai/printers')
}
const saved = () => asked.filter(({ method, path }) => method !== 'GET' && path.endsWith('/printers')).map(({ body }) => body)
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const type = (label: string, text: string) => fireEvent.change(field(label), { target: { value: text } })
const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const rowOf = async (name: string) => within((await screen.findByText(name, { selector: 'td' })).closest('tr') ?? document.body)

test('a printer’s position is said and saved in millimetres, to a tenth', async () => {
  serve([{ ...office }, { ...window_ }])
  const row = await rowOf(office.name)
  expect(row.getAllByRole('cell').slice(0, 3).map(({ textContent }) => textContent)).toEqual(['党委办公室针式', '1.5', '-2.0'])
  fireEvent.click(row.getByRole('button', { name: /调\s*整/ }))
  await screen.findByText('调整「党委办公室针式」')
  expect([field('名字').disabled, field('向右移').value, field('向下移').value]).toEqual([true, '1.5', '-2.0'])
  type('向右移', '-0.3')
  press(/保\s*存/)
  await waitFor(() => expect(saved()).toEqual([{ name: '党委办公室针式', xMm: -0.3, yMm: -2 }]))
  await screen.findByText('新增打印机')
  await screen.findByText('-0.3', { selector: 'td' })
})

test('what a printer cannot do is refused at its field, and nothing is sent', async () => {
  serve([{ ...office }])
  await rowOf(office.name)
  press(/保\s*存/)
  await screen.findByText('请填写打印机的名字')
  type('名字', ' 党委办公室针式 ')
  await screen.findByText('已经有这台打印机了，请在列表里点“调整”')
  type('名字', '窗口激光')
  for (const [millimetres, words] of [['51', '最多移 50 毫米'], ['-50.1', '最多移 50 毫米'], ['0.25', '精确到 0.1 毫米'], ['', '请填写毫米数，不用移就填 0']] as const) {
    type('向右移', millimetres)
    press(/保\s*存/)
    expect((await screen.findByText(words)).id).toBe(field('向右移').getAttribute('aria-describedby')?.split(' ')[0])
  }
  expect(saved()).toEqual([])
  type('向右移', '50')
  press(/保\s*存/)
  await waitFor(() => expect(saved()).toEqual([{ name: '窗口激光', xMm: 50, yMm: 0 }]))
  // Saved, the form is there for the next one.
  await waitFor(() => expect([field('名字').value, field('向右移').value]).toEqual(['', '0.0']))
})

test('a test print opens in a tab of its own', async () => {
  const opened = jest.spyOn(window, 'open').mockReturnValue(null)
  URL.createObjectURL = () => 'blob:test'
  serve([{ ...office }])
  fireEvent.click((await rowOf(office.name)).getByRole('button', { name: /试\s*印/ }))
  await waitFor(() => expect(opened).toHaveBeenCalledWith('blob:test', '_blank', 'noopener'))
  expect(asked.at(-1)?.path).toContain(office.id)
})

test('a test print that is refused says why', async () => {
  serve([{ ...office }], refused(404, 'transfer.printerNotFound', '找不到这台打印机'))
  fireEvent.click((await rowOf(office.name)).getByRole('button', { name: /试\s*印/ }))
  await screen.findByText('找不到这台打印机')
})

test('what was not saved waits at its printer, over another one and over a reload', async () => {
  const items = [{ ...office }, { ...window_ }]
  const { leave } = serve(items)
  fireEvent.click((await rowOf(office.name)).getByRole('button', { name: /调\s*整/ }))
  type('向右移', '9')
  fireEvent.click((await rowOf(window_.name)).getByRole('button', { name: /调\s*整/ }))
  await screen.findByText('调整「窗口激光」')
  expect([field('向右移').value, screen.queryByText('已恢复上次没保存的内容')]).toEqual(['0.0', null])
  leave()
  serve(items)
  fireEvent.click((await rowOf(office.name)).getByRole('button', { name: /调\s*整/ }))
  await screen.findByText('已恢复上次没保存的内容')
  expect(field('向右移').value).toBe('9.0')
  press(/不要了/)
  expect(field('向右移').value).toBe('1.5')
  expect(saved()).toEqual([])
})

test('removing asks first, and closes the form of what is gone', async () => {
  serve([{ ...office }, { ...window_ }])
  fireEvent.click((await rowOf(office.name)).getByRole('button', { name: /调\s*整/ }))
  fireEvent.click((await rowOf(office.name)).getByRole('button', { name: /删\s*去/ }))
  await screen.findByText('删去后要重新试印、调整。')
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(false)
  fireEvent.click(within(screen.getByText('先不删').closest<HTMLElement>('.ant-modal') ?? document.body).getByText('删去', { selector: 'button span' }))
  await screen.findByText('新增打印机')
  await waitFor(() => expect(screen.queryByText('党委办公室针式')).toBeNull())
})

test('with no printer yet, the page says how to begin', async () => {
  serve([])
  await screen.findByText('还没有登记打印机')
})

test('a list that could not be read offers to read it again', async () => {
  let isDown = true
  logIn(({ path }) => {
    if (!path.endsWith('/printers')) return ok({ items: [], nextCursor: null, unread: 0 })
    return isDown ? refused(400, 'request.invalid', '没有读出来') : ok({ items: [office] })
  })
  openAt('/shangbai/printers')
  const again = await screen.findByRole('button', { name: /重\s*试|再试/ })
  isDown = false
  fireEvent.click(again)
  await rowOf(office.name)
})
