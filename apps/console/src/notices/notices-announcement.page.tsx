import type { Announcement } from '@dangqun/contracts/notices/announcements/schemas'
import { audienceKindLabels } from '@dangqun/contracts/notices/announcements/vocabulary'
import { Alert, App, Button, Popconfirm } from 'antd'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { usePageTitle } from '../platform/page-title'
import { useStoredSession } from '../platform/session-store'
import { useDraft } from '../platform/use-draft'
import { BackLink } from '../ui/back-link'
import { ErrorPanel } from '../ui/error-panel'
import { ListSkeleton } from '../ui/list-skeleton'
import { MomentText } from '../ui/moment-text'
import { PageHeader } from '../ui/page-header'
import { AnnouncementEditor } from './components/announcement-editor'
import { AnnouncementPreview } from './components/announcement-preview'
import { AnnouncementStateMark } from './components/announcement-state'
import { sizeWords, valuesOf, type AnnouncementValues } from './notices-announcement-form.rules'
import { useAnnouncement, useAnnouncementAction, useAudienceSize, useSaveAnnouncement } from './notices-announcements.api'

/** `…/announcements/new`, or one that exists: a draft is edited, anything later is read. */
export function NoticesAnnouncementPage() {
  const { center = '', id } = useParams()
  const { data, isPending, error, refetch } = useAnnouncement(center, id)
  const [params] = useSearchParams()
  const draftName = `${useStoredSession()?.username ?? ''}.${center}.announcement-to.${id ?? 'new'}`
  usePageTitle(id === undefined ? '写公告' : (data?.title ?? '公告'))
  if (id === undefined) {
    const activityId = params.get('activity')
    return <Draft key={activityId ?? ''} center={center} stored={null} activityId={activityId} draftName={`${draftName}.${activityId ?? ''}`} />
  }
  if (isPending) return <section className="panel"><ListSkeleton /></section>
  if (!data) return <ErrorPanel error={error ?? new Error('no answer')} what="公告" onRetry={() => void refetch()} back={<Link to={`/${center}/announcements`}><Button>返回公告列表</Button></Link>} />
  return data.state === 'draft' ? <Draft key={data.id} center={center} stored={data} activityId={data.audience.kind === 'activity' ? data.audience.id : null} draftName={draftName} /> : <Sent center={center} announcement={data} />
}

function Draft({ center, stored, activityId, draftName }: { center: string; stored: Announcement | null; activityId: string | null; draftName: string }) {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const initial: AnnouncementValues = stored ? valuesOf(stored) : { title: '', body: '', audience: activityId === null ? { kind: 'everyone', id: null } : { kind: 'activity', id: activityId } }
  const draft = useDraft(draftName, initial)
  const save = useSaveAnnouncement(center, stored?.id)
  const act = useAnnouncementAction(center)
  const size = useAudienceSize(center, initial.audience)
  const isSaved = stored !== null && JSON.stringify(draft.value) === JSON.stringify(initial)
  const publish = () => stored && act.mutate({ id: stored.id, action: 'publish' }, { onSuccess: () => void message.success('公告已发布'), onError: (error) => void message.error(error.message) })
  return (
    <>
      <PageHeader
        above={<BackLink to={`/${center}/announcements`}>公告</BackLink>}
        title={stored ? '修改草稿' : '写公告'}
        note={stored ? <span className="marks"><AnnouncementStateMark state="draft" /></span> : '先存草稿，核对后发布。'}
        actions={stored ? (
          <Popconfirm title="发布这则公告？" description={size.data ? `${sizeWords(size.data)}。发布后不能再改，只能撤回。` : '发布后不能再改，只能撤回。'} okText="发布" cancelText="再看看" onConfirm={publish}>
            <Button type="primary" disabled={!isSaved} loading={act.isPending} title={isSaved ? undefined : '先保存草稿'}>发布</Button>
          </Popconfirm>
        ) : null}
      />
      <AnnouncementEditor
        center={center}
        values={draft.value}
        onChange={draft.set}
        activityId={activityId}
        isSending={save.isPending}
        notice={draft.isRestored ? <Alert type="info" showIcon title="已恢复你上次没有保存的内容" action={<Button size="small" onClick={() => draft.drop(initial)}>放弃</Button>} /> : null}
        back={<Link to={`/${center}/announcements`}><Button size="large">返回列表</Button></Link>}
        onSubmit={async (body) => {
          const saved = await save.mutateAsync(stored ? { ...body, version: stored.version } : body)
          draft.drop(valuesOf(saved))
          void message.success('草稿已保存，核对后可以发布')
          if (!stored) void navigate(`/${center}/announcements/${saved.id}`, { replace: true })
        }}
      />
    </>
  )
}

function Sent({ center, announcement }: { center: string; announcement: Announcement }) {
  const { message } = App.useApp()
  const act = useAnnouncementAction(center)
  const { id, title, body, audience, state, publishedAt, allowedActions } = announcement
  const withdraw = () => act.mutate({ id, action: 'withdraw' }, { onSuccess: () => void message.success('公告已撤回'), onError: (error) => void message.error(error.message) })
  return (
    <>
      <PageHeader
        above={<BackLink to={`/${center}/announcements`}>公告</BackLink>}
        title={title}
        note={<span className="marks"><AnnouncementStateMark state={state} />{publishedAt ? <MomentText at={publishedAt} relative="inline" /> : null}<span>{audience.kind !== 'activity' ? audienceKindLabels[audience.kind] : <Link className="link" to={`/${center}/activities/${audience.id}`}>{audienceKindLabels.activity}</Link>}</span></span>}
        actions={allowedActions.includes('withdraw') ? (
          <Popconfirm title="撤回这则公告？" description="首页和收到的消息里都不再显示，不能恢复。" okText="撤回" okButtonProps={{ danger: true }} cancelText="先不撤回" onConfirm={withdraw}>
            <Button danger loading={act.isPending}>撤回</Button>
          </Popconfirm>
        ) : null}
      />
      {state === 'withdrawn' ? <Alert className="advice" type="info" showIcon title="已撤回，手机上不再显示。" /> : null}
      <AnnouncementPreview title={title} body={body} publishedAt={publishedAt} />
    </>
  )
}
