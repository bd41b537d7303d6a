import { canBeBorn } from './organization-persons.rules.js'

test('people are born before tomorrow, and not in another age', () => {
  // Late on the 1st in London is the 2nd here.
  const now = new Date('2026-12-01T20:00:00Z')
  expect(['2026-12-02', '2026-12-03', '1896-01-01', '1895-12-31'].map((date) => canBeBorn(date, now))).toEqual([true, false, true, false])
})
