import type { FormNeeded, Question, SignUpForm } from '@dangqun/contracts/activities/form/schemas'

/** What the dialog holds while somebody types. */
export interface FormDraft {
  /** Eight digits, as they are typed most easily: 19900501. */
  birthDate: string
  guardian: string
  isInsuranceConfirmed: boolean
  answers: Record<string, string | string[]>
}

export const emptyForm: FormDraft = { birthDate: '', guardian: '', isInsuranceConfirmed: false, answers: {} }

/** `19900501`, `1990-5-1`, `1990年5月1日` → `1990-05-01`; null: not a day of the calendar. */
export function toDate(typed: string): string | null {
  const plain = typed.normalize('NFKC').trim()
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(plain)
  if (!parts) return null
  const [, year = '', month = '', day = ''] = parts
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const parsed = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date ? null : date
}

/** What is still missing, by the paths that the API uses; the API decides when it is sent. */
export function checkFormDraft(needs: FormNeeded['needs'], questions: readonly Question[], draft: FormDraft): Record<string, string> {
  const problems: Record<string, string> = {}
  if (needs.includes('birthDate') && toDate(draft.birthDate) === null) problems['birthDate'] = '请填 8 位数字，像 19900501'
  if (needs.includes('guardian') && draft.guardian.trim() === '') problems['guardian'] = '请填写监护人姓名'
  if (needs.includes('insurance') && !draft.isInsuranceConfirmed) problems['insurance'] = '请看过后点一下确认'
  if (!needs.includes('answers')) return problems
  for (const { id, kind, isRequired } of questions) {
    const answer = draft.answers[id]
    if (isRequired && (answer === undefined || (typeof answer === 'string' ? answer.trim() : answer).length === 0)) problems[`answers.${id}`] = kind === 'text' ? '请填写' : '请选择'
  }
  return problems
}

export function toForm(draft: FormDraft, questions: readonly Question[]): SignUpForm {
  const birthDate = toDate(draft.birthDate)
  const guardian = draft.guardian.trim()
  return {
    answers: Object.fromEntries(questions.flatMap(({ id }) => (draft.answers[id] === undefined ? [] : [[id, draft.answers[id]]]))),
    isInsuranceConfirmed: draft.isInsuranceConfirmed,
    ...(birthDate === null ? {} : { birthDate }),
    ...(guardian === '' ? {} : { guardian }),
  }
}
