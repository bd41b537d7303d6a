import { ApiError } from '@dangqun/contracts/kit/errors'
import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { usePageTitle } from '../platform/page-title'
import { BackLink } from '../ui/back-link'
import { ErrorPanel } from '../ui/error-panel'
import { ListSkeleton } from '../ui/list-skeleton'
import { MomentText } from '../ui/moment-text'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { useCheckIns, useRotatingCode } from './activities-check-in.api'
import { useActivity } from './activities.api'
import { CheckInByHand } from './components/check-in-by-hand'
import { CheckInDoor } from './components/check-in-door'
import { CheckInEntry } from './components/check-in-entry'
import { CheckInKept } from './components/check-in-kept'
import { CheckInList } from './components/check-in-list'
import { useCheckInDesk } from './use-check-in-desk'

/** The desk at the door of one activity. Opened before, it goes on without a network. */
export function ActivitiesCheckInPage() {
  const { center = '', id = '' } = useParams()
  const { data: activity, isPending, error, refetch } = useActivity(center, id, { live: true })
  const list = useCheckIns(center, id)
  const code = useRotatingCode(center, id)
  const isReachable = !(list.failureReason instanceof ApiError && list.failureReason.isRetryable)
  const desk = useCheckInDesk(center, id, isReachable, code.data?.offsetMs ?? null)
  usePageTitle(activity ? `签到 · ${activity.title}` : '签到')
  const back = `/${center}/activities/${id}`
  if (isPending) return <section className="panel"><ListSkeleton /></section>
  if (!activity) return <ErrorPanel error={error ?? new Error('no answer')} what="活动" onRetry={() => void refetch()} back={<Link to={`/${center}/activities`}><Button>返回活动列表</Button></Link>} />
  if (!activity.allowedActions.includes('check-in')) return <NoticePanel title="这场活动不能签到" body={activity.state === 'draft' ? '活动发布以后，这里就能签到。' : '活动已取消。'} action={<Link to={back}><Button>返回活动</Button></Link>} />
  return (
    <>
      <PageHeader
        above={<BackLink to={back}>{activity.title}</BackLink>}
        title="签到台"
        note={<><MomentText at={activity.checkInOpensAt} until={activity.checkInClosesAt} /> 可以签到；之后仍可手工补登</>}
      />
      <div className="desk">
        <div className="detail-main">
          <CheckInKept desk={desk} isReachable={isReachable} />
          <CheckInEntry desk={desk} />
          <CheckInByHand center={center} activity={activity} />
          <CheckInList center={center} id={id} list={list} isReachable={isReachable} />
        </div>
        <div className="desk-side">
          <CheckInDoor activity={activity} code={code.data} counts={list.data?.counts} />
        </div>
      </div>
    </>
  )
}
