import type { DemandSummary } from '@dangqun/contracts/financing/demands/schemas'
import { mostBanks } from '@dangqun/contracts/financing/demands/vocabulary'
import { purposeLabels } from '@dangqun/contracts/financing/vocabulary'
import { sayAmount, sayMonths } from '@dangqun/contracts/kit/figures'
import type { TableColumnsType } from 'antd'
import { DueText } from '../../ui/due-text'
import { MomentText } from '../../ui/moment-text'
import { StateMark } from '../../ui/state-mark'
import type { QueueView } from '../financing-demands-filter.rules'
import { centerStateLabels, centerTask, demandMarks } from '../financing-demands-words.rules'
import { holderWords } from '../financing-referrals-words.rules'

/** The most urgent stand first because the list is in that order. */
export function demandColumns(view: QueueView, open: (id: string) => void): TableColumnsType<DemandSummary> {
  const isEnded = view === 'ended'
  return [
    { title: '企业', key: 'firm', render: (_, { id, firm }) => <div className="two-lines"><button type="button" className="link row-link" onClick={() => open(id)}>{firm.name}</button><span className="quiet">{firm.buildingName}</span></div> },
    { title: '金额', key: 'amount', width: 130, align: 'right', render: (_, { amountFen, months }) => <span className="stacked-figures"><span className="figures">{sayAmount(amountFen)}</span><span className="quiet figures">{sayMonths(months)}</span></span> },
    { title: '用途', key: 'purpose', width: 116, render: (_, { purpose }) => purposeLabels[purpose] },
    { title: '进度', key: 'state', width: 168, render: (_, { state }) => <StateMark {...demandMarks[state]}>{centerStateLabels[state]}</StateMark> },
    { title: '银行', key: 'banks', width: 76, align: 'right', render: (_, { banks }) => <span className="figures">{banks} / {mostBanks}</span> },
    ...(isEnded ? [{ title: '已放款', key: 'disbursed', width: 130, align: 'right' as const, render: (_: unknown, { disbursedFen }: DemandSummary) => (disbursedFen === 0 ? <span className="quiet">没有</span> : <span className="figures">{sayAmount(disbursedFen)}</span>) }] : [
      { title: view === 'waiting' ? '要做什么' : '等谁办', key: 'holder', width: 132, render: (_: unknown, row: DemandSummary) => (view === 'waiting' ? (centerTask(row) ?? holderWords(row.holder, 'center')) : holderWords(row.holder, 'center')) },
      { title: '办理期限', key: 'due', width: 146, render: (_: unknown, row: DemandSummary) => <DueText of={row} /> },
    ]),
    { title: isEnded ? '结束' : '最近变动', key: 'changedAt', width: 164, render: (_, { changedAt }) => <MomentText at={changedAt} relative="stacked" /> },
  ]
}
