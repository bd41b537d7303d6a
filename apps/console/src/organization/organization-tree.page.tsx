import { Button, Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useMe } from '../accounts/accounts.api'
import { permissionsAt } from '../accounts/accounts.rules'
import { usePageTitle } from '../platform/page-title'
import { oneOf } from '../platform/keyset.rules'
import { ErrorPanel } from '../ui/error-panel'
import { ListSkeleton } from '../ui/list-skeleton'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { OrganizationChart } from './components/organization-chart'
import { OrganizationDrawer } from './components/organization-drawer'
import { OrganizationForest } from './components/organization-forest'
import { OrganizationForm } from './components/organization-form'
import { emptyOrganization } from './organization-node.rules'
import { useCreateOrganization, useTree } from './organization-tree.api'

const views = ['chart', 'forest'] as const

export function OrganizationTreePage() {
  const { center = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const [isAdding, setIsAdding] = useState(false)
  const tree = useTree(center)
  const create = useCreateOrganization(center)
  const { data: me } = useMe()
  usePageTitle('组织架构')

  const view = oneOf(views, params.get('view')) ?? 'chart'
  const openId = params.get('node') ?? undefined
  const change = (name: string, value: string | undefined) =>
    setParams((now) => {
      const next = new URLSearchParams(now)
      if (value) next.set(name, value)
      else next.delete(name)
      return next
    })
  const nodes = tree.data?.nodes ?? []
  const mayManage = me !== undefined && permissionsAt(me, center).has('organization.manageTree')
  const shown = { nodes, openId, onOpen: (id: string) => change('node', id) }
  return (
    <>
      <PageHeader
        title="组织架构"
        note="1 个核心、2 个骨干、N 个成员组织。点一个组织看它隶属于谁、由谁办组织关系。"
        actions={mayManage ? <Button type="primary" onClick={() => setIsAdding(true)}>新建组织</Button> : undefined}
      />
      <div className="filters">
        <Segmented aria-label="怎么看" value={view} onChange={(next) => change('view', next === 'chart' ? undefined : next)} options={[{ value: 'chart', label: '1+2+N' }, { value: 'forest', label: '隶属关系' }]} />
      </div>
      <section className="panel" aria-label="组织架构" aria-busy={tree.isFetching}>
        {tree.isPending ? <ListSkeleton rows={8} /> : null}
        {tree.isError && !tree.data ? <ErrorPanel error={tree.error} what="组织架构" onRetry={() => void tree.refetch()} /> : null}
        {tree.data && nodes.length === 0 ? <NoticePanel title="还没有组织" body="先建上级党委，再建党总支和支部。" action={mayManage ? <Button type="primary" onClick={() => setIsAdding(true)}>新建组织</Button> : undefined} /> : null}
        {nodes.length > 0 ? (view === 'chart' ? <OrganizationChart {...shown} /> : <OrganizationForest {...shown} />) : null}
      </section>
      <OrganizationDrawer center={center} id={openId} nodes={nodes} onOpen={(id) => change('node', id)} onClose={() => change('node', undefined)} />
      <Drawer open={isAdding} onClose={() => setIsAdding(false)} size={520} title="新建组织" destroyOnHidden>
        <OrganizationForm
          name={`organization.${center}.new`}
          initial={emptyOrganization}
          nodes={nodes}
          isNew
          id={null}
          submitLabel="新建"
          send={async (body) => {
            const made = await create.mutateAsync(body)
            setIsAdding(false)
            change('node', made.id)
          }}
          onCancel={() => setIsAdding(false)}
        />
      </Drawer>
    </>
  )
}
