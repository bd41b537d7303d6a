import { createCenter } from '@dangqun/contracts/centers/schemas'

/** What the form of a new centre holds while somebody types. */
export type NewCenter = Readonly<Record<'name' | 'slug' | 'address' | 'phone', string>>

export const emptyCenter: NewCenter = { name: '', slug: '', address: '', phone: '' }

/** What is wrong, by field; an empty one is asked for before anything else is said of it. */
export function newCenterErrors(values: NewCenter): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { path, message } of createCenter.safeParse(values).error?.issues ?? []) errors[path.join('.')] ??= message
  for (const field of Object.keys(values) as (keyof NewCenter)[]) if (values[field].trim() === '') errors[field] = '请填写'
  return errors
}
