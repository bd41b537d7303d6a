import type { OpeningHours } from '@dangqun/contracts/centers/opening-schemas'
import { Button } from 'antd'
import { spansOf, weekdayName, withSpans } from '../centers-hours.rules'
import { SpansEditor } from './spans-editor'

interface Props {
  hours: readonly OpeningHours[]
  onChange: (hours: OpeningHours[]) => void
  /** By path, `openingHours.3.closes`. */
  errors: Readonly<Record<string, string>>
}

/** Opening hours of a week, several spans a day. */
export function WeekEditor({ hours, onChange, errors }: Props) {
  const copy = (to: readonly number[]) => onChange(to.reduce<OpeningHours[]>((all, weekday) => withSpans(all, weekday, spansOf(hours, 1)), [...hours]))
  return (
    <div className="week" role="group" aria-label="每周开放时间">
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
        const places = hours.flatMap((each, place) => (each.weekday === weekday ? [place] : []))
        return (
          <div key={weekday} className="week-day">
            <span className="week-name">{weekdayName(weekday)}</span>
            <SpansEditor
              label={weekdayName(weekday)}
              spans={spansOf(hours, weekday)}
              onChange={(spans) => onChange(withSpans(hours, weekday, spans))}
              errors={places.map((place) => errors[`openingHours.${place}.closes`] ?? errors[`openingHours.${place}.opens`])}
            />
            {weekday === 1 ? (
              <span className="week-copy">
                <Button size="small" onClick={() => copy([2, 3, 4, 5])}>周二至周五同周一</Button>
                <Button size="small" onClick={() => copy([2, 3, 4, 5, 6, 7])}>每天同周一</Button>
              </span>
            ) : null}
          </div>
        )
      })}
    </div>
  )
}
