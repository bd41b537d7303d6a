import { activityKindLabels, activityKinds, activityStateLabels, activityStates } from '@dangqun/contracts/activities/vocabulary'
import { programmeLabels, programmes } from '@dangqun/contracts/centers/vocabulary'
import { Button, Segmented, Select } from 'antd'
import { ProgrammeMark } from '../../ui/programme-mark'
import { SearchBox } from '../../ui/search-box'
import { whenLabels, whens, type ActivitiesFilter } from '../activities-filter.rules'

interface Props {
  filter: ActivitiesFilter
  onChange: (changes: Partial<ActivitiesFilter>) => void
}

export function ActivitiesFilters({ filter, onChange }: Props) {
  return (
    <div className="filters" role="search" aria-label="筛选活动">
      <Segmented aria-label="时间" value={filter.when} onChange={(when) => onChange({ when })} options={whens.map((when) => ({ value: when, label: whenLabels[when] }))} />
      <Select
        aria-label="状态"
        placeholder="全部状态"
        allowClear
        value={filter.state}
        onChange={(state) => onChange({ state })}
        options={activityStates.map((state) => ({ value: state, label: activityStateLabels[state] }))}
        style={{ width: 132 }}
      />
      <Select
        aria-label="类别"
        placeholder="全部类别"
        allowClear
        value={filter.programme}
        onChange={(programme) => onChange({ programme })}
        options={programmes.map((programme) => ({ value: programme, label: <ProgrammeMark programme={programme} />, title: programmeLabels[programme].name }))}
        style={{ width: 148 }}
      />
      <Select
        aria-label="活动类型"
        placeholder="全部类型"
        allowClear
        value={filter.kind}
        onChange={(kind) => onChange({ kind })}
        options={activityKinds.map((kind) => ({ value: kind, label: activityKindLabels[kind] }))}
        style={{ width: 132 }}
      />
      {filter.series === undefined ? null : <Button onClick={() => onChange({ series: undefined })}>只看一个系列 ×</Button>}
      <SearchBox value={filter.q} onSearch={(q) => onChange({ q })} label="按活动名称查找" placeholder="活动名称" />
    </div>
  )
}
