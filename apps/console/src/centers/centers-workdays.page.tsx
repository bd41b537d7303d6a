import { Alert, Segmented } from 'antd'
import { useSearchParams } from 'react-router'
import { inShanghai } from '../platform/dates.rules'
import { withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { useNow } from '../platform/use-now'
import { ErrorPanel } from '../ui/error-panel'
import { ListSkeleton } from '../ui/list-skeleton'
import { PageHeader } from '../ui/page-header'
import { useWorkdays } from './centers.api'
import { DecreeForm } from './components/decree-form'

/** The national year of working days, for all centres. */
export function CentersWorkdaysPage() {
  const [params, setParams] = useSearchParams()
  const today = inShanghai(useNow())
  const thisYear = today.year()
  const year = params.get('year') === String(thisYear) ? thisYear : thisYear + 1
  const workdays = useWorkdays(year)
  const next = useWorkdays(thisYear + 1)
  usePageTitle('放假安排')
  // The State Council's notice for next year comes in November.
  const isDue = today.month() >= 10
  return (
    <>
      <PageHeader title="放假安排" note="国家的放假和调休，所有中心的办理期限都按它计算工作日。没写到的日子按周一到周五上班。" />
      {next.data && !next.data.isDecreed ? (
        <Alert
          className="advice"
          type={isDue ? 'warning' : 'info'}
          showIcon
          title={isDue ? `${thisYear + 1} 年的放假安排还没有录入，跨年的办理期限现在按平常的周一到周五计算。` : `${thisYear + 1} 年的放假安排通常在 11 月公布，公布后在这里录入。`}
        />
      ) : null}
      <div className="filters">
        <Segmented aria-label="年份" value={year} options={[thisYear, thisYear + 1].map((value) => ({ value, label: `${value} 年` }))} onChange={(value) => setParams((now) => withFilters(now, { year: String(value) }))} />
      </div>
      {workdays.isPending ? <section className="panel"><ListSkeleton rows={6} /></section> : null}
      {workdays.isError && !workdays.data ? <ErrorPanel error={workdays.error} what="放假安排" onRetry={() => void workdays.refetch()} /> : null}
      {workdays.data ? <DecreeForm key={year} stored={workdays.data} /> : null}
    </>
  )
}
