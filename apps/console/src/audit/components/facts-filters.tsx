import { factLabels, factSliceLabels, factSlices } from '@dangqun/contracts/audit/vocabulary'
import { Button, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { SearchBox } from '../../ui/search-box'
import { factNames, isOfSlice, type FactsFilter } from '../audit-filter.rules'
import { shortId } from '../audit-words.rules'

interface Props {
  filter: FactsFilter
  onChange: (changes: Partial<Record<keyof FactsFilter, string | undefined>>) => void
}

const stored = 'YYYY-MM-DD'

export function FactsFilters({ filter, onChange }: Props) {
  const { from, to, slice, fact, actor, subject } = filter
  const day = (value: string | undefined) => (value === undefined ? null : dayjs(value, stored))
  return (
    <div className="filters" role="search" aria-label="筛选审计记录">
      <DatePicker.RangePicker
        aria-label="日期"
        allowEmpty={[true, true]}
        format={['YYYY年M月D日', 'YYYY-M-D', 'YYYY/M/D']}
        placeholder={['从哪天', '到哪天']}
        value={[day(from), day(to)]}
        onChange={(days) => onChange({ from: days?.[0]?.format(stored), to: days?.[1]?.format(stored) })}
        style={{ width: 300 }}
      />
      <Select aria-label="事项" placeholder="全部事项" allowClear value={slice} onChange={(next) => onChange({ slice: next, fact: undefined })} options={factSlices.map((value) => ({ value, label: factSliceLabels[value] }))} style={{ width: 148 }} />
      <Select
        aria-label="做了什么" placeholder="做了什么" allowClear showSearch={{ optionFilterProp: 'label' }} value={fact} onChange={(next) => onChange({ fact: next })}
        options={factNames.filter((name) => slice === undefined || isOfSlice(name, slice)).map((value) => ({ value, label: factLabels[value] }))}
        style={{ width: 200 }}
      />
      <SearchBox value={actor === 'system' ? '' : actor} onSearch={(next) => onChange({ actor: next || undefined })} label="按账号查找" placeholder="登录名" />
      <Button type={actor === 'system' ? 'primary' : 'default'} aria-pressed={actor === 'system'} onClick={() => onChange({ actor: actor === 'system' ? undefined : 'system' })}>只看系统自动</Button>
      {subject === undefined ? null : <Button onClick={() => onChange({ subject: undefined })}>只看对象 {shortId(subject)} ×</Button>}
    </div>
  )
}
