import { Alert } from 'antd'
import { ErrorPanel } from '../../ui/error-panel'
import { ListSkeleton } from '../../ui/list-skeleton'
import { holidaysOf } from '../centers-workdays.rules'
import { useWorkdays } from '../centers.api'

/** The national holidays of a year, to look at. */
export function DecreePanel({ year, isMissing }: { year: number; isMissing: boolean }) {
  const workdays = useWorkdays(year)
  return (
    <section className="panel form-part decree" aria-labelledby={`decree-${year}`}>
      <h2 id={`decree-${year}`}>{year} 年国家放假安排</h2>
      {workdays.isPending ? <ListSkeleton rows={3} /> : null}
      {workdays.isError ? <ErrorPanel error={workdays.error} what="放假安排" onRetry={() => void workdays.refetch()} /> : null}
      {workdays.data && !workdays.data.isDecreed ? <Alert type={isMissing ? 'warning' : 'info'} showIcon title={isMissing ? '还没有录入，请联系系统管理员' : '国务院通常在 11 月公布，公布后由系统管理员录入'} /> : null}
      {workdays.data?.isDecreed ? (
        <>
          <ul className="holidays">
            {holidaysOf(workdays.data.days).map(({ name, off, worked }) => (
              <li key={name}><strong>{name}</strong><span>{off}放假</span><span className="quiet">{worked ? `${worked}上班` : ''}</span></li>
            ))}
          </ul>
          <p className="quiet">来源：{workdays.data.source}</p>
        </>
      ) : null}
    </section>
  )
}
