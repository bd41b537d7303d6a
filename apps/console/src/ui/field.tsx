import type { ReactNode } from 'react'

interface ControlProps {
  id: string
  status?: 'error'
  'aria-invalid'?: true
  'aria-describedby'?: string
}

interface Props {
  id: string
  label: string
  error?: string | undefined
  /** What to know before filling it in. */
  hint?: ReactNode
  isOptional?: boolean
  /** Several controls under one label, such as radio buttons. */
  isGroup?: boolean
  children: (props: ControlProps) => ReactNode
}

/** A form field with its label, its hint and its error, tied together for screen readers. */
export function Field({ id, label, error, hint, isOptional = false, isGroup = false, children }: Props) {
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ')
  const words = <>{label}{isOptional ? <span className="quiet">（可不填）</span> : null}</>
  const control = children({ id, ...(error ? { status: 'error' as const, 'aria-invalid': true as const } : {}), ...(described ? { 'aria-describedby': described } : {}) })
  return (
    <div className="field" {...(isGroup ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}>
      {isGroup ? <span className="field-label" id={`${id}-label`}>{words}</span> : <label className="field-label" htmlFor={id}>{words}</label>}
      {control}
      {error ? <div className="field-error" id={`${id}-error`} role="alert">{error}</div> : null}
      {hint ? <div className="field-hint" id={`${id}-hint`}>{hint}</div> : null}
    </div>
  )
}

/** Moves to a field, or to the first control of a group. */
export function focusField(id: string): void {
  const element = document.getElementById(id)
  const target = element?.matches('input, textarea, button, select') ? element : element?.querySelector<HTMLElement>('input, textarea, button')
  target?.focus()
  element?.scrollIntoView?.({ block: 'center' })
}
