import type { Coverage } from '@dangqun/contracts/organization/firms/schemas'
import { leastToldFirms } from '@dangqun/contracts/organization/firms/vocabulary'
import { Button, Table, type TableColumnsType } from 'antd'
import { Link, useParams } from 'react-router'
import { usePageTitle } from '../platform/page-title'
import { BackLink } from '../ui/back-link'
import { ErrorPanel } from '../ui/error-panel'
import { ListSkeleton } from '../ui/list-skeleton'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { shareWords } from './organization-coverage.rules'
import { useCoverage } from './organization-firms.api'

type Building = Coverage['buildings'][number]

const untold = <span className="quiet">少于 {leastToldFirms} 家，不显示</span>
const figure = (value: number | null) => (value === null ? untold : <span className="figures">{value}</span>)

const columns = (center: string): TableColumnsType<Building> => [
  { title: '楼宇', key: 'name', render: (_, { id, name }) => <Link className="row-link" to={`/${center}/firms?building=${id}`}>{name}</Link> },
  { title: '企业和商户', key: 'firms', width: 130, align: 'right', render: (_, { firms }) => figure(firms) },
  { title: '单独建支部', key: 'own', width: 130, align: 'right', render: (_, { own }) => figure(own) },
  { title: '加入联合支部', key: 'joint', width: 190, align: 'right', render: (_, { joint }) => figure(joint) },
  { title: '合计覆盖', key: 'reached', width: 190, align: 'right', render: (_, { reached }) => figure(reached) },
  { title: '覆盖率', key: 'share', width: 110, align: 'right', render: (_, { reached, firms }) => <span className="figures">{shareWords(reached, firms)}</span> },
]

export function OrganizationCoveragePage() {
  const { center = '' } = useParams()
  const coverage = useCoverage(center)
  usePageTitle('党组织覆盖')
  return (
    <>
      <PageHeader above={<BackLink to={`/${center}/firms`}>企业名录</BackLink>} title="党组织覆盖" note="按党员名册和组织架构现在的登记计算。有正式党员三人以上的，应当成立党的基层组织（党章第三十条）；其他企业的党员编入联合支部。" />
      {coverage.isPending ? <section className="panel"><ListSkeleton rows={8} /></section> : null}
      {coverage.isError && !coverage.data ? <ErrorPanel error={coverage.error} what="党组织覆盖" onRetry={() => void coverage.refetch()} /> : null}
      {coverage.data ? <CoverageFigures center={center} coverage={coverage.data} /> : null}
    </>
  )
}

function CoverageFigures({ center, coverage: { eligible, founded, total, buildings } }: { center: string; coverage: Coverage }) {
  return (
    <>
      <section className="panel counts" aria-label="总数">
        <div className="count">
          <span className="count-label">应建已建（三名以上正式党员的企业）</span>
          {eligible === null || founded === null ? untold : eligible === 0 ? <span className="quiet">还没有这样的企业</span> : <span className="count-figure"><strong>{shareWords(founded, eligible)}</strong><span className="count-of">{founded} / {eligible} 家</span></span>}
        </div>
        <div className="count">
          <span className="count-label">覆盖到的企业和商户</span>
          {total.reached === null ? untold : <span className="count-figure"><strong>{total.reached}</strong><span className="count-of">/ {total.firms} 家，{shareWords(total.reached, total.firms)}</span></span>}
        </div>
        <div className="count">
          <span className="count-label">单独建支部</span>
          <span className="count-figure"><strong>{total.own}</strong><span className="count-of">家{total.joint === null ? '' : `，联合支部覆盖 ${total.joint} 家`}</span></span>
        </div>
      </section>
      <section className="panel" aria-label="按楼宇">
        {buildings.length === 0
          ? <NoticePanel title="还没有登记楼宇" body="登记楼宇和企业后，会按楼宇列出覆盖情况。" action={<Link to={`/${center}/firms`}><Button>看企业名录</Button></Link>} />
          : <Table<Building> rowKey="id" size="middle" columns={columns(center)} dataSource={buildings} pagination={false} />}
      </section>
      <p className="quiet table-note">党员身份是敏感个人信息：联合支部在一栋楼里只覆盖一到四家时不显示，能由合计推算出来的也不显示。</p>
    </>
  )
}
