import { useCallback, useEffect, useRef, useState } from 'react'
import { readIdNumber } from '@dangqun/contracts/kit/numbers'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { wait } from '@/platform/clock'
import { persist } from '@/platform/persist.rules'
import { useDraft, type Draft } from '@/platform/use-draft'
import { asApiError } from '@/platform/use-loaded'
import { transferApi } from './transfer.api'
import { changedInput, formFields, unkeptFields, valuesOf, type FormErrors, type FormField, type FormValues } from './transfer-form.rules'

export interface CaseForm {
  transfer: Transfer
  draft: Draft<FormValues>
  values: FormValues
  change: (patch: Partial<FormValues>) => void
  errors: FormErrors
  setErrors: (errors: FormErrors) => void
  /** Why it could not be saved; fields that were refused are in `errors` too. */
  failure: ApiError | null
  isSaving: boolean
  /** Sends what was changed. @returns the case as it stands now; null when it could not be saved, with what was `wrong` by field */
  save: () => Promise<{ saved: Transfer | null; wrong: FormErrors }>
}

/**
 * The form of a case that the server keeps. Each keystroke is on the phone at once and goes to the server with
 * every step; what has arrived is kept on the phone no longer. The ID number is never on the phone: it is sent
 * alone as soon as it is whole.
 */
export function useCaseForm(center: string, opened: Transfer): CaseForm {
  const [transfer, setTransfer] = useState(opened)
  const [first] = useState(() => valuesOf(opened.form))
  const draft = useDraft<FormValues>(`transfer ${opened.id}`, first, { unkept: unkeptFields })
  const [errors, setErrors] = useState<FormErrors>({})
  const [failure, setFailure] = useState<ApiError | null>(null)
  const [isSaving, setSaving] = useState(false)
  const known = useRef(first)
  const latest = useRef(transfer)
  const { values, clear } = draft
  const { id } = opened

  const send = useCallback(
    async (typed: FormValues, fields?: readonly FormField[]): Promise<Transfer> => {
      const form = changedInput(typed, known.current, fields)
      if (Object.keys(form).length === 0) return latest.current
      const saved = await persist(() => transferApi.update({ params: { center, id }, body: { form } }), { wait })
      known.current = { ...valuesOf(saved.form), idNumber: fields === undefined || fields.includes('idNumber') ? typed.idNumber.trim() : known.current.idNumber }
      latest.current = saved
      setTransfer(saved)
      return saved
    },
    [center, id],
  )

  const save = useCallback(async () => {
    setSaving(true)
    setFailure(null)
    try {
      const saved = await send(values)
      clear()
      setErrors({})
      return { saved, wrong: {} }
    } catch (error) {
      const refusal = asApiError(error)
      const wrong = errorsOf(refusal)
      setErrors(wrong)
      setFailure(refusal)
      return { saved: null, wrong }
    } finally {
      setSaving(false)
    }
  }, [send, values, clear])

  const { idNumber } = values
  useEffect(() => {
    // Lost on the way it is sent with its step; nothing else waits for it.
    if (readIdNumber(idNumber) !== null) void send({ ...known.current, idNumber }, ['idNumber']).catch(() => undefined)
  }, [idNumber, send])

  return { transfer, draft, values, change: draft.change, errors, setErrors, failure, isSaving, save }
}

/** The server names fields as `form.phone`. */
export function errorsOf(refusal: ApiError): FormErrors {
  const named = Object.entries(refusal.fields).map(([path, message]) => [path.replace(/^form\./, ''), message] as const)
  return Object.fromEntries(named.filter(([field]) => (formFields as readonly string[]).includes(field)))
}
