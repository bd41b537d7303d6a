import { fireEvent, screen, waitFor } from '@testing-library/react'
import { aSummary } from '../../test/activities'
import { asked, ok, refused } from '../../test/api'
import { address, logIn, openAt } from '../../test/console'

const lists = () => asked.filter(({ path }) => path === '/centers/shangbai/activities')
const page = (items: unknown[], nextCursor: string | null = null) => ok({ items, nextCursor })

test('the address is the filter: it is sent as it stands, and every change is written into it', async () => {
  logIn(({ query }) => page([aSummary({ title: query.q ? '党章学习' : '周六无偿献血' })]))
  openAt('/shangbai/activities?when=past&state=held&cursor=abc')
  await screen.findByText('周六无偿献血')
  expect(lists()[0]?.query).toEqual({ when: 'past', state: 'held', cursor: 'abc', limit: '20' })

  fireEvent.change(screen.getByLabelText('按活动名称查找'), { target: { value: '党章' } })
  fireEvent.keyDown(screen.getByLabelText('按活动名称查找'), { key: 'Enter', keyCode: 13 })
  await screen.findByText('党章学习')
  expect(address()).toBe('/shangbai/activities?when=past&state=held&q=党章')

  fireEvent.click(screen.getByText('全部', { selector: '.ant-segmented-item-label' }))
  await waitFor(() => expect(lists().at(-1)?.query).toEqual({ when: 'all', state: 'held', q: '党章', limit: '20' }))
})

test('nothing found is no dead end', async () => {
  logIn(({ query }) => page(query.q ? [] : [aSummary({})]))
  openAt('/shangbai/activities?q=没有的')
  await screen.findByText('没有符合条件的活动')
  fireEvent.click(screen.getByRole('button', { name: '清除筛选' }))
  await screen.findByText('周六无偿献血')
  expect(address()).toBe('/shangbai/activities')
})

test('pages go forward and back, and the way back is known', async () => {
  logIn(({ query }) => (query.cursor === 'second' ? page([aSummary({ title: '第二页的' })]) : page([aSummary({ title: '第一页的' })], 'second')))
  openAt('/shangbai/activities')
  await screen.findByText('第一页的')
  fireEvent.click(screen.getByRole('button', { name: '下一页' }))
  await screen.findByText('第二页的')
  expect(address()).toBe('/shangbai/activities?cursor=second')
  expect(screen.getByText('第 2 页，已是最后一页')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '上一页' }))
  await screen.findByText('第一页的')
  expect(address()).toBe('/shangbai/activities')
})

test('a list that does not come says so and can be asked for again', async () => {
  let isBroken = true
  logIn(() => (isBroken ? refused(500, 'system.failed', '服务暂时不可用，请稍后再试') : page([aSummary({})])))
  openAt('/shangbai/activities')
  await screen.findByText('活动列表没有加载出来')
  isBroken = false
  fireEvent.click(screen.getByRole('button', { name: '重试' }))
  await screen.findByText('周六无偿献血')
})
