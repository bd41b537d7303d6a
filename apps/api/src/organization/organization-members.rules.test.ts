import { idNumberCheck, readIdNumber } from '@dangqun/contracts/kit/numbers'
import { creditCode, creditCodeCheck, idNumber } from '@dangqun/contracts/kit/numbers.schemas'
import { memberFields } from '@dangqun/contracts/organization/members/schemas'
import { educations, ethnicities } from '@dangqun/contracts/organization/members/vocabulary'
import fc from 'fast-check'
import { addMonths, memberContradictions, memberWarnings, type MemberDates } from './organization-members.rules.js'

const now = new Date('2026-12-01T10:00:00+08:00')
const full: MemberDates = { category: 'full', bornOn: '1990-05-01', joinedOn: '2012-07-01', confirmedOn: '2013-07-01', probationEndsOn: null, extendedTo: null }
const probationary: MemberDates = { ...full, category: 'probationary', joinedOn: '2026-01-31', confirmedOn: null, probationEndsOn: '2027-01-31' }

test.each<[string, MemberDates, string[]]>([
  ['a full member', full, []],
  ['a probationary one', probationary, []],
  ['full without a date of it', { ...full, confirmedOn: null }, ['confirmedOn']],
  ['full before joining', { ...full, confirmedOn: '2012-06-30' }, ['confirmedOn']],
  ['joined tomorrow', { ...full, joinedOn: '2026-12-02', confirmedOn: '2026-12-02' }, ['joinedOn', 'confirmedOn']],
  ['joined before birth', { ...full, joinedOn: '1990-05-01', confirmedOn: '1991-05-01' }, ['joinedOn']],
  ['probation without an end', { ...probationary, probationEndsOn: null }, ['probationEndsOn']],
  ['probation that is confirmed', { ...probationary, confirmedOn: '2026-11-01' }, ['confirmedOn']],
  ['extended by half a year', { ...probationary, extendedTo: '2027-07-31' }, []],
  ['extended by a day less', { ...probationary, extendedTo: '2027-07-30' }, ['extendedTo']],
  ['extended by a year', { ...probationary, extendedTo: '2028-01-31' }, []],
  ['extended by a day more', { ...probationary, extendedTo: '2028-02-01' }, ['extendedTo']],
])('%s', (_, dates, paths) => {
  expect(memberContradictions(dates, now).map(({ path }) => path)).toEqual(paths)
})

test('a short probation and an early joining only warn; a probation that is over is told', () => {
  expect(memberWarnings({ ...full, bornOn: '1950-03-01', joinedOn: '1971-07-01', confirmedOn: '1971-07-01' }, now)).toEqual(['probationUnderYear'])
  expect(memberWarnings({ ...full, joinedOn: '2007-07-01' }, now)).toEqual(['joinedUnder18'])
  expect(memberWarnings({ ...probationary, probationEndsOn: '2026-11-30' }, now)).toEqual(['probationOver'])
  expect(memberWarnings({ ...probationary, probationEndsOn: '2026-11-30', extendedTo: '2027-05-30' }, now)).toEqual([])
  expect(memberWarnings(full, now)).toEqual([])
})

test('a month later is the same day, or the last of the month', () => {
  expect([addMonths('2026-01-31', 1), addMonths('2024-02-29', 12), addMonths('2026-08-31', 6), addMonths('2026-12-15', 1)]).toEqual(['2026-02-28', '2025-02-28', '2027-02-28', '2027-01-15'])
})

const valid = fc.tuple(fc.date({ min: new Date('1930-01-01'), max: new Date('2008-12-31'), noInvalidDate: true }), fc.integer({ min: 0, max: 999 }))
  .map(([born, serial]) => `990101${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`)
  .map((first) => first + idNumberCheck(first))

test('an ID number tells sex and birth date, and one wrong digit shows', () => {
  // The example of GB 11643-1999.
  expect(readIdNumber('11010519491231002X')).toEqual({ sex: 'female', bornOn: '1949-12-31' })
  expect(idNumber.parse(' 110105 19491231 002ｘ ')).toBe('11010519491231002X')
  expect(readIdNumber('990101199002300017')).toBeNull()
  fc.assert(fc.property(valid, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
    expect(readIdNumber(number)?.bornOn.replaceAll('-', '')).toBe(number.slice(6, 14))
    const wrong = number.slice(0, place) + String((Number(number[place]) + by) % 10) + number.slice(place + 1)
    expect(idNumber.safeParse(wrong).success).toBe(false)
  }))
})

test('a credit code is checked over its 17 symbols', () => {
  const first = '91990000MA2EXAMP1'
  expect(first).toHaveLength(17)
  const code = first + creditCodeCheck(first)
  expect(creditCode.parse(code.toLowerCase())).toBe(code)
  // Published examples of GB 32100-2015's arithmetic.
  for (const known of ['91350100M000100Y43', '91110000600037341L']) expect(creditCode.safeParse(known).success).toBe(true)
  for (let place = 0; place < 17; place++) {
    const other = code[place] === '7' ? '8' : '7'
    expect(creditCode.safeParse(code.slice(0, place) + other + code.slice(place + 1)).success).toBe(false)
  }
})

test('the form asks sixteen things at most, by the tables of the standards', () => {
  expect(Object.keys(memberFields.shape).length).toBeLessThanOrEqual(16)
  expect(Object.keys(ethnicities)).toHaveLength(56)
  expect([ethnicities['01'], ethnicities['03'], ethnicities['15'], ethnicities['56']]).toEqual(['汉族', '回族', '土家族', '基诺族'])
  expect([educations['21'], educations['90']]).toEqual(['大学本科毕业', '其他'])
})
