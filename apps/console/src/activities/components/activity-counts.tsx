import type { Activity } from '@dangqun/contracts/activities/schemas'
import { signUpBlockLabels } from '@dangqun/contracts/activities/vocabulary'
import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, InputNumber } from 'antd'
import { useState } from 'react'
import { capacityEffect } from '../activities-places.rules'
import { useUpdateActivity } from '../activities.api'
import { sayError } from '../../ui/say-error'

/** The figures that staff come for, and the number of places to turn up or down. */
export function ActivityCounts({ center, activity }: { center: string; activity: Activity }) {
  const { capacity, taken, waiting, signUpBlock } = activity
  return (
    <section className="panel counts" aria-label="报名人数">
      <div className="count">
        <div className="count-label">已确认 / 名额</div>
        <div className="count-figure" aria-live="polite">
          <strong>{taken}</strong>
          <span className="count-of">/ {capacity}</span>
        </div>
        <div className="bar wide" aria-hidden><span style={{ width: `${Math.min(100, (taken / capacity) * 100)}%` }} /></div>
      </div>
      <div className="count">
        <div className="count-label">候补</div>
        <div className="count-figure"><strong>{waiting}</strong></div>
        <div className="quiet">{waiting > 0 ? '有空位按先后留给本人确认' : '没有人在等'}</div>
      </div>
      <div className="count">
        <div className="count-label">剩余名额</div>
        <div className="count-figure"><strong>{Math.max(0, capacity - taken)}</strong></div>
        <div className="quiet">{taken >= capacity ? '已报满' : signUpBlock ? signUpBlockLabels[signUpBlock] : '还能直接报上'}</div>
      </div>
      {activity.allowedActions.includes('update') ? <CapacityControl key={capacity} center={center} activity={activity} /> : null}
    </section>
  )
}

function CapacityControl({ center, activity }: { center: string; activity: Activity }) {
  const { capacity, version, id } = activity
  const { message } = App.useApp()
  const update = useUpdateActivity(center, id)
  const [target, setTarget] = useState<number | null>(capacity)
  const [refusal, setRefusal] = useState<string | null>(null)
  const effect = capacityEffect(activity, target)

  const aim = (next: number | null) => {
    setRefusal(null)
    setTarget(next)
  }
  const save = () => {
    if (target === null || update.isPending || !effect?.isPossible) return
    update.mutate({ capacity: target, version }, {
      onSuccess: (saved) => void message.success(`名额已改为 ${saved.capacity}`),
      onError: (error) => setRefusal(sayError(error, '没有改成，请重试')),
    })
  }
  const step = (by: number) => aim(Math.max(1, (target ?? capacity) + by))
  return (
    <div className="count capacity" role="group" aria-label="调整名额">
      <label className="count-label" htmlFor="capacity">调整名额</label>
      <div className="stepper">
        <Button icon={<MinusOutlined />} aria-label="减少一个名额" onClick={() => step(-1)} />
        <InputNumber id="capacity" controls={false} precision={0} value={target} onChange={aim} onPressEnter={save} />
        <Button icon={<PlusOutlined />} aria-label="增加一个名额" onClick={() => step(1)} />
        {effect ? <Button type="primary" disabled={!effect.isPossible} loading={update.isPending} onClick={save}>确定</Button> : null}
      </div>
      <div role="status" className={refusal || effect?.isPossible === false ? 'field-error' : 'quiet'}>{refusal ?? effect?.words ?? '改多改少都会立即生效'}</div>
    </div>
  )
}
