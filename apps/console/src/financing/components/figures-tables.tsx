import type { Figures, FiguresCell, FinancingFigures } from '@dangqun/contracts/financing/figures/schemas'
import { figureReasonKindLabels } from '@dangqun/contracts/financing/figures/vocabulary'
import { sayBp } from '@dangqun/contracts/kit/figures'
import { Button, Table, type TableColumnsType } from 'antd'
import { sayMonth } from '../../platform/dates.rules'
import { NoticePanel } from '../../ui/notice-panel'
import { sayFigure, sayPermille, sayReason, sayWan, untold } from '../financing-figures-words.rules'

const hidden = <span className="quiet untold">{untold}</span>

function column(title: string, width: number, field: keyof Figures, say: (value: number) => string): TableColumnsType<FiguresCell>[number] {
  return {
    title, key: field, width, align: 'right',
    // Where not even the demands are told, nothing is: said once for the whole line.
    onCell: ({ demands }) => (demands !== null ? {} : { colSpan: field === 'demands' ? figureColumns.length : 0, style: { textAlign: 'center' } }),
    render: (_, cell) => {
      const { words, isTold } = sayFigure(cell, field, say)
      return <span className={isTold ? 'figures' : 'quiet untold'}>{words}</span>
    },
  }
}

const whole = (value: number) => value.toLocaleString('zh-CN')
const figureColumns: TableColumnsType<FiguresCell> = [
  column('需求', 90, 'demands', whole), column('企业', 90, 'firms', whole), column('按时联系', 110, 'responsePermille', sayPermille), column('批准', 140, 'grantedFen', sayWan), column('确认放款', 140, 'disbursedFen', sayWan),
  column('加权年化', 110, 'weightedAllInBp', sayBp), column('首贷企业', 100, 'firstLoanFirms', whole),
]

/** One cut through the figures: a line a month, a building or an industry. */
export function CellsTable({ title, cells, onReport, reporting }: { title: string; cells: readonly FiguresCell[]; onReport?: (month: string) => void; reporting?: string | null }) {
  const columns: TableColumnsType<FiguresCell> = [
    { title, key: 'name', render: (_, { key, name }) => (onReport ? sayMonth(key) : name) },
    ...figureColumns,
    ...(onReport ? [{ title: '月报', key: 'report', width: 100, align: 'right' as const, render: (_: unknown, { key }: FiguresCell) => <Button size="small" loading={reporting === key} aria-label={`下载 ${sayMonth(key)}月报`} onClick={() => onReport(key)}>下载</Button> }] : []),
  ]
  return cells.length === 0 ? <NoticePanel title="这段时间没有需求" body="换一段时间再看。" /> : <Table<FiguresCell> rowKey="key" size="middle" columns={columns} dataSource={cells} pagination={false} />
}

/** Why there was no loan, the most frequent first. */
export function ReasonsTable({ reasons }: Pick<FinancingFigures, 'reasons'>) {
  if (reasons.length === 0) return <NoticePanel title="没有未成的需求" />
  return (
    <Table<FinancingFigures['reasons'][number]>
      rowKey={({ kind, code }) => `${kind} ${code}`} size="middle" dataSource={reasons} pagination={false}
      columns={[
        { title: '原因', key: 'code', render: (_, { kind, code }) => sayReason(kind, code) },
        { title: '在哪一步', key: 'kind', width: 160, render: (_, { kind }) => figureReasonKindLabels[kind] },
        { title: '件数', key: 'count', width: 180, align: 'right', render: (_, { count }) => (count === null ? hidden : <span className="figures">{whole(count)}</span>) },
      ]}
    />
  )
}
