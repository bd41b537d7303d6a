import { deskKinds } from '@dangqun/contracts/notices/vocabulary'
import { pageOfNotice } from './notices-page.rules'

const id = '01a20e5a-a4af-7bdb-ba09-b0326ba07c46'

test.each([
  ['organization.bindingWaiting', 'organization', 'bindings'],
  ['activities.appealWaiting', 'activities', 'no-shows'],
  ['activities.exportDecided', 'activities', 'exports?show=mine'],
  ['transfer.dutyDue', 'transfer', `transfers?case=${id}`],
  ['financing.demandWaiting', 'financing', `demands?demand=${id}`],
  ['financing.referralWaiting', 'financing', `referrals?referral=${id}`],
  ['financing.demandMoved', 'financing', null],
  ['activities.changed', 'activities', `activities/${id}`],
  ['notices.announced', 'notices', `announcements/${id}`],
  ['organization.bindingDecided', 'organization', null],
] as const)('%s leads to its page', (kind, slice, path) => {
  expect(pageOfNotice({ kind, subject: { slice, id } })).toBe(path)
})

test('what the desk is told of, the console can open', () => {
  for (const kind of deskKinds) expect(pageOfNotice({ kind, subject: { slice: kind.split('.')[0] as 'transfer', id } })).not.toBeNull()
})
