import type { ExportRow } from '@dangqun/contracts/activities/exports/schemas'
import { exportStateLabels, type ExportState } from '@dangqun/contracts/activities/exports/vocabulary'
import { App, Button, Segmented, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useMe } from '../accounts/accounts.api'
import { permissionsAt } from '../accounts/accounts.rules'
import { useKeyset } from '../platform/keyset'
import { oneOf, withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { ErrorPanel } from '../ui/error-panel'
import { KeysetPager } from '../ui/keyset-pager'
import { ListSkeleton } from '../ui/list-skeleton'
import { MomentText } from '../ui/moment-text'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import type { Tone } from '../ui/palette'
import { sayError } from '../ui/say-error'
import { StateMark } from '../ui/state-mark'
import { useExportFile, useExports } from './activities-exports.api'
import { ExportDecisionDialog, type DecidingExport } from './components/export-decision'

const shows = ['waiting', 'mine', 'all'] as const
const showLabels = { waiting: '等我审批', mine: '我的申请', all: '全部记录' }
const nothing = { waiting: '没有等你审批的导出', mine: '你还没有导出过名单', all: '还没有人导出过名单' }
const marks: Record<ExportState, { tone: Tone; icon: string }> = {
  asked: { tone: 'waiting', icon: '◔' },
  approved: { tone: 'live', icon: '●' },
  taken: { tone: 'done', icon: '✓' },
  refused: { tone: 'off', icon: '×' },
  lapsed: { tone: 'quiet', icon: '○' },
}

/** Lists that leave the system: what waits for my word, what I asked for, and what was. */
export function ActivitiesExportsPage() {
  const { center = '' } = useParams()
  const { data: me } = useMe()
  const [params, setParams] = useSearchParams()
  const keyset = useKeyset()
  const [deciding, setDeciding] = useState<DecidingExport | null>(null)
  const approves = me !== undefined && permissionsAt(me, center).has('activities.approveExports')
  const show = approves ? (oneOf(shows, params.get('show')) ?? 'waiting') : 'mine'
  usePageTitle('名单导出')
  return (
    <>
      <PageHeader title="名单导出" note="在活动的报名名单里申请。超过 100 人要另一位负责人批准，批准后 24 小时内下载。" />
      {approves ? (
        <div className="filters">
          <Segmented aria-label="看什么" value={show} onChange={(next) => setParams((now) => withFilters(now, { show: next === 'waiting' ? undefined : next }))} options={shows.map((value) => ({ value, label: showLabels[value] }))} />
        </div>
      ) : null}
      <section className="panel" aria-label={showLabels[show]}>
        <Exports center={center} show={show} keyset={keyset} onDecide={setDeciding} />
      </section>
      {deciding ? <ExportDecisionDialog center={center} deciding={deciding} onClose={() => setDeciding(null)} /> : null}
    </>
  )
}

interface ListProps {
  center: string
  show: (typeof shows)[number]
  keyset: ReturnType<typeof useKeyset>
  onDecide: (deciding: DecidingExport) => void
}

function Exports({ center, show, keyset, onDecide }: ListProps) {
  const { message } = App.useApp()
  const list = useExports(center, { show, cursor: keyset.cursor, limit: 20 })
  const take = useExportFile(center)
  if (list.isPending) return <ListSkeleton />
  if (!list.data) return <ErrorPanel error={list.error} what="名单导出" onRetry={() => void list.refetch()} />
  if (list.data.items.length === 0) return <NoticePanel title={nothing[show]} body={show === 'mine' ? <Link to={`/${center}/activities`} className="link">去活动里导出</Link> : '有人申请会列在这里。'} />
  const download = (row: ExportRow) => take.mutate(row, { onSuccess: () => void message.success('已下载，用后请删除'), onError: (error) => void message.error(sayError(error, '没有下载成功，请再试一次')) })
  const columns: TableColumnsType<ExportRow> = [
    { title: '活动与用途', key: 'purpose', render: (_, row) => <Purpose center={center} row={row} /> },
    { title: '人数', key: 'rows', width: 76, align: 'right', render: (_, { rows }) => <span className="figures">{rows}</span> },
    ...(show === 'mine' ? [] : [{ title: '申请人', key: 'askedBy', width: 130, render: (_: unknown, { isMine, askedBy }: ExportRow) => (isMine ? '我' : (askedBy ?? <span className="quiet">未知账号</span>)) }]),
    { title: '申请时间', key: 'askedAt', width: 150, render: (_, { askedAt }) => <MomentText at={askedAt} relative="stacked" /> },
    { title: '状态', key: 'state', width: 200, render: (_, row) => <Standing row={row} /> },
    {
      title: '办理', key: 'act', width: 200,
      render: (_, row) => (
        <span className="row-actions">
          {row.allowedActions.includes('approve') ? <Button type="primary" onClick={() => onDecide({ act: 'approve', row })}>批准</Button> : null}
          {row.allowedActions.includes('refuse') ? <Button onClick={() => onDecide({ act: 'refuse', row })}>不批准</Button> : null}
          {row.allowedActions.includes('file') ? <Button loading={take.isPending && take.variables.id === row.id} onClick={() => download(row)}>下载</Button> : null}
        </span>
      ),
    },
  ]
  return (
    <>
      <Table<ExportRow> rowKey="id" columns={columns} dataSource={list.data.items} pagination={false} />
      <div className="panel-foot"><KeysetPager keyset={keyset} nextCursor={list.data.nextCursor} count={list.data.items.length} unit="份" /></div>
    </>
  )
}

function Purpose({ center, row: { activityId, activityTitle, purpose, phoneReason } }: { center: string; row: ExportRow }) {
  return (
    <div className="two-lines">
      <Link to={`/${center}/activities/${activityId}`} className="row-link">{activityTitle}</Link>
      <span>{purpose}</span>
      {phoneReason === null ? null : <span className="quiet">含完整手机号：{phoneReason}</span>}
    </div>
  )
}

/** Where it stands, until when, and who decided with which words. */
function Standing({ row: { state, expiresAt, decidedBy, note, allowedActions } }: { row: ExportRow }) {
  return (
    <div className="two-lines">
      <StateMark {...marks[state]}>{exportStateLabels[state]}</StateMark>
      {expiresAt !== null && allowedActions.length > 0 ? <span className="quiet"><MomentText at={expiresAt} /> 前有效</span> : null}
      {note === null ? null : <span className="quiet">{decidedBy ?? '负责人'}：{note}</span>}
    </div>
  )
}
