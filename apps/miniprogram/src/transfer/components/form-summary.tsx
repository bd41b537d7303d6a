import { Text, View } from '@tarojs/components'
import type { TransferBranches, TransferForm } from '@dangqun/contracts/transfer/schemas'
import { LinkButton } from '@/ui/button'
import { shortName } from '../transfer-words.rules'
import { fieldLabels, sayValue, type FormField, type FormValues } from '../transfer-form.rules'

interface FormSummaryProps {
  title: string
  fields: readonly FormField[]
  values: FormValues
  form: TransferForm
  branches: TransferBranches['items']
  changeText: string
  onChange: () => void
}

/** What is filled in, to be read over; empty fields are left out. */
export function FormSummary({ title, fields, values, form, branches, changeText, onChange }: FormSummaryProps) {
  const rows = fields.map((field) => [field, readable(field, values, form, branches)] as const).filter(([, words]) => words !== '')
  if (rows.length === 0) return null
  return (
    <View className="card summary">
      <View className="summary__head">
        <Text className="summary__title">{title}</Text>
        <LinkButton text={changeText} onTap={onChange} />
      </View>
      {rows.map(([field, words]) => (
        <View key={field} className="summary__row">
          <Text className="summary__label">{fieldLabels[field]}</Text>
          <Text className="summary__value">{words}</Text>
        </View>
      ))}
    </View>
  )
}

function readable(field: FormField, values: FormValues, form: TransferForm, branches: TransferBranches['items']): string {
  if (field === 'idNumber') return values.idNumber === '' ? (form.idNumber ?? '') : `${values.idNumber.slice(0, 3)}${'*'.repeat(13)}${values.idNumber.slice(-2)}`
  if (field === 'originBranchId') return sayValue(field, values[field], branches) || shortName(form.originBranchName ?? '')
  if (field === 'receivingBranchId') return sayValue(field, values[field], branches) || shortName(form.receivingBranchName ?? '')
  return sayValue(field, values[field], branches)
}
