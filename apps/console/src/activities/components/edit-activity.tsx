import { ApiError } from '@dangqun/contracts/kit/errors'
import type { Activity } from '@dangqun/contracts/activities/schemas'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useDraft } from '../../platform/use-draft'
import { BackLink } from '../../ui/back-link'
import { PageHeader } from '../../ui/page-header'
import { changesOf, valuesOf, type ActivityValues } from '../activities-form.rules'
import { activityKey, readActivity, useUpdateActivity } from '../activities.api'
import { ActivityEditor } from './activity-editor'
import { ConflictDialog } from './conflict-dialog'

/** What is being changed, and from which version it started. */
interface EditDraft {
  base: ActivityValues
  version: number
  values: ActivityValues
}

function draftOf(activity: Activity): EditDraft {
  const values = valuesOf(activity)
  return { base: values, version: activity.version, values }
}

export function EditActivity({ center, stored, draftName }: { center: string; stored: Activity; draftName: string }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const draft = useDraft(draftName, draftOf(stored))
  const update = useUpdateActivity(center, stored.id)
  const [theirs, setTheirs] = useState<Activity | null>(null)
  const [withFollowing, setWithFollowing] = useState(false)
  const [wasMerged, setWasMerged] = useState(false)
  const { base, version, values } = draft.value
  const detail = `/${center}/activities/${stored.id}`

  const takeTheirs = (merged: ActivityValues, newest: Activity) => {
    draft.set({ base: valuesOf(newest), version: newest.version, values: merged })
    queryClient.setQueryData(activityKey(center, newest.id), newest)
    setTheirs(null)
  }
  const save = async () => {
    const changes = changesOf(base, values)
    if (Object.keys(changes).length > 0) {
      try {
        await update.mutateAsync({ ...changes, version, ...(withFollowing ? { withFollowing } : {}) })
      } catch (error) {
        if (!(error instanceof ApiError && error.code === 'request.changedMeanwhile')) throw error
        setTheirs(await readActivity(center, stored.id))
        return
      }
      void message.success('修改已保存')
    }
    draft.drop()
    void navigate(detail, { replace: true })
  }

  return (
    <>
      <PageHeader above={<BackLink to={detail}>{stored.title}</BackLink>} title="修改活动" note={stored.state === 'draft' ? '草稿，只有工作人员看得到。' : '这场活动已经发布，保存后所有人立即看到新内容。'} />
      <ActivityEditor
        values={values}
        onChange={(next) => draft.set({ ...draft.value, values: next })}
        isNew={false}
        taken={stored.taken}
        submitLabel="保存修改"
        isSending={update.isPending}
        onSubmit={save}
        notice={
          wasMerged ? <Alert type="success" showIcon title="已合并对方的修改，你填写的内容都在。核对后请再点保存。" />
          : draft.isRestored ? <Alert type="info" showIcon title="已恢复你上次没有保存的修改" action={<Button size="small" onClick={() => draft.drop(draftOf(stored))}>放弃这些修改</Button>} />
          : null
        }
        extra={stored.seriesId === null ? null : <Checkbox checked={withFollowing} onChange={(event) => setWithFollowing(event.target.checked)}>连同这个系列后面各场一起改（时间按同样的幅度移动）</Checkbox>}
        back={<Link to={detail}><Button size="large">返回活动</Button></Link>}
      />
      {theirs ? (
        <ConflictDialog
          base={base}
          mine={values}
          theirs={valuesOf(theirs)}
          onClose={() => setTheirs(null)}
          onMerge={(merged) => {
            takeTheirs(merged, theirs)
            setWasMerged(true)
          }}
          onDiscard={() => {
            takeTheirs(valuesOf(theirs), theirs)
            draft.drop(draftOf(theirs))
            setWasMerged(false)
          }}
        />
      ) : null}
    </>
  )
}
