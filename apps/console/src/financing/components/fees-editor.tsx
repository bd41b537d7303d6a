import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { Fee } from '@dangqun/contracts/financing/products/schemas'
import { feeBases, feeBasisLabels, feePayeeLabels, feePayees, feeTimeLabels, feeTimes } from '@dangqun/contracts/financing/vocabulary'
import { Button, Input, InputNumber, Radio, Select } from 'antd'
import { emptyFee, fromPercent, toPercent } from '../financing-form.rules'

interface Props {
  fees: Fee[] | null
  errors: Readonly<Record<string, string>>
  onChange: (fees: Fee[] | null) => void
}

type Answer = 'unsaid' | 'none' | 'some'

/** Every cost besides interest, or the statement that there is none: without either the product is not ranked. */
export function FeesEditor({ fees, errors, onChange }: Props) {
  const answer: Answer = fees === null ? 'unsaid' : fees.length === 0 ? 'none' : 'some'
  const list = fees ?? []
  const change = (index: number, changes: Partial<Fee>) => onChange(list.map((fee, place) => (place === index ? { ...fee, ...changes } : fee)))
  const problem = Object.entries(errors).find(([path]) => path.startsWith('terms.fees'))?.[1]
  return (
    <section className="panel form-part">
      <h2>利息以外的费用</h2>
      <Radio.Group
        aria-label="利息以外的费用"
        value={answer}
        options={[{ value: 'none', label: '无其他费用' }, { value: 'some', label: '有费用' }, { value: 'unsaid', label: '先不填（不参加排序）' }]}
        onChange={(event) => onChange(event.target.value === 'unsaid' ? null : event.target.value === 'none' ? [] : [emptyFee()])}
      />
      <div style={{ marginTop: 16 }}>
        {list.map((fee, index) => (
          <div key={index} className="stepper" style={{ flexWrap: 'wrap', marginBottom: 10 }}>
            <Input aria-label="费用名称" maxLength={20} style={{ width: 120 }} value={fee.name} onChange={(event) => change(index, { name: event.target.value })} />
            <Select aria-label="什么时候付" style={{ width: 130 }} value={fee.time} options={feeTimes.map((value) => ({ value, label: feeTimeLabels[value] }))} onChange={(time) => change(index, { time })} />
            <Select aria-label="付给谁" style={{ width: 150 }} value={fee.payee} options={feePayees.map((value) => ({ value, label: feePayeeLabels[value] }))} onChange={(payee) => change(index, { payee })} />
            <Select aria-label="怎么算" style={{ width: 130 }} value={fee.basis} options={feeBases.map((value) => ({ value, label: feeBasisLabels[value] }))} onChange={(basis) => change(index, basis === 'fixed' ? { basis, bp: 0, fen: 10_000 } : { basis, fen: 0, bp: fee.bp || 50 })} />
            {fee.basis === 'fixed'
              ? <InputNumber aria-label="金额" style={{ width: 130 }} min={0.01} precision={2} suffix="元" value={fee.fen / 100} onChange={(value) => change(index, { fen: Math.round((value ?? 0) * 100) })} />
              : <InputNumber aria-label="比例" style={{ width: 130 }} min={0.01} max={20} precision={2} suffix="%" value={toPercent(fee.bp)} onChange={(value) => change(index, { bp: fromPercent(value) })} />}
            <Button type="text" icon={<DeleteOutlined />} aria-label={`删除${fee.name}`} onClick={() => onChange(list.filter((_, place) => place !== index))} />
          </div>
        ))}
        {answer === 'some' && list.length < 8 ? <Button icon={<PlusOutlined />} onClick={() => onChange([...list, emptyFee()])}>再加一项费用</Button> : null}
        {problem ? <div className="field-error" role="alert">{problem}</div> : null}
      </div>
      <div style={{ height: 16 }} />
    </section>
  )
}
