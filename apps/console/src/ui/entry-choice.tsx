import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import type { ComponentProps, ReactNode } from 'react'
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
export function EntryDate<Values extends EntryValues>({ entry, field, label, hint, isOptional = false, placeholder = '选择日期' }: Props<Values>) {
  const value = entry.values[field]
  return (
    <Field id={entry.fieldId(field)} label={label} hint={hint} isOptional={isOptional} error={entry.errors[field]}>
      {(props) => (
        <DatePicker
          {...props}
          className="wide"
          format={['YYYY年M月D日', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD']}
          placeholder={placeholder}
          allowClear={isOptional}
          value={typeof value === 'string' && value !== '' ? dayjs(value, 'YYYY-MM-DD') : null}
          onChange={(picked) => entry.change({ [field]: picked ? picked.format('YYYY-MM-DD') : null } as Partial<Values>)}
        />
      )}
    </Field>
  )
}
