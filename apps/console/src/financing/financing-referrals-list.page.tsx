import type { ReferralView } from '@dangqun/contracts/financing/referrals/vocabulary'
import { Button } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import { useMe } from '../accounts/accounts.api'
import { permissionsAt } from '../accounts/accounts.rules'
import { useKeyset } from '../platform/keyset'
import { withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { QueuePanel } from '../ui/queue-panel'
import { useQueue } from '../ui/use-queue'
import { referralColumns } from './components/referral-columns'
import { ReferralDrawer } from './components/referral-drawer'
import { ReferralsFilters } from './components/referrals-filters'
import { readReferralFilter, referralViewLabels, toReferralsQuery, type Viewer } from './financing-referrals-filter.rules'
import { useReferralCounts, useReferrals } from './financing-referrals.api'

const empty: Record<Viewer, Record<ReferralView, string>> = {
  bank: { offered: '没有待接的单', waiting: '没有等本行办的', open: '没有在办的', ended: '还没有结束的' },
  center: { offered: '没有待银行接的单', waiting: '没有等中心核定的', open: '没有在办的', ended: '还没有结束的' },
}

/** A bank's queue, and the centre's view over all banks: the most urgent first; one referral open beside it. */
export function FinancingReferralsListPage() {
  const { center = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const keyset = useKeyset()
  const { data: me } = useMe()
  const viewer: Viewer = me && permissionsAt(me, center).has('financing.handleDemands') ? 'center' : 'bank'
  const filter = readReferralFilter(params, viewer)
  const referrals = useReferrals(center, toReferralsQuery(filter, keyset.cursor))
  const counts = useReferralCounts(center)
  const queue = useQueue('referral', referrals.data?.items.map(({ id }) => id) ?? [])
  usePageTitle('对接单')
  const change = (changes: Record<string, string | undefined>) => setParams((now) => withFilters(now, { referral: undefined, ...changes }))
  const isFiltered = filter.state !== undefined || filter.bankId !== undefined
  // What was claimed stays open: now it says whose it is.
  const leadsOn = viewer === 'bank' && filter.view === 'waiting'
  return (
    <>
      <PageHeader
        title="对接单"
        note={viewer === 'bank' ? <>先办快到期的。<kbd>j</kbd> 下一件，<kbd>k</kbd> 上一件，<kbd>a</kbd> 接单或往下办，<kbd>r</kbd> 不批准，<kbd>Esc</kbd> 收起。</> : <>一张单是一份需求和一家银行，超期的在前。<kbd>j</kbd> 下一件，<kbd>k</kbd> 上一件，<kbd>Esc</kbd> 收起。</>}
      />
      <ReferralsFilters center={center} viewer={viewer} filter={filter} counts={counts.data} onChange={change} />
      <QueuePanel
        label={referralViewLabels[viewer][filter.view]} what="对接单" list={referrals} keyset={keyset} queue={queue} columns={referralColumns(filter.view, viewer, queue.open)} isEnded={filter.view === 'ended'}
        empty={(
          <NoticePanel
            title={isFiltered ? '没有符合条件的' : empty[viewer][filter.view]}
            body={isFiltered ? '放宽条件再看。' : filter.view === 'offered' ? '企业把需求发来，会自动出现在这里。' : filter.view === 'waiting' ? (viewer === 'bank' ? '轮到本行办的会自动出现在这里；其他的在上面切换着看。' : '双方登记的放款对不上，会出现在这里。') : undefined}
            action={isFiltered ? <Button onClick={() => change({ state: undefined, bank: undefined })}>清除筛选</Button> : undefined}
          />
        )}
      />
      <ReferralDrawer center={center} viewer={viewer} id={queue.openId} place={queue.place} onClose={() => queue.open(undefined)} onDone={() => { if (leadsOn) queue.goOn() }} />
    </>
  )
}
