import type { ProductTerms } from '@dangqun/contracts/financing/products/schemas'
import { dayCountLabels, dayCounts, lprResetLabels, lprResets, lprTenorLabels, lprTenors, purposeLabels, purposes, repaymentLabels, repayments, securities, securityLabels } from '@dangqun/contracts/financing/vocabulary'
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { DayPicker } from '../../ui/day-picker'
import { Field } from '../../ui/field'
import { fromPercent, fromWan, otherPricing, toPercent, toWan, withSecurities } from '../financing-form.rules'
import { FeesEditor } from './fees-editor'
import { RulesEditor } from './rules-editor'

interface Props {
  terms: ProductTerms
  errors: Readonly<Record<string, string>>
  onChange: (terms: ProductTerms) => void
}

const options = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) => values.map((value) => ({ value, label: labels[value] }))

/** A product's terms, in the order in which a bank explains them. */
export function TermsEditor({ terms, errors, onChange }: Props) {
  const { pricing, contact } = terms
  const set = (changes: Partial<ProductTerms>) => onChange({ ...terms, ...changes })
  const at = (path: string) => errors[`terms.${path}`] ?? errors[path]
  return (
    <>
      <section className="panel form-part">
        <h2>额度与期限</h2>
        <Field id="name" label="产品名称" error={at('name')}>{(props) => <Input {...props} maxLength={24} showCount value={terms.name} onChange={(event) => set({ name: event.target.value })} />}</Field>
        <div className="form-pair">
          <Field id="amountMinFen" label="最低额度" error={at('amountMinFen')}>{(props) => <InputNumber {...props} className="number" min={0.1} suffix="万元" value={toWan(terms.amountMinFen)} onChange={(value) => set({ amountMinFen: fromWan(value) })} />}</Field>
          <Field id="amountMaxFen" label="最高额度" error={at('amountMaxFen')}>{(props) => <InputNumber {...props} className="number" min={0.1} suffix="万元" value={toWan(terms.amountMaxFen)} onChange={(value) => set({ amountMaxFen: fromWan(value) })} />}</Field>
          <Field id="termMinMonths" label="最短期限" error={at('termMinMonths')}>{(props) => <InputNumber {...props} className="number" min={1} max={360} precision={0} suffix="个月" value={terms.termMinMonths} onChange={(value) => set({ termMinMonths: value ?? 1 })} />}</Field>
          <Field id="termMaxMonths" label="最长期限" error={at('termMaxMonths')}>{(props) => <InputNumber {...props} className="number" min={1} max={360} precision={0} suffix="个月" value={terms.termMaxMonths} onChange={(value) => set({ termMaxMonths: value ?? 1 })} />}</Field>
        </div>
        <Field id="purposes" label="用途" error={at('purposes')} isGroup>{(props) => <Checkbox.Group {...props} options={options(purposes, purposeLabels)} value={terms.purposes} onChange={(value) => set({ purposes: value })} />}</Field>
        <Field id="acceptsRenewal" label="续贷与置换" isGroup>{(props) => <Checkbox {...props} checked={terms.acceptsRenewal} onChange={(event) => set({ acceptsRenewal: event.target.checked })}>办理无还本续贷、置换</Checkbox>}</Field>
      </section>
      <section className="panel form-part">
        <h2>利率与还款</h2>
        <Field id="pricing" label="定价方式" isGroup>{(props) => <Radio.Group {...props} value={pricing.kind} onChange={(event) => set({ pricing: otherPricing(pricing, event.target.value === 'fixed' ? 'fixed' : 'lpr') })} options={[{ value: 'lpr', label: 'LPR 加减点' }, { value: 'fixed', label: '固定利率' }]} />}</Field>
        {pricing.kind === 'lpr' ? (
          <div className="form-pair">
            <Field id="tenor" label="参考">{(props) => <Select {...props} className="wide" value={pricing.tenor} options={options(lprTenors, lprTenorLabels)} onChange={(tenor) => set({ pricing: { ...pricing, tenor } })} />}</Field>
            <Field id="reset" label="怎么调整">{(props) => <Select {...props} className="wide" value={pricing.reset} options={options(lprResets, lprResetLabels)} onChange={(reset) => set({ pricing: { ...pricing, reset } })} />}</Field>
            <Field id="spreadLowBp" label="最低加点" error={at('pricing.spreadLowBp')}>{(props) => <InputNumber {...props} className="number" precision={0} suffix="基点" value={pricing.spreadLowBp} onChange={(value) => set({ pricing: { ...pricing, spreadLowBp: value ?? 0 } })} />}</Field>
            <Field id="spreadHighBp" label="最高加点" error={at('pricing.spreadHighBp')}>{(props) => <InputNumber {...props} className="number" precision={0} suffix="基点" value={pricing.spreadHighBp} onChange={(value) => set({ pricing: { ...pricing, spreadHighBp: value ?? 0 } })} />}</Field>
          </div>
        ) : (
          <div className="form-pair">
            <Field id="lowBp" label="最低利率" error={at('pricing.lowBp')}>{(props) => <InputNumber {...props} className="number" min={0} max={24} precision={2} suffix="%" value={toPercent(pricing.lowBp)} onChange={(value) => set({ pricing: { ...pricing, lowBp: fromPercent(value) } })} />}</Field>
            <Field id="highBp" label="最高利率" error={at('pricing.highBp')}>{(props) => <InputNumber {...props} className="number" min={0} max={24} precision={2} suffix="%" value={toPercent(pricing.highBp)} onChange={(value) => set({ pricing: { ...pricing, highBp: fromPercent(value) } })} />}</Field>
          </div>
        )}
        <Field id="dayCount" label="计息方式">{(props) => <Select {...props} className="wide" value={terms.dayCount} options={options(dayCounts, dayCountLabels)} onChange={(dayCount) => set({ dayCount })} />}</Field>
        <Field id="repayments" label="还款方式" hint="排在第一的是常用的，比较时按它测算。" error={at('repayments')}>{(props) => <Select {...props} mode="multiple" className="wide" value={terms.repayments} options={options(repayments, repaymentLabels)} onChange={(value) => set({ repayments: value })} />}</Field>
      </section>
      <FeesEditor fees={terms.fees} errors={errors} onChange={(fees) => set({ fees })} />
      <section className="panel form-part">
        <h2>担保</h2>
        <Field id="securities" label="担保方式" error={at('securities')} isGroup>{(props) => <Checkbox.Group {...props} options={options(securities, securityLabels)} value={terms.securities} onChange={(value) => onChange(withSecurities(terms, value))} />}</Field>
        {terms.loanToValueBp === null ? null : <Field id="loanToValueBp" label="最高抵押（质押）率" error={at('loanToValueBp')}>{(props) => <InputNumber {...props} className="number" min={10} max={100} precision={0} suffix="%" value={toPercent(terms.loanToValueBp ?? 0)} onChange={(value) => set({ loanToValueBp: fromPercent(value) })} />}</Field>}
        <Field id="hasOwnerGuarantee" label="另需" isGroup>{(props) => <Checkbox {...props} checked={terms.hasOwnerGuarantee} onChange={(event) => set({ hasOwnerGuarantee: event.target.checked })}>实控人保证</Checkbox>}</Field>
      </section>
      <RulesEditor rules={terms.entryRules} errors={errors} onChange={(entryRules) => set({ entryRules })} />
      <section className="panel form-part">
        <h2>办理</h2>
        <Field id="promisedDays" label="承诺答复" isOptional hint="材料齐全之后算起；没有承诺就空着。" error={at('promisedDays')}>{(props) => <InputNumber {...props} className="number" min={1} max={60} precision={0} suffix="个工作日" value={terms.promisedDays} onChange={(promisedDays) => set({ promisedDays })} />}</Field>
        <Field id="materials" label="材料" isOptional hint="每输入一项按回车。" error={at('materials')}>{(props) => <Select {...props} mode="tags" open={false} suffixIcon={null} className="wide" value={terms.materials} onChange={(materials: string[]) => set({ materials })} />}</Field>
        <div className="form-pair">
          <Field id="outlet" label="网点" error={at('contact.outlet')}>{(props) => <Input {...props} maxLength={40} value={contact.outlet} onChange={(event) => set({ contact: { ...contact, outlet: event.target.value } })} />}</Field>
          <Field id="managerNumber" label="客户经理工号" error={at('contact.managerNumber')}>{(props) => <Input {...props} maxLength={20} value={contact.managerNumber} onChange={(event) => set({ contact: { ...contact, managerNumber: event.target.value } })} />}</Field>
          <Field id="managerPhone" label="联系电话" error={at('contact.managerPhone')}>{(props) => <Input {...props} maxLength={20} value={contact.managerPhone} onChange={(event) => set({ contact: { ...contact, managerPhone: event.target.value } })} />}</Field>
          <span />
          <Field id="validFrom" label="有效期从" error={at('validFrom')}>{(props) => <DayPicker {...props} value={terms.validFrom || null} onChange={(day) => set({ validFrom: day ?? '' })} />}</Field>
          <Field id="validTo" label="到" error={at('validTo')}>{(props) => <DayPicker {...props} value={terms.validTo || null} onChange={(day) => set({ validTo: day ?? '' })} />}</Field>
        </div>
      </section>
    </>
  )
}
