import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { isOnPaper, reissueCauseLabels, reissueCauses, transferReasonAdvice, transferReasonLabels, transferReasons, type TransferAction, type TransferActionPart } from '@dangqun/contracts/transfer/vocabulary'
import { branchKinds } from '@dangqun/contracts/organization/tree/vocabulary'
import { Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTree } from '../../organization/organization-tree.api'
import { DayPicker } from '../../ui/day-picker'
import { Field } from '../../ui/field'
import type { ActErrors, ActValues } from '../transfer-act.rules'

interface Props {
  center: string
  transfer: Transfer
  action: TransferAction
  parts: readonly TransferActionPart[]
  offers: readonly TransferActionPart[]
  values: ActValues
  errors: ActErrors
  today: string
  onChange: (changes: Partial<ActValues>) => void
}

const usualComments: Partial<Record<TransferAction, readonly string[]>> = { void: ['本人不再转接', '信息有误，重新申请'], 'overturn-refusal': ['材料已核对，可以转'], 'overturn-rejection': ['已和原党委核实'] }

/** The fields of an act, in the order in which the papers on the desk are read. */
export function ActFields({ center, transfer, action, parts, offers, values, errors, today, onChange }: Props) {
  const has = (part: TransferActionPart) => parts.includes(part)
  const line = (field: 'number' | 'numberAgain' | 'issuer' | 'branchName' | 'reference', label: string, hint?: string, isOptional = false) => (
    <Field id={`act-${field}`} label={label} error={errors[field]} hint={hint} isOptional={isOptional}>
      {(props) => <Input {...props} autoFocus={field === 'number' || field === 'reference'} autoComplete="off" maxLength={field === 'reference' ? 60 : field === 'issuer' || field === 'branchName' ? 80 : 40} value={values[field]} onPaste={field === 'numberAgain' ? (event) => event.preventDefault() : undefined} onChange={(event) => onChange({ [field]: event.target.value })} />}
    </Field>
  )
  const isLetter = has('letter') || has('incomingLetter')
  return (
    <>
      {has('reason') ? (
        <Field id="act-reason" label="原因" error={errors.reason} hint={values.reason ? `本人会看到：${transferReasonAdvice[values.reason]}` : undefined}>
          {(props) => <Select {...props} autoFocus className="wide" showSearch={{ optionFilterProp: 'label' }} placeholder="选择原因，可输入编号" value={values.reason ?? undefined} onChange={(reason) => onChange({ reason })} options={transferReasons.map((value) => ({ value, label: `${value} ${transferReasonLabels[value]}` }))} />}
        </Field>
      ) : null}
      {has('reissueCause') ? (
        <Field id="act-reissueCause" label="为什么重新开具" error={errors.reissueCause}>
          {(props) => <Select {...props} className="wide" placeholder="选择原因" value={values.reissueCause ?? undefined} onChange={(reissueCause) => onChange({ reissueCause })} options={reissueCauses.map((value) => ({ value, label: reissueCauseLabels[value] }))} />}
        </Field>
      ) : null}
      {has('incomingLetter') ? line('issuer', '开具介绍信的党委', '与公章一致的全称。') : null}
      {isLetter ? (
        <>
          <div className="form-pair">
            {line('number', '介绍信编号')}
            {line('numberAgain', '再填一次编号', '对照介绍信手工填，防止看错。')}
          </div>
          <div className="form-pair">
            <Field id="act-issuedOn" label="开具日期" error={errors.issuedOn}>{(props) => <DayPicker {...props} value={values.issuedOn} notAfter={today} onChange={(issuedOn) => onChange({ issuedOn })} />}</Field>
            <Field id="act-validDays" label="有效期（天）" error={errors.validDays} hint="市内一般 7 到 10 天，全国 30 天，最多 90 天。">{(props) => <InputNumber {...props} className="number" min={1} max={90} precision={0} value={values.validDays} onChange={(validDays) => onChange({ validDays })} />}</Field>
          </div>
        </>
      ) : null}
      {has('receipt') ? <Field id="act-receiptOn" label={action === 'accept' ? '回执上的接收日期' : '回执日期'} error={errors.receiptOn} hint={action === 'accept' ? `要在 ${transfer.letterValidUntil ?? ''} 及以前。` : '回执联在接收后一个月内直接寄回原党委。'}>{(props) => <DayPicker {...props} value={values.receiptOn} notAfter={today} onChange={(receiptOn) => onChange({ receiptOn })} />}</Field> : null}
      {offers.includes('branch') ? <BranchField center={center} values={values} errors={errors} onChange={onChange} isOptional hint="选了，由这个支部的书记确认编入；不选，由党委自己登记。" /> : null}
      {has('branch') ? <BranchField center={center} values={values} errors={errors} onChange={onChange} isOptional={transfer.direction === 'out'} name={transfer.direction === 'out' && values.branchId === null ? line('branchName', '外单位的支部名称', '接收方不在本系统时，照回执上写的填。', true) : null} /> : null}
      {has('missingItems') ? (
        <Field id="act-missingItems" label="要补哪些材料" error={errors.missingItems} hint="一行写一项，例如：入党志愿书。">
          {(props) => <Input.TextArea {...props} autoSize={{ minRows: 3 }} maxLength={1000} value={values.missingItems} onChange={(event) => onChange({ missingItems: event.target.value })} />}
        </Field>
      ) : null}
      {has('reference') ? line('reference', '正式编号', transfer.direction === 'internal' ? '党委通知的文号。' : isOnPaper(transfer.kind) ? '回执日期和介绍信编号，例如：2026-12-20 皖0001001。' : '全国党员管理信息系统里的业务编号。') : null}
      <Field id="act-comment" label="说明" error={errors.comment} isOptional={!has('comment') || (has('reason') && values.reason !== 'R99')} hint={has('reason') ? (action === 'return' ? '本人会看到。写清改哪里、怎么改。' : '本人会看到。写清理由。') : undefined}>
        {(props) => <Input.TextArea {...props} autoSize={{ minRows: 2 }} maxLength={500} value={values.comment} onChange={(event) => onChange({ comment: event.target.value })} />}
      </Field>
      {usualComments[action] ? <div className="usual">{usualComments[action].map((words) => <button key={words} type="button" className="chip" onClick={() => onChange({ comment: words })}>{words}</button>)}</div> : null}
    </>
  )
}

/** A branch of this centre's tree, or the name of one outside. */
function BranchField({ center, values, errors, onChange, isOptional, hint, name }: Pick<Props, 'center' | 'values' | 'errors' | 'onChange'> & { isOptional: boolean; hint?: string; name?: ReactNode }) {
  const tree = useTree(center)
  const branches = (tree.data?.nodes ?? []).filter(({ kind }) => branchKinds.includes(kind)).map(({ id, name: label }) => ({ value: id, label }))
  return (
    <>
      <Field id="act-branchId" label="编入哪个支部" error={errors.branchId} isOptional={isOptional} hint={hint}>
        {(props) => <Select {...props} className="wide" allowClear showSearch={{ optionFilterProp: 'label' }} loading={tree.isPending} placeholder="选择支部" value={values.branchId ?? undefined} onChange={(branchId?: string) => onChange({ branchId: branchId ?? null })} options={branches} />}
      </Field>
      {name}
    </>
  )
}
