import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { TransferForm } from '@dangqun/contracts/transfer/schemas'
import type { TransferReason } from '@dangqun/contracts/transfer/vocabulary'
import { askedFields, stepsOf, type FormCase, type FormErrors, type FormField, type FormStep, type FormValues } from './transfer-form.rules'

export interface Steps {
  /** All steps of the form. */
  all: readonly FormStep[]
  /** Those that ask something, at the time the form was opened or somebody wanted to mend them. */
  asking: readonly FormStep[]
  /** null: everything was asked, and it is read over. */
  current: FormStep | null
  /** From 1. */
  place: number
  askedOf: (step: FormStep) => readonly FormField[]
  isOpen: (step: FormStep, part: 'known' | 'optional') => boolean
  open: (step: FormStep, part: 'known' | 'optional') => void
  next: () => void
  back: (() => void) | null
  goTo: (step: FormStep) => void
  /** To the first step that holds something wrong, and opens what is hidden there; stays when no step does. */
  goToWrong: (errors: FormErrors) => void
}

/**
 * Which step is shown, and what it asks: only what was not known when the form was opened, what somebody found wrong,
 * and what the person wants to mend.
 */
export function useSteps(about: FormCase, form: TransferForm, values: FormValues, reason: TransferReason | null, wrong: readonly string[]): Steps {
  const [first] = useState(form)
  const all = stepsOf(about, values.category)
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set())
  const isOpen = (step: FormStep, part: 'known' | 'optional') => opened.has(`${step.key} ${part}`)
  const askedOf = (step: FormStep) => {
    const asked = askedFields(step, first, { reason, wrong })
    return isOpen(step, 'known') ? [...step.fields, ...asked.filter((field) => !step.fields.includes(field))] : asked
  }
  const asking = all.filter((step) => askedOf(step).length > 0)
  const [at, setAt] = useState<FormStep['key'] | 'check'>(() => asking[0]?.key ?? 'check')
  const index = asking.findIndex(({ key }) => key === at)
  const open = (step: FormStep, part: 'known' | 'optional') => setOpened((before) => new Set([...before, `${step.key} ${part}`]))
  const before = asking[at === 'check' ? asking.length - 1 : index - 1]
  return {
    all, asking, askedOf, isOpen, open,
    current: all.find(({ key }) => key === at) ?? null,
    place: at === 'check' ? asking.length + 1 : index + 1,
    next: () => setAt(asking[index + 1]?.key ?? 'check'),
    back: before ? () => setAt(before.key) : null,
    goTo: (step) => {
      open(step, 'known')
      open(step, 'optional')
      setAt(step.key)
    },
    goToWrong: (errors) => {
      const isWrong = (field: FormField) => errors[field] !== undefined
      const step = all.find(({ fields, optional }) => [...fields, ...optional].some(isWrong))
      if (!step) return
      const asked = askedOf(step)
      const isHidden = (field: FormField) => isWrong(field) && !asked.includes(field)
      // A step that asks nothing is not among those that are gone through.
      if (asked.length === 0 || step.fields.some(isHidden)) open(step, 'known')
      if (step.optional.some(isHidden)) open(step, 'optional')
      setAt(step.key)
      void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    },
  }
}
