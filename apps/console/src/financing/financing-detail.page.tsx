import { Alert, Button } from 'antd'
import { Link, useParams } from 'react-router'
import { HistoryButton } from '../audit/components/history-panel'
import { usePageTitle } from '../platform/page-title'
import { BackLink } from '../ui/back-link'
import { ErrorPanel } from '../ui/error-panel'
import { ListSkeleton } from '../ui/list-skeleton'
import { MomentText } from '../ui/moment-text'
import { PageHeader } from '../ui/page-header'
import { CostPanel } from './components/cost-panel'
import { VersionActions } from './components/version-actions'
import { VersionFacts } from './components/version-facts'
import { VersionStateMark } from './components/version-state'
import { useVersion, useVersions } from './financing.api'

export function FinancingDetailPage() {
  const { center = '', id = '', number = '' } = useParams()
  const { data: version, isPending, error, refetch } = useVersion(center, { id, number })
  usePageTitle(version?.terms.name ?? '贷款产品')
  const back = <Link to={`/${center}/loans`}><Button>返回产品列表</Button></Link>
  if (isPending) return <section className="panel"><ListSkeleton /></section>
  if (!version) return <ErrorPanel error={error ?? new Error('no answer')} what="产品" onRetry={() => void refetch()} back={back} />
  return (
    <>
      <PageHeader
        above={<BackLink to={`/${center}/loans`}>贷款产品</BackLink>}
        title={version.terms.name}
        note={<span className="marks"><VersionStateMark state={version.state} /><span>{version.bank.name} · {version.bank.kind} · 第 {version.number} 版</span>{version.submittedAt ? <span>提交于 <MomentText at={version.submittedAt} /></span> : null}</span>}
        actions={<><HistoryButton center={center} kind="loan" id={id} title={version.terms.name} /><VersionActions center={center} version={version} /></>}
      />
      {version.isBankRetired ? <Alert className="advice" type="warning" showIcon title={`“${version.bank.name}”已停用：企业看不到它的产品，也不能再写；恢复以后接着办。`} /> : null}
      {version.note ? <Alert className="advice" type={version.state === 'returned' ? 'warning' : 'info'} showIcon title={`${version.state === 'returned' ? '退回原因' : '说明'}：${version.note}`} /> : null}
      {version.terms.fees === null ? <Alert className="advice" type="warning" showIcon title="没有填写费用，也没有声明“无其他费用”：上架后不参加排序。" /> : null}
      <div className="detail">
        <div className="detail-main"><VersionFacts terms={version.terms} /></div>
        <div className="detail-side">
          <CostPanel center={center} bankName={version.bank.name} terms={version.terms} />
          <OtherVersions center={center} id={id} number={version.number} />
        </div>
      </div>
    </>
  )
}

function OtherVersions({ center, id, number }: { center: string; id: string; number: number }) {
  const { data } = useVersions(center, { productId: id, limit: 20 })
  if (!data || data.items.length < 2) return null
  return (
    <section className="panel facts" aria-labelledby="versions-title">
      <h2 id="versions-title">各个版本</h2>
      <dl>
        {data.items.map((each) => [
          <dt key="number">{each.number === number ? `第 ${each.number} 版（正在看）` : <Link to={`/${center}/loans/${id}/${each.number}`} className="row-link">第 {each.number} 版</Link>}</dt>,
          <dd key="state"><VersionStateMark state={each.state} /></dd>,
        ])}
      </dl>
    </section>
  )
}
