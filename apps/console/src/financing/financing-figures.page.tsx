import type { FiguresCell, FinancingFigures } from '@dangqun/contracts/financing/figures/schemas'
import { fewestFirms } from '@dangqun/contracts/financing/figures/vocabulary'
import { App, DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { inShanghai, sayMonth } from '../platform/dates.rules'
import { oneOf, withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { useNow } from '../platform/use-now'
import { BarChart } from '../ui/bar-chart'
import { ErrorPanel } from '../ui/error-panel'
import { ListSkeleton } from '../ui/list-skeleton'
import { MomentText } from '../ui/moment-text'
import { PageHeader } from '../ui/page-header'
import { sayError } from '../ui/say-error'
import { FiguresCards } from './components/figures-cards'
import { CellsTable, ReasonsTable } from './components/figures-tables'
import { useFigures, useSaveReport } from './financing-figures.api'
import { monthBy, mostMonths, readSpan } from './financing-figures-span.rules'
import { sayWan, untold } from './financing-figures-words.rules'

const monthForm = 'YYYY-MM'

/** What became of the demands of a span of months; nothing in it is about fewer than five firms. */
export function FinancingFiguresPage() {
  const { center = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const thisMonth = inShanghai(useNow(60_000)).format(monthForm)
  const span = readSpan(params, thisMonth)
  const figures = useFigures(center, span)
  usePageTitle('融资数据')
  const preset = (label: string, back: number) => ({ label, value: [dayjs(monthBy(thisMonth, -back), monthForm), dayjs(thisMonth, monthForm)] as [dayjs.Dayjs, dayjs.Dayjs] })
  return (
    <>
      <PageHeader
        title="融资数据"
        note={<>按提交的月份统计，看这些需求到现在的结果。{figures.data ? <span className="quiet"> 算于 <MomentText at={figures.data.at} /></span> : null}</>}
        actions={(
          <DatePicker.RangePicker
            picker="month" aria-label="月份" allowClear={false} format="YYYY年M月" value={[dayjs(span.from, monthForm), dayjs(span.to, monthForm)]} disabledDate={(month, { from }) => month.format(monthForm) > thisMonth || (from !== undefined && Math.abs(month.diff(from, 'month')) >= mostMonths)}
            presets={[preset('本月', 0), preset('近 3 个月', 2), preset('近 12 个月', 11), { ...preset('今年', 0), value: [dayjs(`${thisMonth.slice(0, 4)}-01`, monthForm), dayjs(thisMonth, monthForm)] }]}
            onChange={(range) => { if (range?.[0] && range[1]) setParams(withFilters(params, { from: range[0].format(monthForm), to: range[1].format(monthForm) })) }}
          />
        )}
      />
      {figures.isPending ? <section className="panel"><ListSkeleton rows={6} /></section> : null}
      {figures.isError && !figures.data ? <ErrorPanel error={figures.error} what="融资数据" onRetry={() => void figures.refetch()} /> : null}
      {figures.data ? <div className={figures.isPlaceholderData ? 'is-stale' : ''}><FiguresCards total={figures.data.total} /><Months center={center} months={figures.data.months} /><Cuts figures={figures.data} /></div> : null}
    </>
  )
}

const drawn = ['demands', 'granted', 'disbursed'] as const
const drawnLabels = { demands: '需求件数', granted: '批准金额', disbursed: '确认放款' }
const valueOf: Record<(typeof drawn)[number], (cell: FiguresCell) => number | null> = { demands: ({ demands }) => demands, granted: ({ grantedFen }) => grantedFen, disbursed: ({ disbursedFen }) => disbursedFen }

function Months({ center, months }: { center: string; months: readonly FiguresCell[] }) {
  const { message } = App.useApp()
  const report = useSaveReport(center)
  const [shown, setShown] = useState<(typeof drawn)[number]>('demands')
  const bars = months.map((cell) => {
    const value = valueOf[shown](cell)
    return { key: cell.key, name: cell.key.replace(/^\d\d(\d\d)-0?(\d+)$/, (_, year: string, month: string) => (month === '1' ? `${year}年1月` : `${month}月`)), value, words: value === null ? '' : shown === 'demands' || value === 0 ? String(value) : sayWan(value).replace(' 万元', '万') }
  })
  return (
    <section className="panel" aria-labelledby="months-title">
      <div className="panel-head"><h2 id="months-title">按月</h2><span className="panel-space" /><Segmented aria-label="图上画什么" value={shown} onChange={setShown} options={drawn.map((value) => ({ value, label: drawnLabels[value] }))} /></div>
      {months.length > 0 ? <div className="chart-frame"><BarChart label={`按月的${drawnLabels[shown]}，数字见下表`} bars={bars} untold={untold} />{bars.some(({ value }) => value === null) ? <p className="quiet">斜纹：{untold}。</p> : null}</div> : null}
      <CellsTable title="月份" cells={[...months].reverse()} reporting={report.isPending ? report.variables : null} onReport={(month) => report.mutate(month, { onError: (error) => void message.error(sayError(error, `${sayMonth(month)}的月报没有下载成功，请重试`)) })} />
    </section>
  )
}

const cuts = ['buildings', 'industries', 'reasons'] as const
const cutLabels = { buildings: '按楼宇', industries: '按行业', reasons: '没有贷成的原因' }

function Cuts({ figures }: { figures: FinancingFigures }) {
  const [params, setParams] = useSearchParams()
  const cut = oneOf(cuts, params.get('cut')) ?? 'buildings'
  return (
    <section className="panel" aria-labelledby="cuts-title">
      <div className="panel-head"><h2 id="cuts-title">{cutLabels[cut]}</h2><span className="panel-space" /><Segmented aria-label="分类" value={cut} onChange={(value) => setParams(withFilters(params, { cut: value === 'buildings' ? undefined : value }), { replace: true })} options={cuts.map((value) => ({ value, label: cutLabels[value] }))} /></div>
      {cut === 'reasons' ? <ReasonsTable reasons={figures.reasons} /> : <CellsTable title={cut === 'buildings' ? '楼宇' : '行业'} cells={figures[cut]} />}
      <p className="quiet panel-note">不到 {fewestFirms} 家企业的数字不显示，能由合计推算出来的也不显示。</p>
    </section>
  )
}
