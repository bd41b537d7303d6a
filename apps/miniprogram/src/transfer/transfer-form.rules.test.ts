import { aTransfer } from '../../test/transfers'
import { askedFields, changedInput, checkFields, emptyValues, sayPerson, sayValue, stepsOf, valuesOf, type FormStep } from './transfer-form.rules'

const { form } = aTransfer()
const known = valuesOf(form)
const out = { direction: 'out', kind: 'cross_province_paper' } as const
const asked = (steps: FormStep[], reason: Parameters<typeof askedFields>[2]['reason'] = null, wrong: string[] = []) => steps.map((step) => askedFields(step, form, { reason, wrong }))

test('a member of the roll is asked only what the roll does not say', () => {
  expect(asked(stepsOf(out, 'full'))).toEqual([[], ['duesPaidTo'], ['receivingCommitteeName', 'title', 'destination']])
})

test('a probationary member is asked when the probation ends, a full one when it was confirmed', () => {
  expect(stepsOf(out, 'probationary')[1]?.fields).toContain('probationEndsOn')
  expect(stepsOf(out, 'probationary')[1]?.fields).not.toContain('confirmedOn')
})

test('each direction asks for its own: no branch on the way out, no letter within', () => {
  const fields = (direction: 'out' | 'in' | 'internal', kind: 'in_province' | 'internal') => stepsOf({ direction, kind }, 'full').flatMap((step) => step.fields)
  expect(fields('internal', 'internal')).not.toContain('title')
  expect(fields('internal', 'internal')).toContain('receivingBranchId')
  expect(fields('in', 'in_province')).toEqual(expect.arrayContaining(['originCommitteeName', 'destination']))
  expect(fields('out', 'in_province')).not.toContain('validDays')
})

test('a case that was sent back opens the fields that its reason is about, and those that were found wrong', () => {
  expect(asked(stepsOf(out, 'full'), 'R03')[0]).toEqual(['name', 'idNumber'])
  expect(asked(stepsOf(out, 'full'), 'R06')[1]).toEqual(['duesPaidTo'])
  expect(asked(stepsOf(out, 'full'), null, ['phone'])[0]).toEqual(['phone'])
})

test('a number that the server has need not be typed again; a wrong one is told at once', () => {
  const person = stepsOf(out, 'full')[0]?.fields ?? []
  expect(checkFields(person, [], known, form)).toEqual({})
  expect(checkFields(person, [], { ...known, idNumber: '110105194912310021' }, form)).toEqual({ idNumber: '身份证号不对，请对照身份证再填一次' })
  expect(checkFields(['phone', 'receivingCommitteeCode'], ['receivingCommitteeCode'], { ...emptyValues, phone: '123', receivingCommitteeCode: '12' }, form)).toEqual({ phone: '手机号应是 11 位数字', receivingCommitteeCode: '组织编码是 12 位数字，不清楚可以不填' })
  expect(checkFields(['destination'], [], emptyValues, form)).toEqual({ destination: '请填写去处' })
})

test('only what differs is sent, in the form that the API takes', () => {
  expect(changedInput(known, known)).toEqual({})
  expect(changedInput({ ...known, destination: ' 上海禾川科技有限公司 ', phone: '１９９ 0000 5678', validDays: '10', title: '' }, known)).toEqual({ destination: '上海禾川科技有限公司', phone: '19900005678', validDays: 10 })
  expect(changedInput({ ...known, idNumber: '11010519491231002x' }, known, ['idNumber'])).toEqual({ idNumber: '11010519491231002X' })
  expect(changedInput({ ...known, education: '' }, known)).toEqual({ education: null })
})

test('sex and birth date come from the number, and are asked back', () => {
  expect(sayPerson('11010519491231002x')).toBe('女，1949 年 12 月 31 日出生')
  expect(sayPerson('1101051949')).toBeNull()
})

test('codes are read as words', () => {
  expect([sayValue('ethnicity', '03'), sayValue('education', '21'), sayValue('category', 'full'), sayValue('duesPaidTo', '2026-11'), sayValue('validDays', '30')]).toEqual(['回族', '大学本科毕业', '正式党员', '2026 年 11 月', '30 天'])
  expect(sayValue('receivingBranchId', 'b', [{ id: 'b', name: '尚泽大厦联合党支部', committee: '莲花社区党委' }])).toBe('尚泽大厦联合党支部')
})
