import fc from 'fast-check'
import { transferActions, transferDirections, transferStates, type TransferDirection, type TransferState } from '@dangqun/contracts/transfer/vocabulary'
import { workCalendar } from '../platform/calendar/calendar.rules.js'
import { nextTransferState, transferActionsFrom } from './transfer.machine.js'
import { actionBlock, clockAction, defaultTransferLimits as limits, dueAt, holderOf, isOpen, missingParts, stepsAhead, type CaseFacts } from './transfer.rules.js'

// 国务院办公厅: New Year 2027 from Friday 1 to Sunday 3 January, Monday the 4th worked.
const calendar = workCalendar([{ date: '2027-01-01', isWorking: false }])

function aCase(given: Partial<CaseFacts>): CaseFacts {
  return {
    direction: 'out', kind: 'cross_province_paper', state: 'submitted', enteredAt: new Date('2026-12-01T10:00:00+08:00'), letterValidUntil: null, acceptedAt: null, isAssigned: false, isReceiptFiled: false,
    isBranchKnown: true, isBranchAgreed: false, ...given,
  }
}

const due = (given: Partial<CaseFacts>) => dueAt(aCase(given), limits, calendar)?.toISOString() ?? null

test('each state has its clock, in working days unless it says days', () => {
  expect(due({ state: 'submitted' })).toBe('2026-12-02T15:59:59.000Z')
  expect(due({ state: 'prechecked' })).toBe('2026-12-04T15:59:59.000Z')
  // Five working days from a Tuesday jump a weekend.
  expect(due({ state: 'endorsed' })).toBe('2026-12-08T15:59:59.000Z')
  expect(due({ state: 'supplement' })).toBe('2026-12-31T15:59:59.000Z')
  for (const state of ['draft', 'returned', 'withdrawn', 'refused', 'voided', 'closed'] as const) expect(due({ state })).toBeNull()
})

test('a deadline over New Year skips the holiday', () => {
  // Thursday evening; Friday is New Year's Day, then a weekend: three working days end on Wednesday.
  expect(due({ state: 'prechecked', enteredAt: new Date('2026-12-31T23:59:59+08:00') })).toBe('2027-01-06T15:59:59.000Z')
  expect(due({ state: 'prechecked', enteredAt: new Date('2027-01-01T00:00:00+08:00') })).toBe('2027-01-06T15:59:59.000Z')
})

test('a letter holds until the last second of its last day', () => {
  const letter = aCase({ state: 'issued', letterValidUntil: '2026-12-31' })
  expect(clockAction(letter, new Date('2026-12-31T23:59:59+08:00'), limits, calendar)).toBeNull()
  expect(actionBlock(letter, 'receive', new Date('2026-12-31T23:59:59+08:00'), [])).toBeNull()
  expect(clockAction(letter, new Date('2027-01-01T00:00:00+08:00'), limits, calendar)).toBe('expire')
  expect(actionBlock(letter, 'receive', new Date('2027-01-01T00:00:00+08:00'), [])).toBe('transfer.letterRanOut')
})

test('a refusal that nobody confirmed lapses; other states are only overdue', () => {
  const late = new Date('2027-06-01T00:00:00+08:00')
  expect(clockAction(aCase({ state: 'refusal_pending' }), late, limits, calendar)).toBe('lapse')
  for (const state of ['submitted', 'prechecked', 'endorsed', 'receiving', 'archive_check', 'rejection_pending', 'rejected', 'accepted'] as const) expect(clockAction(aCase({ state }), late, limits, calendar)).toBeNull()
})

test('after acceptance the nearer duty is the case’s: 7 days to a branch, one month for the receipt', () => {
  const acceptedAt = new Date('2027-01-31T10:00:00+08:00')
  expect(due({ state: 'accepted', acceptedAt })).toBe('2027-02-07T15:59:59.000Z')
  // A month from the 31st of January ends on the last of February.
  expect(due({ state: 'accepted', acceptedAt, isAssigned: true })).toBe('2027-02-28T15:59:59.000Z')
})

