import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { SpecialDay } from '@dangqun/contracts/centers/opening-schemas'
import { Button, Input, Segmented } from 'antd'
import { DayPicker } from '../../ui/day-picker'
import { SpansEditor } from './spans-editor'

interface Props {
  days: readonly SpecialDay[]
  onChange: (days: SpecialDay[]) => void
  /** By path, `specialDays.0.note`. */
  errors: Readonly<Record<string, string>>
  /** For a new row, `yyyy-MM-dd`. */
  tomorrow: string
}

/** Days with hours of their own: a holiday, a repair, a market on Sunday. */
export function SpecialDaysEditor({ days, onChange, errors, tomorrow }: Props) {
  const set = (place: number, change: Partial<SpecialDay>) => onChange(days.map((day, index) => (index === place ? { ...day, ...change } : day)))
  return (
    <div className="special-days" role="group" aria-label="特殊日子">
      {days.length === 0 ? <p className="quiet">还没有。节假日闭馆、临时检修、周日加开，都写在这里；到那天手机上会说明原因。</p> : null}
      {days.map((day, place) => {
        const error = (field: string) => errors[`specialDays.${place}.${field}`]
        const label = day.date || '这一天'
        return (
          <div key={place} className="special-day">
            <DayPicker hasWeekday aria-label={`第 ${place + 1} 个特殊日子`} value={day.date || null} {...(error('date') ? { status: 'error' as const } : {})} onChange={(date) => set(place, { date: date ?? '' })} />
            <Segmented
              value={day.spans.length === 0 ? 'closed' : 'open'}
              options={[{ value: 'closed', label: '闭馆' }, { value: 'open', label: '另定时间' }]}
              onChange={(kind) => set(place, { spans: kind === 'closed' ? [] : [{ opens: '09:00', closes: '17:00' }] })}
            />
            <Input aria-label={`${label}的原因`} placeholder="原因，例如：元旦" maxLength={20} value={day.note} status={error('note') ? 'error' : ''} onChange={(event) => set(place, { note: event.target.value })} />
            <Button type="text" icon={<DeleteOutlined />} aria-label={`去掉${label}`} onClick={() => onChange(days.filter((_, index) => index !== place))} />
            {day.spans.length > 0 ? <SpansEditor label={label} spans={day.spans} onChange={(spans) => set(place, { spans })} errors={day.spans.map((_, span) => error(`spans.${span}.closes`) ?? error(`spans.${span}.opens`))} /> : null}
            {['date', 'note', 'spans'].map((field) => (error(field) ? <div key={field} className="field-error" role="alert">{error(field)}</div> : null))}
          </div>
        )
      })}
      <Button icon={<PlusOutlined />} onClick={() => onChange([...days, { date: tomorrow, spans: [], note: '' }])}>加一天</Button>
    </div>
  )
}
