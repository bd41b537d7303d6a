import type { Organization, OrganizationNode } from '@dangqun/contracts/organization/tree/schemas'
import { organizationKindLabels, organizationTierLabels } from '@dangqun/contracts/organization/tree/vocabulary'
import { App, Button, Drawer } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { HistoryPart } from '../../audit/components/history-panel'
import { ErrorPanel } from '../../ui/error-panel'
import { ListSkeleton } from '../../ui/list-skeleton'
import { toUpdateOrganization, valuesOf } from '../organization-node.rules'
import { useOrganization, useUpdateOrganization } from '../organization-tree.api'
import { DissolveDialog } from './dissolve-dialog'
import { MoveDialog } from './move-dialog'
import { OrganizationForm } from './organization-form'

interface Props {
  center: string
  id: string | undefined
  nodes: readonly OrganizationNode[]
  onOpen: (id: string) => void
  onClose: () => void
}

/** One organisation beside the tree: whom it reports to, who approves for it, how to reach it. */
export function OrganizationDrawer({ center, id, nodes, onOpen, onClose }: Props) {
  const organization = useOrganization(center, id)
  return (
    <Drawer open={id !== undefined} onClose={onClose} size={520} title={organization.data?.name ?? '组织'} destroyOnHidden>
      {organization.isPending ? <ListSkeleton rows={6} /> : null}
      {organization.isError && !organization.data ? <ErrorPanel error={organization.error} what="这个组织" onRetry={() => void organization.refetch()} /> : null}
      {organization.data ? <OrganizationCard key={organization.data.id} center={center} organization={organization.data} nodes={nodes} onOpen={onOpen} /> : null}
    </Drawer>
  )
}

function OrganizationCard({ center, organization, nodes, onOpen }: { center: string; organization: Organization; nodes: readonly OrganizationNode[]; onOpen: (id: string) => void }) {
  const { message } = App.useApp()
  const [doing, setDoing] = useState<'update' | 'move' | 'dissolve' | null>(null)
  const update = useUpdateOrganization(center, organization.id)
  const allowed = organization.allowedActions
  if (doing === 'update') {
    return (
      <OrganizationForm
        name={`organization.${center}.${organization.id}`}
        initial={valuesOf(organization)}
        nodes={nodes}
        isNew={false}
        id={organization.id}
        submitLabel="保存"
        send={async (body) => {
          await update.mutateAsync(toUpdateOrganization(body, organization.version))
          setDoing(null)
          void message.success('已保存')
        }}
        onCancel={() => setDoing(null)}
      />
    )
  }
  const link = ({ id, name }: { id: string; name: string }) => <button key={id} type="button" className="link" onClick={() => onOpen(id)}>{name}</button>
  const chain = (list: { id: string; name: string }[]): ReactNode => list.map((each, index) => <span key={each.id}>{index > 0 ? ' › ' : ''}{link(each)}</span>)
  const missing = <span className="quiet">未填</span>
  return (
    <>
      {organization.dissolvedAt ? <p className="advice">已撤销：{organization.dissolveReason}</p> : null}
      <dl className="sheet">
        <dt>全称</dt><dd>{organization.fullName}</dd>
        <dt>类别</dt><dd>{organizationKindLabels[organization.kind]}{organization.tier ? `，“1+2+N”中的 ${organizationTierLabels[organization.tier].sign}（${organizationTierLabels[organization.tier].name}）` : ''}</dd>
        <dt>隶属</dt><dd>{organization.path.length > 0 ? chain(organization.path) : <span className="quiet">没有上级</span>}</dd>
        {organization.partnersWith ? <><dt>协同</dt><dd>{link(organization.partnersWith)}</dd></> : null}
        <dt>组织关系由谁办</dt>
        <dd>
          {organization.approvingCommittee ? link(organization.approvingCommittee) : <span className="quiet">上级里还没有能审批预备党员的党委</span>}
          {organization.endorsingGeneralBranches.length > 0 ? <div className="quiet">先经{organization.endorsingGeneralBranches.map(({ name }) => name).join('、')}同意</div> : null}
        </dd>
        {organization.firm ? <><dt>所在企业</dt><dd>{organization.firm.name}</dd></> : null}
        <dt>下级组织</dt><dd>{organization.childCount} 个</dd>
        {organization.memberCount === null ? null : <><dt>党员</dt><dd><Link to={`../members?branch=${organization.id}`} relative="path">{organization.memberCount} 名</Link></dd></>}
        <dt>组织代码</dt><dd className="figures">{organization.code ?? missing}</dd>
        <dt>成立日期</dt><dd className="figures">{organization.foundedOn ?? missing}</dd>
        <dt>联系人</dt><dd>{organization.contactName ?? missing} <span className="figures">{organization.contactPhone ?? ''}</span></dd>
        <dt>地址</dt><dd>{organization.address ?? missing}{organization.postcode ? `（${organization.postcode}）` : ''}</dd>
      </dl>
      {allowed.length > 0 ? (
        <div className="drawer-actions">
          {allowed.includes('update') ? <Button type="primary" onClick={() => setDoing('update')}>修改资料</Button> : null}
          {allowed.includes('move') && organization.kind !== 'partner' ? <Button onClick={() => setDoing('move')}>调整隶属</Button> : null}
          {allowed.includes('dissolve') ? <Button danger onClick={() => setDoing('dissolve')}>撤销组织</Button> : null}
        </div>
      ) : null}
      <HistoryPart center={center} kind="organization" id={organization.id} />
      {doing === 'move' ? <MoveDialog center={center} organization={organization} nodes={nodes} onClose={() => setDoing(null)} /> : null}
      {doing === 'dissolve' ? <DissolveDialog center={center} organization={organization} onClose={() => setDoing(null)} /> : null}
    </>
  )
}
