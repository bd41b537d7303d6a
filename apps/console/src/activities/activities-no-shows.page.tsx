import type { AppealRow, NoShow, PausedPerson } from '@dangqun/contracts/activities/no-shows/schemas'
import { appealStateLabels } from '@dangqun/contracts/activities/vocabulary'
import { Button, Segmented, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useKeyset } from '../platform/keyset'
import { oneOf, withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { ErrorPanel } from '../ui/error-panel'
import { KeysetPager } from '../ui/keyset-pager'
import { ListSkeleton } from '../ui/list-skeleton'
import { MomentText } from '../ui/moment-text'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { useAppeals, usePaused } from './activities-no-shows.api'
import { DecisionDialog, type Deciding } from './components/decision-dialog'

const shows = ['open', 'decided', 'paused'] as const
const showLabels = { open: '待处理申诉', decided: '全部申诉', paused: '暂停名单' }

/** Appeals against pauses, oldest first, and who is paused now. */
export function ActivitiesNoShowsPage() {
  const { center = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const keyset = useKeyset()
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const show = oneOf(shows, params.get('show')) ?? 'open'
  usePageTitle('爽约与申诉')
  return (
    <>
      <PageHeader title="爽约与申诉" note="报了名没有到场，次数多了会暂停报名。本人可以申诉，工作人员可以免除。" />
      <div className="filters">
        <Segmented aria-label="看什么" value={show} onChange={(next) => setParams((now) => withFilters(now, { show: next === 'open' ? undefined : next }))} options={shows.map((value) => ({ value, label: showLabels[value] }))} />
      </div>
      <section className="panel" aria-label={showLabels[show]}>
        {show === 'paused' ? <Paused center={center} onDecide={setDeciding} /> : <Appeals center={center} isOpen={show === 'open'} keyset={keyset} onDecide={setDeciding} />}
      </section>
      {deciding ? <DecisionDialog center={center} deciding={deciding} onClose={() => setDeciding(null)} /> : null}
    </>
  )
}

interface PartProps {
  center: string
  onDecide: (deciding: Deciding) => void
}

function Appeals({ center, isOpen, keyset, onDecide }: PartProps & { isOpen: boolean; keyset: ReturnType<typeof useKeyset> }) {
  const list = useAppeals(center, { state: isOpen ? 'open' : undefined, cursor: keyset.cursor, limit: 20 })
  if (list.isPending) return <ListSkeleton />
  if (!list.data) return <ErrorPanel error={list.error} what="申诉" onRetry={() => void list.refetch()} />
  if (list.data.items.length === 0) return <NoticePanel title={isOpen ? '没有要处理的申诉' : '还没有人申诉'} body="有人申诉会列在这里，先到的在前。" />
  const columns: TableColumnsType<AppealRow> = [
    { title: '申诉人', key: 'name', width: 110, render: (_, { person }) => person.name ?? <span className="quiet">未留姓名</span> },
    { title: '说明', key: 'text', render: (_, { text, answer }) => <div className="two-lines"><span>{text}</span>{answer === null ? null : <span className="quiet">答复：{answer}</span>}</div> },
    { title: '未到场', key: 'noShows', width: 290, render: (_, { person }) => <Absences noShows={person.noShows} /> },
    { title: '提交', key: 'createdAt', width: 150, render: (_, { createdAt }) => <MomentText at={createdAt} relative="stacked" /> },
    {
      title: '处理', key: 'act', width: 170,
      render: (_, row) => row.allowedActions.length === 0 ? appealStateLabels[row.state] : (
        <span className="row-actions">
          <Button type="primary" onClick={() => onDecide({ act: 'grant', id: row.id, title: '申诉通过，恢复报名' })}>通过</Button>
          <Button onClick={() => onDecide({ act: 'refuse', id: row.id, title: '申诉不通过' })}>不通过</Button>
        </span>
      ),
    },
  ]
  return (
    <>
      <Table<AppealRow> rowKey="id" columns={columns} dataSource={list.data.items} pagination={false} />
      <div className="panel-foot"><KeysetPager keyset={keyset} nextCursor={list.data.nextCursor} count={list.data.items.length} unit="条" /></div>
    </>
  )
}

function Paused({ center, onDecide }: PartProps) {
  const list = usePaused(center, true)
  if (list.isPending) return <ListSkeleton />
  if (!list.data) return <ErrorPanel error={list.error} what="暂停名单" onRetry={() => void list.refetch()} />
  if (list.data.items.length === 0) return <NoticePanel title="现在没有人被暂停报名" />
  const columns: TableColumnsType<PausedPerson> = [
    { title: '姓名', key: 'name', width: 130, render: (_, { name }) => name ?? <span className="quiet">未留姓名</span> },
    { title: '暂停到', key: 'until', width: 190, render: (_, { pausedUntil }) => (pausedUntil ? <MomentText at={pausedUntil} relative="stacked" /> : null) },
    { title: '未到场', key: 'noShows', render: (_, { noShows }) => <Absences noShows={noShows} onWaive={(noShow) => onDecide({ act: 'waive', id: noShow.id, title: `免除一次：${noShow.title}` })} /> },
  ]
  return <Table<PausedPerson> rowKey="personId" columns={columns} dataSource={list.data.items} pagination={false} />
}

function Absences({ noShows, onWaive }: { noShows: readonly NoShow[]; onWaive?: (noShow: NoShow) => void }) {
  return (
    <ul className="absences">
      {noShows.map((noShow) => (
        <li key={noShow.id}>
          <span>{noShow.title}</span>
          <span className="quiet"><MomentText at={noShow.startsAt} />{noShow.waiverReason === null ? '' : ` · 已免除：${noShow.waiverReason}`}</span>
          {onWaive && noShow.waiverReason === null ? <Button size="small" onClick={() => onWaive(noShow)}>免除</Button> : null}
        </li>
      ))}
    </ul>
  )
}
