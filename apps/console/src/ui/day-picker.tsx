import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface Props {
  id: string
  /** `yyyy-MM-dd`, or null. */
  value: string | null
  onChange: (day: string | null) => void
  /** The last day that can be picked. */
  notAfter?: string
  status?: 'error'
  'aria-invalid'?: true
  'aria-describedby'?: string
}

// The first is shown, all can be typed.
const formats = ['YYYY年M月D日', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD']

/** A calendar day. */
export function DayPicker({ value, onChange, notAfter, ...rest }: Props) {
  return (
    <DatePicker
      {...rest} className="wide" format={formats} placeholder="选择日期" value={value === null ? null : dayjs(value, 'YYYY-MM-DD')} onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
      {...(notAfter === undefined ? {} : { disabledDate: (day: dayjs.Dayjs) => day.format('YYYY-MM-DD') > notAfter })}
    />
  )
}
