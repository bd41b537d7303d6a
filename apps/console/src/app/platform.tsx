import { AppstoreOutlined, ScheduleOutlined } from '@ant-design/icons'
import { roleLabels } from '@dangqun/contracts/accounts/vocabulary'
import { Suspense } from 'react'
import { Navigate, NavLink, Outlet, useLocation } from 'react-router'
import { useMe } from '../accounts/accounts.api'
import { permissionsAt, rolesAt } from '../accounts/accounts.rules'
import { ErrorBoundary } from '../ui/error-boundary'
import { ListSkeleton } from '../ui/list-skeleton'
import { AccountPanel } from './layout'

/** At no centre: only what is held on the whole platform counts. */
const nowhere = ''

/** The frame of the pages that stand above all centres, for the platform's administrators. */
export function PlatformLayout() {
  const { pathname } = useLocation()
  const { data: me } = useMe()
  if (!me) return null
  if (me.secondFactor === 'needed') return <Navigate to="/security" replace />
  const permissions = permissionsAt(me, nowhere)
  return (
    <div className="frame">
      <a className="skip" href="#content">跳到正文</a>
      <aside className="side">
        <div className="center">
          <span className="center-sign" aria-hidden>党群</span>
          <span className="center-words"><strong>平台管理</strong><span className="quiet">管理后台</span></span>
        </div>
        <nav aria-label="主菜单" className="menu">
          {permissions.has('centers.create') ? <NavLink to="/platform/centers" className="menu-item"><AppstoreOutlined aria-hidden />所有中心</NavLink> : null}
          {permissions.has('centers.manageWorkdays') ? <NavLink to="/platform/workdays" className="menu-item"><ScheduleOutlined aria-hidden />放假安排</NavLink> : null}
        </nav>
        <AccountPanel roles={rolesAt(me, nowhere).map((role) => roleLabels[role])} />
      </aside>
      <main id="content" className="content" tabIndex={-1}>
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<ListSkeleton />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  )
}
