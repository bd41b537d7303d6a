import type { BindingRow } from '@dangqun/contracts/organization/bindings/schemas'
import { bindingKindLabels, bindingKinds, bindingStateLabels, bindingStates, type BindingState } from '@dangqun/contracts/organization/bindings/vocabulary'
import { Select, Segmented, Table, type TableColumnsType } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import { useKeyset } from '../platform/keyset'
import { oneOf, withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { useShortcut } from '../platform/shortcuts'
import { ErrorPanel } from '../ui/error-panel'
import { KeysetPager } from '../ui/keyset-pager'
import { ListSkeleton } from '../ui/list-skeleton'
import { MomentText } from '../ui/moment-text'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { BindingDrawer } from './components/binding-drawer'
import { useBindings } from './organization-bindings.api'

const empty: Record<BindingState, string> = { pending: '没有等待核对的申请', confirmed: '还没有确认过的绑定', refused: '没有退回过的申请', ended: '没有解除过的绑定' }

export function OrganizationBindingsPage() {
  const { center = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const keyset = useKeyset()
  const state = oneOf(bindingStates, params.get('state')) ?? 'pending'
  const kind = oneOf(bindingKinds, params.get('kind'))
  const bindings = useBindings(center, { state, kind, cursor: keyset.cursor, limit: 50 })
  const openId = params.get('binding') ?? undefined
  usePageTitle('身份核对')

  const items = bindings.data?.items ?? []
  const open = (id: string | undefined) =>
    setParams((now) => {
      const next = new URLSearchParams(now)
      if (id) next.set('binding', id)
      else next.delete('binding')
      return next
    })
  const step = (by: number) => {
    const place = items.findIndex(({ id }) => id === openId)
    open(items[place === -1 ? 0 : Math.min(items.length - 1, Math.max(0, place + by))]?.id)
  }
  useShortcut('j', () => step(1), items.length > 0)
  useShortcut('k', () => step(-1), items.length > 0)
  const columns: TableColumnsType<BindingRow> = [
    { title: '提交时间', key: 'createdAt', width: 220, render: (_, { createdAt }) => <MomentText at={createdAt} relative="inline" /> },
    { title: '姓名', key: 'name', width: 140, render: (_, { id, name }) => <button type="button" className="link row-link" onClick={() => open(id)}>{name}</button> },
    { title: '核对什么', key: 'kind', width: 140, render: (_, row) => bindingKindLabels[row.kind] },
    { title: '企业名称', key: 'firm', render: (_, { firm }) => firm ?? '' },
  ]
  return (
    <>
      <PageHeader title="身份核对" note={<>当面看过证件再确认；最早的在前。<kbd>j</kbd> 下一条，<kbd>k</kbd> 上一条。</>} />
      <div className="filters">
        <Segmented<BindingState>
          aria-label="状态"
          value={state}
          onChange={(next) => setParams((now) => withFilters(now, { state: next === 'pending' ? undefined : next, binding: undefined }))}
          options={bindingStates.map((value) => ({ value, label: bindingStateLabels[value] }))}
        />
        <Select aria-label="核对什么" placeholder="全部身份" allowClear value={kind} onChange={(next?: string) => setParams((now) => withFilters(now, { kind: next }))} options={bindingKinds.map((value) => ({ value, label: bindingKindLabels[value] }))} style={{ width: 140 }} />
      </div>
      <section className="panel" aria-label="申请" aria-busy={bindings.isFetching}>
        {bindings.isPending ? <ListSkeleton rows={6} /> : null}
        {bindings.isError && !bindings.data ? <ErrorPanel error={bindings.error} what="身份核对" onRetry={() => void bindings.refetch()} /> : null}
        {bindings.data?.items.length === 0 ? <NoticePanel title={empty[state]} body={state === 'pending' ? '有人在手机上申请核对，会自动出现在这里。' : undefined} /> : null}
        {items.length > 0 ? (
          <Table<BindingRow>
            rowKey="id" size="middle" columns={columns} dataSource={items} pagination={false} className={bindings.isPlaceholderData ? 'is-stale' : ''}
            onRow={({ id }) => ({ onClick: (event) => (event.target instanceof Element && event.target.closest('button') ? undefined : open(id)) })}
          />
        ) : null}
      </section>
      <KeysetPager keyset={keyset} nextCursor={bindings.data?.nextCursor} count={bindings.data?.items.length} unit="条" />
      <BindingDrawer center={center} id={openId} onClose={() => open(undefined)} onDone={() => step(items.at(-1)?.id === openId ? -1 : 1)} />
    </>
  )
}
