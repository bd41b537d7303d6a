import { useState } from 'react'
import { Text } from '@tarojs/components'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import type { Person } from '@dangqun/contracts/organization/schemas'
import { profileFieldLabels, type ProfileField } from '@dangqun/contracts/organization/vocabulary'
import { PhoneFromWechat } from '@/accounts/components/phone-from-wechat'
import { useDraft } from '@/platform/use-draft'
import { asApiError } from '@/platform/use-loaded'
import { PrimaryButton } from '@/ui/button'
import { Field } from '@/ui/field'
import { HalfScreen } from '@/ui/half-screen'
import { Notice } from '@/ui/notice'
import { Restored } from '@/ui/restored'
import { organizationApi } from '../organization.api'
import { checkProfile, toProfile, type ProfileDraft } from '../organization-profile.rules'

export interface ProfileQuestion {
  center: string
  fields: readonly ProfileField[]
  title: string
  why: string
  saveText: string
  known?: Person
}

const examples: Record<ProfileField, string> = { name: '怎么称呼你', phone: '11 位手机号' }

/** Asks for name and phone and saves them; what was typed stays when saving fails. */
export function ProfileDialog({ center, fields, title, why, saveText, known, onAnswer }: ProfileQuestion & { onAnswer: (person: Person | null) => void }) {
  const draft = useDraft<ProfileDraft>(`profile ${center}`, { name: known?.name ?? '', phone: known?.phone ?? '' })
  const [errors, setErrors] = useState<Partial<ProfileDraft>>({})
  const [failure, setFailure] = useState<ApiError | null>(null)
  const [isSaving, setIsSaving] = useState(false)

  const save = async () => {
    const wrong = checkProfile(fields, draft.values)
    setErrors(wrong)
    setFailure(null)
    if (Object.keys(wrong).length > 0) return
    setIsSaving(true)
    try {
      const saved = await organizationApi.updateMyPerson({ params: { center }, body: toProfile(fields, draft.values) })
      draft.clear()
      onAnswer(saved)
    } catch (error) {
      const refusal = asApiError(error)
      setErrors(refusal.fields)
      setFailure(Object.keys(refusal.fields).length > 0 ? null : refusal)
      setIsSaving(false)
    }
  }

  return (
    <HalfScreen
      title={title}
      onClose={() => onAnswer(null)}
      footer={<PrimaryButton text={saveText} busyText={isSaving ? '正在保存…' : null} onTap={() => void save()} />}
    >
      <Restored draft={draft} />
      {fields.includes('phone') && <PhoneFromWechat onPhone={(phone) => draft.change({ phone })} />}
      {fields.map((field) => (
        <Field
          key={field}
          label={profileFieldLabels[field]}
          placeholder={examples[field]}
          value={draft.values[field]}
          maxLength={field === 'name' ? 40 : 20}
          kind={field === 'phone' ? 'number' : 'text'}
          error={errors[field] ?? null}
          onChange={(value) => draft.change({ [field]: value })}
        />
      ))}
      <Text className="words">{why}</Text>
      {failure && <Notice kind="warn" text={failure.isRetryable ? `${failure.message}。填写的内容还在，可以再点一次保存。` : failure.message} />}
    </HalfScreen>
  )
}
