import { versionStates, type VersionState } from '@dangqun/contracts/financing/vocabulary'
import { versionActionsFrom, versionMachine } from './financing-versions.machine.js'

test('every state is reached, and the ends are those that are meant', () => {
  const reached = new Set<VersionState>(['draft', 'replaced', ...Object.values(versionMachine).flatMap((transitions) => Object.values(transitions) as VersionState[])])
  expect([...reached].sort()).toEqual([...versionStates].sort())
  expect(versionStates.filter((state) => versionActionsFrom(state).length === 0)).toEqual(['replaced', 'withdrawn'])
})
