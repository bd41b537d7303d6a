import { workCalendar } from '../platform/calendar/calendar.rules.js'
import { Seeded } from '../platform/seeded/seeded.js'
import { played, type StoryStep } from './transfer-story.factory.js'
import { aTransfer } from './transfer.factory.js'

const now = new Date('2026-12-01T09:00:00+08:00')
const setting = { now, calendar: workCalendar(), accountOf: () => null }
const fresh = () => aTransfer(new Seeded(1), now, { center_id: 'c', person_id: 'p', state: 'draft', origin_committee_id: 'committee' })
const letter = { number: '皖0000001', validDays: 30 }
const way: StoryStep[] = [{ ago: 9, action: 'submit' }, { ago: 8, action: 'precheck' }, { ago: 6, action: 'endorse' }, { ago: 3, action: 'issue', letter }]

test('a played case stands as the product would have left it', () => {
  const { row, steps, letters } = played(new Seeded(2), fresh(), way, setting)
  expect(row).toMatchObject({ state: 'issued', version: 5, holder: 'receiving_committee', holder_id: 'committee', letter_valid_until: letters[0]?.valid_until })
  expect(steps.map(({ to_state: state }) => state)).toEqual(['draft', 'submitted', 'prechecked', 'endorsed', 'issued'])
  expect(steps.map(({ at }) => at.getTime())).toEqual(steps.map(({ at }) => at.getTime()).sort((a, b) => a - b))
  expect(row.due_at?.toISOString()).toBe(new Date(`${letters[0]?.valid_until ?? ''}T23:59:59+08:00`).toISOString())
})

test('a new letter makes the old one void', () => {
  const { letters } = played(new Seeded(2), fresh(), [...way, { ago: 1, action: 'reissue', letter: { ...letter, number: '皖0000002' } }], setting)
  expect(letters.map(({ number, replaces, void_at: end }) => [number, replaces, end !== null])).toEqual([['皖0000001', null, true], ['皖0000002', '皖0000001', false]])
})

test('what the state does not know is no story', () => {
  expect(() => played(new Seeded(2), fresh(), [{ ago: 1, action: 'issue', letter }], setting)).toThrow('draft does not know issue')
})
