import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { PrintedCode } from '@dangqun/contracts/centers/codes/schemas'
import { anActivity } from '../../test/activities'
import { asked, ok, refused, type Answer } from '../../test/api'
import { address, logIn, openAt } from '../../test/console'

jest.setTimeout(15_000)

function aCode(given: Partial<PrintedCode>): PrintedCode {
  return { code: 'A3K9HJ2M', kind: 'center', label: null, subjectId: null, pictureId: null, createdAt: '2026-11-24T09:00:00+08:00', retiredAt: null, allowedActions: [], ...given }
}
const activity = anActivity({})
const door = aCode({ code: 'D3K9HJ2M', kind: 'door', label: '东门', allowedActions: ['retire'] })

function serve(drawnBy: 'page' | 'wechat' = 'page') {
  const known = { items: [aCode({}), door, aCode({ code: 'F3K9HJ2M', kind: 'activity', subjectId: activity.id })], tries: 0 }
  logIn(({ method, path, body }): Answer => {
    if (path.endsWith('/codes') && method === 'POST') {
      const made = aCode({ code: 'N3K9HJ2M', allowedActions: ['retire'], ...(body as Partial<PrintedCode>) })
      known.items.push(made)
      return ok(made)
    }
    if (path.endsWith('/retire')) {
      known.items = known.items.map((code) => (path.includes(code.code) ? { ...code, retiredAt: '2026-11-25T09:00:00+08:00', allowedActions: [] } : code))
      return ok(known.items[1])
    }
    if (path.endsWith('/picture')) {
      known.tries += 1
      return known.tries === 1 ? refused(503, 'codes.wechatBusy', '微信现在太忙，请过一会儿再试') : ok(aCode({ pictureId: 'picture-1' }))
    }
    if (path.endsWith('/codes')) return ok({ items: known.items, drawnBy })
    if (path.endsWith('/activities')) return ok({ items: [activity], nextCursor: null })
    if (path.endsWith('/centers/shangbai')) return ok({ name: '尚百商圈党群服务中心' })
    return refused(404, 'request.notFound', '没有')
  })
  return known
}

test('what is chosen is shown as it will be printed, and stays in the address', async () => {
  const printed = jest.fn()
  window.print = printed
  serve()
  openAt('/shangbai/codes')
  fireEvent.click(await screen.findByRole('checkbox', { name: /东门/ }))
  const sheet = await screen.findByRole('article', { name: /，东门$/ })
  expect(within(sheet).getByText('D3K9 HJ2M')).toBeTruthy()
  expect(within(sheet).getByText('微信扫一扫，进入党群服务中心')).toBeTruthy()
  fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(activity.title) }))
  await screen.findByRole('article', { name: new RegExp(`^${activity.title}`) })
  fireEvent.click(screen.getByText('一张一页，海报'))
  await waitFor(() => expect(address()).toBe('/shangbai/codes?codes=D3K9HJ2M,F3K9HJ2M&layout=poster'))
  fireEvent.click(screen.getByRole('button', { name: /打印 2 个/ }))
  expect(printed).toHaveBeenCalledTimes(1)
})

test('a code for a counter is made and chosen at once; a door’s is retired after a warning', async () => {
  serve()
  openAt('/shangbai/codes')
  fireEvent.click(await screen.findByRole('button', { name: /新做一个码/ }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByText('做好'))
  await within(dialog).findByText('请填写名称')
  fireEvent.click(within(dialog).getByLabelText('窗口'))
  fireEvent.change(within(dialog).getByLabelText('名称'), { target: { value: '3 号窗口' } })
  fireEvent.click(within(dialog).getByText('做好'))
  await screen.findByRole('article', { name: /，3 号窗口$/ })
  expect(asked.find(({ method, path }) => method === 'POST' && path.endsWith('/codes'))?.body).toEqual({ kind: 'counter', label: '3 号窗口' })

  fireEvent.click(screen.getAllByText(/^停\s*用$/)[0] as HTMLElement)
  await screen.findByText('贴出去的就扫不开了，不能恢复。')
  fireEvent.click(within(screen.getByRole('tooltip')).getByText(/^停\s*用$/))
  await screen.findByText('已停用 1 个')
})

test('WeChat’s picture is asked for, and asked for again when it was too busy', async () => {
  const known = serve('wechat')
  openAt('/shangbai/codes?codes=A3K9HJ2M')
  await screen.findByText('微信现在太忙，请过一会儿再试')
  fireEvent.click(screen.getByText(/^重\s*试$/))
  const picture = await screen.findByRole('img', { name: '小程序码 A3K9HJ2M' })
  expect(picture.getAttribute('src')).toBe('/api/v1/centers/shangbai/files/picture-1')
  await waitFor(() => expect(known.tries).toBe(2))
})
