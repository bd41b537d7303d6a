import { Alert, App, Button } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import { useMe } from '../accounts/accounts.api'
import { usePageTitle } from '../platform/page-title'
import { useDraft } from '../platform/use-draft'
import { BackLink } from '../ui/back-link'
import { ErrorPanel } from '../ui/error-panel'
import { ListSkeleton } from '../ui/list-skeleton'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { emptyValues } from './activities-form.rules'
import { useActivity, useCreateActivity } from './activities.api'
import { ActivityEditor } from './components/activity-editor'
import { EditActivity } from './components/edit-activity'

/** `/activities/new` and `/activities/{id}/edit`. */
export function ActivitiesFormPage() {
  const { center = '', id } = useParams()
  const { data: me } = useMe()
  if (!me) return null
  return id === undefined
    ? <NewActivity key={center} center={center} draftName={`${me.account.id}.${center}.new`} />
    : <StoredActivity key={id} center={center} id={id} draftName={`${me.account.id}.${center}.${id}`} />
}

function NewActivity({ center, draftName }: { center: string; draftName: string }) {
  usePageTitle('新建活动')
  const navigate = useNavigate()
  const { message } = App.useApp()
  const draft = useDraft(draftName, emptyValues)
  const create = useCreateActivity(center)
  return (
    <>
      <PageHeader above={<BackLink to={`/${center}/activities`}>活动报名</BackLink>} title="新建活动" note="先存为草稿，只有工作人员看得到；核对后再发布。" />
      <ActivityEditor
        values={draft.value}
        onChange={draft.set}
        isNew
        taken={0}
        submitLabel="保存草稿"
        isSending={create.isPending}
        onSubmit={async (body) => {
          const activity = await create.mutateAsync(body)
          draft.drop()
          void message.success('草稿已保存，核对后可以发布')
          void navigate(`/${center}/activities/${activity.id}`, { replace: true })
        }}
        notice={draft.isRestored ? (
          <Alert type="info" showIcon title="已恢复你上次没有保存的内容" action={<Button size="small" onClick={() => draft.drop(emptyValues)}>清空重填</Button>} />
        ) : null}
        back={<Link to={`/${center}/activities`}><Button size="large">返回列表</Button></Link>}
      />
    </>
  )
}

function StoredActivity({ center, id, draftName }: { center: string; id: string; draftName: string }) {
  const activity = useActivity(center, id)
  usePageTitle('修改活动', activity.data?.title)
  const back = <Link to={`/${center}/activities`}><Button>返回活动列表</Button></Link>
  if (activity.isPending) return <section className="panel"><ListSkeleton /></section>
  if (!activity.data) return <ErrorPanel error={activity.error} what="活动" onRetry={() => void activity.refetch()} back={back} />
  if (!activity.data.allowedActions.includes('update')) {
    return <NoticePanel title="这场活动不能再修改" body="已举办或已取消的活动只能查看。" action={<Link to={`/${center}/activities/${id}`}><Button type="primary">查看活动</Button></Link>} />
  }
  return <EditActivity center={center} stored={activity.data} draftName={draftName} />
}
