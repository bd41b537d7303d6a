import type { ProfileField } from '@dangqun/contracts/organization/vocabulary'

export type ProfileDraft = Record<ProfileField, string>

/** What is wrong with the fields that are asked for, in the words of a form; the API checks again. */
export function checkProfile(fields: readonly ProfileField[], draft: ProfileDraft): Partial<ProfileDraft> {
  const errors: Partial<ProfileDraft> = {}
  if (fields.includes('name') && draft.name.trim() === '') errors.name = '请填写姓名'
  const phone = plainDigits(draft.phone)
  if (fields.includes('phone') && !/^1[3-9]\d{9}$/.test(phone)) errors.phone = phone === '' ? '请填写手机号' : '手机号应是 11 位数字'
  return errors
}

/** What is sent: only the fields that are asked for. */
export function toProfile(fields: readonly ProfileField[], draft: ProfileDraft): Partial<ProfileDraft> {
  return {
    ...(fields.includes('name') ? { name: draft.name.trim() } : {}),
    ...(fields.includes('phone') ? { phone: plainDigits(draft.phone) } : {}),
  }
}

/** Full-width digits, spaces and hyphens are how people and keyboards write a number. */
function plainDigits(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '')
}
