import type { Question } from '@dangqun/contracts/activities/form/schemas'
import { ageAt, answerProblem, checkForm, type FormRules } from './activities-form.rules.js'

const now = new Date('2026-12-01T10:00:00+08:00')
const open: FormRules = { questions: [], minAge: null, maxAge: null, insuranceNotice: null, startsAt: new Date('2026-12-05T09:00:00+08:00') }
const choice: Question = { id: 'q1', kind: 'choice', label: '用餐', isRequired: true, options: ['要', '不要'] }
const several: Question = { id: 'q2', kind: 'several', label: '会什么', isRequired: false, options: ['急救', '摄影'] }

test.each([
  ['2008-12-05', '2026-12-05T00:00:00+08:00', 18],
  ['2008-12-05', '2026-12-04T23:59:59+08:00', 17],
  ['2012-02-29', '2026-02-28T12:00:00+08:00', 13],
  ['2012-02-29', '2026-03-01T00:00:00+08:00', 14],
])('who was born on %s is at %s %i', (birthDate, at, age) => {
  expect(ageAt(birthDate, new Date(at))).toBe(age)
})

test('an activity without questions and rules keeps nothing, whatever is sent', () => {
  expect(checkForm(open, { answers: { x: 'y' }, birthDate: '2001-01-01', guardian: '林', isInsuranceConfirmed: true }, null, now)).toEqual({ kind: 'fine', form: null, birthDate: null })
})

test('the birth date is asked only by an age rule, and only once', () => {
  const rules = { ...open, minAge: 18 }
  expect(checkForm(rules, {}, null, now)).toMatchObject({ kind: 'needed', needs: ['birthDate'] })
  expect(checkForm(rules, { birthDate: '2001-01-01' }, null, now)).toEqual({ kind: 'fine', form: null, birthDate: '2001-01-01' })
  expect(checkForm(rules, { birthDate: '1990-01-01' }, '2001-01-01', now)).toEqual({ kind: 'fine', form: null, birthDate: null })
  expect(checkForm(rules, { birthDate: '2030-01-01' }, null, now)).toMatchObject({ kind: 'needed', problems: { birthDate: '请检查出生日期' } })
})

test('ages are those at the start; the edges are in', () => {
  const rules = { ...open, minAge: 18, maxAge: 40 }
  const verdict = (birthDate: string) => checkForm(rules, {}, birthDate, now)
  expect(verdict('2008-12-05').kind).toBe('fine')
  expect(verdict('2008-12-06')).toEqual({ kind: 'refused', code: 'activities.tooYoung' })
  expect(verdict('1985-12-06').kind).toBe('fine')
  expect(verdict('1985-12-05')).toEqual({ kind: 'refused', code: 'activities.tooOld' })
})

test('under 14 nobody signs up by phone; from 14 to 18 a guardian agrees', () => {
  const rules = { ...open, minAge: 14 }
  expect(checkForm(rules, { guardian: '林禾' }, '2012-12-02', now)).toEqual({ kind: 'refused', code: 'activities.underFourteen' })
  expect(checkForm(rules, {}, '2012-12-01', now)).toMatchObject({ kind: 'needed', needs: ['guardian'] })
  expect(checkForm(rules, { guardian: '林禾' }, '2012-12-01', now)).toMatchObject({ kind: 'fine', form: { guardian: '林禾' } })
  expect(checkForm(rules, { guardian: '林禾' }, '2008-12-05', now)).toMatchObject({ kind: 'fine', form: null })
})

test('the notice of risk and insurance is confirmed, not passed over', () => {
  const rules = { ...open, insuranceNotice: '搬运重物，已投保意外险' }
  expect(checkForm(rules, { isInsuranceConfirmed: false }, null, now)).toMatchObject({ kind: 'needed', needs: ['insurance'] })
  expect(checkForm(rules, { isInsuranceConfirmed: true }, null, now)).toMatchObject({ kind: 'fine', form: { isInsuranceConfirmed: true } })
})

test('answers belong to questions and to their options; everything that is missing is said at once', () => {
  const rules = { ...open, questions: [choice, several], insuranceNotice: '有风险' }
  expect(checkForm(rules, {}, null, now)).toEqual({ kind: 'needed', needs: ['insurance', 'answers'], problems: { insurance: '请先阅读风险与保险提示并确认', 'answers.q1': '请选择' } })
  expect(checkForm(rules, { isInsuranceConfirmed: true, answers: { q1: '要', q2: ['急救'], other: '没有问' } }, null, now)).toMatchObject({ form: { answers: { q1: '要', q2: ['急救'] } } })
  expect(answerProblem(choice, '也许')).toBe('选项已变化，请重新选择')
  expect(answerProblem(several, ['急救', '唱歌'])).toBe('选项已变化，请重新选择')
  expect(answerProblem(several, '急救')).toBe('选项已变化，请重新选择')
  expect(answerProblem(several, [])).toBeNull()
  expect(answerProblem({ ...choice, kind: 'text', options: [] }, ['要'])).toBe('请重新填写')
})
