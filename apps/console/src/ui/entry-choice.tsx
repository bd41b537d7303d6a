import { Select } from 'antd'
import type { ComponentProps, ReactNode } from 'react'
import { DayPicker } from './day-picker'
import { Field } from './field'
import type { EntryValues, useEntry } from './use-entry'

type Entry<Values extends EntryValues> = Pick<ReturnType<typeof useEntry<Values, object>>, 'values' | 'errors' | 'change' | 'fieldId'>

interface Props<Values extends EntryValues> {
  entry: Entry<Values>
  field: keyof Values & string
  label: string
  hint?: ReactNode
  isOptional?: boolean
  placeholder?: string
}

type Options = Pick<ComponentProps<typeof Select>, 'options' | 'loading' | 'notFoundContent' | 'onSearch' | 'filterOption'>

/** One of a list, found by typing a part of its name. */
export function EntrySelect<Values extends EntryValues>({ entry, field, label, hint, isOptional = false, placeholder, ...options }: Props<Values> & Options) {
  return (
    <Field id={entry.fieldId(field)} label={label} hint={hint} isOptional={isOptional} error={entry.errors[field]}>
      {(props) => (
        <Select
          {...props}
          className="wide"
          showSearch={{ optionFilterProp: 'label', ...(options.onSearch ? { onSearch: options.onSearch } : {}), ...(options.filterOption === undefined ? {} : { filterOption: options.filterOption }) }}
          allowClear={isOptional}
          placeholder={placeholder}
          value={selected(entry.values[field])}
          onChange={(value?: string) => entry.change({ [field]: value ?? null } as Partial<Values>)}
          options={options.options}
          loading={options.loading}
          notFoundContent={options.notFoundContent}
        />
      )}
    </Field>
  )
}

function selected(value: string | boolean | null | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A calendar day, `yyyy-MM-dd` in the values. */
export function EntryDate<Values extends EntryValues>({ entry, field, label, hint, isOptional = false, placeholder }: Props<Values>) {
  const value = entry.values[field]
  return (
    <Field id={entry.fieldId(field)} label={label} hint={hint} isOptional={isOptional} error={entry.errors[field]}>
      {(props) => (
        <DayPicker {...props} placeholder={placeholder} allowClear={isOptional} value={selected(value) ?? null} onChange={(picked) => entry.change({ [field]: picked } as Partial<Values>)} />
      )}
    </Field>
  )
}
