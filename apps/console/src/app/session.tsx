import type { Permission } from '@dangqun/contracts/kit/access'
import { roleLabels } from '@dangqun/contracts/accounts/vocabulary'
import { Button } from 'antd'
import { Link, Navigate, Outlet, useLocation, useParams } from 'react-router'
import { useLogout, useMe, useMyCenters } from '../accounts/accounts.api'
import { permissionsAt, worksOnPlatform } from '../accounts/accounts.rules'
import { deviceStorage } from '../platform/storage'
import { usePageTitle } from '../platform/page-title'
import { sessionStore, useStoredSession } from '../platform/session-store'
import { ErrorPanel } from '../ui/error-panel'
import { NoticePanel } from '../ui/notice-panel'
import { sections } from './navigation'

export const lastCenterName = 'dangqun.console.center'

function LogoutButton() {
  const logout = useLogout()
  return <Button onClick={() => void logout()}>换个账号登录</Button>
}

/** Everything inside needs a session; without one, the way leads over the login and back to the same address. */
export function RequireSession() {
  const session = useStoredSession()
  const { pathname, search } = useLocation()
  const me = useMe()
  if (!session) {
    const end = sessionStore.lastEnd()
    const next = end === 'left' || pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}${end === 'expired' ? '&expired=1' : ''}`
    return <Navigate to={`/login${next}`} replace />
  }
  if (me.isPending) return <div className="whole-page" role="status" aria-label="正在打开" />
  if (me.isError) return <div className="whole-page"><ErrorPanel error={me.error} what="账号信息" onRetry={() => void me.refetch()} back={<LogoutButton />} /></div>
  return <Outlet />
}

/** `/`: on to the centre used last, or to the only one. */
export function HomePage() {
  const { data: me } = useMe()
  const centers = useMyCenters()
  usePageTitle()
  if (!me || !centers) return null
  if (me.secondFactor === 'needed') return <Navigate to="/security" replace />
  if (permissionsAt(me, '').has('centers.create')) return <Navigate to="/platform/centers" replace />
  const last = deviceStorage.read(lastCenterName)
  const center = centers.find(({ slug }) => slug === last) ?? centers[0]
  if (center) {
    // Whoever has one thing to do there, such as the auditor, goes straight to it: nothing ever waits for them.
    const permissions = permissionsAt(me, center.slug)
    const [only, ...others] = sections.filter(({ needs }) => permissions.has(needs))
    return <Navigate to={only && others.length === 0 ? `/${center.slug}/${only.path}` : `/${center.slug}`} replace />
  }
  if (worksOnPlatform(me)) return <div className="whole-page"><NoticePanel title="平台上还没有中心" body="请系统管理员先新建中心，建好后刷新这一页。" action={<LogoutButton />} /></div>
  const roles = [...new Set(me.grants.map(({ role }) => roleLabels[role]))]
  return (
    <div className="whole-page">
      <NoticePanel
        title="这个账号还没有管理后台的权限"
        body={`${roles.length > 0 ? `现有身份：${roles.join('、')}。` : ''}需要管理活动或查看企业，请联系中心主任开通；参加活动请用手机上的小程序。`}
        action={<LogoutButton />}
      />
    </div>
  )
}

/** Inside a centre: the account must hold something there. */
export function RequireGrant() {
  const { center = '' } = useParams()
  const { data: me } = useMe()
  const centers = useMyCenters()
  if (!me || !centers) return null
  if (me.secondFactor === 'needed') return <Navigate to="/security" replace />
  if (permissionsAt(me, center).size > 0 && centers.some(({ slug }) => slug === center)) return <Outlet />
  if (centers.length === 0) return <Navigate to="/" replace />
  return (
    <div className="whole-page">
      <NoticePanel
        title="你没有这个中心的权限"
        body="可以打开你有权限的中心，或请该中心的主任为你开通。"
        action={<>{centers.map(({ slug, name }) => <Link key={slug} to={`/${slug}`}><Button type="primary">{name}</Button></Link>)}<LogoutButton /></>}
      />
    </div>
  )
}

export function RequirePermission({ permission }: { permission: Permission }) {
  const { center = '' } = useParams()
  const { data: me } = useMe()
  return me && permissionsAt(me, center).has(permission) ? <Outlet /> : <NoPermission />
}

function NoPermission() {
  usePageTitle('没有权限')
  return <NoticePanel title="没有查看这一页的权限" body="左侧列出的是你可以办理的事项。需要更多权限，请联系中心主任。" />
}

export function NotFoundPage() {
  usePageTitle('找不到这一页')
  return <NoticePanel title="找不到这一页" body="地址可能写错了，或这一页已移走。" action={<Link to="/"><Button type="primary">回到首页</Button></Link>} />
}
