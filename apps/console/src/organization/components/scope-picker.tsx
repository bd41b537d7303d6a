import type { ScopeKind } from '@dangqun/contracts/accounts/vocabulary'
import { Select } from 'antd'
import { useState } from 'react'
import { useFirms } from '../organization-firms.api'
import { useTree } from '../organization-tree.api'

interface Props {
  center: string
  kind: ScopeKind
  value: string | null
  onChange: (id: string | null) => void
  /** Of the field that it stands in. */
  field: { id: string; status?: 'error' }
}

/** The branch, committee or firm that a role is held for, found by a part of its name. */
export function ScopePicker(props: Props) {
  return props.kind === 'firm' ? <FirmPicker {...props} /> : <OrganizationPicker {...props} />
}

function FirmPicker({ center, value, onChange, field }: Props) {
  const [term, setTerm] = useState('')
  const isLongEnough = term.trim().length >= 2
  const firms = useFirms(center, { q: isLongEnough ? term.trim() : undefined, limit: 20 })
  return (
    <Select
      {...field}
      className="wide"
      showSearch={{ onSearch: setTerm, filterOption: false }}
      placeholder="输入企业名称中的两个字"
      loading={firms.isFetching}
      value={value ?? undefined}
      onChange={onChange}
      options={firms.data?.items.map(({ id, name, building, room }) => ({ value: id, label: `${name}（${building.name} ${room}）` }))}
      notFoundContent={firms.isError ? '企业名单没有加载出来，请重试' : '没有找到，换两个字试试'}
    />
  )
}

function OrganizationPicker({ center, kind, value, onChange, field }: Props) {
  const tree = useTree(center)
  const nodes = tree.data?.nodes.filter((node) => (node.kind === 'committee') === (kind === 'committee') && node.kind !== 'partner')
  return (
    <Select
      {...field}
      className="wide"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={kind === 'committee' ? '选择党委' : '选择党支部'}
      loading={tree.isPending}
      value={value ?? undefined}
      onChange={onChange}
      options={nodes?.map(({ id, name }) => ({ value: id, label: name }))}
      notFoundContent={tree.isError ? '组织名单没有加载出来，请重试' : '组织架构里还没有，请先在“组织架构”中新建'}
    />
  )
}
