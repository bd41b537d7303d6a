import type { CreateOrganization, OrganizationNode } from '@dangqun/contracts/organization/tree/schemas'
import { organizationKindLabels, organizationKinds, organizationTierLabels, organizationTiers } from '@dangqun/contracts/organization/tree/vocabulary'
import { Checkbox } from 'antd'
import { uppersFor } from '../organization-chart.rules'
import { organizationSchema, toCreateOrganization, unsetOrganization, type OrganizationValues } from '../organization-node.rules'
import { useEntry } from '../../ui/use-entry'
import { EntryDate, EntrySelect } from '../../ui/entry-choice'
import { EntryForm, EntryLine } from '../../ui/entry-form'

interface Props {
  /** Names the draft: centre and organisation. */
  name: string
  initial: OrganizationValues
  nodes: readonly OrganizationNode[]
  /** Kind and 隶属 are given once; later 隶属 changes by a move. */
  isNew: boolean
  /** Of the one that is edited. */
  id: string | null
  submitLabel: string
  send: (body: CreateOrganization) => Promise<unknown>
  onCancel: () => void
}

export function OrganizationForm({ name, initial, nodes, isNew, id, submitLabel, send, onCancel }: Props) {
  const entry = useEntry<OrganizationValues, CreateOrganization>({
    name, initial, schema: organizationSchema, toBody: toCreateOrganization, unset: unsetOrganization, send,
    refusedField: {
      'organization.codeTaken': 'code', 'organization.nameTaken': 'fullName', 'organization.coreTaken': 'tier', 'organization.upperUnfit': 'reportsTo',
      'organization.upperNotFound': 'reportsTo', 'organization.partnerNotFound': 'partnersWith',
    },
  })
  const { values } = entry
  const uppers = values.kind ? uppersFor(nodes, { id, kind: values.kind }) : []
  const named = (list: readonly OrganizationNode[]) => list.map((node) => ({ value: node.id, label: node.name }))
  return (
    <EntryForm entry={entry} submitLabel={submitLabel} onCancel={onCancel}>
      {isNew ? (
        <>
          <EntrySelect entry={entry} field="kind" label="类别" placeholder="选择类别" options={organizationKinds.map((kind) => ({ value: kind, label: organizationKindLabels[kind] }))} />
          {values.kind && values.kind !== 'partner' ? (
            <EntrySelect entry={entry} field="reportsTo" label="隶属于" isOptional={values.kind === 'committee'} hint="由谁管理。组织关系由最近的、能审批预备党员的上级党委开具和接收。" placeholder="选择上级组织" options={named(uppers)} />
          ) : null}
        </>
      ) : null}
      <EntryLine entry={entry} field="name" label="简称" maxLength={40} placeholder="例如：商户联合党支部" />
      <EntryLine entry={entry} field="fullName" label="全称" hint="与公章一致，会印在介绍信上。" />
      <div className="form-pair">
        <EntrySelect entry={entry} field="tier" label="在“1+2+N”中" isOptional placeholder="不在其中" options={organizationTiers.map((tier) => ({ value: tier, label: `${organizationTierLabels[tier].sign} · ${organizationTierLabels[tier].name}` }))} />
        <EntrySelect entry={entry} field="partnersWith" label="与谁协同" isOptional={values.kind !== 'partner'} hint="只是一起做事，不是隶属。" placeholder="不协同" options={named(nodes.filter((node) => node.id !== id))} />
      </div>
      {values.kind === 'committee' ? (
        <div className="field">
          <Checkbox checked={values.canApproveProbationary} onChange={(event) => entry.change({ canApproveProbationary: event.target.checked })}>有审批预备党员权限（可以开具和接收组织关系）</Checkbox>
        </div>
      ) : null}
      <div className="form-pair">
        <EntryLine entry={entry} field="code" label="组织代码" isOptional maxLength={12} placeholder="12 位数字" />
        <EntryDate entry={entry} field="foundedOn" label="成立日期" isOptional />
        <EntryLine entry={entry} field="contactName" label="联系人" isOptional maxLength={40} />
        <EntryLine entry={entry} field="contactPhone" label="联系电话" isOptional maxLength={20} />
      </div>
      <EntryLine entry={entry} field="address" label="通讯地址" isOptional maxLength={100} />
      <EntryLine entry={entry} field="postcode" label="邮编" isOptional maxLength={6} />
    </EntryForm>
  )
}
