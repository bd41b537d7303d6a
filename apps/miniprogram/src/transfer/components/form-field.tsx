import { Picker, Text, View } from '@tarojs/components'
import { educations, ethnicities, memberCategories, memberCategoryLabels } from '@dangqun/contracts/organization/members/vocabulary'
import type { TransferBranches } from '@dangqun/contracts/transfer/schemas'
import { transferCauseLabels, transferCauses } from '@dangqun/contracts/transfer/vocabulary'
import { now } from '@/platform/clock'
import { Choices } from '@/ui/choices'
import { today } from '@/ui/dates.rules'
import { Field } from '@/ui/field'
import { Icon } from '@/ui/icon'
import { fieldLabels, placeholders, sayPerson, sayValue, type FormField, type FormValues } from '../transfer-form.rules'

interface FormFieldProps {
  field: FormField
  values: FormValues
  error: string | null
  isOptional: boolean
  branches: TransferBranches['items']
  /** Shown in an empty ID number field that the server knows already. */
  knownIdNumber?: string | null
  onChange: (patch: Partial<FormValues>) => void
}

const ethnicityCodes = Object.keys(ethnicities).sort()
// GB/T 4658 codes read as numbers: most people have one of the first few.
const educationCodes = Object.keys(educations)
const months = (): string => today(now()).slice(0, 7)
const lengths: Partial<Record<FormField, number>> = { idNumber: 24, phone: 20, name: 40, formerName: 40, receivingCommitteeCode: 14, contactPhone: 30, contact: 40, emergencyContact: 60 }

/** One question of the form, by what is asked: a line to type in, a list to pick from, or a few words to choose. */
export function FormFieldLine({ field, values, error, isOptional, branches, knownIdNumber = null, onChange }: FormFieldProps) {
  const value = values[field]
  const label = fieldLabels[field]
  const set = (next: string) => onChange({ [field]: next })
  switch (field) {
    case 'ethnicity': return <Listed label={label} codes={ethnicityCodes} say={(code) => sayValue(field, code)} value={value} error={error} onPick={set} />
    case 'education': return <Listed label={label} codes={educationCodes} say={(code) => sayValue(field, code)} value={value} error={error} onPick={set} />
    case 'originBranchId':
    case 'receivingBranchId':
      return <Listed label={label} codes={branches.map(({ id }) => id)} say={(id) => sayValue(field, id, branches)} value={value} error={error} isOptional={isOptional} onPick={set} />
    case 'category':
    case 'cause': {
      const options = field === 'category' ? memberCategories.map((each) => ({ value: each, text: memberCategoryLabels[each] })) : transferCauses.map((each) => ({ value: each, text: transferCauseLabels[each] }))
      return (
        <View className="pick">
          <Text className="question__label">{label}</Text>
          <Choices label={label} options={options} chosen={value} onChoose={set} />
          {error && <Text className="field__error">{error}</Text>}
        </View>
      )
    }
    case 'joinedOn':
    case 'confirmedOn':
    case 'probationEndsOn':
    case 'duesPaidTo': {
      const isMonth = field === 'duesPaidTo'
      const [start, end] = field === 'probationEndsOn' ? ['2015-01-01', '2040-12-31'] : isMonth ? ['2000-01', `${Number(months().slice(0, 4)) + 1}-12`] : ['1940-01-01', today(now())]
      const usual = isMonth ? months() : field === 'probationEndsOn' ? today(now()) : '2010-07-01'
      return (
        <Picker className="pick__picker" mode="date" fields={isMonth ? 'month' : 'day'} value={value || usual} start={start} end={end} onChange={(event) => set(isMonth ? event.detail.value.slice(0, 7) : event.detail.value)}>
          <Picked label={label} text={sayValue(field, value)} placeholder={isMonth ? '选择月份' : '选择日期'} error={error} />
        </Picker>
      )
    }
    default: {
      const derived = field === 'idNumber' ? sayPerson(value) : null
      return (
        <View>
          <Field
            label={label}
            placeholder={field === 'idNumber' && knownIdNumber ? `${knownIdNumber}，不改就不填` : `${isOptional ? '选填，' : ''}${placeholders[field] ?? ''}`}
            value={value}
            maxLength={lengths[field] ?? 80}
            kind={field === 'phone' || field === 'receivingCommitteeCode' || field === 'validDays' ? 'number' : 'text'}
            error={error}
            onChange={set}
          />
          {derived && <Text className="field__derived">{`${derived}，对吗？不对就是号码填错了。`}</Text>}
        </View>
      )
    }
  }
}

interface ListedProps {
  label: string
  codes: readonly string[]
  say: (code: string) => string
  value: string
  error: string | null
  isOptional?: boolean
  onPick: (code: string) => void
}

function Listed({ label, codes, say, value, error, isOptional = false, onPick }: ListedProps) {
  return (
    <Picker className="pick__picker" mode="selector" range={codes.map(say)} value={Math.max(0, codes.indexOf(value))} onChange={(event) => onPick(codes[Number(event.detail.value)] ?? '')}>
      <Picked label={label} text={say(value)} placeholder={isOptional ? '选填' : '请选择'} error={error} />
    </Picker>
  )
}

function Picked({ label, text, placeholder, error }: { label: string; text: string; placeholder: string; error: string | null }) {
  return (
    <View className={`pick ${error ? 'pick_wrong' : ''}`}>
      <View className="pick__row">
        <Text className="field__label">{label}</Text>
        <Text className={`pick__text ${text === '' ? 'field__placeholder' : ''}`}>{text === '' ? placeholder : text}</Text>
        <Icon name="down" size={16} />
      </View>
      {error && <Text className="field__error">{error}</Text>}
    </View>
  )
}
