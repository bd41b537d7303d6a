import { Input } from 'antd'
import { readClock } from '../centers-hours.rules'

interface Props {
  label: string
  /** `HH:mm` */
  value: string
  isWrong: boolean
  onChange: (time: string) => void
}

/** A time of day by 24 hours, as it is written on a door, whatever the browser's language makes of times. */
export function ClockInput({ label, value, isWrong, onChange }: Props) {
  return (
    <Input
      className="clock"
      aria-label={label}
      placeholder="09:00"
      maxLength={5}
      value={value}
      status={isWrong ? 'error' : ''}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => readClock(value) !== value && onChange(readClock(value))}
    />
  )
}
