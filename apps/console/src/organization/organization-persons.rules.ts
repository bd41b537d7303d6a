import { createPerson, type CreatePerson, type PersonHoldings, type PersonRow } from '@dangqun/contracts/organization/bindings/schemas'
import { holdingLabels } from '@dangqun/contracts/organization/bindings/vocabulary'

export interface PersonValues extends Record<string, string | boolean | null> {
  name: string
  phone: string
}

export const emptyPerson: PersonValues = { name: '', phone: '' }

export const unsetPerson: Partial<Record<string, string>> = { name: '请填写姓名，与证件一致' }

export const personSchema = createPerson

export function toCreatePerson({ name, phone }: PersonValues): CreatePerson {
  return { name, phone: phone.trim() || null }
}

/** 活动报名 3 条、党员记录 1 条; null: nothing. */
export function holdingWords({ items }: PersonHoldings): string | null {
  return items.map(({ kind, count }) => `${holdingLabels[kind]} ${count} 条`).join('、') || null
}

/** Only who has no account can become part of somebody else. */
export function mayMerge(person: PersonRow): boolean {
  return !person.hasAccount
}
