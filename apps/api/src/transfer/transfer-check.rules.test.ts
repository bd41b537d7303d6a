import type { TransferForm } from '@dangqun/contracts/transfer/schemas'
import { findingsOf, requiredFields, type CheckContext } from './transfer-check.rules.js'

const context: CheckContext = { direction: 'out', kind: 'cross_province_paper', today: '2026-12-01', isSuspended: false, hasProbationOpinion: false }

/** Complete and correct; nobody's: the ID number is computed. */
const form: TransferForm = {
  name: '林禾', formerName: null, idNumber: '340111199003070017', ethnicity: '01', education: '20', category: 'full', joinedOn: '2015-06-30', confirmedOn: '2016-06-30', probationEndsOn: null, phone: '19900001234',
  emergencyContact: null, originBranchId: '0197f2a0-0000-7000-8000-000000000001', originBranchName: '尚百商户联合党支部', originCommitteeName: '莲花社区党委', originCommitteeCode: '340111000001', receivingBranchId: null,
  receivingBranchName: null, receivingCommitteeName: '张江科学城综合党委', receivingCommitteeCode: '310115000001', title: '中共上海市浦东新区委组织部', destination: '上海某某科技有限公司', cause: 'employment',
  duesPaidTo: '2026-12', validDays: 30, contact: null, contactPhone: null, probationOpinion: null,
}
const check = (given: Partial<TransferForm>, about: Partial<CheckContext> = {}) => findingsOf({ ...form, ...given }, { ...context, ...about }).map(({ level, field, reason }) => [level, field, reason])

test('a complete form has nothing to send back', () => {
  expect(check({})).toEqual([])
})

test('what is missing is named, and only what this kind of case needs', () => {
  expect(check({ title: null, phone: '' })).toEqual([['stop', 'phone', null], ['stop', 'title', null]])
  expect(requiredFields('internal', 'internal', 'full')).not.toContain('title')
  expect(requiredFields('out', 'in_province', 'full')).not.toContain('validDays')
  expect(requiredFields('out', 'in_province', 'probationary')).toContain('probationEndsOn')
})

test.each<[string, Partial<TransferForm>, Partial<CheckContext>, unknown[]]>([
  ['a wrong ID number', { idNumber: '340111199003074518' }, {}, ['stop', 'idNumber', 'R03']],
  ['confirmed before joining', { confirmedOn: '2014-01-01' }, {}, ['stop', 'confirmedOn', 'R03']],
  ['confirmed within a year only warns', { confirmedOn: '2016-01-01' }, {}, ['warn', 'confirmedOn', 'R05']],
  ['a probation that is over', { category: 'probationary', confirmedOn: null, probationEndsOn: '2026-11-30' }, {}, ['stop', 'probationEndsOn', 'R09']],
  ['dues of an earlier month only warn', { duesPaidTo: '2026-10' }, {}, ['warn', 'duesPaidTo', 'R06']],
  ['党办 as 抬头', { title: '合肥市蜀山区党办' }, {}, ['stop', 'title', 'R01']],
  ['a residence without its community', { cause: 'residence', destination: '上海市浦东新区' }, {}, ['stop', 'destination', 'R02']],
  ['停止党籍', {}, { isSuspended: true }, ['stop', null, 'R03']],
])('%s', (_, given, about, finding) => {
  expect(check(given, about)).toEqual([finding])
})

test('members of 1969 to 1977 had no probation', () => {
  expect(check({ joinedOn: '1975-07-01', confirmedOn: '1975-07-01' })).toEqual([])
  expect(check({ joinedOn: '1978-07-01', confirmedOn: '1978-07-01' })).toEqual([['warn', 'confirmedOn', 'R05']])
})

test('a probation that ends today is not over, and one with the origin’s opinion may go on', () => {
  const probationary = { category: 'probationary', confirmedOn: null } as const
  expect(check({ ...probationary, probationEndsOn: '2026-12-01' })).toEqual([])
  expect(check({ ...probationary, probationEndsOn: '2026-11-30' }, { hasProbationOpinion: true })).toEqual([])
})
