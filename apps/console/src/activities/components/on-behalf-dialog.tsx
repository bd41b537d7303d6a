import { App, Modal, Select } from 'antd'
import { useState } from 'react'
import { formatMoment } from '../../platform/dates.rules'
import { useNow } from '../../platform/use-now'
import { Field } from '../../ui/field'
import { sayRefusal } from '../../ui/say-error'
import { useEveryActivity, useSignUpOnBehalf } from '../activities.api'

/** A place for somebody at the desk, in an activity that takes sign-ups now. */
export function OnBehalfDialog({ center, person, onClose }: { center: string; person: { id: string; name: string }; onClose: () => void }) {
  const { message } = App.useApp()
  const now = useNow()
  const [activityId, setActivityId] = useState<string>()
  const [wasAsked, setWasAsked] = useState(false)
  const open = useEveryActivity(center, { state: 'published' })
  const send = useSignUpOnBehalf(center, person.id)
  const refusal = sayRefusal(send.error)
  const submit = () => {
    setWasAsked(true)
    if (activityId === undefined) return
    void send.mutateAsync(activityId).then(
      ({ state, position, ticket }) => {
        void message.success(state === 'waitlisted' ? `名额已满，${person.name}排在候补第 ${position} 位` : `${person.name}报名成功${ticket ? `，签到码 ${ticket}` : ''}`, 8)
        onClose()
      },
      () => undefined,
    )
  }
  return (
    <Modal open title={`为${person.name}代报活动`} okText="报名" cancelText="先不报" confirmLoading={send.isPending} onOk={submit} onCancel={onClose}>
      <Field id="behalf-activity" label="哪个活动" error={refusal ?? (wasAsked && activityId === undefined ? '请选择活动' : undefined)} hint="只列正在报名的。要填报名表的活动，请本人填写，或到场时现场报名。">
        {(props) => (
          <Select
            {...props}
            className="wide"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选择活动"
            loading={open.isPending}
            value={activityId}
            onChange={setActivityId}
            notFoundContent={open.isError ? '活动没有加载出来，请关掉重试' : open.isPending ? '正在加载' : '现在没有可以报名的活动'}
            options={(open.data ?? []).map(({ id, title, startsAt }) => ({ value: id, label: `${title}（${formatMoment(startsAt, now)}）` }))}
          />
        )}
      </Field>
    </Modal>
  )
}
