import type { Member } from '@dangqun/contracts/organization/members/schemas'
import { changesOfMember, emptyMember, identityWords, memberValuesOf, newMemberSchema, toCreateMember } from './organization-member-form.rules'

const member: Member = {
  id: '0197f2a0-0000-7000-8000-000000000001', personId: '0197f2a0-0000-7000-8000-000000000002', name: '林禾', sex: 'female', category: 'full', flow: 'normal',
  branch: { id: '0197f2a0-0000-7000-8000-000000000003', name: '联合党支部' }, firm: null, joinedOn: '2012-07-01', phone: '19900001234', idNumber: '11010519491231002X', hasAccount: false, formerName: null,
  bornOn: '1949-12-31', ethnicity: '01', education: '21', confirmedOn: '2013-07-01', probationEndsOn: null, extendedTo: null, emergencyName: null, emergencyPhone: null, endedAt: null, endReason: null,
  warnings: [], version: 3, allowedActions: ['update'],
}

test('a stored member makes a form that sends the same', () => {
  const body = toCreateMember(memberValuesOf(member))
  expect(newMemberSchema.safeParse(body).success).toBe(true)
  expect(changesOfMember(member, body)).toEqual({ version: 3 })
  expect(changesOfMember(member, { ...body, phone: null, flow: 'outflow' })).toEqual({ phone: null, flow: 'outflow', version: 3 })
})

test('what belongs to the other category is not sent', () => {
  const typed = { ...memberValuesOf(member), category: 'probationary' as const, extendedTo: '2027-07-01' }
  expect(toCreateMember(typed)).toMatchObject({ confirmedOn: null, extendedTo: '2027-07-01' })
  expect(toCreateMember({ ...typed, category: 'full' })).toMatchObject({ confirmedOn: '2013-07-01', extendedTo: null })
})

test('an empty form misses what it must have', () => {
  const issues = newMemberSchema.safeParse(toCreateMember(emptyMember)).error?.issues.map(({ path }) => path[0])
  expect(issues).toEqual(expect.arrayContaining(['name', 'idNumber', 'education', 'category', 'joinedOn', 'branchId', 'isIdentityChecked']))
})

test('the number says sex and birthday in words', () => {
  expect(identityWords('11010519491231002x')).toBe('女，1949年12月31日出生')
  expect(identityWords('110105194912310021')).toBeNull()
})
