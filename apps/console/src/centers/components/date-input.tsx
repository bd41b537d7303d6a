import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface Props {
  label: string
  /** `yyyy-MM-dd`, or empty. */
  value: string
  isWrong: boolean
  onChange: (date: string) => void
}

const stored = 'YYYY-MM-DD'
// The first is shown, all can be typed.
const formats = ['YYYY年M月D日 dd', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'M月D日']

/** A calendar date. */
export function DateInput({ label, value, isWrong, onChange }: Props) {
  return <DatePicker aria-label={label} className="wide" format={formats} placeholder="选择日期" value={value === '' ? null : dayjs(value, stored)} {...(isWrong ? { status: 'error' as const } : {})} onChange={(day) => onChange(day ? day.format(stored) : '')} />
}
