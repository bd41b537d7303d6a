import { sayAmount, sayBpRange, sayMonths } from '@dangqun/contracts/kit/figures'
import { Select } from 'antd'
import { Field } from '../../ui/field'
import { useProductsOf } from '../financing-referrals.api'

interface Props {
  center: string
  bankId: string
  value: string | null
  error: string | undefined
  onChange: (productId: string | null) => void
}

/** Which of the bank's products a claim is for; without a choice it is the one that fits best. */
export function ProductChoice({ center, bankId, value, error, onChange }: Props) {
  const products = useProductsOf(center, bankId)
  return (
    <Field id="referral-productId" label="用哪款产品接单" isOptional error={error ?? (products.isError ? '产品没有加载出来，不选也能接单' : undefined)} hint="不选，就用匹配最好的一款；接单后利率和条款按当天的锁定 10 个工作日。">
      {(props) => (
        <Select
          {...props} className="wide" allowClear placeholder="匹配最好的一款" loading={products.isPending} value={value ?? undefined} onChange={(id?: string) => onChange(id ?? null)} notFoundContent="本行没有在架的产品"
          options={products.data?.map(({ id, terms, nominalLowBp, nominalHighBp }) => ({
            value: id,
            label: `${terms.name} · ${nominalLowBp === null || nominalHighBp === null ? '缺 LPR' : sayBpRange(nominalLowBp, nominalHighBp)} · ${sayAmount(terms.amountMinFen)}–${sayAmount(terms.amountMaxFen)} · 最长 ${sayMonths(terms.termMaxMonths)}`,
          }))}
        />
      )}
    </Field>
  )
}
