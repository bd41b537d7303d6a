import { mostCounted } from '@dangqun/contracts/financing/demands/vocabulary'
import { useParams, useSearchParams } from 'react-router'
import { useKeyset } from '../platform/keyset'
import { withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { QueuePanel } from '../ui/queue-panel'
import { useQueue } from '../ui/use-queue'
import { ViewTabs } from '../ui/view-tabs'
import { demandColumns } from './components/demand-columns'
import { DemandDrawer } from './components/demand-drawer'
import { demandViewLabels, queueViews, readDemandView, toDemandsQuery, type QueueView } from './financing-demands-filter.rules'
import { useDemandCounts, useDemands } from './financing-demands.api'

const empty: Record<QueueView, string> = { waiting: '没有等中心办的', open: '没有在办的', ended: '还没有结束的' }

/** The centre's queue: what waits for its check or its call, the most urgent first; the pipeline behind it. */
export function FinancingDemandsListPage() {
  const { center = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const keyset = useKeyset()
  const view = readDemandView(params)
  const demands = useDemands(center, toDemandsQuery(view, keyset.cursor))
  const counts = useDemandCounts(center)
  const queue = useQueue('demand', demands.data?.items.map(({ id }) => id) ?? [])
  usePageTitle('融资需求')
  return (
    <>
      <PageHeader title="融资需求" note={<>先办快到期的。<kbd>j</kbd> 下一件，<kbd>k</kbd> 上一件，<kbd>a</kbd> 核对无误，<kbd>r</kbd> 退回，<kbd>c</kbd> 记电话，<kbd>Esc</kbd> 收起。</>} />
      <ViewTabs
        views={queueViews} labels={demandViewLabels} value={view} counts={counts.data} most={mostCounted} extra={{ waiting: counts.data && counts.data.overdue > 0 ? `超期 ${counts.data.overdue}` : null }}
        onChange={(next) => setParams((now) => withFilters(now, { demand: undefined, view: next === 'waiting' ? undefined : next }))}
      />
      <QueuePanel
        label={demandViewLabels[view]} what="融资需求" list={demands} keyset={keyset} queue={queue} columns={demandColumns(view, queue.open)} isEnded={view === 'ended'}
        empty={<NoticePanel title={empty[view]} body={view === 'waiting' ? '企业提交的需求、没有银行接的单，会自动出现在这里。' : undefined} />}
      />
      <DemandDrawer center={center} id={queue.openId} place={queue.place} onClose={() => queue.open(undefined)} onDone={() => { if (view === 'waiting') queue.goOn() }} />
    </>
  )
}
