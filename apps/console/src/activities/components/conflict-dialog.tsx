import { activityKindLabels } from '@dangqun/contracts/activities/vocabulary'
import { programmeLabels } from '@dangqun/contracts/centers/vocabulary'
import { profileFieldLabels } from '@dangqun/contracts/organization/vocabulary'
import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { formatMoment } from '../../platform/dates.rules'
import { useNow } from '../../platform/use-now'
import { fieldLabels, mergeValues, type ActivityField, type ActivityValues } from '../activities-form.rules'

interface Props {
  /** What both started from. */
  base: ActivityValues
  mine: ActivityValues
  theirs: ActivityValues
  onMerge: (values: ActivityValues) => void
  onDiscard: () => void
  onClose: () => void
}

/** Somebody else saved first: shows what they changed, and lets each field be theirs or mine. Nothing typed is lost. */
export function ConflictDialog({ base, mine, theirs, onMerge, onDiscard, onClose }: Props) {
  const now = useNow()
  const merge = mergeValues(base, mine, theirs)
  const [takenOver, setTakenOver] = useState<readonly ActivityField[]>([])
  const merged = { ...merge.values, ...Object.fromEntries(takenOver.map((field) => [field, theirs[field]])) }
  const choose = (field: ActivityField, isTheirs: boolean) =>
    setTakenOver((fields) => (isTheirs ? [...fields, field] : fields.filter((other) => other !== field)))
  return (
    <Modal
      open
      width={640}
      title="这场活动刚被其他人修改过"
      onCancel={onClose}
      footer={[
        <Button key="discard" onClick={onDiscard}>放弃我的，用最新内容</Button>,
        <Button key="merge" type="primary" onClick={() => onMerge(merged)}>合并，回到表单核对</Button>,
      ]}
    >
      <p className="page-note">你填写的内容还在。{merge.conflicts.length > 0 ? '下面标出的几处两边都改了，请选用哪一个。' : '两边改的地方不冲突，可以直接合并。'}</p>
      <dl className="conflicts">
        {merge.conflicts.map((field) => (
          <div key={field} className="conflict">
            <dt>{fieldLabels[field]}</dt>
            <dd>
              <Radio.Group aria-label={fieldLabels[field]} value={takenOver.includes(field)} onChange={(event) => choose(field, event.target.value === true)}>
                <Radio value={false}>用我的：{inWords(field, mine, now)}</Radio>
                <Radio value>用对方的：{inWords(field, theirs, now)}</Radio>
              </Radio.Group>
            </dd>
          </div>
        ))}
        {merge.theirs.map((field) => (
          <div key={field} className="conflict">
            <dt>{fieldLabels[field]}</dt>
            <dd>对方改成：{inWords(field, theirs, now)}</dd>
          </div>
        ))}
        {merge.conflicts.length + merge.theirs.length === 0 ? <div className="conflict"><dt>活动状态</dt><dd>对方改了活动状态，填写的内容没有变化。</dd></div> : null}
      </dl>
    </Modal>
  )
}

function inWords(field: ActivityField, values: ActivityValues, now: number): string {
  switch (field) {
    case 'programme':
      return values.programme === null ? '（空）' : programmeLabels[values.programme].name
    case 'capacity':
      return values.capacity === null ? '（空）' : `${values.capacity} 人`
    case 'asks':
      return values.asks.map((ask) => profileFieldLabels[ask]).join('、') || '都不填'
    case 'kind':
      return activityKindLabels[values.kind]
    case 'minAge':
    case 'maxAge': {
      const age = values[field]
      return age === null ? '（不限）' : `${age} 周岁`
    }
    case 'questions':
      return values.questions.map(({ label }) => label).join('、') || '（没有问题）'
    case 'insuranceNotice':
    case 'title':
    case 'place':
    case 'description':
      return values[field].trim() || '（空）'
    default: {
      const moment = values[field]
      return moment === null ? '（空）' : formatMoment(moment, now)
    }
  }
}
