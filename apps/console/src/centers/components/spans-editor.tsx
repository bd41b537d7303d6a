import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import type { OpeningSpan } from '@dangqun/contracts/centers/opening-schemas'
import { Button } from 'antd'
import { nextSpan } from '../centers-hours.rules'
import { ClockInput } from './clock-input'

interface Props {
  /** Whose hours: 周一, 12月8日. */
  label: string
  spans: readonly OpeningSpan[]
  onChange: (spans: OpeningSpan[]) => void
  /** By the place of the span. */
  errors: Readonly<Record<number, string | undefined>>
}

const mostSpans = 4

/** The spans of one day, each with its beginning and its end. */
export function SpansEditor({ label, spans, onChange, errors }: Props) {
  const set = (place: number, change: Partial<OpeningSpan>) => onChange(spans.map((span, index) => (index === place ? { ...span, ...change } : span)))
  return (
    <div className="spans">
      {spans.length === 0 ? <span className="quiet">休息</span> : null}
      {spans.map(({ opens, closes }, place) => (
        <div key={place} className="span">
          <ClockInput label={`${label}第 ${place + 1} 段开门`} value={opens} isWrong={Boolean(errors[place])} onChange={(time) => set(place, { opens: time })} />
          <span aria-hidden>–</span>
          <ClockInput label={`${label}第 ${place + 1} 段关门`} value={closes} isWrong={Boolean(errors[place])} onChange={(time) => set(place, { closes: time })} />
          <Button type="text" size="small" icon={<CloseOutlined />} aria-label={`去掉${label}第 ${place + 1} 段`} onClick={() => onChange(spans.filter((_, index) => index !== place))} />
          {errors[place] ? <span className="field-error" role="alert">{errors[place]}</span> : null}
        </div>
      ))}
      {spans.length < mostSpans ? <Button type="link" size="small" icon={<PlusOutlined />} aria-label={`给${label}加一段`} onClick={() => onChange([...spans, nextSpan(spans)])}>加一段</Button> : null}
    </div>
  )
}