test('a case is closed when both duties are done, and only then', () => {
  const now = new Date('2026-12-20T10:00:00+08:00')
  const close = (given: Partial<CaseFacts>) => actionBlock(aCase({ state: 'accepted', ...given }), 'close', now, [])
  expect(close({})).toBe('transfer.dutiesOpen')
  expect(close({ isAssigned: true })).toBe('transfer.dutiesOpen')
  expect(close({ isReceiptFiled: true })).toBe('transfer.dutiesOpen')
  expect(close({ isAssigned: true, isReceiptFiled: true })).toBeNull()
  // Online and within one committee there is no receipt to wait for.
  expect(close({ kind: 'in_province', isAssigned: true })).toBeNull()
  expect(close({ kind: 'internal', direction: 'internal', isAssigned: true })).toBeNull()
})

test('within one committee no letter is issued, and towards another one nothing is accepted without', () => {
  const now = new Date('2026-12-03T10:00:00+08:00')
  expect(actionBlock(aCase({ state: 'endorsed', direction: 'internal', kind: 'internal' }), 'issue', now, [])).toBe('transfer.wrongState')
  expect(actionBlock(aCase({ state: 'endorsed', direction: 'internal', kind: 'internal' }), 'accept', now, [])).toBeNull()
  expect(actionBlock(aCase({ state: 'endorsed' }), 'accept', now, [])).toBe('transfer.wrongState')
  expect(actionBlock(aCase({ state: 'endorsed' }), 'issue', now, [])).toBeNull()
})

test.each([
  ['out', 'cross_province_paper', ['intake endorse', 'intake place', 'endorsed accept', 'expired place']],
  ['out', 'in_province', ['intake endorse', 'intake place', 'endorsed accept', 'accepted file-receipt', 'expired accept', 'expired place']],
  ['in', 'cross_province_paper', ['intake endorse', 'endorsed issue', 'endorsed accept', 'issued reissue', 'issued void', 'rejected reissue', 'rejected return', 'rejected void', 'expired reissue', 'expired void', 'expired accept']],
  ['in', 'in_province', ['intake endorse', 'endorsed issue', 'endorsed accept', 'issued reissue', 'issued void', 'accepted file-receipt', 'rejected reissue', 'rejected return', 'rejected void', 'expired reissue', 'expired void', 'expired accept']],
  ['internal', 'internal', ['intake endorse', 'intake place', 'endorsed issue', 'issued reissue', 'issued void', 'accepted file-receipt', 'rejected reissue', 'rejected void', 'expired reissue', 'expired void', 'expired accept', 'expired place']],
] as const)('%s, %s: of what the table allows, this does not exist', (direction, kind, refused) => {
  const now = new Date('2026-12-03T10:00:00+08:00')
  // Of an intake the branch has agreed, and has nothing more to say.
  const stands = { direction, kind, isBranchAgreed: true, letterValidUntil: kind === 'cross_province_paper' ? '2026-12-31' : null } as const
  const found = transferStates.flatMap((state) => transferActionsFrom(state).filter((action) => actionBlock(aCase({ state, ...stands }), action, now, []) === 'transfer.wrongState').map((action) => `${state} ${action}`))
  expect(found).toEqual(refused)
})

test('a stop keeps a case from being submitted, a warning does not', () => {
  const now = new Date('2026-12-03T10:00:00+08:00')
  const finding = (level: 'stop' | 'warn') => [{ level, field: 'title', reason: 'R01' as const, message: '', suggestion: null }]
  expect(actionBlock(aCase({ state: 'draft' }), 'submit', now, finding('stop'))).toBe('transfer.incomplete')
  expect(actionBlock(aCase({ state: 'draft' }), 'submit', now, finding('warn'))).toBeNull()
})

test('reasons are chosen, and 其他 is explained', () => {
  const facts = { state: 'accepted', direction: 'out', kind: 'cross_province_paper', letterValidUntil: null } as const
  expect(missingParts(facts, 'return', {}).map(({ path }) => path)).toEqual(['reason', 'comment'])
  expect(missingParts(facts, 'return', { reason: 'R01' })).toEqual([])
  expect(missingParts(facts, 'return', { reason: 'R99' }).map(({ path }) => path)).toEqual(['comment'])
  expect(missingParts(facts, 'issue', {}).map(({ path }) => path)).toEqual(['letter'])
  expect(missingParts({ ...facts, kind: 'in_province' }, 'issue', {})).toEqual([])
  expect(missingParts({ ...facts, direction: 'in' }, 'receive', {}).map(({ path }) => path)).toEqual(['incomingLetter'])
  expect(missingParts({ ...facts, direction: 'in', letterValidUntil: '2026-12-31' }, 'receive', {})).toEqual([])
  expect(missingParts(facts, 'assign', { branchName: '某支部' })).toEqual([])
  expect(missingParts(facts, 'request-supplement', { missingItems: [] }).map(({ path }) => path)).toEqual(['missingItems'])
})

