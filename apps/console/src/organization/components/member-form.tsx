import type { CreateMember } from '@dangqun/contracts/organization/members/schemas'
import { educations, ethnicities, memberCategories, memberCategoryLabels, memberFlowLabels, memberFlows } from '@dangqun/contracts/organization/members/vocabulary'
import { branchKinds } from '@dangqun/contracts/organization/tree/vocabulary'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { emptyMember, identityWords, newMemberSchema, toCreateMember, unsetMember, type MemberValues } from '../organization-member-form.rules'
import { useTree } from '../organization-tree.api'
import { useFirms } from '../organization-firms.api'
import { useEntry } from '../../ui/use-entry'
import { EntryDate, EntrySelect } from '../../ui/entry-choice'
import { EntryForm, EntryLine } from '../../ui/entry-form'

interface Props {
  center: string
  name: string
  initial?: MemberValues
  /** Of somebody who is not in the roll yet; default: nothing was given to begin with. */
  isNew?: boolean
  /** Shown in the firm's choice before anything is searched. */
  firm?: { id: string; name: string } | null
  submitLabel: string
  send: (body: CreateMember) => Promise<unknown>
  onCancel: () => void
}

const options = (labels: Readonly<Record<string, string>>) => Object.entries(labels).sort(([a], [b]) => Number(a) - Number(b)).map(([value, label]) => ({ value, label }))

/** A member's sixteen fields; what the ID number says is not asked again but compared. */
export function MemberForm({ center, name, initial, isNew = initial === undefined, firm = null, submitLabel, send, onCancel }: Props) {
  const tree = useTree(center)
  const [term, setTerm] = useState('')
  const firms = useFirms(center, { q: term, limit: 20 }, term.length >= 2)
  const entry = useEntry<MemberValues, CreateMember>({
    name, initial: initial ?? emptyMember, schema: newMemberSchema, toBody: toCreateMember, unset: unsetMember, send, unkept: ['idNumber', 'isIdentityChecked'],
    refusedField: { 'organization.memberExists': 'idNumber', 'organization.branchUnfit': 'branchId' },
  })
  const { values, errors } = entry
  const identity = identityWords(values.idNumber)
  const found = (firms.data?.items ?? []).map(({ id, name: label }) => ({ value: id, label }))
  const known = firm && !found.some(({ value }) => value === firm.id) ? [{ value: firm.id, label: firm.name }] : []
  return (
    <EntryForm entry={entry} submitLabel={submitLabel} onCancel={onCancel}>
      <div className="form-pair">
        <EntryLine entry={entry} field="name" label="姓名" maxLength={40} />
        <EntryLine entry={entry} field="formerName" label="曾用名" isOptional maxLength={40} />
      </div>
      <EntryLine entry={entry} field="idNumber" label="身份证号" maxLength={24} hint={identity ? `由号码得出：${identity}` : '性别和出生日期由号码得出，不用另填。号码加密保存。'} />
      {isNew && identity ? (
        <div className="field">
          <Checkbox checked={values.isIdentityChecked} onChange={(event) => entry.change({ isIdentityChecked: event.target.checked })}>已对照证件核对：{identity}</Checkbox>
          {errors['isIdentityChecked'] ? <div className="field-error" role="alert">{errors['isIdentityChecked']}</div> : null}
        </div>
      ) : null}
      <div className="form-pair">
        <EntrySelect entry={entry} field="ethnicity" label="民族" options={options(ethnicities)} placeholder="选择民族" />
        <EntrySelect entry={entry} field="education" label="学历" options={options(educations)} placeholder="选择学历" />
        <EntryLine entry={entry} field="phone" label="手机号" isOptional maxLength={16} />
        <EntrySelect entry={entry} field="flow" label="流动状态" options={memberFlows.map((flow) => ({ value: flow, label: memberFlowLabels[flow] }))} />
      </div>
      <EntrySelect entry={entry} field="branchId" label="所在支部" placeholder="选择支部" loading={tree.isPending} options={(tree.data?.nodes ?? []).filter(({ kind }) => branchKinds.includes(kind)).map(({ id, name: label }) => ({ value: id, label }))} />
      <EntrySelect
        entry={entry}
        field="firmId"
        label="工作单位"
        isOptional
        placeholder="输入企业名称的两个字查找"
        filterOption={false}
        onSearch={setTerm}
        loading={firms.isFetching}
        notFoundContent={term.length < 2 ? '输入企业名称的两个字' : firms.isFetching ? '正在查找' : '没有找到这家企业'}
        options={[...known, ...found]}
      />
      <EntrySelect entry={entry} field="category" label="类别" placeholder="选择类别" options={memberCategories.map((category) => ({ value: category, label: memberCategoryLabels[category] }))} />
      <div className="form-pair">
        <EntryDate entry={entry} field="joinedOn" label="入党日期" />
        {values.category === 'full' ? <EntryDate entry={entry} field="confirmedOn" label="转正日期" /> : null}
        {values.category === 'probationary' ? <EntryDate entry={entry} field="probationEndsOn" label="预备期满" /> : null}
        {values.category === 'probationary' ? <EntryDate entry={entry} field="extendedTo" label="延长至" isOptional hint="只能延长一次，6 到 12 个月。" /> : null}
      </div>
      <div className="form-pair">
        <EntryLine entry={entry} field="emergencyName" label="紧急联系人" isOptional maxLength={40} />
        <EntryLine entry={entry} field="emergencyPhone" label="紧急联系人手机" isOptional maxLength={16} />
      </div>
    </EntryForm>
  )
}
