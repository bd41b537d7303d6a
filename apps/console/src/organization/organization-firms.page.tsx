import type { Firm } from '@dangqun/contracts/organization/firms/schemas'
import { industryDivisions, industrySections } from '@dangqun/contracts/organization/firms/vocabulary'
import { firmKindLabels, firmKinds, firmSizeLabels, firmSizes } from '@dangqun/contracts/organization/vocabulary'
import { App, Button, Drawer, Select, Table, Tag, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useMe } from '../accounts/accounts.api'
import { permissionsAt } from '../accounts/accounts.rules'
import { useCenterCard } from '../centers/centers.api'
import { useKeyset } from '../platform/keyset'
import { withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { ErrorPanel } from '../ui/error-panel'
import { KeysetPager } from '../ui/keyset-pager'
import { ListSkeleton } from '../ui/list-skeleton'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { SavedViews } from '../ui/saved-views'
import { SearchBox } from '../ui/search-box'
import { FirmDrawer } from './components/firm-drawer'
import { FirmForm } from './components/firm-form'
import { TagDialog } from './components/tag-dialog'
import { readFirmsFilter, shortestTerm, toFirmsQuery } from './organization-filter.rules'
import { floorWords } from './organization-firm-form.rules'
import { useCreateFirm, useFirms, useFirmTags } from './organization-firms.api'

const columns = (open: (id: string) => void): TableColumnsType<Firm> => [
  { title: '名称', key: 'name', render: (_, { id, name }) => <button type="button" className="link row-link" onClick={() => open(id)}>{name}</button> },
  { title: '类型', key: 'kind', width: 110, render: (_, { kind }) => firmKindLabels[kind] },
  { title: '规模', key: 'size', width: 72, render: (_, { size }) => firmSizeLabels[size] },
  { title: '行业', key: 'industry', width: 190, render: (_, { industry }) => (industry ? industryDivisions[industry] : <span className="quiet">未填</span>) },
  { title: '标签', key: 'tags', width: 170, render: (_, { tags }) => <span className="tags">{tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}</span> },
  { title: '楼宇', key: 'building', width: 140, render: (_, { building }) => building.name },
  { title: '楼层', key: 'floor', width: 90, align: 'right', render: (_, { floor }) => <span className="figures">{floorWords(floor) ?? ''}</span> },
  { title: '房间', key: 'room', width: 96, align: 'right', render: (_, { room }) => <span className="figures">{room}</span> },
]

const viewKeys = ['building', 'kind', 'size', 'section', 'tag']

export function OrganizationFirmsPage() {
  const { center = '' } = useParams()
  const { message } = App.useApp()
  const [params, setParams] = useSearchParams()
  const [doing, setDoing] = useState<'add' | 'tag' | null>(null)
  const [chosen, setChosen] = useState<string[]>([])
  const keyset = useKeyset()
  const filter = readFirmsFilter(params)
  const firms = useFirms(center, toFirmsQuery(filter, keyset.cursor))
  const tags = useFirmTags(center)
  const card = useCenterCard(center)
  const create = useCreateFirm(center)
  const { data: me } = useMe()
  usePageTitle('企业名录', card.data?.name)

  const change = (changes: Record<string, string | undefined>) => {
    setChosen([])
    setParams((now) => withFilters(now, changes), { replace: 'q' in changes })
  }
  // The drawer belongs to the page that is shown, so the cursor stays.
  const open = (id: string | undefined) =>
    setParams((now) => {
      const next = new URLSearchParams(now)
      if (id) next.set('firm', id)
      else next.delete('firm')
      return next
    })
  const items = firms.data?.items ?? []
  const picked = items.filter(({ id }) => chosen.includes(id))
  const isFiltered = filter.q !== '' || Object.entries(filter).some(([name, value]) => name !== 'q' && value !== undefined)
  const may = me ? permissionsAt(me, center) : new Set<string>()
  const [mayManage, maySetUp] = [may.has('organization.manageFirms'), may.has('centers.manage')]
  const buildings = card.data?.buildings ?? []
  const choice = (label: string, name: string, value: string | undefined, options: { value: string; label: string }[], width: number) => (
    <Select aria-label={label} placeholder={`全部${label}`} allowClear showSearch={{ optionFilterProp: 'label' }} value={value} onChange={(next?: string) => change({ [name]: next })} options={options} style={{ width }} />
  )
  return (
    <>
      <PageHeader
        title="企业名录"
        note={buildings.length > 0 ? `${buildings.length} 栋楼宇里的企业和个体工商户，按名称排列。` : '企业和个体工商户，按名称排列。'}
        actions={<><Link to="coverage"><Button>党组织覆盖</Button></Link>{mayManage ? <Button type="primary" onClick={() => setDoing('add')}>登记企业</Button> : null}</>}
      />
      <div className="filters" role="search" aria-label="筛选企业">
        <SearchBox value={filter.q} onSearch={(q) => change({ q })} label="按企业名称或信用代码查找" placeholder="名称，或整个信用代码" atLeast={shortestTerm} />
        {choice('楼宇', 'building', filter.buildingId, buildings.map(({ id, name }) => ({ value: id, label: name })), 160)}
        {choice('类型', 'kind', filter.kind, firmKinds.map((value) => ({ value, label: firmKindLabels[value] })), 130)}
        {choice('规模', 'size', filter.size, firmSizes.map((value) => ({ value, label: firmSizeLabels[value] })), 110)}
        {choice('行业', 'section', filter.section, industrySections.map(({ letter, name }) => ({ value: letter, label: name })), 200)}
        {choice('标签', 'tag', filter.tag, (tags.data?.items ?? []).map(({ tag, count }) => ({ value: tag, label: `${tag}（${count}）` })), 150)}
      </div>
      <SavedViews list="firms" keys={viewKeys} onChoose={change} />
      {picked.length > 0 ? (
        <div className="chosen" role="status">
          已选 {picked.length} 家
          <Button onClick={() => setDoing('tag')}>打标签</Button>
          <Button type="text" onClick={() => setChosen([])}>取消选择</Button>
        </div>
      ) : null}
      <section className="panel" aria-label="企业列表" aria-busy={firms.isFetching}>
        {firms.isPending ? <ListSkeleton rows={12} /> : null}
        {firms.isError && !firms.data ? <ErrorPanel error={firms.error} what="企业名录" onRetry={() => void firms.refetch()} back={keyset.hasPrevious ? <Button onClick={() => keyset.goTo('', [])}>回到第一页</Button> : undefined} /> : null}
        {firms.data?.items.length === 0 ? (
          isFiltered
            ? <NoticePanel title="没有找到符合条件的企业" body="检查名称有没有写错，或放宽条件。" action={<Button onClick={() => setParams({})}>清除筛选</Button>} />
            : card.data && buildings.length === 0
              ? <NoticePanel title="还没有楼宇" body={maySetUp ? '企业登记在楼宇里，先把楼宇加进来。' : '企业登记在楼宇里，请中心主任先在“中心设置”里添加。'} action={maySetUp ? <Link to={`/${center}/settings?part=buildings`}><Button type="primary">去加楼宇</Button></Link> : undefined} />
              : <NoticePanel title="名录里还没有企业" body="登记第一家企业后会列在这里。" action={mayManage ? <Button type="primary" onClick={() => setDoing('add')}>登记企业</Button> : undefined} />
        ) : null}
        {items.length > 0 ? (
          <Table<Firm>
            rowKey="id"
            size="middle"
            columns={columns(open)}
            dataSource={items}
            pagination={false}
            className={firms.isPlaceholderData ? 'is-stale' : ''}
            {...(mayManage ? { rowSelection: { selectedRowKeys: chosen, onChange: (keys) => setChosen(keys.map(String)), getCheckboxProps: ({ name }) => ({ 'aria-label': `选择${name}` }) } } : {})}
            onRow={({ id }) => ({ onClick: (event) => (event.target instanceof Element && event.target.closest('button, a, input, label') ? undefined : open(id)) })}
          />
        ) : null}
      </section>
      <KeysetPager keyset={keyset} nextCursor={firms.data?.nextCursor} count={firms.data?.items.length} unit="家" />
      <FirmDrawer center={center} id={params.get('firm') ?? undefined} onClose={() => open(undefined)} />
      <Drawer open={doing === 'add'} onClose={() => setDoing(null)} size={560} title="登记企业" destroyOnHidden>
        <FirmForm
          center={center}
          name={`firm.${center}.new`}
          submitLabel="登记"
          send={async (body) => {
            const made = await create.mutateAsync(body)
            setDoing(null)
            void message.success(`${made.name}已登记`)
            open(made.id)
          }}
          onCancel={() => setDoing(null)}
        />
      </Drawer>
      {doing === 'tag' ? <TagDialog center={center} firms={picked} onClose={() => setDoing(null)} onDone={() => { setDoing(null); setChosen([]) }} /> : null}
    </>
  )
}