test('a letter that ran out is accepted by its receipt, when that shows a day on which it held', () => {
  const expired = aCase({ state: 'expired', letterValidUntil: '2026-12-31' })
  const now = new Date('2027-01-10T10:00:00+08:00')
  expect(missingParts(expired, 'accept', {}).map(({ path }) => path)).toEqual(['receiptOn'])
  expect(missingParts(aCase({ state: 'receiving' }), 'accept', {})).toEqual([])
  expect(actionBlock(expired, 'accept', now, [], '2026-12-31')).toBeNull()
  expect(actionBlock(expired, 'accept', now, [], '2027-01-01')).toBe('transfer.acceptedTooLate')
})

test('an intake waits for the desk until a branch is chosen, then for the branch, then for the committee', () => {
  const intake = (given: Partial<CaseFacts>) => holderOf(aCase({ direction: 'in', state: 'intake', ...given }))
  expect(intake({ isBranchKnown: false })).toBe('center')
  expect(intake({})).toBe('receiving_branch')
  expect(intake({ isBranchAgreed: true })).toBe('receiving_committee')
})

test('the way ahead gets shorter with every step of the usual way', () => {
  const way: Record<TransferDirection, TransferState[]> = {
    out: ['submitted', 'prechecked', 'endorsed', 'issued', 'receiving', 'accepted'],
    internal: ['submitted', 'prechecked', 'endorsed', 'accepted'],
    in: ['intake', 'placed', 'receiving', 'accepted'],
  }
  for (const direction of transferDirections) {
    const lengths = way[direction].map((state) => stepsAhead(direction, state, null).length)
    expect(lengths).toEqual(way[direction].map((_, index) => way[direction].length - 1 - index))
  }
  expect(stepsAhead('out', 'closed', null)).toEqual([])
})

test.each([
  ['out', 'refusal_pending', 'prechecked', ['prechecked', 'endorsed', 'issued', 'receiving', 'accepted']],
  ['out', 'refusal_pending', 'endorsed', ['endorsed', 'issued', 'receiving', 'accepted']],
  ['in', 'refusal_pending', 'intake', ['intake', 'placed', 'receiving', 'accepted']],
  ['out', 'rejection_pending', 'archive_check', ['receiving', 'accepted']],
  ['out', 'returned', null, ['submitted', 'prechecked', 'endorsed', 'issued', 'receiving', 'accepted']],
] as const)('%s: a case beside the way, %s from %s, has the step it comes back to still ahead', (direction, state, heldFrom, ahead) => {
  expect(stepsAhead(direction, state, heldFrom).map((each) => each.state)).toEqual(ahead)
})

test('however acts follow each other, a case ends or is open, and never leaves an end', () => {
  fc.assert(
    fc.property(fc.constantFrom(...transferDirections), fc.array(fc.nat(30), { maxLength: 60 }), (direction, picks) => {
      let state: TransferState = direction === 'in' ? 'intake' : 'draft'
      let heldFrom: TransferState | null = null
      for (const pick of picks) {
        const possible = transferActionsFrom(state)
        const action = possible[pick % Math.max(1, possible.length)]
        if (!action) {
          expect(isOpen(state)).toBe(false)
          break
        }
        const next = nextTransferState(state, action, heldFrom)
        expect(next).not.toBeNull()
        heldFrom = next === 'refusal_pending' || next === 'rejection_pending' ? state : null
        state = next ?? state
      }
      expect(transferStates).toContain(state)
      for (const action of transferActions) if (!transferActionsFrom(state).includes(action)) expect(nextTransferState(state, action, heldFrom)).toBeNull()
    }),
  )
})
