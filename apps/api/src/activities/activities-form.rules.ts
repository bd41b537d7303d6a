import type { Answers, FormNeeded, Question, SignUpForm, StoredForm } from '@dangqun/contracts/activities/form/schemas'

export interface FormRules {
  readonly questions: readonly Question[]
  readonly minAge: number | null
  readonly maxAge: number | null
  readonly insuranceNotice: string | null
  readonly startsAt: Date
}

/** `needed`: something is missing or wrong; `refused`: nothing the person writes would help. */
export type FormVerdict =
  | { readonly kind: 'fine'; readonly form: StoredForm | null; readonly birthDate: string | null }
  | ({ readonly kind: 'needed' } & FormNeeded)
  | { readonly kind: 'refused'; readonly code: 'activities.tooYoung' | 'activities.tooOld' | 'activities.underFourteen' }

const adultAge = 18
/** Below it only a guardian may consent to what is stored of a child (PIPL Art. 31): not by phone. */
const leastAge = 14

/** Whole years at a moment in Shanghai; whoever was born on 29 February grows older on 1 March. */
export function ageAt(birthDate: string, at: Date): number {
  const today = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/**
 * Whether what somebody sends along answers what the activity asks.
 * @param known the person's birth date, when it was asked before
 */
export function checkForm(rules: FormRules, given: SignUpForm, known: string | null, now: Date): FormVerdict {
  const needs = new Set<FormNeeded['needs'][number]>()
  const problems: Record<string, string> = {}
  const need = (part: FormNeeded['needs'][number], path: string, message: string) => {
    needs.add(part)
    problems[path] = message
  }
  const asksAge = rules.minAge !== null || rules.maxAge !== null
  const birthDate = asksAge ? (known ?? given.birthDate ?? null) : null
  if (asksAge && birthDate === null) need('birthDate', 'birthDate', '请填写出生日期')
  if (birthDate !== null) {
    const years = ageAt(birthDate, now)
    if (years < 0 || years > 130) need('birthDate', 'birthDate', '请检查出生日期')
    else {
      if (years < leastAge) return { kind: 'refused', code: 'activities.underFourteen' }
      const then = ageAt(birthDate, rules.startsAt)
      if (rules.minAge !== null && then < rules.minAge) return { kind: 'refused', code: 'activities.tooYoung' }
      if (rules.maxAge !== null && then > rules.maxAge) return { kind: 'refused', code: 'activities.tooOld' }
      if (then < adultAge && !given.guardian) need('guardian', 'guardian', '未满 18 岁，请填写同意你参加的监护人姓名')
    }
  }
  if (rules.insuranceNotice !== null && given.isInsuranceConfirmed !== true) need('insurance', 'insurance', '请先阅读风险与保险提示并确认')
  const answers: Answers = {}
  for (const question of rules.questions) {
    const answer = given.answers?.[question.id]
    const problem = answerProblem(question, answer)
    if (problem) need('answers', `answers.${question.id}`, problem)
    else if (answer !== undefined && answer.length > 0) answers[question.id] = answer
  }
  if (needs.size > 0) return { kind: 'needed', needs: [...needs], problems }
  const isMinor = birthDate !== null && ageAt(birthDate, rules.startsAt) < adultAge
  const asked = rules.questions.length > 0 || rules.insuranceNotice !== null || isMinor
  return {
    kind: 'fine',
    form: asked ? { answers, guardian: isMinor ? (given.guardian ?? null) : null, isInsuranceConfirmed: rules.insuranceNotice !== null } : null,
    birthDate: known === null ? birthDate : null,
  }
}

/** What is wrong with an answer, in the words of a form; null: nothing. */
export function answerProblem(question: Question, answer: string | readonly string[] | undefined): string | null {
  if (answer === undefined || answer.length === 0) return question.isRequired ? (question.kind === 'text' ? '请填写' : '请选择') : null
  if (question.kind === 'several') return typeof answer !== 'string' && answer.every((each) => question.options.includes(each)) ? null : '选项已变化，请重新选择'
  if (typeof answer !== 'string') return '请重新填写'
  return question.kind === 'choice' && !question.options.includes(answer) ? '选项已变化，请重新选择' : null
}
