import { DeleteOutlined } from '@ant-design/icons'
import type { EntryRule } from '@dangqun/contracts/financing/products/schemas'
import {
  entryRuleKinds, entryRuleLabels, industries, industryLabels, revenueBands, revenueFloorLabels, staffBands, staffFloorLabels, taxBands, taxFloorLabels, taxGradeLabels, taxGrades, type EntryRuleKind,
} from '@dangqun/contracts/financing/vocabulary'
import { firmKindLabels, firmKinds } from '@dangqun/contracts/organization/vocabulary'
import { Button, InputNumber, Select } from 'antd'
import { emptyRule } from '../financing-form.rules'

interface Props {
  rules: EntryRule[]
  errors: Readonly<Record<string, string>>
  onChange: (rules: EntryRule[]) => void
}

const options = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) => values.map((value) => ({ value, label: labels[value] }))

/** Who may apply, as data that matching reads: one rule of each kind at most. */
export function RulesEditor({ rules, errors, onChange }: Props) {
  const left = entryRuleKinds.filter((kind) => rules.every((rule) => rule.kind !== kind))
  const problem = Object.entries(errors).find(([path]) => path.startsWith('terms.entryRules'))?.[1]
  const replace = (next: EntryRule) => onChange(rules.map((rule) => (rule.kind === next.kind ? next : rule)))
  return (
    <section className="panel form-part">
      <h2>准入条件</h2>
      {rules.map((rule) => (
        <div key={rule.kind} className="stepper" style={{ alignItems: 'center', marginBottom: 10 }}>
          <span style={{ width: 110 }}>{entryRuleLabels[rule.kind]}</span>
          <RuleValue rule={rule} onChange={replace} />
          <Button type="text" icon={<DeleteOutlined />} aria-label={`删除${entryRuleLabels[rule.kind]}`} onClick={() => onChange(rules.filter(({ kind }) => kind !== rule.kind))} />
        </div>
      ))}
      {left.length > 0 ? <Select<EntryRuleKind> aria-label="加一条条件" placeholder="加一条条件" value={null} style={{ width: 200, marginBottom: 16 }} options={options(left, entryRuleLabels)} onChange={(kind) => onChange([...rules, emptyRule(kind)])} /> : null}
      {problem ? <div className="field-error" role="alert">{problem}</div> : null}
    </section>
  )
}

function RuleValue({ rule, onChange }: { rule: EntryRule; onChange: (rule: EntryRule) => void }) {
  const wide = { width: 360 }
  const label = entryRuleLabels[rule.kind]
  switch (rule.kind) {
    case 'founded': return <InputNumber aria-label={label} min={1} max={240} precision={0} suffix="个月以上" style={{ width: 160 }} value={rule.months} onChange={(months) => onChange({ ...rule, months: months ?? 1 })} />
    case 'revenue': return <Select aria-label={label} style={wide} value={rule.from} options={options(revenueBands, revenueFloorLabels)} onChange={(from) => onChange({ ...rule, from })} />
    case 'tax': return <Select aria-label={label} style={wide} value={rule.from} options={options(taxBands, taxFloorLabels)} onChange={(from) => onChange({ ...rule, from })} />
    case 'staff': return <Select aria-label={label} style={wide} value={rule.from} options={options(staffBands, staffFloorLabels)} onChange={(from) => onChange({ ...rule, from })} />
    case 'tax_grade': return <Select aria-label={label} mode="multiple" style={wide} value={rule.grades} options={options(taxGrades, taxGradeLabels)} onChange={(grades) => onChange({ ...rule, grades })} />
    case 'industry_in': case 'industry_out': return <Select aria-label={label} mode="multiple" style={wide} value={rule.industries} options={options(industries, industryLabels)} onChange={(chosen) => onChange({ ...rule, industries: chosen })} />
    case 'firm_kind': return <Select aria-label={label} mode="multiple" style={wide} value={rule.firmKinds} options={options(firmKinds, firmKindLabels)} onChange={(kinds) => onChange({ ...rule, firmKinds: kinds })} />
    case 'not_first_loan': return <span className="quiet">以前没有贷过款的企业不能申请</span>
  }
}
