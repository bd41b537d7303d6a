import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useMe } from '../accounts/accounts.api'
import { permissionsAt } from '../accounts/accounts.rules'
import { useKeyset } from '../platform/keyset'
import { withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { QueuePanel } from '../ui/queue-panel'
import { SavedViews } from '../ui/saved-views'
import { useQueue } from '../ui/use-queue'
import { BulkBar } from './components/bulk-bar'
import { DeskDrawer, type DeskKind } from './components/desk-drawer'
import { TransferDrawer } from './components/transfer-drawer'
import { TransferFilters } from './components/transfer-filters'
import { queueColumns } from './components/queue-columns'
import { readTransferFilter, toTransfersQuery, viewLabels } from './transfer-filter.rules'
import { useTransferCounts, useTransfers } from './transfer.api'

const viewKeys = ['direction', 'state', 'kind']
const empty = { waiting: '没有等你办的', overdue: '没有超期的', today: '今天没有到期的', others: '没有等别人办的', open: '没有在办的', ended: '还没有办结的' }

/** The queue of whoever looks: what waits for their offices, the most urgent first; one case open beside it. */
export function TransferListPage() {
  const { center = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const keyset = useKeyset()
  const { data: me } = useMe()
  const [selected, setSelected] = useState<readonly string[]>([])
  const [opening, setOpening] = useState<DeskKind | null>(null)
  const filter = readTransferFilter(params)
  const view = filter.view === 'mine' ? 'waiting' : filter.view
  const transfers = useTransfers(center, toTransfersQuery(filter, keyset.cursor))
  const counts = useTransferCounts(center)
  const items = transfers.data?.items ?? []
  const queue = useQueue('case', items.map(({ id }) => id))
  usePageTitle('组织关系接转')

  const change = (changes: Record<string, string | undefined>) => {
    setSelected([])
    setParams((now) => withFilters(now, { case: undefined, ...changes }))
  }
  const isDesk = me !== undefined && permissionsAt(me, center).has('transfer.handle')
  const isFiltered = filter.direction !== undefined || filter.state !== undefined || filter.kind !== undefined
  return (
    <>
      <PageHeader
        title="组织关系接转"
        note={<>先办快到期的。<kbd>j</kbd> 下一件，<kbd>k</kbd> 上一件，<kbd>a</kbd> 往下办，<kbd>r</kbd> 退回，<kbd>Esc</kbd> 收起。</>}
        actions={
          <>
            <Link to={`/${center}/printers`}><Button>打印位置</Button></Link>
            {isDesk ? <><Button onClick={() => setOpening('out')}>代办转出</Button><Button type="primary" onClick={() => setOpening('in')}>登记转入</Button></> : null}
          </>
        }
      />
      <TransferFilters filter={{ ...filter, view }} counts={counts.data} onChange={change} />
      <SavedViews list="transfers" keys={viewKeys} part="view" onChoose={change} />
      <BulkBar key={selected.join()} center={center} items={items.filter(({ id }) => selected.includes(id))} onDone={() => setSelected([])} />
      <QueuePanel
        label={viewLabels[view]} what="接转列表" list={transfers} keyset={keyset} queue={queue} columns={queueColumns(view, queue.open)} isEnded={view === 'ended'}
        empty={(
          <NoticePanel
            title={isFiltered ? '没有符合条件的' : empty[view]}
            body={isFiltered ? '放宽条件再看。' : view === 'waiting' ? '有新的会自动出现在这里；超期的和等别人办的，在上面切换着看。' : undefined}
            action={isFiltered ? <Button onClick={() => change({ direction: undefined, state: undefined, kind: undefined })}>清除筛选</Button> : undefined}
          />
        )}
        rowSelection={view === 'waiting' && items.some(({ bulkActions }) => bulkActions.length > 0) ? { columnWidth: 44, selectedRowKeys: [...selected], onChange: (keys) => setSelected(keys.map(String)), getCheckboxProps: (row) => ({ disabled: row.bulkActions.length === 0, 'aria-label': `选中${row.memberName}` }) } : undefined}
      />
      <TransferDrawer center={center} id={queue.openId} place={queue.place} onClose={() => queue.open(undefined)} onDone={() => { if (view === 'waiting') queue.goOn() }} />
      <DeskDrawer center={center} kind={opening} onClose={() => setOpening(null)} onOpened={(id) => { setOpening(null); queue.open(id) }} />
    </>
  )
}
