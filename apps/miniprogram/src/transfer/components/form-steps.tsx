import { Text, View } from '@tarojs/components'
import type { TransferBranches, TransferForm } from '@dangqun/contracts/transfer/schemas'
import { LinkButton } from '@/ui/button'
import { Heading } from '@/ui/heading'
import { FormFieldLine } from './form-field'
import { FormSummary } from './form-summary'
import { ReceiverField } from './receiver-field'
import type { FormErrors, FormField, FormStep, FormValues } from '../transfer-form.rules'

interface StepFormProps {
  center: string
  step: FormStep
  /** What of the step is asked; the rest is shown as known. */
  asked: readonly FormField[]
  values: FormValues
  errors: FormErrors
  form: TransferForm
  branches: TransferBranches['items']
  hasOptional: boolean
  onChange: (patch: Partial<FormValues>) => void
  onOpenKnown: () => void
  onOpenOptional: () => void
}

/** One step of the form: what is still to be said, and what is known already. */
export function StepForm({ center, step, asked, values, errors, form, branches, hasOptional, onChange, onOpenKnown, onOpenOptional }: StepFormProps) {
  const isSearching = asked.includes('receivingCommitteeName') || asked.includes('title')
  const isSearched = (field: FormField) => isSearching && (field === 'receivingCommitteeName' || field === 'title')
  const known = step.fields.filter((field) => !asked.includes(field) && !isSearched(field))
  const lines = [...asked, ...(hasOptional ? step.optional.filter((field) => !asked.includes(field)) : [])].filter((field) => !isSearched(field))
  return (
    <View>
      <Heading className="start__title" level={1}>{step.title}</Heading>
      <Text className="page-lead">{step.lead}</Text>
      {(isSearching || lines.length > 0) && (
        <View className="card card_form">
          {isSearching && <ReceiverField center={center} values={values} errors={errors} ownCode={form.originCommitteeCode} onChange={onChange} />}
          {lines.map((field) => (
            <FormFieldLine
              key={field} field={field} values={values} error={errors[field] ?? null} isOptional={step.optional.includes(field)} branches={branches}
              knownIdNumber={form.idNumber} onChange={onChange}
            />
          ))}
          {!hasOptional && step.optional.length > 0 && <LinkButton text="还可以补充几项（选填）" onTap={onOpenOptional} />}
        </View>
      )}
      <FormSummary title="这些已经知道，不用再填" fields={known} values={values} form={form} branches={branches} changeText="有误，我来改" onChange={onOpenKnown} />
    </View>
  )
}
