import type { ConsentLedger, PersonalCopy, PersonalTable } from '@dangqun/contracts/accounts/consents/schemas'
import { consentSourceLabels, consentTexts } from '@dangqun/contracts/accounts/vocabulary'
import { sayDay } from '@/ui/dates.rules'

export type PersonalFileKind = 'csv' | 'json'

export interface PersonalFile {
  name: string
  type: 'application/json' | 'text/csv'
  text: string
}

/** A copy as a file that its name explains. */
export function copyOf(kind: 'csv', table: PersonalTable): PersonalFile
export function copyOf(kind: 'json', copy: PersonalCopy): PersonalFile
export function copyOf(kind: PersonalFileKind, given: PersonalTable | PersonalCopy): PersonalFile {
  const name = `我的个人信息-${given.exportedAt.slice(0, 10)}.${kind}`
  return 'csv' in given ? { name, type: 'text/csv', text: given.csv } : { name, type: 'application/json', text: JSON.stringify(given, null, 2) }
}

/** What a consent is for, and since when it stands or no longer does. */
export function sayConsent({ purpose, history }: ConsentLedger['items'][number], now: Date): string {
  const { use } = consentTexts[purpose]
  const [latest] = history
  if (!latest) return use
  const since = latest.withdrawnAt === null ? `${sayDay(latest.grantedAt, now)}${consentSourceLabels[latest.source]}` : `${sayDay(latest.withdrawnAt, now)}撤回`
  return `${use}\n${since}，说明版本 ${latest.version}`
}
