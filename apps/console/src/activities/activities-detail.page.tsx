import type { Activity } from '@dangqun/contracts/activities/schemas'
import { Alert, Button } from 'antd'
import { Link, useParams } from 'react-router'
import { useMe } from '../accounts/accounts.api'
import { permissionsAt } from '../accounts/accounts.rules'
import { HistoryButton } from '../audit/components/history-panel'
import { usePageTitle } from '../platform/page-title'
import { BackLink } from '../ui/back-link'
import { ErrorPanel } from '../ui/error-panel'
import { ListSkeleton } from '../ui/list-skeleton'
import { MomentText } from '../ui/moment-text'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { ProgrammeMark } from '../ui/programme-mark'
import { useActivity } from './activities.api'
import { ActivityActions } from './components/activity-actions'
import { ActivityCounts } from './components/activity-counts'
import { ActivityFacts } from './components/activity-facts'
import { ActivityPoster } from './components/activity-poster'
import { ActivityStateMark } from './components/activity-state'
import { SeriesActions } from './components/series-actions'
import { SignUpsPanel } from './components/sign-ups-panel'

export function ActivitiesDetailPage() {
  const { center = '', id = '' } = useParams()
  const { data: me } = useMe()
  const { data: activity, isPending, error, refetch } = useActivity(center, id, { live: true })
  usePageTitle(activity?.title ?? '活动')
  if (isPending) return <section className="panel"><ListSkeleton /></section>
  if (!activity) return <ErrorPanel error={error ?? new Error('no answer')} what="活动" onRetry={() => void refetch()} back={<Link to={`/${center}/activities`}><Button>返回活动列表</Button></Link>} />
  const seesSignUps = me !== undefined && permissionsAt(me, center).has('activities.readSignUps')
  return (
    <>
      <PageHeader
        above={<BackLink to={`/${center}/activities`}>活动报名</BackLink>}
        title={activity.title}
        note={<span className="marks"><ActivityStateMark activity={activity} /><ProgrammeMark programme={activity.programme} /><span><MomentText at={activity.startsAt} until={activity.endsAt} relative="inline" /></span><span>{activity.place}</span></span>}
        actions={<><HistoryButton center={center} kind="activity" id={activity.id} title={activity.title} /><ActivityActions center={center} activity={activity} /></>}
      />
      <Advice activity={activity} />
      <div className="detail">
        <div className="detail-main">
          {activity.state === 'draft' || activity.state === 'cancelled' ? null : <ActivityCounts center={center} activity={activity} />}
          {activity.state === 'draft' ? <section className="panel"><NoticePanel title="草稿，还没有发布" body="现在只有工作人员看得到。发布之后，报名会实时出现在这里。" /></section> : null}
          {seesSignUps && activity.state !== 'draft' ? <SignUpsPanel center={center} activity={activity} /> : null}
        </div>
        <div className="detail-side">
          <ActivityFacts activity={activity} />
          <SeriesActions center={center} activity={activity} />
          <ActivityPoster activity={activity} />
        </div>
      </div>
    </>
  )
}

/** What keeps the next step from being offered, and what to do about it. */
function Advice({ activity }: { activity: Activity }) {
  if (activity.state === 'cancelled') return <Alert className="advice" type="warning" showIcon title={activity.cancelReason ? `活动已取消：${activity.cancelReason}` : '活动已取消'} />
  const isBlocked = (activity.state === 'draft' || activity.state === 'closed') && activity.allowedActions.includes('update') && !activity.allowedActions.includes('publish')
  if (!isBlocked) return null
  return <Alert className="advice" type="info" showIcon title={`报名截止时间已过。${activity.state === 'draft' ? '要发布' : '要重新开放报名'}，先把截止时间改晚。`} action={<Link to="edit"><Button size="small">去修改</Button></Link>} />
}
