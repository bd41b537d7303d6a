import { emptyDesk, toCreate, toDeskBody, toUpdate, type DeskValues } from './transfer-desk.rules'
import { deskSchema } from './use-desk-entry'

const values = (given: Partial<DeskValues>): DeskValues => ({ ...emptyDesk, kind: 'in_province', signedOn: '2026-12-01', ...given })

test('somebody comes in: the person is asked for, and no member is chosen', () => {
  const body = toDeskBody('in', true)(values({ name: ' 林禾 ', idNumber: '11010519491231002X', originCommitteeName: '某街道党工委', title: '不问' }))
  expect(deskSchema('in', true).safeParse(body).success).toBe(true)
  expect(toCreate('in', body)).toMatchObject({ direction: 'in', isAtDesk: true, consent: { source: 'signed_paper', signedOn: '2026-12-01' }, form: { name: '林禾', originCommitteeName: '某街道党工委' } })
  expect(body).not.toHaveProperty('title')
})

test('a member leaves: the record answers for the person', () => {
  const chosen = toDeskBody('out', true)(values({ memberId: 'm', kind: 'cross_province_paper', validDays: '30', name: '不问' }))
  expect(toCreate('out', chosen)).toMatchObject({ memberId: 'm', form: { validDays: 30 } })
  expect(chosen).not.toHaveProperty('name')
  expect(deskSchema('out', true).safeParse(toDeskBody('out', true)(values({}))).error?.issues[0]?.path).toEqual(['memberId'])
})

test('without a signature’s day nothing opens', () => {
  expect(deskSchema('in', true).safeParse(toDeskBody('in', true)(values({ signedOn: null }))).error?.issues.map(({ path }) => path[0])).toEqual(['signedOn'])
})

test('a number that was not typed again is not sent', () => {
  expect(toUpdate(toDeskBody('in', false)(values({ name: '林禾' })), { version: 3 })).toMatchObject({ version: 3, form: { name: '林禾' } })
  expect(toUpdate(toDeskBody('in', false)(values({})), { version: 3 }).form).not.toHaveProperty('idNumber')
})
