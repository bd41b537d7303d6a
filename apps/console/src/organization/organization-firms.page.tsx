import type { Firm } from '@dangqun/contracts/organization/schemas'
import { firmKindLabels, firmKinds, firmSizeLabels } from '@dangqun/contracts/organization/vocabulary'
import { Button, Select, Table, type TableColumnsType } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import { useCenterCard } from '../centers/centers.api'
import { useKeyset } from '../platform/keyset'
import { withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { ErrorPanel } from '../ui/error-panel'
import { KeysetPager } from '../ui/keyset-pager'
import { ListSkeleton } from '../ui/list-skeleton'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { SearchBox } from '../ui/search-box'
import { readFirmsFilter, shortestTerm, toFirmsQuery } from './organization-filter.rules'
import { useFirms } from './organization.api'

const columns: TableColumnsType<Firm> = [
  { title: '名称', key: 'name', render: (_, { name }) => <span className="strong">{name}</span> },
  { title: '类型', key: 'kind', width: 120, render: (_, { kind }) => firmKindLabels[kind] },
  { title: '规模', key: 'size', width: 80, render: (_, { size }) => firmSizeLabels[size] },
  { title: '行业', key: 'industry', width: 250, render: (_, { industry }) => industry },
  { title: '楼宇', key: 'building', width: 140, render: (_, { building }) => building.name },
  { title: '房间', key: 'room', width: 96, align: 'right', render: (_, { room }) => <span className="figures">{room}</span> },
  { title: '成立时间', key: 'foundedOn', width: 140, align: 'right', render: (_, { foundedOn }) => <span className="figures">{foundedOn}</span> },
]

export function OrganizationFirmsPage() {
  const { center = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const keyset = useKeyset()
  const filter = readFirmsFilter(params)
  const firms = useFirms(center, toFirmsQuery(filter, keyset.cursor))
  const card = useCenterCard(center)
  usePageTitle('企业名录', card.data?.name)

  const change = (changes: Record<string, string | undefined>) => setParams((now) => withFilters(now, changes), { replace: 'q' in changes })
  const isFiltered = filter.q !== '' || filter.buildingId !== undefined || filter.kind !== undefined
  return (
    <>
      <PageHeader title="企业名录" note={card.data ? `${card.data.buildings.length} 栋楼宇里的企业和个体工商户，按名称排列。` : '企业和个体工商户，按名称排列。'} />
      <div className="filters" role="search" aria-label="筛选企业">
        <SearchBox value={filter.q} onSearch={(q) => change({ q })} label="按企业名称查找" placeholder="企业名称，至少两个字" atLeast={shortestTerm} />
        <Select
          aria-label="楼宇"
          placeholder="全部楼宇"
          allowClear
          loading={card.isPending}
          value={filter.buildingId}
          onChange={(building?: string) => change({ building })}
          options={card.data?.buildings.map(({ id, name }) => ({ value: id, label: name }))}
          notFoundContent={card.isError ? '楼宇名单没有加载出来，请刷新页面' : undefined}
          style={{ width: 180 }}
        />
        <Select
          aria-label="类型"
          placeholder="全部类型"
          allowClear
          value={filter.kind}
          onChange={(kind?: string) => change({ kind })}
          options={firmKinds.map((kind) => ({ value: kind, label: firmKindLabels[kind] }))}
          style={{ width: 140 }}
        />
      </div>
      <section className="panel" aria-label="企业列表" aria-busy={firms.isFetching}>
        {firms.isPending ? <ListSkeleton rows={12} /> : null}
        {firms.isError && !firms.data ? <ErrorPanel error={firms.error} what="企业名录" onRetry={() => void firms.refetch()} back={keyset.hasPrevious ? <Button onClick={() => keyset.goTo('', [])}>回到第一页</Button> : undefined} /> : null}
        {firms.data?.items.length === 0 ? (
          isFiltered
            ? <NoticePanel title="没有找到符合条件的企业" body="检查名称有没有写错，或放宽楼宇、类型。" action={<Button onClick={() => setParams({})}>清除筛选</Button>} />
            : <NoticePanel title="名录里还没有企业" body="导入企业资料后会列在这里。" />
        ) : null}
        {firms.data && firms.data.items.length > 0 ? (
          <Table<Firm> rowKey="id" size="middle" columns={columns} dataSource={firms.data.items} pagination={false} className={firms.isPlaceholderData ? 'is-stale' : ''} />
        ) : null}
      </section>
      <KeysetPager keyset={keyset} nextCursor={firms.data?.nextCursor} count={firms.data?.items.length} unit="家" />
    </>
  )
}
