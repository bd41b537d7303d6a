import { announcementStates } from '@dangqun/contracts/notices/announcements/vocabulary'
import { announcementActionsFrom, announcementTransitions } from './notices-announcements.machine.js'

test('every state is reached, and withdrawn is the only end', () => {
  expect(new Set(['draft', ...Object.values(announcementTransitions).flatMap((actions) => Object.values(actions))])).toEqual(new Set(announcementStates))
  expect(announcementStates.filter((state) => announcementActionsFrom(state).length === 0)).toEqual(['withdrawn'])
})
