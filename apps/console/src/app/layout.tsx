import { AppstoreOutlined, CheckOutlined, HomeOutlined, LogoutOutlined, SafetyOutlined, SwapOutlined } from '@ant-design/icons'
import { roleLabels } from '@dangqun/contracts/accounts/vocabulary'
import { Button, Dropdown } from 'antd'
import { Suspense, useEffect, type ReactNode } from 'react'
import { Link, NavigationType, NavLink, Outlet, useLocation, useNavigate, useNavigationType, useParams } from 'react-router'
import { useLogout, useMe, useMyCenters } from '../accounts/accounts.api'
import { permissionsAt, rolesAt } from '../accounts/accounts.rules'
import { DecreeBanner } from '../centers/components/decree-banner'
import { InboxLink } from '../notices/components/inbox-link'
import { useStoredSession } from '../platform/session-store'
import { deviceStorage } from '../platform/storage'
import { ErrorBoundary } from '../ui/error-boundary'
import { ListSkeleton } from '../ui/list-skeleton'
import { sections } from './navigation'
import { lastCenterName } from './session'

/** The frame of every page of one centre: what the account may do there, which centre it is, who is logged in. */
export function CenterLayout() {
  const { center = '' } = useParams()
  const { pathname } = useLocation()
  const { data: me } = useMe()
  const isReturn = useNavigationType() === NavigationType.Pop
  useEffect(() => deviceStorage.write(lastCenterName, center), [center])
  // A page that is opened starts at its top; one returned to stands where it was left.
  useEffect(() => {
    if (!isReturn) window.scrollTo({ top: 0 })
    // On a low screen the menu scrolls by itself.
    document.querySelector('.menu .active')?.scrollIntoView?.({ block: 'nearest' })
  }, [isReturn, pathname])
  if (!me) return null
  const permissions = permissionsAt(me, center)
  return (
    <div className="frame">
      <a className="skip" href="#content">跳到正文</a>
      <aside className="side">
        <CenterSwitch center={center} />
        <nav aria-label="主菜单" className="menu">
          <NavLink to={`/${center}`} end className="menu-item">
            <HomeOutlined aria-hidden />
            等我处理
          </NavLink>
          {sections.filter(({ needs }) => permissions.has(needs)).map(({ path, label, icon }) => (
            <NavLink key={path} to={`/${center}/${path}`} className="menu-item">
              {icon}
              {label}
            </NavLink>
          ))}
        </nav>
        {permissions.has('centers.create') ? <Link to="/platform/centers" className="menu-item"><AppstoreOutlined aria-hidden />所有中心</Link> : null}
        <InboxLink center={center} />
        <AccountPanel roles={rolesAt(me, center).map((role) => roleLabels[role])} />
      </aside>
      <main id="content" className="content" tabIndex={-1}>
        {/* Its first page lists it among what waits. */}
        {permissions.has('centers.manage') && pathname !== `/${center}` ? <DecreeBanner center={center} /> : null}
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<ListSkeleton />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  )
}

function CenterSwitch({ center }: { center: string }) {
  const centers = useMyCenters() ?? []
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const name = centers.find(({ slug }) => slug === center)?.name ?? ''
  const title = (under: ReactNode) => (
    <>
      <span className="center-sign" aria-hidden>党群</span>
      <span className="center-words">
        <strong>{name}</strong>
        <span className="quiet">{under}</span>
      </span>
    </>
  )
  if (centers.length < 2) return <div className="center">{title('管理后台')}</div>
  // The same section of the other centre; what the address says beyond it belongs to this one.
  const section = pathname.split('/')[2] ?? ''
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: centers.map(({ slug, name: label }) => ({ key: slug, label, icon: slug === center ? <CheckOutlined /> : <span className="menu-gap" /> })),
        onClick: ({ key }) => void navigate(`/${key}/${section}`),
      }}
    >
      <button type="button" className="center center-switch" aria-label={`当前中心：${name}，点击切换`}>
        {title(<>切换中心<SwapOutlined aria-hidden /></>)}
      </button>
    </Dropdown>
  )
}

export function AccountPanel({ roles }: { roles: string[] }) {
  const session = useStoredSession()
  const logout = useLogout()
  return (
    <div className="account">
      <div>
        <div className="account-name">{session?.username}</div>
        <div className="quiet">{roles.join('、')}</div>
      </div>
      <Link to="/security" className="account-link" aria-label="登录与安全" title="登录与安全"><SafetyOutlined aria-hidden /></Link>
      <Button type="text" icon={<LogoutOutlined />} aria-label="退出登录" title="退出登录" onClick={() => void logout()} />
    </div>
  )
}
