import { render } from '@testing-library/react'
import type { Me } from '@dangqun/contracts/accounts/schemas'
import { permissions } from '@dangqun/contracts/kit/access'
import { MemoryRouter, useLocation, type Location } from 'react-router'
import { Providers } from '../src/app/providers'
import { AppRoutes } from '../src/app/router'
import { newQueryClient } from '../src/platform/query-client'
import { sessionStore } from '../src/platform/session-store'
import { answerWith, ok, type Answer, type Asked } from './api'

export const staff: Me = {
  account: { id: '01a20e5a-a4af-7bdb-ba09-b0326ba07c01', createdAt: '2026-11-01T09:00:00+08:00' },
  grants: [{ role: 'center_staff', scope: null, center: { slug: 'shangbai', name: '尚百商圈党群服务中心' }, permissions: [...permissions] }],
  consents: [],
  secondFactor: 'off',
}

/** Logged in as staff, with `serve` answering what is not about the account or the centre. */
export function logIn(serve: (request: Asked) => Answer | Promise<Answer>, me: Me = staff): void {
  sessionStore.begin({ token: 'token', username: 'staff' })
  answerWith((request) => {
    if (request.path === '/me') return ok(me)
    if (request.path === '/centers/shangbai') return ok({ slug: 'shangbai', name: '尚百商圈党群服务中心', buildings: [{ id: '01a20e5a-a4af-7bdb-ba09-b0326ba07c02', name: '尚泽大厦' }], services: [{ id: '01a20e5a-a4af-7bdb-ba09-b0326ba07c03' }] })
    return serve(request)
  })
}

let now: Location | null = null

/** Where the person stands: path and query. */
export const address = (): string => (now ? decodeURIComponent(now.pathname + now.search) : '')

function Witness() {
  now = useLocation()
  return null
}

/** Opens the whole console at an address; the answer unmounts it, as a reload does. */
export function openAt(path: string): { leave: () => void } {
  const { unmount } = render(
    <Providers queryClient={newQueryClient()}>
      <MemoryRouter initialEntries={[path]}>
        <AppRoutes />
        <Witness />
      </MemoryRouter>
    </Providers>,
  )
  return { leave: unmount }
}
