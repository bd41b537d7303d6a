import type { Candidate } from '@dangqun/contracts/activities/check-in/schemas'
import { findKnown, withFound } from './activities-candidates.rules'

const one = (number: number, name: string | null, checkedInAt: string | null = null): Candidate => ({ signUpId: `sign-up-${number}`, number, name, state: 'confirmed', checkedInAt })
const known = withFound(withFound([], [one(2, '林禾'), one(12, '林深')]), [one(3, 'Lin Qiu'), one(2, '林禾', '2026-12-01T10:00:00+08:00')])

test('who was found stays known, as they were last', () => {
  expect(known.map(({ number }) => number).sort((a, b) => a - b)).toEqual([2, 3, 12])
  expect(findKnown(known, '2')).toEqual([one(2, '林禾', '2026-12-01T10:00:00+08:00')])
})

test('by part of the name or the whole number, as the server finds', () => {
  expect(findKnown(known, '林').map(({ number }) => number)).toEqual([2, 12])
  expect(findKnown(known, 'lin').map(({ number }) => number)).toEqual([3])
  expect(findKnown([one(7, null)], '7')).toHaveLength(1)
  expect(findKnown([one(7, null)], '')).toEqual([])
})
