import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import type { Keyset } from '../platform/keyset'
import { ErrorPanel } from './error-panel'
import { KeysetPager } from './keyset-pager'
import { ListSkeleton } from './list-skeleton'
import type { useQueue } from './use-queue'

interface Props<Row> {
  /** The part of the queue that is shown. */
  label: string
  /** The queue, as it is called when it could not be read. */
  what: string
  list: UseQueryResult<{ items: Row[]; nextCursor: string | null }>
  keyset: Keyset
  queue: Pick<ReturnType<typeof useQueue>, 'openId' | 'open'>
  columns: TableColumnsType<Row>
  /** What is over is late no more. */
  isEnded: boolean
  /** In place of rows when there are none. */
  empty: ReactNode
  rowSelection?: NonNullable<TableProps<Row>['rowSelection']> | undefined
}

const ownPress = 'button, a, input, label, .ant-table-selection-column'

/** The rows of a queue, page after page; a row opens beside it wherever it is pressed. */
export function QueuePanel<Row extends { id: string; isOverdue: boolean }>({ label, what, list, keyset, queue: { openId, open }, columns, isEnded, empty, rowSelection }: Props<Row>) {
  const items = list.data?.items ?? []
  return (
    <>
      <section className="panel" aria-label={label} aria-busy={list.isFetching}>
        {list.isPending ? <ListSkeleton rows={8} /> : null}
        {list.isError && !list.data ? <ErrorPanel error={list.error} what={what} onRetry={() => void list.refetch()} back={keyset.hasPrevious ? <Button onClick={() => keyset.goTo('', [])}>回到第一页</Button> : undefined} /> : null}
        {list.data && items.length === 0 ? empty : null}
        {items.length > 0 ? (
          <Table<Row>
            rowKey="id" size="middle" columns={columns} dataSource={items} pagination={false} className={list.isPlaceholderData ? 'is-stale' : ''}
            rowClassName={({ id, isOverdue }) => `${id === openId ? 'is-open-case' : ''} ${isOverdue && !isEnded ? 'is-overdue' : ''}`}
            onRow={({ id }) => ({ onClick: (event) => (event.target instanceof Element && event.target.closest(ownPress) ? undefined : open(id)) })}
            {...(rowSelection ? { rowSelection } : {})}
          />
        ) : null}
      </section>
      <KeysetPager keyset={keyset} nextCursor={list.data?.nextCursor} count={list.data?.items.length} unit="件" />
    </>
  )
}
