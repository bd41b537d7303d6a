import { fireEvent, screen, within } from '@testing-library/react'
import { asked, ok, refused, type Answer } from '../../../test/api'
import { logIn, openAt } from '../../../test/console'

jest.setTimeout(15_000)

test('a wrong birth date is corrected by what was seen; a date that cannot be is told', async () => {
  const person = { id: 'one', name: '林禾', phone: '138****0001', hasAccount: true, isMember: false }
  let tries = 0
  logIn(({ path, method }): Answer => {
    if (path.endsWith('/persons') && method === 'GET') return ok({ items: [person], nextCursor: null })
    if (path.endsWith('/persons/one/birth-date')) return ++tries === 1 ? refused(400, 'organization.birthDateWrong', '出生日期不对，请对照证件再填一次') : ok(person)
    return refused(404, 'request.notFound', '没有')
  })
  openAt('/shangbai/persons?q=林禾')
  fireEvent.click(await screen.findByText('更正出生日期'))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByText(/^更\s*正$/))
  for (const words of ['请选择日期', '请选择看过的证件']) await within(dialog).findByText(words)
  const date = within(dialog).getByLabelText('证件上的出生日期')
  fireEvent.mouseDown(date)
  fireEvent.change(date, { target: { value: '2010-05-06' } })
  fireEvent.keyDown(date, { key: 'Enter', keyCode: 13 })
  fireEvent.click(within(dialog).getByLabelText('居民身份证'))
  fireEvent.click(within(dialog).getByText(/^更\s*正$/))
  await within(dialog).findByText('出生日期不对，请对照证件再填一次')
  fireEvent.click(within(dialog).getByText(/^更\s*正$/))
  await screen.findByText('林禾的出生日期已更正')
  expect(asked.filter(({ path }) => path.endsWith('/birth-date')).map(({ body }) => body)).toEqual([{ birthDate: '2010-05-06', basis: 'id_card' }, { birthDate: '2010-05-06', basis: 'id_card' }])
})
