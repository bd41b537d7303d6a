import type { OrganizationNode } from '@dangqun/contracts/organization/tree/schemas'
import { organizationKindLabels } from '@dangqun/contracts/organization/tree/vocabulary'
import type { ReactNode } from 'react'
import { chartOf } from '../organization-chart.rules'

interface Props {
  nodes: readonly OrganizationNode[]
  openId: string | undefined
  onOpen: (id: string) => void
}

/** The 1+2+N from above: who it reports to, the core, the trunks, the N by kind. */
export function OrganizationChart({ nodes, openId, onOpen }: Props) {
  const { above, core, trunk, groups, others } = chartOf(nodes)
  const card = (node: OrganizationNode, className = '') => (
    <button key={node.id} type="button" className={`node ${className} ${node.id === openId ? 'is-open' : ''}`} aria-pressed={node.id === openId} onClick={() => onOpen(node.id)}>
      <span className="node-name">{node.name}</span>
      <span className="quiet">{organizationKindLabels[node.kind]}{node.memberCount === null ? '' : ` · ${node.memberCount} 名党员`}{node.canApproveProbationary ? ' · 可开具、接收组织关系' : ''}</span>
    </button>
  )
  const count = groups.reduce((sum, group) => sum + group.nodes.length, 0)
  return (
    <div className="chart">
      {above.length > 0 ? <Rank sign="上级" title="隶属于">{above.map((node) => card(node, 'is-above'))}</Rank> : null}
      <Rank sign="1" title="核心">{core ? card(core, 'is-core') : <p className="quiet">还没有设核心组织。打开一个组织，把它设为“1 · 核心”。</p>}</Rank>
      <Rank sign="2" title="骨干">{trunk.length > 0 ? trunk.map((node) => card(node, 'is-trunk')) : <p className="quiet">还没有设骨干组织。</p>}</Rank>
      <section className="rank" aria-label={`N：${count} 个成员组织`}>
        <div className="rank-sign"><strong>N</strong><span className="quiet">{count} 个</span></div>
        <div className="rank-groups">
          {groups.length === 0 ? <p className="quiet">还没有成员组织。</p> : null}
          {groups.map((group) => (
            <div key={group.title}>
              <h3 className="rank-title">{group.title} <span className="quiet">{group.nodes.length}</span></h3>
              <div className="rank-nodes">{group.nodes.map((node) => card(node))}</div>
            </div>
          ))}
        </div>
      </section>
      {others.length > 0 ? <Rank sign="其他" title="不在其中">{others.map((node) => card(node))}</Rank> : null}
    </div>
  )
}

function Rank({ sign, title, children }: { sign: string; title: string; children: ReactNode }) {
  return (
    <section className="rank" aria-label={`${sign} ${title}`}>
      <div className="rank-sign"><strong>{sign}</strong><span className="quiet">{title}</span></div>
      <div className="rank-nodes">{children}</div>
    </section>
  )
}
