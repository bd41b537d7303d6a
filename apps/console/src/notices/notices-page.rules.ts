import type { Notice } from '@dangqun/contracts/notices/schemas'

/** The console's page that a notice leads to, below the centre; null: what it is about is seen on the phone. */
export function pageOfNotice({ kind, subject }: Pick<Notice, 'kind' | 'subject'>): string | null {
  if (kind === 'organization.bindingWaiting') return 'bindings'
  if (kind === 'activities.appealWaiting') return 'no-shows'
  if (kind === 'activities.exportDecided') return 'exports?show=mine'
  if (subject.slice === 'transfer' && kind === 'transfer.dutyDue') return `transfers?case=${subject.id}`
  if (kind === 'financing.demandWaiting') return `demands?demand=${subject.id}`
  if (kind === 'financing.referralWaiting') return `referrals?referral=${subject.id}`
  if (subject.slice === 'activities') return `activities/${subject.id}`
  return subject.slice === 'notices' ? `announcements/${subject.id}` : null
}
