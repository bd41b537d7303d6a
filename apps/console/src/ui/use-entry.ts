import { ApiError } from '@dangqun/contracts/kit/errors'
import { useState, type FormEvent } from 'react'
import type { ZodType } from 'zod'
import { useDraft } from '../platform/use-draft'
import { focusField } from './field'
import { sayError } from './say-error'

/** What a form holds: text as typed, choices, nothing. */
export type EntryValues = Record<string, string | boolean | null>

interface EntrySettings<Values extends EntryValues, Body> {
  /** Names the draft in this tab, and the fields' ids. */
  name: string
  initial: Values
  /** The contract's schema, which the server applies as well. */
  schema: ZodType<unknown, Body>
  /** From what was typed to what is sent. */
  toBody: (values: Values) => Body
  /** What to say of an empty field that must not be. */
  unset: Partial<Record<keyof Values & string, string>>
  /** Which field a refusal belongs to, by its code. */
  refusedField?: Readonly<Record<string, keyof Values & string>>
  send: (body: Body) => Promise<unknown>
  /** Never written to the browser's storage: identity numbers. */
  unkept?: readonly (keyof Values & string)[]
}

/** A form over one of the contract's schemas: what was typed survives a reload and a new login, errors stand at their fields. */
export function useEntry<Values extends EntryValues, Body extends object>({ name, initial, schema, toBody, unset, refusedField = {}, send, unkept = [] }: EntrySettings<Values, Body>) {
  const draft = useDraft<Partial<Values>>(name, {})
  const [secrets, setSecrets] = useState<Partial<Values>>({})
  const [wasAsked, setWasAsked] = useState(false)
  const [isSending, setIsSending] = useState(false)
  const [refused, setRefused] = useState<Record<string, string>>({})
  const [message, setMessage] = useState<string | null>(null)
  const values: Values = { ...initial, ...draft.value, ...secrets }
  const fieldId = (field: string) => `${name}-${field}`

  const check = (): Record<string, string> => {
    const found: Record<string, string> = {}
    for (const issue of schema.safeParse(toBody(values)).error?.issues ?? []) {
      const field = String(issue.path[0])
      const value = values[field]
      found[field] ??= (value === null || value === '' ? unset[field] : undefined) ?? issue.message
    }
    return found
  }
  const focusFirst = (errors: Record<string, string>) => {
    const first = Object.keys(initial).find((field) => errors[field])
    if (first) focusField(fieldId(first))
  }
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (isSending) return
    setWasAsked(true)
    setMessage(null)
    const found = check()
    if (Object.keys(found).length > 0) {
      focusFirst(found)
      // What the form has no field for must not fail in silence.
      const others = Object.entries(found).filter(([field]) => !(field in initial)).map(([, words]) => words)
      return setMessage(others[0] ?? null)
    }
    setIsSending(true)
    try {
      await send(toBody(values))
      draft.drop()
    } catch (error) {
      const fields = error instanceof ApiError ? { ...error.fields, ...(refusedField[error.code] ? { [refusedField[error.code] as string]: error.message } : {}) } : {}
      setRefused(fields)
      focusFirst(fields)
      const isPlaced = Object.keys(fields).some((field) => field in initial)
      setMessage(isPlaced ? null : sayError(error, '没有保存成功，内容已保存在本机，请再试一次'))
    } finally {
      setIsSending(false)
    }
  }
  return {
    values,
    isSending,
    message,
    isRestored: draft.isRestored,
    fieldId,
    errors: { ...(wasAsked ? check() : {}), ...refused },
    change: (changes: Partial<Values>) => {
      const isSecret = (field: string) => unkept.includes(field)
      const split = (wanted: boolean) => Object.fromEntries(Object.entries(changes).filter(([field]) => isSecret(field) === wanted)) as Partial<Values>
      setSecrets({ ...secrets, ...split(true) })
      draft.set({ ...draft.value, ...split(false) })
      setRefused(Object.fromEntries(Object.entries(refused).filter(([field]) => !(field in changes))))
    },
    submit,
    /** Back to what is stored. */
    discard: () => {
      setSecrets({})
      draft.drop({})
    },
  }
}
