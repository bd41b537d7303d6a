import { fireEvent, render, screen } from '@testing-library/react'
import { anActivity } from '../../../test/activities'
import { answerWith, called, openWith, went, type Answer } from '../../../test/taro'
import HomePage from './index'

const ok = (data: unknown): Answer => ({ statusCode: 200, data })
const card = {
  slug: 'shangbai', name: '尚百商圈党群服务中心', address: '尚泽大厦', sceneCode: 'E92CPJK4', phone: '0551-60000000', about: '', latitude: null, longitude: null,
  opening: { isOpen: true, closesAt: '20:30', opensAt: null, note: null }, openingHours: [], specialDays: [], distance: null, pictureId: null, version: 1, allowedActions: [], buildings: [], services: [],
}

function serve(meaning: Answer) {
  answerWith(({ url }) => {
    if (url.includes('/codes/')) return meaning
    if (url.includes('/announcements')) return ok({ items: [{ id: 'the-announcement', title: '元旦开放时间' }], nextCursor: null })
    if (url.includes('/activities')) return ok({ items: [anActivity({})], nextCursor: null })
    if (url.includes('/centers?')) return ok({ items: [card], nextCursor: null })
    return ok(card)
  })
}
const meaning = (kind: string, subjectId: string | null) => ok({ code: 'E92CPJK4', kind, center: { slug: card.slug, name: card.name }, subjectId })

test('a scanned code opens the centre’s card', async () => {
  openWith({ scene: 'E92CPJK4' })
  serve(meaning('center', null))
  render(<HomePage />)
  await screen.findByText('尚百商圈党群服务中心')
  screen.getByText('开放中')
  screen.getByText('今天到 20:30')
  await screen.findByText('周六无偿献血')
  fireEvent.click(screen.getByText('元旦开放时间'))
  expect(went).toContain('/notices/pages/announcement/index?center=shangbai&id=the-announcement')
  fireEvent.click(screen.getByText('打电话'))
  expect(called).toEqual(['0551-60000000'])
})

test('an activity’s code goes on to the activity', async () => {
  openWith({ scene: 'E92CPJK4' })
  serve(meaning('activity', 'the-id'))
  render(<HomePage />)
  await screen.findByText('近期活动')
  expect(went).toContain('/activities/pages/detail/index?center=shangbai&id=the-id')
})

test('a mistyped code says what to do', async () => {
  openWith({ scene: 'nonsense' })
  serve({ statusCode: 400, data: { error: { code: 'codes.mistyped', message: '编码输错了，请对照海报再输一次' } } })
  render(<HomePage />)
  await screen.findByText('编码输错了，请对照海报再输一次')
  fireEvent.click(screen.getByRole('button', { name: '选择中心' }))
  await screen.findByText('所有中心')
})

test('without a code one scans, types or chooses; a browser that cannot scan asks for the code', async () => {
  serve(meaning('center', null))
  render(<HomePage />)
  fireEvent.click(await screen.findByRole('button', { name: '扫一扫门口的码' }))
  await screen.findByText('这里不能扫码，请输入海报上的编码')
  fireEvent.change(screen.getByLabelText('编码'), { target: { value: 'E92CPJK4' } })
  fireEvent.click(screen.getByRole('button', { name: '确定' }))
  await screen.findByText('近期活动')
})
