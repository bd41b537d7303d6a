import { screen, within } from '@testing-library/react'
import { ok, refused } from '../../test/api'
import { address, logIn, openAt, staff } from '../../test/console'

const nothing = { items: [], nextCursor: null, unread: 0, missingDecree: null, waiting: 0, overdue: 0 }
const binding = (id: string, createdAt: string) => ({ id, createdAt, name: '演示甲', kind: 'member', firm: null, state: 'pending' })
const old = new Date(Date.now() - 5 * 86_400_000).toISOString()

test('what waits stands there with the way to it, overdue first', async () => {
  logIn(({ path, query }) => {
    if (path.endsWith('/bindings')) return ok({ items: [binding('1', old), binding('2', old)], nextCursor: null })
    if (path.endsWith('/appeals') && query['state'] === 'open') return ok({ items: [{}, {}, {}], nextCursor: 'more' })
    if (path.endsWith('/exports') && query['show'] === 'waiting') return ok({ items: [{ askedAt: new Date().toISOString() }], nextCursor: null })
    return ok(nothing)
  })
  openAt('/shangbai')
  await screen.findByText('其中 2 条等了两天以上。')
  await screen.findByText('3+')
  const cards = within(screen.getByRole('list', { name: '等我处理' })).getAllByRole('link')
  expect(cards.map((card) => card.getAttribute('href'))).toEqual(['/shangbai/bindings', '/shangbai/no-shows', '/shangbai/exports?show=waiting'])
  expect(screen.getByText(/有 2 件已经超期/)).toBeTruthy()
  await screen.findByText('今天没有活动')
})

test('a bank is led to its queue, the centre to its demands, to banks that are late and to what they dispute', async () => {
  const serve = ({ path }: { path: string }) => (path.endsWith('/referrals/counts') ? ok({ offered: 3, waiting: 4, overdue: 1, open: 9, ended: 0 }) : path.endsWith('/demands/counts') ? ok({ waiting: 5, overdue: 0, open: 9, ended: 0 }) : ok(nothing))
  const cards = () => within(screen.getByRole('list', { name: '等我处理' })).getAllByRole('link').map((card) => card.getAttribute('href'))
  logIn(serve, { ...staff, grants: [{ role: 'bank_officer', scope: { kind: 'bank', id: 'b' }, center: { slug: 'shangbai', name: '尚百' }, permissions: ['financing.editProducts', 'financing.readReferrals'] }] })
  const { leave } = openAt('/shangbai')
  await screen.findByText('其中 3 件待接单。')
  expect(cards()).toEqual(['/shangbai/referrals'])
  leave()
  logIn(serve, { ...staff, grants: [{ role: 'center_staff', scope: null, center: { slug: 'shangbai', name: '尚百' }, permissions: ['financing.handleDemands', 'financing.approveProducts', 'financing.readReferrals'] }] })
  openAt('/shangbai')
  await screen.findByText('银行没有按时办，打电话催办。')
  await screen.findByText(/核对新提交的/)
  expect(cards()).toEqual(['/shangbai/referrals', '/shangbai/demands', '/shangbai/referrals?view=waiting'])
})

test('nothing waits: it says so calmly, and asks for nothing that the account may not see', async () => {
  const paths: string[] = []
  logIn(({ path }) => {
    paths.push(path)
    return ok(nothing)
  }, { ...staff, grants: [{ role: 'branch_secretary', scope: null, center: { slug: 'shangbai', name: '尚百' }, permissions: ['organization.readTree'] }] })
  openAt('/shangbai')
  await screen.findByText('现在没有等你处理的事')
  expect(paths.filter((path) => /bindings|appeals|exports|versions|settings|activities/.test(path))).toEqual([])
})

test('what could not be read is not taken for nothing', async () => {
  logIn(({ path }) => (path.endsWith('/bindings') ? refused(403, 'session.forbidden', '没有权限') : ok(nothing)))
  openAt('/shangbai')
  await screen.findAllByText(/没有权限/)
  expect(screen.queryByText('现在没有等你处理的事')).toBeNull()
})

test('a new centre says what to fill in first', async () => {
  logIn(({ path }) => ok(path === '/centers/binhu' ? { slug: 'binhu', name: '滨湖', buildings: [], services: [] } : nothing), { ...staff, grants: [{ role: 'center_manager', scope: null, center: { slug: 'binhu', name: '滨湖' }, permissions: ['centers.manage', 'centers.readSettings'] }] })
  openAt('/binhu')
  await screen.findByText('先把楼宇加进来，才能登记企业。')
  expect(within(screen.getByRole('list', { name: '等我处理' })).getAllByRole('link').map((card) => card.getAttribute('href'))).toEqual(['/binhu/settings?part=buildings', '/binhu/settings?part=services'])
})

test('whoever has one thing to do there goes straight to it', async () => {
  logIn(() => ok({ ...nothing, nodes: [] }), { ...staff, grants: [{ role: 'branch_secretary', scope: null, center: { slug: 'shangbai', name: '尚百' }, permissions: ['organization.readTree'] }] })
  openAt('/')
  await screen.findByRole('heading', { name: '组织架构' })
  expect(address()).toBe('/shangbai/organizations')
})
