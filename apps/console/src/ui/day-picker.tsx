import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface Props {
  id?: string
  /** `yyyy-MM-dd`, or null. */
  value: string | null
  onChange: (day: string | null) => void
  /** The last day that can be picked. */
  notAfter?: string
  /** Where the day of the week decides. */
  hasWeekday?: boolean
  placeholder?: string | undefined
  allowClear?: boolean
  status?: 'error'
  'aria-label'?: string
  'aria-invalid'?: true
  'aria-describedby'?: string
}

const stored = 'YYYY-MM-DD'
// The first is shown, all can be typed.
const formats = ['YYYY年M月D日', 'YYYY-M-D', 'YYYY-MM-DD', 'YYYY/M/D', 'YYYY/MM/DD', 'YYYY.M.D', 'YYYY.MM.DD', 'YYYYMMDD', 'M月D日']
const formatsWithWeekday = ['YYYY年M月D日 dd', ...formats]

/** A calendar day. */
export function DayPicker({ value, onChange, notAfter, hasWeekday = false, placeholder = '选择日期', ...rest }: Props) {
  return (
    <DatePicker
      {...rest} className="wide" format={hasWeekday ? formatsWithWeekday : formats} placeholder={placeholder} value={value === null ? null : dayjs(value, stored)} onChange={(day) => onChange(day ? day.format(stored) : null)}
      {...(notAfter === undefined ? {} : { disabledDate: (day: dayjs.Dayjs) => day.format(stored) > notAfter })}
    />
  )
}
