import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { answerWith, asked, standAt } from '../../../test/taro'
import type { Entry } from '../use-entry'
import { CenterPicker } from './center-picker'

const entry: Entry = { scan: () => Promise.resolve(), type: () => undefined, follow: () => Promise.resolve(), dialogs: null }
const near = (distance: number | null) => ({ slug: 'yunhai', name: '云海中心', address: '云帆大厦', sceneCode: 'E92CPJK4', distance })

beforeEach(() => {
  // jsdom has none.
  Object.defineProperty(navigator, 'geolocation', { value: {}, configurable: true })
  Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true })
  answerWith(({ url }) => ({ statusCode: 200, data: { items: url.includes('q=') && !url.includes(encodeURIComponent('云海')) ? [] : [near(url.includes('near=') ? 2690 : null)], nextCursor: null } }))
})
const queries = () => asked.map(({ url }) => decodeURIComponent(url.split('?')[1] ?? ''))

test('nobody is asked where they are before they want to know what is near', async () => {
  standAt({ latitude: 31.780312, longitude: 117.221899 })
  render(<CenterPicker entry={entry} isPage />)
  await screen.findByText('云海中心')
  expect(queries()).toEqual([''])
  fireEvent.click(screen.getByText('按距离'))
  await screen.findByText('约 2.7 公里')
  expect(queries().at(-1)).toBe('near=31.780,117.222')
})

test('a refusal leaves the list as it was and says so', async () => {
  render(<CenterPicker entry={entry} isPage />)
  await screen.findByText('云海中心')
  fireEvent.click(screen.getByText('按距离'))
  await screen.findByText('没有得到位置，列表仍可按名称查找')
  screen.getByText('云海中心')
  expect(asked).toHaveLength(1)
})

test('a browser that gives no place says why', async () => {
  Object.defineProperty(window, 'isSecureContext', { value: false, configurable: true })
  render(<CenterPicker entry={entry} isPage />)
  fireEvent.click(screen.getByText('按距离'))
  await screen.findByText(/当前网址不是 https/)
})

test('two characters search, one does not', async () => {
  render(<CenterPicker entry={entry} isPage />)
  await screen.findByText('云海中心')
  const box = screen.getByPlaceholderText('中心名称或地址')
  fireEvent.input(box, { target: { value: '云' } })
  fireEvent.input(box, { target: { value: '老街' } })
  await screen.findByText(/没有找到/)
  await waitFor(() => expect(queries().filter((query) => query !== '')).toEqual(['q=老街']))
})
