import type { TransferCounts } from '@dangqun/contracts/transfer/schemas'
import { transferDirectionLabels, transferDirections, transferEnds, transferKindLabels, transferKinds, transferStateLabels, transferStates } from '@dangqun/contracts/transfer/vocabulary'
import { Select } from 'antd'
import { ViewTabs } from '../../ui/view-tabs'
import { queueViews, viewLabels, type TransferFilter } from '../transfer-filter.rules'

interface Props {
  filter: TransferFilter
  counts: TransferCounts | undefined
  onChange: (changes: Record<string, string | undefined>) => void
}

const options = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) => values.map((value) => ({ value, label: labels[value] }))

export function TransferFilters({ filter, counts, onChange }: Props) {
  const states = transferStates.filter((state) => (filter.view === 'ended') === transferEnds.includes(state))
  return (
    <>
      <ViewTabs views={queueViews} labels={viewLabels} value={filter.view === 'mine' ? 'waiting' : filter.view} counts={counts} late="overdue" onChange={(view) => onChange({ view: view === 'waiting' ? undefined : view, state: undefined })} />
      <div className="filters" role="search" aria-label="筛选接转">
        <Select aria-label="方向" placeholder="全部方向" allowClear value={filter.direction} onChange={(direction?: string) => onChange({ direction })} options={options(transferDirections, transferDirectionLabels)} style={{ width: 140 }} />
        <Select aria-label="进度" placeholder="全部进度" allowClear value={filter.state} onChange={(state?: string) => onChange({ state })} options={options(states, transferStateLabels)} style={{ width: 160 }} />
        <Select aria-label="方式" placeholder="全部方式" allowClear value={filter.kind} onChange={(kind?: string) => onChange({ kind })} options={options(transferKinds.filter((kind) => kind !== 'restricted_paper'), transferKindLabels)} style={{ width: 180 }} />
      </div>
    </>
  )
}
