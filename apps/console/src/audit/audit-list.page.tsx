import type { FactRow } from '@dangqun/contracts/audit/schemas'
import { Button, Segmented, Table, type TableColumnsType } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router'
import { useKeyset } from '../platform/keyset'
import { withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { ErrorPanel } from '../ui/error-panel'
import { KeysetPager } from '../ui/keyset-pager'
import { ListSkeleton } from '../ui/list-skeleton'
import { MomentText } from '../ui/moment-text'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { useFacts } from './audit.api'
import { isFiltered, readFactsFilter, toFactsQuery } from './audit-filter.rules'
import { sayActor, sayFact, shortId, type Detail } from './audit-words.rules'
import { ChainPanel } from './components/chain-panel'
import { FactsFilters } from './components/facts-filters'

interface Props {
  /** What roles, details and subjects are called and where they stand: of slices that this one does not know. */
  sayRole: (role: string) => string
  sayDetail: Detail
  pathOf: (center: string, row: FactRow) => string | null
  seesPlatform: boolean
}

export function AuditListPage({ sayRole, sayDetail, pathOf, seesPlatform }: Props) {
  const { center = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const keyset = useKeyset()
  const isPlatform = seesPlatform && params.get('ledger') === 'platform'
  const ledger = isPlatform ? null : center
  const filter = readFactsFilter(params)
  const facts = useFacts(ledger, toFactsQuery(filter, keyset.cursor))
  usePageTitle('审计记录')

  const change = (changes: Record<string, string | undefined>) => setParams((now) => withFilters(now, changes), { replace: 'actor' in changes })
  const columns: TableColumnsType<FactRow> = [
    { title: '时间', key: 'at', width: 230, render: (_, { at }) => <MomentText at={at} relative="inline" /> },
    {
      title: '谁', key: 'actor', width: 190,
      render: (_, { actor }) => (
        <div className="two-lines">
          {actor?.username ? <button type="button" className="link" onClick={() => change({ actor: actor.username ?? undefined })}>{actor.username}</button> : <span>{sayActor(actor)}</span>}
          {actor && actor.roles.length > 0 ? <span className="quiet">{actor.roles.map(sayRole).join('、')}</span> : null}
        </div>
      ),
    },
    { title: '做了什么', key: 'fact', render: (_, row) => <div className="two-lines"><span className="strong">{sayFact(row.fact)}</span><span className="quiet">{sayDetail(row)}</span></div> },
    {
      title: '对象', key: 'subject', width: 190,
      render: (_, row) => {
        const path = isPlatform ? null : pathOf(center, row)
        return (
          <span className="row-actions">
            {path ? <Link to={path} className="link">打开</Link> : null}
            <button type="button" className="link" title={row.subjectId} onClick={() => change({ subject: row.subjectId })}>同一对象 {shortId(row.subjectId)}</button>
          </span>
        )
      },
    },
    { title: '封条', key: 'number', width: 110, align: 'right', render: (_, { number }) => (number === null ? <span className="quiet">待封存</span> : <span className="figures quiet">{number.toLocaleString('zh-CN')}</span>) },
  ]
  return (
    <>
      <PageHeader
        title="审计记录"
        note="谁、什么时候、做了什么。记录只增不改，不含个人信息；每几秒封存一次，任何改动都能校验出来。"
        actions={seesPlatform ? <Segmented<'center' | 'platform'> aria-label="哪本账" value={isPlatform ? 'platform' : 'center'} onChange={(next) => setParams(next === 'platform' ? { ledger: next } : {})} options={[{ value: 'center', label: '本中心' }, { value: 'platform', label: '平台' }]} /> : undefined}
      />
      <ChainPanel key={ledger ?? ''} ledger={ledger} />
      <div className="below-panel"><FactsFilters filter={filter} onChange={change} /></div>
      <section className="panel" aria-label="审计记录" aria-busy={facts.isFetching}>
        {facts.isPending ? <ListSkeleton /> : null}
        {facts.isError && !facts.data ? <ErrorPanel error={facts.error} what="审计记录" onRetry={() => void facts.refetch()} back={keyset.hasPrevious ? <Button onClick={() => keyset.goTo('', [])}>回到第一页</Button> : undefined} /> : null}
        {facts.data?.items.length === 0 ? (
          isFiltered(filter)
            ? <NoticePanel title="没有符合条件的记录" body="放宽日期或去掉一个条件再看。" action={<Button onClick={() => setParams(isPlatform ? { ledger: 'platform' } : {})}>清除筛选</Button>} />
            : <NoticePanel title="还没有记录" body="有人办理事项后，会自动记在这里。" />
        ) : null}
        {facts.data && facts.data.items.length > 0 ? <Table<FactRow> rowKey="id" size="middle" columns={columns} dataSource={facts.data.items} pagination={false} className={facts.isPlaceholderData ? 'is-stale' : ''} /> : null}
      </section>
      <KeysetPager keyset={keyset} nextCursor={facts.data?.nextCursor} count={facts.data?.items.length} unit="条" />
    </>
  )
}
