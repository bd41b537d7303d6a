import type { Activity } from '@dangqun/contracts/activities/schemas'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../ui/field'

interface Props {
  activity: Activity
  isSending: boolean
  onConfirm: (reason: string) => void
  onClose: () => void
}

const usual = ['天气原因', '场地临时占用', '主讲人有变动', '报名人数不足']

/** Calling an activity off: says whom it touches, and asks for the words that they will read. */
export function CancelDialog({ activity, isSending, onConfirm, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  const isMissing = activity.state !== 'draft' && reason.trim() === ''
  const people = [activity.taken > 0 ? `${activity.taken} 个已确认的报名` : '', activity.waiting > 0 ? `${activity.waiting} 个候补` : ''].filter(Boolean).join('和 ')
  return (
    <Modal
      open
      title={`取消「${activity.title}」？`}
      okText="取消活动"
      cancelText="先不取消"
      okButtonProps={{ danger: true }}
      confirmLoading={isSending}
      onOk={() => (isMissing ? setWasAsked(true) : onConfirm(reason.trim()))}
      onCancel={onClose}
    >
      <p>{people ? `${people}会随之取消。` : '还没有人报名。'}取消后不能恢复。</p>
      <Field
        id="cancel-reason"
        label="取消原因"
        isOptional={activity.state === 'draft'}
        error={wasAsked && isMissing ? '请写明取消原因' : undefined}
        hint={activity.state === 'draft' ? undefined : '报名的人会看到这段话。'}
      >
        {(props) => <Input {...props} autoFocus maxLength={200} showCount value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <div className="usual">
        {usual.map((words) => <button key={words} type="button" className="chip" onClick={() => setReason(words)}>{words}</button>)}
      </div>
    </Modal>
  )
}
