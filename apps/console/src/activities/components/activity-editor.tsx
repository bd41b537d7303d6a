import { ApiError } from '@dangqun/contracts/kit/errors'
import { Alert, Button } from 'antd'
import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { focusField } from '../../ui/field'
import { activityFields, checkValues, fieldErrors, type ActivityValues, type FieldErrors } from '../activities-form.rules'
import { ActivityFields, fieldId } from './activity-fields'

interface Props {
  values: ActivityValues
  onChange: (values: ActivityValues) => void
  isNew: boolean
  taken: number
  submitLabel: string
  isSending: boolean
  /** Sends checked values; a refusal thrown here is shown at its fields. */
  onSubmit: (body: NonNullable<ReturnType<typeof checkValues>['body']>) => Promise<void>
  /** Above the fields: a restored draft, a merge. */
  notice?: ReactNode
  back: ReactNode
  /** Above the button: how far a change reaches. */
  extra?: ReactNode
}

interface Refusal {
  fields: FieldErrors
  message: string | null
}
const noRefusal: Refusal = { fields: {}, message: null }

/** The form of an activity: checks by the contract, and shows what the server refuses where it belongs. */
export function ActivityEditor({ values, onChange, isNew, taken, submitLabel, isSending, onSubmit, notice, back, extra }: Props) {
  const [wasAsked, setWasAsked] = useState(false)
  const [refusal, setRefusal] = useState(noRefusal)
  const checked = checkValues(values, isNew)
  const errors = { ...(wasAsked ? checked.errors : {}), ...refusal.fields }

  const focusFirst = (fields: FieldErrors) => {
    const first = activityFields.find((field) => fields[field])
    if (first) focusField(fieldId(first))
  }
  const change = (changes: Partial<ActivityValues>) => {
    onChange({ ...values, ...changes })
    setRefusal({ message: null, fields: Object.fromEntries(Object.entries(refusal.fields).filter(([field]) => !(field in changes))) })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending) return
    setWasAsked(true)
    if (!checked.body) return focusFirst(checked.errors)
    setRefusal(noRefusal)
    try {
      await onSubmit(checked.body)
    } catch (error) {
      const refused = readRefusal(error, values)
      setRefusal(refused)
      focusFirst(refused.fields)
    }
  }

  const count = Object.keys(errors).length
  return (
    <form className="form" onSubmit={(event) => void submit(event)} onKeyDown={sendByKey} noValidate aria-busy={isSending}>
      {notice}
      <ActivityFields values={values} errors={errors} onChange={change} isNew={isNew} taken={taken} />
      {extra}
      <footer className="form-foot">
        <Button type="primary" htmlType="submit" size="large" loading={isSending} title="Ctrl + Enter">{submitLabel}</Button>
        {back}
        {count > 0 ? <span className="field-error" role="status">有 {count} 处要改，已标在对应的位置</span> : null}
        {refusal.message ? <Alert type="error" showIcon role="alert" title={refusal.message} /> : null}
      </footer>
    </form>
  )
}

/** Enter confirms a picked date or a word being composed: only Ctrl + Enter sends, from any field. */
function sendByKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)) return
  const isSending = event.ctrlKey || event.metaKey
  if (isSending || event.target instanceof HTMLInputElement) event.preventDefault()
  if (isSending) event.currentTarget.requestSubmit()
}

function readRefusal(error: unknown, values: ActivityValues): Refusal {
  if (!(error instanceof ApiError)) return { fields: {}, message: '没有保存成功，内容已保存在本机，请再试一次' }
  if (error.code === 'activities.capacityBelowTaken') return { fields: { capacity: error.message }, message: null }
  const { errors, others } = fieldErrors(error.fields, values)
  const isPlaced = Object.keys(errors).length > 0 && others.length === 0
  const advice = error.isRetryable ? `${error.message}。内容已保存在本机，可直接再点一次，不会重复提交。` : error.message
  return { fields: errors, message: isPlaced ? null : others.join('；') || advice }
}
