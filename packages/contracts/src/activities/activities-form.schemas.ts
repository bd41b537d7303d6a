import * as z from 'zod'
import { date, line, text } from '../kit/text.schemas.js'
import { questionKinds } from './activities.vocabulary.js'

export const question = z.object({
  /** Unique within its activity; answers refer to it. */
  id: z.string().regex(/^[a-zA-Z0-9-]{1,36}$/, '编号格式不对'),
  kind: z.enum(questionKinds),
  label: line(60),
  isRequired: z.boolean(),
  /** Of `choice` and `several`; empty for `text`. */
  options: z.array(line(40)).max(20, '最多 20 个选项'),
})
export type Question = z.infer<typeof question>

export const questions = z
  .array(question)
  .max(10, '最多 10 个问题')
  .superRefine((asked, context) => {
    for (const [index, { kind, options, id }] of asked.entries()) {
      if (kind !== 'text' && new Set(options).size < 2) context.addIssue({ code: 'custom', path: [index, 'options'], message: '至少写两个不同的选项' })
      if (asked.findIndex((other) => other.id === id) < index) context.addIssue({ code: 'custom', path: [index, 'id'], message: '问题编号重复' })
    }
  })

/** By the question's id: a text, or the chosen options. */
export const answers = z.record(z.string().max(36), z.union([text(500, 0), z.array(line(40)).max(20)]))
export type Answers = z.infer<typeof answers>

/** What comes with a sign-up, where the activity asks for it. */
export const signUpForm = z.object({
  answers: answers.optional(),
  /** Stored with the person, asked once. */
  birthDate: date.optional(),
  /** Name of the guardian who agreed, for whoever is not yet 18. */
  guardian: line(40).optional(),
  /** The notice of risk and insurance was read and agreed to. */
  isInsuranceConfirmed: z.boolean().optional(),
})
export type SignUpForm = z.input<typeof signUpForm>

/** As the staff see it. */
export const storedForm = z.object({ answers, guardian: z.string().nullable(), isInsuranceConfirmed: z.boolean() })
export type StoredForm = z.infer<typeof storedForm>

/** `details` of `activities.formNeeded`. */
export interface FormNeeded {
  needs: ('birthDate' | 'guardian' | 'insurance' | 'answers')[]
  /** By `birthDate`, `guardian`, `insurance` or `answers.<question>`. */
  problems: Record<string, string>
}
