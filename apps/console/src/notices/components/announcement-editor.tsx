import { ApiError } from '@dangqun/contracts/kit/errors'
import type { CreateAnnouncement } from '@dangqun/contracts/notices/announcements/schemas'
import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Field } from '../../ui/field'
import { sayError } from '../../ui/say-error'
import { checkAnnouncement, type AnnouncementValues } from '../notices-announcement-form.rules'
import { AnnouncementPreview } from './announcement-preview'
import { AudienceField } from './audience-field'

interface Props {
  center: string
  values: AnnouncementValues
  onChange: (values: AnnouncementValues) => void
  /** The activity whose sign-ups it may be for; it is chosen on that activity's page. */
  activityId: string | null
  isSending: boolean
  onSubmit: (body: CreateAnnouncement) => Promise<void>
  back: ReactNode
  notice?: ReactNode
}

/** The form of an announcement beside what it will look like. */
export function AnnouncementEditor({ center, values, onChange, activityId, isSending, onSubmit, back, notice }: Props) {
  const [wasAsked, setWasAsked] = useState(false)
  const [refusal, setRefusal] = useState<{ fields: Record<string, string>; message: string | null }>({ fields: {}, message: null })
  const checked = checkAnnouncement(values)
  const errors = { ...(wasAsked ? checked.errors : {}), ...refusal.fields }
  const change = (changes: Partial<AnnouncementValues>) => {
    onChange({ ...values, ...changes })
    setRefusal({ fields: {}, message: null })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setWasAsked(true)
    if (isSending || !checked.body) return
    try {
      await onSubmit(checked.body)
    } catch (error) {
      const fields = error instanceof ApiError ? error.fields : {}
      setRefusal({ fields, message: Object.keys(fields).length > 0 ? null : sayError(error, '没有保存成功，请重试') })
    }
  }
  return (
    <div className="detail">
      <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-busy={isSending}>
        {notice}
        <section className="panel form-part">
          <Field id="announcement-title" label="标题" error={errors['title']}>
            {(props) => <Input {...props} maxLength={40} showCount value={values.title} onChange={(event) => change({ title: event.target.value })} />}
          </Field>
          <Field id="announcement-body" label="正文" error={errors['body']} hint="不要写个人的姓名、电话和党员等身份。">
            {(props) => <Input.TextArea {...props} rows={10} maxLength={2000} showCount value={values.body} onChange={(event) => change({ body: event.target.value })} />}
          </Field>
          <AudienceField center={center} audience={values.audience} onChange={(audience) => change({ audience })} activityId={activityId} error={errors['audience']} />
        </section>
        <footer className="form-foot">
          <Button type="primary" htmlType="submit" size="large" loading={isSending}>保存草稿</Button>
          {back}
          {refusal.message ? <Alert type="error" showIcon role="alert" title={refusal.message} /> : null}
        </footer>
      </form>
      <AnnouncementPreview title={values.title} body={values.body} />
    </div>
  )
}
