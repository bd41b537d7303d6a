import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { CenterCard, UpdateCenter } from '@dangqun/contracts/centers/schemas'
import { numberSettings } from '@dangqun/contracts/centers/settings-vocabulary'
import { answerWith, asked, ok, refused, type Asked } from '../../test/api'
import { logIn, openAt, staff } from '../../test/console'
// Loaded before the first test looks for it.
import './centers-settings.page'

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const type = (label: string, value: string) => fireEvent.change(field(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByText(name))
const sent = () => asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body)

const card: CenterCard = {
  slug: 'shangbai', name: '尚百商圈党群服务中心', address: '尚泽大厦', sceneCode: 'E92CPJK4', distance: null, phone: '0551-60000000', about: '', latitude: null, longitude: null,
  opening: { isOpen: true, closesAt: '18:00', opensAt: null, note: null }, openingHours: [{ weekday: 1, opens: '09:00', closes: '18:00' }], specialDays: [],
  buildings: [], services: [], pictureId: null, version: 1, allowedActions: ['update'],
}
const activities = Object.fromEntries(Object.entries(numberSettings.activities).map(([name, { byDefault }]) => [name, byDefault]))
const settings = { settings: { ...Object.fromEntries(Object.keys(numberSettings).map((group) => [group, {}])), activities, calendar: { corrections: [] } }, version: 1, changedAt: null, missingDecree: null, allowedActions: ['update'] }

/** The card as it stands, changed by PATCH when based on the newest version. */
function serveCard(first: CenterCard = card, answerSettings: unknown = settings) {
  let now = first
  const serve = ({ method, path, body }: Asked) => {
    if (path === '/me') return ok(staff)
    if (path.endsWith('/settings')) return ok(answerSettings)
    if (path.endsWith('/picture')) return ok((now = { ...now, pictureId: method === 'POST' ? 'the-picture' : null }))
    if (method !== 'PATCH') return ok(now)
    const { version, ...changes } = body as UpdateCenter
    if (version !== now.version) return refused(409, 'request.changedMeanwhile', '刚被其他人修改过', { version: now.version })
    now = { ...now, ...changes, version: now.version + 1 }
    return ok(now)
  }
  logIn(serve)
  answerWith(serve)
  return (changes: Partial<CenterCard>) => void (now = { ...now, ...changes, version: now.version + 1 })
}

test('hours are changed with the preview beside, and only what was changed is sent', async () => {
  serveCard()
  openAt('/shangbai/settings')
  await screen.findByText('每周开放时间')
  expect(screen.getByText('周一 9:00–18:00')).toBeTruthy()
  type('周一第 1 段关门', '12:00')
  fireEvent.click(screen.getByLabelText('给周一加一段'))
  expect(screen.getByText('周一 9:00–12:00、13:00–16:00')).toBeTruthy()
  press('保存')
  await screen.findByText('没有要保存的修改')
  expect(sent()).toEqual([{ version: 1, openingHours: [{ weekday: 1, opens: '09:00', closes: '12:00' }, { weekday: 1, opens: '13:00', closes: '16:00' }] }])
})

test('what contradicts itself is not sent and is told at its place', async () => {
  serveCard()
  openAt('/shangbai/settings')
  await screen.findByText('每周开放时间')
  type('周一第 1 段关门', '08:00')
  type('电话', '打前台')
  press('保存')
  expect(screen.getByText('关门要晚于开门')).toBeTruthy()
  expect(screen.getByText('电话应像 0551-60000000')).toBeTruthy()
  expect(sent()).toEqual([])
})

test('what was typed survives a reload', async () => {
  serveCard()
  const first = openAt('/shangbai/settings')
  await screen.findByText('每周开放时间')
  type('地址', '云帆大厦')
  first.leave()
  openAt('/shangbai/settings')
  await screen.findByText('已恢复你上次没有保存的修改')
  expect(field('地址').value).toBe('云帆大厦')
  press('放弃这些修改')
  expect(field('地址').value).toBe('尚泽大厦')
})

test('somebody else saved first: both changes are compared, merged and saved', async () => {
  const changeElsewhere = serveCard()
  openAt('/shangbai/settings')
  await screen.findByText('每周开放时间')
  type('地址', '我写的地址')
  type('电话', '0551-60000001')
  changeElsewhere({ address: '对方写的地址', about: '对方写的介绍' })
  press('保存')
  const dialog = await screen.findByRole('dialog', { name: '设置刚被其他人修改过' })
  expect(within(dialog).getByText('对方改成：对方写的介绍')).toBeTruthy()
  fireEvent.click(within(dialog).getByLabelText('用对方的：对方写的地址'))
  fireEvent.click(within(dialog).getByText('合并，回到表单核对'))
  await waitFor(() => expect(field('地址').value).toBe('对方写的地址'))
  press('保存')
  await screen.findByText('没有要保存的修改')
  expect(sent().at(-1)).toEqual({ version: 2, phone: '0551-60000001' })
})

test('who may not change sees the same, without a button', async () => {
  serveCard({ ...card, allowedActions: [] })
  openAt('/shangbai/settings')
  await screen.findByText('你可以查看；修改由中心主任来做。')
  expect(field('地址').matches(':disabled')).toBe(true)
  expect(screen.queryByText('保存')).toBeNull()
})

test('a limit goes out in its group', async () => {
  serveCard(card, settings)
  openAt('/shangbai/settings?part=limits')
  await screen.findByText('活动报名与签到')
  type('爽约几次暂停报名', '5')
  fireEvent.blur(field('爽约几次暂停报名'))
  press('保存')
  await waitFor(() => expect(sent()).toEqual([{ version: 1, activities: { noShowLimit: 5 } }]))
})

test('a missing decree is told to the manager on every page', async () => {
  serveCard(card, { ...settings, missingDecree: 2027 })
  openAt('/shangbai/settings')
  await screen.findByText(/2027 年的放假安排还没有录入/)
  expect(screen.getByText('看工作日设置').getAttribute('href')).toBe('/shangbai/settings?part=workdays')
})

test('a picture goes out as it is and stands on the card; what is none is refused here', async () => {
  serveCard()
  openAt('/shangbai/settings')
  await screen.findByText('还没有照片')
  const choose = (file: File) => fireEvent.change(field('选择照片'), { target: { files: [file] } })
  choose(new File(['<svg>'], 'a.svg', { type: 'image/svg+xml' }))
  await screen.findByText('请选择 JPG 或 PNG 照片')
  expect(asked.some(({ path }) => path.endsWith('/picture'))).toBe(false)
  const photo = new File(['photo'], 'a.jpg', { type: 'image/jpeg' })
  photo.arrayBuffer = () => Promise.resolve(new TextEncoder().encode('photo').buffer)
  choose(photo)
  const [picture] = await screen.findAllByAltText<HTMLImageElement>('尚百商圈党群服务中心的照片')
  expect(picture?.getAttribute('src')).toBe('/api/v1/centers/shangbai/files/the-picture')
  expect(asked.find(({ path }) => path.endsWith('/picture'))).toMatchObject({ method: 'POST', headers: { 'content-type': 'image/jpeg' } })
  expect(screen.queryByText('请选择 JPG 或 PNG 照片')).toBeNull()
})
