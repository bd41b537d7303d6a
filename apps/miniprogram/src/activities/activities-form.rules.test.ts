import type { Question } from '@dangqun/contracts/activities/form/schemas'
import { checkFormDraft, emptyForm, toDate, toForm } from './activities-form.rules'

const questions: Question[] = [
  { id: 'q1', kind: 'choice', label: '用餐', isRequired: true, options: ['要', '不要'] },
  { id: 'q2', kind: 'text', label: '备注', isRequired: false, options: [] },
]

test.each([
  ['19900501', '1990-05-01'], ['1990-5-1', '1990-05-01'], ['1990年5月1日', '1990-05-01'], ['１９９００５０１', '1990-05-01'],
  ['19900231', null], ['1990', null], ['', null], ['19901301', null],
])('%s is the day %s', (typed, date) => {
  expect(toDate(typed)).toBe(date)
})

test('only what is needed is missed', () => {
  expect(checkFormDraft(['birthDate', 'guardian', 'insurance', 'answers'], questions, emptyForm)).toEqual({
    birthDate: '请填 8 位数字，像 19900501', guardian: '请填写监护人姓名', insurance: '请看过后点一下确认', 'answers.q1': '请选择',
  })
  expect(checkFormDraft(['answers'], questions, { ...emptyForm, answers: { q1: '要' } })).toEqual({})
})

test('what was typed for a question that is gone is not sent', () => {
  expect(toForm({ ...emptyForm, birthDate: '19900501', answers: { q1: '要', gone: 'x' } }, questions)).toEqual({ answers: { q1: '要' }, isInsuranceConfirmed: false, birthDate: '1990-05-01' })
})
