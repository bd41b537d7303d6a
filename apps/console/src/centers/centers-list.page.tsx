import { PlusOutlined } from '@ant-design/icons'
import type { CenterSummary } from '@dangqun/contracts/centers/schemas'
import { Alert, Button, Table, type TableColumnsType } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { useKeyset } from '../platform/keyset'
import { withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { ErrorPanel } from '../ui/error-panel'
import { KeysetPager } from '../ui/keyset-pager'
import { ListSkeleton } from '../ui/list-skeleton'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { SearchBox } from '../ui/search-box'
import { useCenterCard, useCentersPage } from './centers.api'

const columns: TableColumnsType<CenterSummary> = [
  { title: '中心', key: 'name', render: (_, { name, address }) => <span className="two-lines"><span className="strong">{name}</span><span className="quiet">{address}</span></span> },
  { title: '代号', key: 'slug', width: 220, render: (_, { slug }) => <span className="figures">{slug}</span> },
  { title: '入口码', key: 'code', width: 180, render: (_, { sceneCode }) => <span className="figures">{sceneCode}</span> },
]

/** Every centre of the platform, and the way to a new one. */
export function CentersListPage() {
  usePageTitle('所有中心')
  const [params, setParams] = useSearchParams()
  const keyset = useKeyset()
  const q = params.get('q') ?? ''
  const made = params.get('made')
  const list = useCentersPage({ limit: 20, ...(q ? { q } : {}), ...(keyset.cursor === undefined ? {} : { cursor: keyset.cursor }) })
  const add = <Link to="new"><Button type="primary" icon={<PlusOutlined />}>新建中心</Button></Link>
  return (
    <>
      <PageHeader title="所有中心" note="每个中心各管各的数据；新建之后，由安全管理员任命主任。" actions={add} />
      {made ? <Made slug={made} onClose={() => setParams((now) => withFilters(now, { made: undefined }), { replace: true })} /> : null}
      <div className="filters" role="search" aria-label="筛选中心">
        <SearchBox value={q} onSearch={(next) => setParams((now) => withFilters(now, { q: next }), { replace: true })} label="按名称或地址查找" placeholder="名称或地址两个字" atLeast={2} />
      </div>
      <section className="panel" aria-label="中心列表" aria-busy={list.isFetching}>
        {list.isPending ? <ListSkeleton /> : null}
        {list.isError && !list.data ? <ErrorPanel error={list.error} what="中心列表" onRetry={() => void list.refetch()} /> : null}
        {list.data?.items.length === 0
          ? q
            ? <NoticePanel title="没有找到这样的中心" body="换个名称或地址里的词再找。" action={<Button onClick={() => setParams({})}>清除筛选</Button>} />
            : <NoticePanel title="还没有中心" body="新建第一个中心，手机上就能看到它。" action={add} />
          : null}
        {list.data && list.data.items.length > 0 ? <Table<CenterSummary> rowKey="slug" columns={columns} dataSource={list.data.items} pagination={false} className={list.isPlaceholderData ? 'is-stale' : ''} /> : null}
      </section>
      <KeysetPager keyset={keyset} nextCursor={list.data?.nextCursor} count={list.data?.items.length} unit="个中心" />
    </>
  )
}

/** What has to follow before the new centre can work. */
function Made({ slug, onClose }: { slug: string; onClose: () => void }) {
  const card = useCenterCard(slug)
  if (!card.data) return null
  const { name, sceneCode } = card.data
  return (
    <Alert
      className="advice"
      type="success"
      showIcon
      closable={{ onClose, 'aria-label': '知道了' }}
      title={`“${name}”建好了，接下来`}
      description={
        <ol className="next-steps">
          <li>请安全管理员任命中心主任：登录后台，切换到这个中心，在“账号与权限”里发出“中心主任”的邀请，把邀请码当面交给本人。</li>
          <li>主任凭邀请码开账号，登录后在“中心设置”里填写开放时间、楼宇和服务目录。</li>
          <li>入口码是 <strong className="figures">{sceneCode}</strong>，门口海报上的二维码就用它，不会再变。</li>
        </ol>
      }
    />
  )
}
