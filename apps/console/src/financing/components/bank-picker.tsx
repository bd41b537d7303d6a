import { Select } from 'antd'
import { useBanks } from '../financing.api'

interface Props {
  center: string
  value: string | null
  onChange: (id: string | null) => void
  /** Of the field that it stands in. */
  field: { id: string; status?: 'error' }
}

/** One of the centre's banks. */
export function BankPicker({ center, value, onChange, field }: Props) {
  const banks = useBanks(center)
  return (
    <Select
      {...field}
      className="wide"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="选择银行"
      loading={banks.isPending}
      value={value ?? undefined}
      onChange={onChange}
      options={banks.data?.items.map(({ id, name }) => ({ value: id, label: name }))}
      notFoundContent={banks.isError ? '银行名单没有加载出来，请重试' : '本中心还没有合作银行'}
    />
  )
}
