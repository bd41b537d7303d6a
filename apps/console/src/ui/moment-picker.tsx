import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { fromWallClock, inShanghai } from '../platform/dates.rules'

interface Props {
  id: string
  /** ISO 8601, or null. */
  value: string | null
  onChange: (moment: string | null) => void
  placeholder: string
  allowClear?: boolean
  /** Days before this moment cannot be picked. */
  notBefore?: string | null
  status?: 'error'
  'aria-invalid'?: true
  'aria-describedby'?: string
}

// The first is shown, all can be typed.
const formats = ['YYYY年M月D日 HH:mm', 'YYYY-M-D HH:mm', 'YYYY/M/D HH:mm', 'YYYY.M.D HH:mm']

/** Picks a moment by the clock of Shanghai, wherever the browser stands. */
export function MomentPicker({ value, onChange, notBefore = null, ...rest }: Props) {
  const earliest = notBefore === null ? null : inShanghai(notBefore).format('YYYY-MM-DD')
  return (
    <DatePicker
      {...rest}
      className="wide"
      format={formats}
      needConfirm={false}
      showNow={false}
      showTime={{ format: 'HH:mm', minuteStep: 5, defaultOpenValue: dayjs('09:00', 'HH:mm') }}
      value={value === null ? null : inShanghai(value)}
      onChange={(picked) => onChange(picked ? fromWallClock(picked) : null)}
      {...(earliest === null ? {} : { disabledDate: (day: dayjs.Dayjs) => day.format('YYYY-MM-DD') < earliest })}
      {...(value === null && notBefore !== null ? { defaultPickerValue: inShanghai(notBefore) } : {})}
    />
  )
}
