// Plain DOM in place of Taro's components, with the mini-program's form of events.
import { createElement, type ChangeEvent, type PropsWithChildren } from 'react'

interface Props {
  className?: string
  hoverClass?: string
  catchMove?: boolean
  ariaRole?: string
  ariaLabel?: string
  style?: string | object
  onClick?: () => void
  [name: string]: unknown
}

function plain(tag: string) {
  return function Plain({ hoverClass: _, catchMove: __, ariaRole: ___, ariaLabel: ____, style, ...rest }: PropsWithChildren<Props>) {
    return createElement(tag, { ...rest, style: asObject(style) })
  }
}

/** Taro takes a text too, React DOM an object only. */
function asObject(style: string | object = ''): object {
  if (typeof style === 'object') return style
  return Object.fromEntries(style.split(';').filter(Boolean).map((rule) => rule.split(':') as [string, string]))
}

export const View = plain('div')
export const Text = plain('span')
export const Image = plain('img')

interface InputProps {
  value: string
  maxlength: number
  nativeProps: Record<string, unknown>
  onInput: (event: { detail: { value: string } }) => void
}

export function Input({ value, maxlength, nativeProps, onInput }: InputProps) {
  return <input {...nativeProps} value={value} maxLength={maxlength} onChange={(event: ChangeEvent<HTMLInputElement>) => onInput({ detail: { value: event.target.value } })} />
}

interface TextareaProps {
  value: string
  placeholder: string
  maxlength: number
  nativeProps: Record<string, unknown>
  onInput: (event: { detail: { value: string } }) => void
}

export function Textarea({ value, placeholder, maxlength, nativeProps, onInput }: TextareaProps) {
  return <textarea {...nativeProps} value={value} placeholder={placeholder} maxLength={maxlength} onChange={(event: ChangeEvent<HTMLTextAreaElement>) => onInput({ detail: { value: event.target.value } })} />
}

interface SliderProps {
  'min': number
  'max': number
  'value': number
  'activeColor': string
  'aria-label': string
  'onChange': (event: { detail: { value: number } }) => void
}

export function Slider({ min, max, value, activeColor, onChange, 'aria-label': label }: SliderProps) {
  return <input type="range" color={activeColor} aria-label={label} min={min} max={max} value={value} onChange={(event) => onChange({ detail: { value: Number(event.target.value) } })} />
}

/** What WeChat's own button hands over at a tap. */
export const tapPhoneButton: { answer: { code?: string; errMsg?: string; errno?: number } } = { answer: {} }

interface ButtonProps {
  disabled: boolean
  onGetPhoneNumber: (event: { detail: typeof tapPhoneButton.answer }) => void
}

export function Button({ disabled, onGetPhoneNumber, children }: PropsWithChildren<ButtonProps>) {
  return <button disabled={disabled} onClick={() => onGetPhoneNumber({ detail: tapPhoneButton.answer })}>{children}</button>
}

interface PickerProps {
  children?: unknown
}

/** What it shows; a test that picks asks the rules. */
export function Picker({ children }: PropsWithChildren<PickerProps>) {
  return <div>{children}</div>
}
