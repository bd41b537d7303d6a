import { PlusOutlined } from '@ant-design/icons'
import type { AnnouncementSummary } from '@dangqun/contracts/notices/announcements/schemas'
import { announcementStateLabels, announcementStates, audienceKindLabels } from '@dangqun/contracts/notices/announcements/vocabulary'
import { Button, Segmented, Table, type TableColumnsType } from 'antd'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { useCenterCard } from '../centers/centers.api'
import { useKeyset } from '../platform/keyset'
import { oneOf, withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { ErrorPanel } from '../ui/error-panel'
import { KeysetPager } from '../ui/keyset-pager'
import { ListSkeleton } from '../ui/list-skeleton'
import { MomentText } from '../ui/moment-text'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { AnnouncementStateMark } from './components/announcement-state'
import { useAnnouncements } from './notices-announcements.api'

/** @param buildings of the centre, for the name of the one that an announcement is for */
const columnsWith = (buildings: readonly { id: string; name: string }[]): TableColumnsType<AnnouncementSummary> => [
  { title: '公告', key: 'title', render: (_, { id, title }) => <Link to={id} className="row-link">{title}</Link> },
  { title: '发给', key: 'audience', width: 260, render: (_, { audience: { kind, id } }) => <span className="two-lines"><span>{audienceKindLabels[kind]}</span>{kind === 'building' ? <span className="quiet">{buildings.find((building) => building.id === id)?.name}</span> : null}</span> },
  { title: '状态', key: 'state', width: 120, render: (_, { state }) => <AnnouncementStateMark state={state} /> },
  { title: '发布时间', key: 'publishedAt', width: 200, render: (_, { publishedAt }) => (publishedAt ? <MomentText at={publishedAt} relative="stacked" /> : <span className="quiet">—</span>) },
]

export function NoticesAnnouncementsPage() {
  const { center = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const keyset = useKeyset()
  const state = oneOf(announcementStates, params.get('state')) ?? 'all'
  const list = useAnnouncements(center, { state, limit: 20, cursor: keyset.cursor })
  const { data: card } = useCenterCard(center)
  usePageTitle('公告', card?.name)
  return (
    <>
      <PageHeader title="公告" note="发给所有人的，显示在小程序首页；发给楼宇、支部或报名者的，送进他们的消息。" actions={<Link to="new"><Button type="primary" icon={<PlusOutlined />}>写公告</Button></Link>} />
      <div className="filters" role="search" aria-label="筛选公告">
        <Segmented
          aria-label="状态"
          value={state}
          onChange={(value) => setParams((now) => withFilters(now, { state: value === 'all' ? undefined : value }))}
          options={[{ value: 'all', label: '全部' }, ...announcementStates.map((value) => ({ value, label: announcementStateLabels[value] }))]}
        />
      </div>
      <section className="panel" aria-label="公告列表" aria-busy={list.isFetching}>
        {list.isPending ? <ListSkeleton /> : null}
        {list.isError && !list.data ? <ErrorPanel error={list.error} what="公告列表" onRetry={() => void list.refetch()} /> : null}
        {list.data?.items.length === 0 ? <NoticePanel title={state === 'all' ? '还没有公告' : '没有这类公告'} body="放假安排、临时闭馆这类要让大家知道的事，写在这里。" action={<Link to="new"><Button type="primary">写公告</Button></Link>} /> : null}
        {list.data && list.data.items.length > 0 ? (
          <Table<AnnouncementSummary> rowKey="id" columns={columnsWith(card?.buildings ?? [])} dataSource={list.data.items} pagination={false} className={list.isPlaceholderData ? 'is-stale' : ''} onRow={({ id }) => ({ onClick: (event) => !(event.target as Element).closest('a, button') && void navigate(id) })} />
        ) : null}
      </section>
      <KeysetPager keyset={keyset} nextCursor={list.data?.nextCursor} count={list.data?.items.length} unit="则公告" />
    </>
  )
}
