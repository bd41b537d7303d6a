import { ApiError } from '@dangqun/contracts/kit/errors'
import { App } from 'antd'
import { useState } from 'react'
import { useDraft } from '../platform/use-draft'
import { changesOf, type Values } from './centers-merge.rules'

export interface Stored<V extends Values> {
  values: V
  version: number
}

interface Options<V extends Values> {
  /** Tells account, centre and form. */
  draftName: string
  stored: Stored<V>
  /** What is wrong, by path; empty when it may be sent. */
  check: (values: V) => Record<string, string>
  /** @throws ApiError */
  save: (changes: Partial<V>, version: number) => Promise<Stored<V>>
  /** The newest, past every cache. */
  readNewest: () => Promise<Stored<V>>
}

/** Editing something that others may change meanwhile: a draft that survives, checks by the contract, a comparison instead of a loss. */
export function useEdit<V extends Values>({ draftName, stored, check, save, readNewest }: Options<V>) {
  const { message } = App.useApp()
  const start = { base: stored.values, values: stored.values, version: stored.version }
  const draft = useDraft(draftName, start)
  const [isSaving, setSaving] = useState(false)
  const [wasAsked, setWasAsked] = useState(false)
  const [refusal, setRefusal] = useState<{ fields: Record<string, string>; message: string | null }>({ fields: {}, message: null })
  const [theirs, setTheirs] = useState<Stored<V> | null>(null)
  const { base, values, version } = draft.value
  const found = check(values)
  const isChanged = Object.keys(changesOf(base, values)).length > 0

  const begin = (next: Stored<V>) => {
    draft.drop({ base: next.values, values: next.values, version: next.version })
    setWasAsked(false)
    setRefusal({ fields: {}, message: null })
  }
  const submit = async () => {
    if (isSaving) return
    setWasAsked(true)
    if (Object.keys(found).length > 0) return
    setSaving(true)
    setRefusal({ fields: {}, message: null })
    try {
      begin(await save(changesOf(base, values), version))
      void message.success('已保存')
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'request.changedMeanwhile') await readNewest().then(setTheirs, () => setRefusal({ fields: {}, message: error.message }))
      else setRefusal({ fields: error.fields, message: Object.keys(error.fields).length > 0 ? null : error.isRetryable ? `${error.message}。填写的内容已保存在本机，可直接再点一次。` : error.message })
    } finally {
      setSaving(false)
    }
  }

  return {
    base, values, version, isChanged, isSaving, theirs,
    isRestored: draft.isRestored && isChanged,
    errors: { ...(wasAsked ? found : {}), ...refusal.fields },
    refusal: refusal.message,
    change: (changes: Partial<V>) => {
      draft.set({ base, version, values: { ...values, ...changes } })
      setRefusal({ message: null, fields: Object.fromEntries(Object.entries(refusal.fields).filter(([path]) => !Object.keys(changes).some((field) => path === field || path.startsWith(`${field}.`)))) })
    },
    submit,
    /** Back to what is stored. */
    discard: () => begin(stored),
    /** After a comparison: goes on from theirs, with the values chosen. */
    takeOver: (chosen: V) => {
      if (!theirs) return
      draft.set({ base: theirs.values, version: theirs.version, values: chosen })
      setTheirs(null)
    },
    closeComparison: () => setTheirs(null),
  }
}
export type Edit<V extends Values> = ReturnType<typeof useEdit<V>>
