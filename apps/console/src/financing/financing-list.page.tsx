import { PlusOutlined } from '@ant-design/icons'
import type { VersionSummary } from '@dangqun/contracts/financing/versions/schemas'
import { versionStateLabels, versionStates } from '@dangqun/contracts/financing/vocabulary'
import { sayAmount, sayBpRange, sayMonths } from '@dangqun/contracts/kit/figures'
import { Button, Select, Table, type TableColumnsType } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router'
import { useMe } from '../accounts/accounts.api'
import { permissionsAt } from '../accounts/accounts.rules'
import { useKeyset } from '../platform/keyset'
import { oneOf, withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { ErrorPanel } from '../ui/error-panel'
import { KeysetPager } from '../ui/keyset-pager'
import { ListSkeleton } from '../ui/list-skeleton'
import { MomentText } from '../ui/moment-text'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { RematchLine } from './components/rematch-line'
import { VersionStateMark } from './components/version-state'
import { useBanks, useVersions } from './financing.api'

const columns: TableColumnsType<VersionSummary> = [
  {
    title: '产品', key: 'name',
    render: (_, { productId, number, name, bank }) => (
      <div className="two-lines">
        <Link to={`${productId}/${number}`} className="row-link">{name}</Link>
        <span className="quiet">{bank.name} · 第 {number} 版</span>
      </div>
    ),
  },
  { title: '状态', key: 'state', width: 150, render: (_, { state }) => <VersionStateMark state={state} /> },
  { title: '名义利率', key: 'rate', width: 150, align: 'right', render: (_, { nominalLowBp, nominalHighBp }) => <span className="figures">{nominalLowBp === null || nominalHighBp === null ? '缺 LPR' : sayBpRange(nominalLowBp, nominalHighBp)}</span> },
  { title: '额度', key: 'amount', width: 190, align: 'right', render: (_, { amountMinFen, amountMaxFen }) => <span className="figures">{sayAmount(amountMinFen)}–{sayAmount(amountMaxFen)}</span> },
  { title: '期限', key: 'term', width: 140, align: 'right', render: (_, { termMinMonths, termMaxMonths }) => <span className="figures">{termMinMonths === termMaxMonths ? '' : `${sayMonths(termMinMonths)}–`}{sayMonths(termMaxMonths)}</span> },
  { title: '其他费用', key: 'fees', width: 110, render: (_, { hasFees }) => (hasFees === null ? <span className="quiet">没有填写</span> : hasFees ? '有' : '无') },
  { title: '提交时间', key: 'submittedAt', width: 170, render: (_, { submittedAt }) => (submittedAt === null ? <span className="quiet">—</span> : <MomentText at={submittedAt} relative="stacked" />) },
]

/** Every bank's versions for the centre, one's own for a bank; what waits for a decision is one filter away. */
export function FinancingListPage() {
  const { center = '' } = useParams()
  const { data: me } = useMe()
  const [params, setParams] = useSearchParams()
  const keyset = useKeyset()
  const banks = useBanks(center)
  const [state, bankId] = [oneOf(versionStates, params.get('state')), params.get('bank') ?? undefined]
  const list = useVersions(center, { state, bankId, cursor: keyset.cursor })
  usePageTitle('贷款产品')
  const may = me ? permissionsAt(me, center) : new Set<string>()
  const change = (changes: Record<string, string | undefined>) => setParams((now) => withFilters(now, changes))
  const queued = may.has('financing.approveProducts')
  return (
    <>
      <PageHeader
        title="贷款产品"
        note={queued ? '银行写、中心审：改动一次是一个新版本，审核通过才上架。' : '写好后提交中心审核，通过才上架；改动一次是一个新版本。'}
        actions={(
          <>
            {queued ? <Link to="banks"><Button>合作银行</Button></Link> : null}
            {queued ? <Button onClick={() => change({ state: state === 'submitted' ? undefined : 'submitted' })}>{state === 'submitted' ? '看全部' : '只看待审核'}</Button> : null}
            {may.has('financing.editProducts') ? <Link to="new"><Button type="primary" icon={<PlusOutlined />}>新建产品</Button></Link> : null}
          </>
        )}
      />
      <RematchLine center={center} />
      <div className="filters" role="search" aria-label="筛选产品">
        <Select aria-label="状态" placeholder="全部状态" allowClear value={state} onChange={(next?: string) => change({ state: next })} options={versionStates.map((value) => ({ value, label: versionStateLabels[value] }))} style={{ width: 160 }} />
        {queued ? <Select aria-label="银行" placeholder="全部银行" allowClear value={bankId} onChange={(next?: string) => change({ bank: next })} options={banks.data?.items.map(({ id, name }) => ({ value: id, label: name }))} style={{ width: 180 }} /> : null}
      </div>
      <section className="panel" aria-label="产品列表" aria-busy={list.isFetching}>
        {list.isPending ? <ListSkeleton /> : null}
        {list.isError && !list.data ? <ErrorPanel error={list.error} what="产品列表" onRetry={() => void list.refetch()} /> : null}
        {list.data?.items.length === 0 ? (
          state || bankId
            ? <NoticePanel title={state === 'submitted' ? '没有待审核的产品' : '没有符合条件的产品'} body="放宽筛选条件再看。" action={<Button onClick={() => setParams({})}>清除筛选</Button>} />
            : <NoticePanel title="还没有贷款产品" body={queued ? '先添加合作银行，请主任邀请它的客户经理；对方写好产品会列在这里。' : '写好第一个产品，提交中心审核。'} action={queued ? <Link to="banks"><Button type="primary">合作银行</Button></Link> : undefined} />
        ) : null}
        {list.data && list.data.items.length > 0 ? <Table<VersionSummary> rowKey={({ productId, number }) => `${productId} ${number}`} columns={columns} dataSource={list.data.items} pagination={false} className={list.isPlaceholderData ? 'is-stale' : ''} /> : null}
      </section>
      <KeysetPager keyset={keyset} nextCursor={list.data?.nextCursor} count={list.data?.items.length} unit="个版本" />
    </>
  )
}
