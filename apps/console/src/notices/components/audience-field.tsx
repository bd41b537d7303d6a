import { audienceKindLabels, type AudienceKind } from '@dangqun/contracts/notices/announcements/vocabulary'
import { branchKinds } from '@dangqun/contracts/organization/tree/vocabulary'
import { Radio, Select } from 'antd'
import { useCenterCard } from '../../centers/centers.api'
import { useTree } from '../../organization/organization-tree.api'
import { Field } from '../../ui/field'
import { sizeWords, type AnnouncementValues } from '../notices-announcement-form.rules'
import { useAudienceSize } from '../notices-announcements.api'

interface Props {
  center: string
  audience: AnnouncementValues['audience']
  onChange: (audience: AnnouncementValues['audience']) => void
  /** The activity whose sign-ups it may be for; it is chosen on that activity's page. */
  activityId: string | null
  error: string | undefined
}

/** Whom an announcement is for, with how many they are now. */
export function AudienceField({ center, audience, onChange, activityId, error }: Props) {
  const card = useCenterCard(center)
  const tree = useTree(center)
  const size = useAudienceSize(center, audience)
  const named = {
    building: { label: '楼宇', loading: card.isPending, options: (card.data?.buildings ?? []).map(({ id, name }) => ({ value: id, label: name })) },
    branch: { label: '支部', loading: tree.isPending, options: (tree.data?.nodes ?? []).filter(({ kind }) => branchKinds.includes(kind)).map(({ id, name }) => ({ value: id, label: name })) },
  }
  const choice = audience.kind === 'building' || audience.kind === 'branch' ? named[audience.kind] : null
  const choose = (kind: AudienceKind) => onChange({ kind, id: kind === 'activity' ? activityId : null })
  return (
    <Field id="announcement-audience" label="发给" isGroup error={error} hint={activityId === null ? '只发给一场活动的报名者：在那场活动的页面上点“给报名者发公告”。' : undefined}>
      {(props) => (
        <>
          <Radio.Group {...props} className="audience" value={audience.kind} onChange={(event) => choose(event.target.value as AudienceKind)}>
            <Radio value="everyone">所有人，显示在首页</Radio>
            {activityId === null ? null : <Radio value="activity">这场活动的报名者，送进他们的消息</Radio>}
            <Radio value="building">{audienceKindLabels.building}，送进他们的消息</Radio>
            <Radio value="branch">{audienceKindLabels.branch}，送进他们的消息</Radio>
          </Radio.Group>
          {choice ? (
            <Select aria-label={choice.label} className="wide audience-choice" showSearch={{ optionFilterProp: 'label' }} placeholder={`选择${choice.label}`} loading={choice.loading} value={audience.id ?? undefined} onChange={(id: string) => onChange({ ...audience, id })} options={choice.options} />
          ) : null}
          {size.data ? <p className="audience-size" role="status">{sizeWords(size.data)}</p> : null}
          {size.isError ? <p className="field-error">没有算出人数：{size.error.message}</p> : null}
        </>
      )}
    </Field>
  )
}
