import type { ActivitySummary } from '@dangqun/contracts/activities/schemas'
import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { useMe } from '../accounts/accounts.api'
import { permissionsAt } from '../accounts/accounts.rules'
import { useActivities } from '../activities/activities.api'
import { ActivityStateMark } from '../activities/components/activity-state'
import { formatTime, inShanghai } from '../platform/dates.rules'
import { usePageTitle } from '../platform/page-title'
import { useNow } from '../platform/use-now'
import { ErrorPanel } from '../ui/error-panel'
import { ListSkeleton } from '../ui/list-skeleton'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { useTasks } from './use-tasks'
import { sayOverdue, waitingOf, type Task } from './waiting.rules'

/** What waits for whoever is logged in: the first page after the login. */
export function WaitingPage() {
  const { center = '' } = useParams()
  const { data: me } = useMe()
  const permissions = me ? permissionsAt(me, center) : new Set<never>()
  const { tasks, isPending, failed } = useTasks(center, permissions)
  const now = useNow()
  usePageTitle('等我处理')
  const waiting = waitingOf(tasks)
  const today = inShanghai(now)
  return (
    <>
      <PageHeader title="等我处理" note={[today.format('M月D日 dddd'), sayOverdue(waiting)].filter(Boolean).join('。')} />
      {failed ? <ErrorPanel error={failed.error} what="待办" onRetry={failed.again} /> : null}
      {isPending && waiting.length === 0 ? <section className="panel"><ListSkeleton rows={3} /></section> : null}
      {!isPending && !failed && waiting.length === 0 ? <section className="panel"><NoticePanel title="现在没有等你处理的事" body="有新的申请或到期的事项，会出现在这里。" /></section> : null}
      {waiting.length > 0 ? <ul className="tasks" aria-label="等我处理">{waiting.map((task) => <li key={task.key}><TaskCard task={task} /></li>)}</ul> : null}
      {permissions.has('activities.manage') ? <TodayPanel center={center} now={now} mayCheckIn={permissions.has('activities.checkIn')} /> : null}
    </>
  )
}

function TaskCard({ task: { title, count, more, unit, overdue, words, to } }: { task: Task }) {
  return (
    <Link to={to} className={overdue > 0 ? 'task task-overdue' : 'task'}>
      <span className="task-title">{title}<span aria-hidden className="quiet">去处理</span></span>
      <span className="task-figure"><strong>{count}{more ? '+' : ''}</strong>{unit}</span>
      <span className="task-words">{words}</span>
    </Link>
  )
}

function TodayPanel({ center, now, mayCheckIn }: { center: string; now: number; mayCheckIn: boolean }) {
  const activities = useActivities(center, { when: 'upcoming', limit: 50 })
  const today = (activities.data?.items ?? []).filter(({ startsAt, state }) => (state === 'published' || state === 'closed') && inShanghai(startsAt).isSame(inShanghai(now), 'day'))
  if (activities.isPending) return null
  return (
    <section className="panel today" aria-labelledby="today-title">
      <div className="panel-head"><h2 id="today-title">今天的活动</h2></div>
      {activities.isError && !activities.data ? <ErrorPanel error={activities.error} what="今天的活动" onRetry={() => void activities.refetch()} /> : null}
      {activities.data && today.length === 0 ? <NoticePanel title="今天没有活动" body={<Link to={`/${center}/activities`} className="link">看近期的活动</Link>} /> : null}
      {today.length > 0 ? <ul>{today.map((activity) => <TodayLine key={activity.id} center={center} activity={activity} mayCheckIn={mayCheckIn} />)}</ul> : null}
    </section>
  )
}

function TodayLine({ center, activity, mayCheckIn }: { center: string; activity: ActivitySummary; mayCheckIn: boolean }) {
  const { id, title, place, startsAt, endsAt, taken, capacity, waiting } = activity
  return (
    <li>
      <span className="today-at figures">{formatTime(startsAt)}–{formatTime(endsAt)}</span>
      <span className="two-lines"><Link to={`/${center}/activities/${id}`} className="row-link">{title}</Link><span className="quiet">{place} · 已报 {taken}/{capacity}{waiting > 0 ? `，候补 ${waiting}` : ''}</span></span>
      <ActivityStateMark activity={activity} />
      {mayCheckIn ? <Link to={`/${center}/activities/${id}/check-in`}><Button>签到</Button></Link> : <span />}
    </li>
  )
}
