import { educations, ethnicities, memberCategories, memberCategoryLabels } from '@dangqun/contracts/organization/members/vocabulary'
import { branchKinds } from '@dangqun/contracts/organization/tree/vocabulary'
import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { consentSourceLabels, transferCauseLabels, transferCauses, transferKindLabels, transferKinds, type TransferDirection } from '@dangqun/contracts/transfer/vocabulary'
import { App } from 'antd'
import { useState } from 'react'
import { EntryDate, EntrySelect } from '../../ui/entry-choice'
import { EntryForm, EntryLine } from '../../ui/entry-form'
import { useMembers } from '../../organization/organization-members.api'
import { useTree } from '../../organization/organization-tree.api'
import { deskFields, deskValuesOf, emptyDesk, toCreate, toUpdate } from '../transfer-desk.rules'
import { useOpenTransfer, useUpdateTransfer } from '../transfer.api'
import { useDeskEntry } from '../use-desk-entry'
import { ReceiverFields } from './receiver-fields'

type Props = { center: string; onDone: (id: string) => void; onCancel: () => void } & ({ transfer: Transfer; direction?: undefined } | { transfer?: undefined; direction: TransferDirection })

const codes = (labels: Readonly<Record<string, string>>) => Object.entries(labels).sort(([a], [b]) => Number(a) - Number(b)).map(([value, label]) => ({ value, label }))

/** A case as the desk fills it in; what is still missing may follow, the pre-check names it. */
export function DeskForm({ center, transfer, direction: given, onDone, onCancel }: Props) {
  const { message } = App.useApp()
  const direction = transfer?.direction ?? given ?? 'out'
  const isNew = transfer === undefined
  const [term, setTerm] = useState('')
  const tree = useTree(center)
  const members = useMembers(center, { q: [...term].length >= 2 ? term : undefined, limit: 20 })
  const open = useOpenTransfer(center)
  const update = useUpdateTransfer(center, transfer?.id ?? '')
  const entry = useDeskEntry({
    name: `transfer.${center}.${transfer?.id ?? direction}`, direction, isNew, initial: transfer ? { ...deskValuesOf(transfer.form), kind: transfer.kind } : { ...emptyDesk, kind: direction === 'internal' ? 'internal' : null },
    send: async (body) => {
      const saved = transfer ? await update.mutateAsync(toUpdate(body, transfer)) : await open.mutateAsync(toCreate(direction, body))
      void message.success(isNew ? '已登记，核对无误再提交' : '已保存')
      onDone(saved.id)
    },
  })
  const { values } = entry
  const fields = deskFields(direction, values.kind)
  const branches = (tree.data?.nodes ?? []).filter(({ kind }) => branchKinds.includes(kind)).map(({ id, name }) => ({ value: id, label: name }))
  const kinds = transferKinds.filter((kind) => kind !== 'restricted_paper' && kind !== 'internal').map((value) => ({ value, label: transferKindLabels[value] }))
  return (
    <EntryForm entry={entry} submitLabel={isNew ? '登记' : '保存'} onCancel={onCancel}>
      {isNew && direction !== 'in' ? (
        <EntrySelect
          entry={entry} field="memberId" label="党员" placeholder="输入姓名的两个字查找" filterOption={false} onSearch={setTerm} loading={members.isFetching} notFoundContent="没有找到，换两个字试试"
          hint="姓名、身份证号、入党时间从名册带入，不用再填。" options={(members.data?.items ?? []).map(({ id, name, branch }) => ({ value: id, label: `${name}（${branch.name}）` }))}
        />
      ) : null}
      {isNew ? (
        <>
          {direction === 'internal' ? null : <EntrySelect entry={entry} field="kind" label="转接方式" placeholder="选择方式" options={kinds} hint="涉密、军警人员不在这里登记，请直接办纸质介绍信。" />}
          <div className="form-pair">
            <EntrySelect entry={entry} field="source" label="本人同意的凭据" options={(['signed_paper', 'signed_roster'] as const).map((value) => ({ value, label: consentSourceLabels[value] }))} />
            <EntryDate entry={entry} field="signedOn" label="签字日期" />
          </div>
        </>
      ) : null}
      {fields.has('name') ? (
        <>
          <div className="form-pair">
            <EntryLine entry={entry} field="name" label="姓名" maxLength={40} isOptional={!isNew} />
            <EntryLine entry={entry} field="phone" label="手机号" maxLength={16} isOptional />
          </div>
          <EntryLine entry={entry} field="idNumber" label="身份证号" maxLength={24} isOptional hint={transfer?.form.idNumber ? `现在是 ${transfer.form.idNumber}，不改就留空。` : '加密保存，列表里只显示前后几位。'} />
          <div className="form-pair">
            <EntrySelect entry={entry} field="ethnicity" label="民族" options={codes(ethnicities)} />
            <EntrySelect entry={entry} field="education" label="学历" options={codes(educations)} isOptional placeholder="选择学历" />
            <EntrySelect entry={entry} field="category" label="党员类别" options={memberCategories.map((value) => ({ value, label: memberCategoryLabels[value] }))} isOptional placeholder="选择类别" />
            <EntryDate entry={entry} field="joinedOn" label="入党日期" isOptional />
            {values.category === 'probationary' ? <EntryDate entry={entry} field="probationEndsOn" label="预备期满日期" isOptional /> : <EntryDate entry={entry} field="confirmedOn" label="转正日期" isOptional />}
          </div>
          <div className="form-pair">
            <EntryLine entry={entry} field="originCommitteeName" label="现在的基层党委" hint="与公章一致的全称。" isOptional />
            <EntryLine entry={entry} field="originCommitteeCode" label="它的组织编码" maxLength={12} hint="12 位数字。" isOptional />
          </div>
        </>
      ) : null}
      {fields.has('receivingBranchId') ? <EntrySelect entry={entry} field="receivingBranchId" label={direction === 'in' ? '想转到哪个支部' : '新的党支部'} isOptional={direction === 'in'} placeholder="选择支部" loading={tree.isPending} options={branches} /> : null}
      {fields.has('title') ? <ReceiverFields center={center} entry={entry} /> : null}
      {fields.has('destination') ? <EntryLine entry={entry} field="destination" label="去处" maxLength={120} isOptional hint="单位写全称；按居住地转的写到村或社区。" /> : null}
      {fields.has('contact') ? (
        <div className="form-pair">
          <EntryLine entry={entry} field="contact" label="对方联系人" maxLength={40} isOptional />
          <EntryLine entry={entry} field="contactPhone" label="对方电话" maxLength={30} isOptional />
        </div>
      ) : null}
      <div className="form-pair">
        <EntrySelect entry={entry} field="cause" label="转接原因" isOptional placeholder="选择原因" options={transferCauses.map((value) => ({ value, label: transferCauseLabels[value] }))} />
        <EntryLine entry={entry} field="duesPaidTo" label="党费交至" isOptional placeholder="2026-12" maxLength={7} />
        {fields.has('validDays') ? <EntryLine entry={entry} field="validDays" label="有效期（天）" isOptional maxLength={2} hint="1 到 90 天。" /> : null}
      </div>
    </EntryForm>
  )
}
