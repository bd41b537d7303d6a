import type { Activity } from '@dangqun/contracts/activities/schemas'
import { activityKindLabels } from '@dangqun/contracts/activities/vocabulary'
import { profileFieldLabels } from '@dangqun/contracts/organization/vocabulary'
import { MomentText } from '../../ui/moment-text'

/** What the activity is, as its form says it. */
export function ActivityFacts({ activity }: { activity: Activity }) {
  return (
    <section className="panel facts" aria-labelledby="facts-title">
      <h2 id="facts-title">活动信息</h2>
      <dl>
        <dt>时间</dt>
        <dd><MomentText at={activity.startsAt} until={activity.endsAt} relative="stacked" /></dd>
        <dt>地点</dt>
        <dd>{activity.place}</dd>
        <dt>报名</dt>
        <dd><MomentText at={activity.signUpOpensAt} /> 开始<br /><MomentText at={activity.signUpClosesAt} /> 截止</dd>
        <dt>取消期限</dt>
        <dd><MomentText at={activity.cancelUntil} /> 前</dd>
        <dt>报名要填</dt>
        <dd>{activity.asks.length > 0 ? activity.asks.map((ask) => profileFieldLabels[ask]).join('、') : '不用填，一键报名'}</dd>
        {activity.kind === 'general' ? null : <><dt>类型</dt><dd>{activityKindLabels[activity.kind]}</dd></>}
        {activity.minAge === null && activity.maxAge === null ? null : <><dt>年龄</dt><dd>{activity.minAge ?? '不限'} 至 {activity.maxAge ?? '不限'} 周岁</dd></>}
        {activity.questions.length === 0 ? null : <><dt>报名问题</dt><dd>{activity.questions.map(({ label }) => label).join('、')}</dd></>}
        {activity.insuranceNotice === null ? null : <><dt>风险与保险</dt><dd className="prose">{activity.insuranceNotice}</dd></>}
        <dt>介绍</dt>
        <dd className="prose">{activity.description || <span className="quiet">没有填写</span>}</dd>
      </dl>
    </section>
  )
}
