import type { Activity } from '@dangqun/contracts/activities/schemas'
import { activityActionLabels, activityActions, type ActivityAction } from '@dangqun/contracts/activities/vocabulary'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatMoment } from '../../platform/dates.rules'
import { useNow } from '../../platform/use-now'
import { useActivityAction } from '../activities.api'
import { CancelDialog } from './cancel-dialog'
import { sayError } from '../../ui/say-error'

const done: Record<ActivityAction, string> = { publish: '已发布，现在所有人都能看到', close: '已截止报名', hold: '已标记为已举办', cancel: '活动已取消' }

/** The buttons that the server allows at this moment: no others, and none missing. */
export function ActivityActions({ center, activity }: { center: string; activity: Activity }) {
  const { message, modal } = App.useApp()
  const now = useNow()
  const act = useActivityAction(center, activity.id)
  const [isCancelling, setIsCancelling] = useState(false)
  const allowed = activityActions.filter((action) => activity.allowedActions.includes(action))
  const isReopening = activity.state === 'closed'
  const label = (action: ActivityAction) => (action === 'publish' && isReopening ? '重新开放报名' : activityActionLabels[action])
  // The next natural step stands out: publish a draft; close the book on an activity that has taken place.
  const primary = activity.state === 'draft' ? 'publish' : allowed.includes('hold') ? 'hold' : null

  const effect: Record<Exclude<ActivityAction, 'cancel'>, string> = {
    publish: Date.parse(activity.signUpOpensAt) > now
      ? `发布后所有人都能看到，${formatMoment(activity.signUpOpensAt, now)} 开始报名。`
      : `发布后所有人都能看到并报名，${formatMoment(activity.signUpClosesAt, now)} 截止。`,
    close: '截止后不能再报名。已报名的不受影响，之后还可以重新开放。',
    hold: '标记后这场活动归入已结束，不能再修改。',
  }
  const perform = (action: ActivityAction, reason?: string) =>
    act.mutateAsync({ action, ...(reason ? { reason } : {}) }).then(
      () => void message.success(done[action]),
      (error: unknown) => void message.error(sayError(error)),
    )
  const ask = (action: ActivityAction) => {
    if (action === 'cancel') return setIsCancelling(true)
    void modal.confirm({ centered: true, title: `${label(action)}：${activity.title}`, content: effect[action], okText: label(action), cancelText: '再想想', icon: null, onOk: () => perform(action) })
  }
  return (
    <>
      {activity.allowedActions.includes('check-in') ? <Link to="check-in"><Button>签到台</Button></Link> : null}
      {activity.allowedActions.includes('update') && activity.state !== 'draft' ? <Link to={`/${center}/announcements/new?activity=${activity.id}`}><Button>给报名者发公告</Button></Link> : null}
      {activity.allowedActions.includes('update') ? <Link to="edit"><Button>编辑</Button></Link> : null}
      {allowed.map((action) => <Button key={action} type={action === primary ? 'primary' : 'default'} onClick={() => ask(action)}>{label(action)}</Button>)}
      {isCancelling ? (
        <CancelDialog
          activity={activity}
          isSending={act.isPending}
          onConfirm={(reason) => void perform('cancel', reason).then(() => setIsCancelling(false))}
          onClose={() => setIsCancelling(false)}
        />
      ) : null}
    </>
  )
}
