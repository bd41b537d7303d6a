import type { ReferralSummary } from '@dangqun/contracts/financing/referrals/schemas'
import { referralStateLabels, type ReferralView } from '@dangqun/contracts/financing/referrals/vocabulary'
import { sayAmount, sayMonths } from '@dangqun/contracts/kit/figures'
import type { TableColumnsType } from 'antd'
import { DueText } from '../../ui/due-text'
import { MomentText } from '../../ui/moment-text'
import { StateMark } from '../../ui/state-mark'
import type { Viewer } from '../financing-referrals-filter.rules'
import { firmWords, holderWords, industryName, referralMarks } from '../financing-referrals-words.rules'

/** The most urgent stand first because the list is in that order; a view's columns say what somebody decides by. */
export function referralColumns(view: ReferralView, viewer: Viewer, open: (id: string) => void): TableColumnsType<ReferralSummary> {
  const isEnded = view === 'ended'
  return [
    {
      title: '企业', key: 'firm',
      render: (_, row) => (
        <div className="two-lines">
          <button type="button" className="link row-link" onClick={() => open(row.id)}>{firmWords(row)}</button>
          <span className="quiet">{row.firmName === null ? (row.productName ?? '发给所有合作银行') : `${industryName(row.industry)} · ${row.productName ?? '发给所有合作银行'}`}</span>
        </div>
      ),
    },
    ...(viewer === 'center' ? [
      { title: '银行', key: 'bank', width: 128, render: (_: unknown, { bank }: ReferralSummary) => bank.name },
      { title: '金额', key: 'amount', width: 110, align: 'right' as const, render: (_: unknown, { amountFen, months }: ReferralSummary) => <span className="stacked-figures"><span className="figures">{sayAmount(amountFen)}</span><span className="quiet figures">{sayMonths(months)}</span></span> },
    ] : [
      { title: '金额', key: 'amount', width: 110, align: 'right' as const, render: (_: unknown, { amountFen }: ReferralSummary) => <span className="figures">{sayAmount(amountFen)}</span> },
      { title: '期限', key: 'months', width: 92, align: 'right' as const, render: (_: unknown, { months }: ReferralSummary) => <span className="figures">{sayMonths(months)}</span> },
    ]),
    { title: '进度', key: 'state', width: 142, render: (_, { state }) => <StateMark {...referralMarks[state]}>{referralStateLabels[state]}</StateMark> },
    ...(isEnded ? [] : [
      ...(view === 'open' ? [{ title: '在谁手里', key: 'holder', width: 100, render: (_: unknown, { holder }: ReferralSummary) => holderWords(holder, viewer) }] : []),
      { title: '办理期限', key: 'due', width: 146, render: (_: unknown, row: ReferralSummary) => <DueText of={row} /> },
    ]),
    { title: isEnded ? '结束' : '最近变动', key: 'changedAt', width: 164, render: (_, { changedAt }) => <MomentText at={changedAt} relative="stacked" /> },
  ]
}
