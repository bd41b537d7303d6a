import type { OrganizationNode } from '@dangqun/contracts/organization/tree/schemas'
import { organizationKindLabels } from '@dangqun/contracts/organization/tree/vocabulary'
import { Tree, type TreeDataNode } from 'antd'
import { forestOf, type Branching } from '../organization-chart.rules'

interface Props {
  nodes: readonly OrganizationNode[]
  openId: string | undefined
  onOpen: (id: string) => void
}

/** Who reports to whom, as a tree. */
export function OrganizationForest({ nodes, openId, onOpen }: Props) {
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  const draw = ({ node, children }: Branching): TreeDataNode => ({
    key: node.id,
    title: (
      <span>
        <span className="strong">{node.name}</span>{' '}
        <span className="quiet">{organizationKindLabels[node.kind]}{node.partnersWith ? ` · 与${names.get(node.partnersWith) ?? ''}协同` : ''}</span>
      </span>
    ),
    children: children.map(draw),
  })
  return <div className="forest"><Tree treeData={forestOf(nodes).map(draw)} defaultExpandAll showLine blockNode selectedKeys={openId ? [openId] : []} onSelect={(_, { node }) => onOpen(String(node.key))} /></div>
}
