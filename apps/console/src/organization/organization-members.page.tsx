import type { MemberSummary } from '@dangqun/contracts/organization/members/schemas'
import { memberCategories, memberCategoryLabels, memberFlowLabels, memberFlows, sexLabels, type MemberFlow } from '@dangqun/contracts/organization/members/vocabulary'
import { branchKinds } from '@dangqun/contracts/organization/tree/vocabulary'
import { App, Button, Drawer, Select, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useMe } from '../accounts/accounts.api'
import { permissionsAt } from '../accounts/accounts.rules'
import { useKeyset } from '../platform/keyset'
import { withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { ErrorPanel } from '../ui/error-panel'
import { KeysetPager } from '../ui/keyset-pager'
import { ListSkeleton } from '../ui/list-skeleton'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import type { Tone } from '../ui/palette'
import { SavedViews } from '../ui/saved-views'
import { SearchBox } from '../ui/search-box'
import { StateMark } from '../ui/state-mark'
import { MemberDrawer } from './components/member-drawer'
import { MemberForm } from './components/member-form'
import { shortestTerm } from './organization-filter.rules'
import { readMembersFilter, toMembersQuery } from './organization-members-filter.rules'
import { useCreateMember, useMembers } from './organization-members.api'
import { useTree } from './organization-tree.api'

const marks: Record<MemberFlow, { tone: Tone; icon: string }> = {
  normal: { tone: 'done', icon: '✓' }, outflow: { tone: 'waiting', icon: '→' }, inflow: { tone: 'live', icon: '←' }, lost_contact: { tone: 'waiting', icon: '?' }, suspended: { tone: 'off', icon: '×' },
}

const columns = (open: (id: string) => void): TableColumnsType<MemberSummary> => [
  { title: '姓名', key: 'name', width: 112, render: (_, { id, name }) => <button type="button" className="link row-link" onClick={() => open(id)}>{name}</button> },
  { title: '性别', key: 'sex', width: 64, render: (_, { sex }) => sexLabels[sex] },
  { title: '类别', key: 'category', width: 104, render: (_, { category }) => memberCategoryLabels[category] },
  { title: '流动状态', key: 'flow', width: 112, render: (_, { flow }) => <StateMark {...marks[flow]}>{memberFlowLabels[flow]}</StateMark> },
  { title: '所在支部', key: 'branch', render: (_, { branch }) => branch.name },
  { title: '工作单位', key: 'firm', render: (_, { firm }) => firm?.name ?? <span className="quiet">未填</span> },
  { title: '入党日期', key: 'joinedOn', width: 120, align: 'right', render: (_, { joinedOn }) => <span className="figures">{joinedOn}</span> },
  { title: '手机号', key: 'phone', width: 130, align: 'right', render: (_, { phone }) => <span className="figures">{phone ?? ''}</span> },
]

const viewKeys = ['branch', 'category', 'flow']

export function OrganizationMembersPage() {
  const { center = '' } = useParams()
  const { message } = App.useApp()
  const [params, setParams] = useSearchParams()
  const [isAdding, setIsAdding] = useState(false)
  const keyset = useKeyset()
  const filter = readMembersFilter(params)
  const members = useMembers(center, toMembersQuery(filter, keyset.cursor))
  const tree = useTree(center)
  const create = useCreateMember(center)
  const { data: me } = useMe()
  usePageTitle('党员名册')

  const change = (changes: Record<string, string | undefined>) => setParams((now) => withFilters(now, changes), { replace: 'q' in changes })
  // The drawer belongs to the page that is shown, so the cursor stays.
  const open = (id: string | undefined) =>
    setParams((now) => {
      const next = new URLSearchParams(now)
      if (id) next.set('member', id)
      else next.delete('member')
      return next
    })
  const isFiltered = filter.q !== '' || filter.branchId !== undefined || filter.category !== undefined || filter.flow !== undefined
  const mayManage = me !== undefined && permissionsAt(me, center).has('organization.manageMembers')
  const clear = <Button onClick={() => setParams({})}>清除筛选</Button>
  return (
    <>
      <PageHeader
        title="党员名册"
        note="只列你职权范围内的党员。证件号和手机号打码，点姓名看完整信息，每次查看都有记录。"
        actions={mayManage ? <Button type="primary" onClick={() => setIsAdding(true)}>登记党员</Button> : undefined}
      />
      <div className="filters" role="search" aria-label="筛选党员">
        <SearchBox value={filter.q} onSearch={(q) => change({ q })} label="按姓名查找" placeholder="姓名，至少两个字" atLeast={shortestTerm} />
        <Select
          aria-label="支部"
          placeholder="全部支部"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          loading={tree.isPending}
          value={filter.branchId}
          onChange={(branch?: string) => change({ branch })}
          options={(tree.data?.nodes ?? []).filter(({ kind }) => branchKinds.includes(kind)).map(({ id, name }) => ({ value: id, label: name }))}
          style={{ width: 240 }}
        />
        <Select aria-label="类别" placeholder="全部类别" allowClear value={filter.category} onChange={(category?: string) => change({ category })} options={memberCategories.map((value) => ({ value, label: memberCategoryLabels[value] }))} style={{ width: 132 }} />
        <Select aria-label="流动状态" placeholder="全部状态" allowClear value={filter.flow} onChange={(flow?: string) => change({ flow })} options={memberFlows.map((value) => ({ value, label: memberFlowLabels[value] }))} style={{ width: 132 }} />
      </div>
      <SavedViews list="members" keys={viewKeys} onChoose={change} />
      <section className="panel" aria-label="党员名单" aria-busy={members.isFetching}>
        {members.isPending ? <ListSkeleton rows={12} /> : null}
        {members.isError && !members.data ? <ErrorPanel error={members.error} what="党员名册" onRetry={() => void members.refetch()} back={keyset.hasPrevious ? <Button onClick={() => keyset.goTo('', [])}>回到第一页</Button> : undefined} /> : null}
        {members.data?.items.length === 0 ? (
          isFiltered
            ? <NoticePanel title="没有找到符合条件的党员" body="检查姓名有没有写错，或放宽条件。" action={clear} />
            : mayManage
              ? <NoticePanel title="名册里还没有党员" body="先在“组织架构”里建好支部，再登记党员。" action={<Button type="primary" onClick={() => setIsAdding(true)}>登记党员</Button>} />
              : <NoticePanel title="还没有你能看到的党员" body="支部书记看本支部，党委组织干事看本党委，中心工作人员看全部。看不到请联系中心主任。" />
        ) : null}
        {members.data && members.data.items.length > 0 ? (
          <Table<MemberSummary>
            rowKey="id"
            size="middle"
            columns={columns(open)}
            dataSource={members.data.items}
            pagination={false}
            className={members.isPlaceholderData ? 'is-stale' : ''}
            onRow={({ id }) => ({ onClick: (event) => (event.target instanceof Element && event.target.closest('button, a') ? undefined : open(id)) })}
          />
        ) : null}
      </section>
      <KeysetPager keyset={keyset} nextCursor={members.data?.nextCursor} count={members.data?.items.length} unit="名" />
      <MemberDrawer center={center} id={params.get('member') ?? undefined} onClose={() => open(undefined)} />
      <Drawer open={isAdding} onClose={() => setIsAdding(false)} size={560} title="登记党员" destroyOnHidden>
        <MemberForm
          center={center}
          name={`member.${center}.new`}
          submitLabel="登记"
          send={async (body) => {
            const made = await create.mutateAsync(body)
            setIsAdding(false)
            void message.success(`${made.name}已登记到${made.branch.name}`)
            open(made.id)
          }}
          onCancel={() => setIsAdding(false)}
        />
      </Drawer>
    </>
  )
}
