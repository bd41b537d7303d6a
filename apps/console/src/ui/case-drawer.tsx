import { ApiError } from '@dangqun/contracts/kit/errors'
import type { UseQueryResult } from '@tanstack/react-query'
import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { ErrorPanel } from './error-panel'
import { ListSkeleton } from './list-skeleton'

/** What a queue tells the drawer beside it. */
export interface CaseDrawerProps {
  center: string
  /** Of the row that is open; undefined: none. */
  id: string | undefined
  /** Where it stands in the queue: 第 1 / 9 件. */
  place: string | null
  onClose: () => void
  /** After a step: on to the next that waits. */
  onDone: () => void
}

interface Props<Case> extends Pick<CaseDrawerProps, 'id' | 'place' | 'onClose'> {
  query: Pick<UseQueryResult<Case>, 'data' | 'error' | 'isPending' | 'refetch'>
  /** Its title while nobody knows whose it is. */
  name: string
  /** What it is called when it could not be read: `这件接转`. */
  what: string
  title: (shown: Case) => string
  children: (shown: Case) => ReactNode
}

/** One case beside its queue. What may no longer be read is not shown from memory either. */
export function CaseDrawer<Case>({ query: { data, error, isPending, refetch }, id, place, name, what, title, onClose, children }: Props<Case>) {
  const isBarred = error instanceof ApiError && (error.status === 403 || error.status === 404)
  const shown = isBarred ? undefined : data
  return (
    <Drawer open={id !== undefined} onClose={onClose} size={880} mask={false} title={shown ? title(shown) : name} extra={<span className="quiet">{place}</span>} destroyOnHidden rootClassName="case-drawer">
      {isPending ? <ListSkeleton rows={8} /> : null}
      {error && !shown ? <ErrorPanel error={error} what={what} onRetry={() => void refetch()} /> : null}
      {shown ? children(shown) : null}
    </Drawer>
  )
}
