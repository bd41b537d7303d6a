import { pageOfNotice } from './notices-page.rules'

const id = '01a20e5a-a4af-7bdb-ba09-b0326ba07c46'

test.each([
  ['organization.bindingWaiting', 'organization', 'bindings'],
  ['activities.appealWaiting', 'activities', 'no-shows'],
  ['activities.changed', 'activities', `activities/${id}`],
  ['notices.announced', 'notices', `announcements/${id}`],
  ['organization.bindingDecided', 'organization', null],
] as const)('%s leads to its page', (kind, slice, path) => {
  expect(pageOfNotice({ kind, subject: { slice, id } })).toBe(path)
})
