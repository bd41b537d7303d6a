import { mostCounted } from '@dangqun/contracts/financing/demands/vocabulary'
import type { ReferralCounts } from '@dangqun/contracts/financing/referrals/schemas'
import { referralStateLabels } from '@dangqun/contracts/financing/referrals/vocabulary'
import { Select } from 'antd'
import { ViewTabs } from '../../ui/view-tabs'
import { referralViewLabels, referralViewsOf, statesOf, type ReferralFilter, type Viewer } from '../financing-referrals-filter.rules'
import { useBanks } from '../financing.api'

interface Props {
  center: string
  viewer: Viewer
  filter: ReferralFilter
  counts: ReferralCounts | undefined
  onChange: (changes: Record<string, string | undefined>) => void
}

export function ReferralsFilters({ center, viewer, filter, counts, onChange }: Props) {
  const banks = useBanks(center)
  const states = statesOf(filter.view, viewer)
  return (
    <>
      <ViewTabs
        views={referralViewsOf[viewer]} labels={referralViewLabels[viewer]} value={filter.view} counts={counts} most={mostCounted} extra={{ open: counts && counts.overdue > 0 ? `超期 ${counts.overdue}` : null }}
        onChange={(view) => onChange({ view: view === referralViewsOf[viewer][0] ? undefined : view, state: undefined })}
      />
      {viewer === 'center' || states.length > 0 ? (
        <div className="filters" role="search" aria-label="筛选对接单">
          {viewer === 'center' ? <Select aria-label="银行" placeholder="全部银行" allowClear value={filter.bankId} onChange={(bank?: string) => onChange({ bank })} options={banks.data?.items.map(({ id, name }) => ({ value: id, label: name }))} style={{ width: 180 }} /> : null}
          {states.length > 0 ? <Select aria-label="进度" placeholder="全部进度" allowClear value={filter.state} onChange={(state?: string) => onChange({ state })} options={states.map((value) => ({ value, label: referralStateLabels[value] }))} style={{ width: 160 }} /> : null}
        </div>
      ) : null}
    </>
  )
}
