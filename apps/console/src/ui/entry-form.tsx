import { Alert, Button, Input } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import { Field } from './field'
import type { EntryValues, useEntry } from './use-entry'

type Entry<Values extends EntryValues> = Pick<ReturnType<typeof useEntry<Values, object>>, 'values' | 'errors' | 'change' | 'fieldId' | 'isSending' | 'message' | 'submit' | 'isRestored' | 'discard'>

interface Props<Values extends EntryValues> {
  entry: Entry<Values>
  submitLabel: string
  /** Absent: the form stays where it is. */
  onCancel?: (() => void) | undefined
  children: ReactNode
}

/** The frame of a form in a drawer: restored work, the fields, what was refused, save and leave. */
export function EntryForm<Values extends EntryValues>({ entry, submitLabel, onCancel, children }: Props<Values>) {
  const sendByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) void entry.submit()
  }
  return (
    <form onSubmit={(event) => void entry.submit(event)} onKeyDown={sendByKey} noValidate aria-busy={entry.isSending}>
      {entry.isRestored ? <Alert className="advice" type="info" title="已恢复上次没保存的内容" action={<Button size="small" onClick={entry.discard}>不要了</Button>} /> : null}
      {children}
      <footer className="form-foot">
        <Button type="primary" htmlType="submit" loading={entry.isSending} title="Ctrl + Enter">{submitLabel}</Button>
        {onCancel ? <Button onClick={onCancel}>先放着</Button> : null}
        {entry.message ? <Alert type="error" showIcon role="alert" title={entry.message} /> : null}
      </footer>
    </form>
  )
}

interface LineProps<Values extends EntryValues> {
  entry: Entry<Values>
  field: keyof Values & string
  label: string
  hint?: ReactNode
  isOptional?: boolean
  maxLength?: number
  placeholder?: string
}

/** One line of text. */
export function EntryLine<Values extends EntryValues>({ entry, field, label, hint, isOptional, maxLength = 80, placeholder }: LineProps<Values>) {
  const value = entry.values[field]
  return (
    <Field id={entry.fieldId(field)} label={label} hint={hint} isOptional={isOptional ?? false} error={entry.errors[field]}>
      {(props) => <Input {...props} maxLength={maxLength} placeholder={placeholder} value={typeof value === 'string' ? value : ''} onChange={(event) => entry.change({ [field]: event.target.value } as Partial<Values>)} />}
    </Field>
  )
}
