import { PlusOutlined } from '@ant-design/icons'
import type { ActivitySummary } from '@dangqun/contracts/activities/schemas'
import { activityKindLabels } from '@dangqun/contracts/activities/vocabulary'
import { Button, Table, type TableColumnsType } from 'antd'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { useCenterCard } from '../centers/centers.api'
import { useKeyset } from '../platform/keyset'
import { withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { useShortcut } from '../platform/shortcuts'
import { ErrorPanel } from '../ui/error-panel'
import { KeysetPager } from '../ui/keyset-pager'
import { ListSkeleton } from '../ui/list-skeleton'
import { MomentText } from '../ui/moment-text'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { ProgrammeMark } from '../ui/programme-mark'
import { filterParams, isFiltered, readFilter, toQuery, type ActivitiesFilter, type When } from './activities-filter.rules'
import { useActivities } from './activities.api'
import { ActivitiesFilters } from './components/activities-filters'
import { ActivityStateMark } from './components/activity-state'
import { PlacesCell } from './components/places-cell'

const columns: TableColumnsType<ActivitySummary> = [
  {
    title: '活动', key: 'title',
    render: (_, { id, title, place }) => (
      <div className="two-lines">
        <Link to={id} className="row-link">{title}</Link>
        <span className="quiet">{place}</span>
      </div>
    ),
  },
  { title: '类别', key: 'programme', width: 128, className: 'programme-cell', render: (_, { programme, kind }) => <div className="two-lines"><ProgrammeMark programme={programme} />{kind === 'general' ? null : <span className="quiet">{activityKindLabels[kind]}</span>}</div> },
  { title: '时间', key: 'startsAt', width: 214, render: (_, { startsAt, endsAt }) => <MomentText at={startsAt} until={endsAt} relative="stacked" /> },
  { title: '状态', key: 'state', width: 140, render: (_, activity) => <ActivityStateMark activity={activity} /> },
  { title: '已报 / 名额', key: 'taken', width: 126, render: (_, { taken, capacity }) => <PlacesCell taken={taken} capacity={capacity} /> },
  { title: '候补', key: 'waiting', width: 72, align: 'right', render: (_, { waiting }) => <span className={waiting > 0 ? 'figures' : 'figures quiet'}>{waiting}</span> },
  { title: '报名截止', key: 'signUpClosesAt', width: 180, className: 'closing-cell', render: (_, activity) => <ClosingCell activity={activity} /> },
]

const orders: Record<When, string> = { upcoming: '最近要举办的排在最前。', past: '最近举办的排在最前。', all: '时间最晚的排在最前。' }

export function ActivitiesListPage() {
  const { center = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const keyset = useKeyset()
  const filter = readFilter(params)
  const list = useActivities(center, toQuery(filter, keyset.cursor))
  const { data: card } = useCenterCard(center)
  usePageTitle('活动报名', card?.name)
  useShortcut('n', () => void navigate('new'))

  const change = (changes: Partial<ActivitiesFilter>) => setParams((now) => withFilters(now, filterParams(changes)), { replace: 'q' in changes })
  return (
    <>
      <PageHeader
        title="活动报名"
        note={orders[filter.when]}
        actions={<Link to="new"><Button type="primary" icon={<PlusOutlined />}>新建活动<kbd aria-hidden>N</kbd></Button></Link>}
      />
      <ActivitiesFilters filter={filter} onChange={change} />
      <section className="panel" aria-label="活动列表" aria-busy={list.isFetching}>
        {list.isPending ? <ListSkeleton /> : null}
        {list.isError && !list.data ? <ErrorPanel error={list.error} what="活动列表" onRetry={() => void list.refetch()} back={keyset.hasPrevious ? <Button onClick={() => keyset.goTo('', [])}>回到第一页</Button> : undefined} /> : null}
        {list.data?.items.length === 0 ? <NothingHere filter={filter} onClear={() => setParams({}, {})} /> : null}
        {list.data && list.data.items.length > 0 ? (
          <Table<ActivitySummary>
            rowKey="id"
            columns={columns}
            dataSource={list.data.items}
            pagination={false}
            className={list.isPlaceholderData ? 'is-stale' : ''}
            onRow={({ id }) => ({ onClick: (event) => isPlainClick(event) && void navigate(id) })}
          />
        ) : null}
      </section>
      <KeysetPager keyset={keyset} nextCursor={list.data?.nextCursor} count={list.data?.items.length} unit="场活动" />
    </>
  )
}

/** The closing time, as long as it says something. */
function ClosingCell({ activity: { state, signUpClosesAt } }: { activity: ActivitySummary }) {
  if (state === 'closed') return <span className="quiet">已手动截止</span>
  if (state === 'held' || state === 'cancelled') return <span className="quiet">—</span>
  return <MomentText at={signUpClosesAt} relative="stacked" />
}

/** The whole row leads on, except where the click already means something else. */
function isPlainClick(event: Pick<React.MouseEvent, 'target' | 'ctrlKey' | 'metaKey'>): boolean {
  const isLink = event.target instanceof Element && event.target.closest('a, button') !== null
  return !isLink && !event.ctrlKey && !event.metaKey && window.getSelection()?.isCollapsed !== false
}

function NothingHere({ filter, onClear }: { filter: ActivitiesFilter; onClear: () => void }) {
  if (isFiltered(filter)) return <NoticePanel title="没有符合条件的活动" body="换个关键词，或放宽筛选条件。" action={<Button onClick={onClear}>清除筛选</Button>} />
  if (filter.when === 'past') return <NoticePanel title="还没有已结束的活动" body="活动结束后会归到这里。" />
  return (
    <NoticePanel
      title={filter.when === 'upcoming' ? '近期还没有活动' : '还没有活动'}
      body="先建一场活动，填好时间、地点和名额，核对后再发布。"
      action={<Link to="new"><Button type="primary">新建活动</Button></Link>}
    />
  )
}
