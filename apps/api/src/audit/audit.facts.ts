/**
 * What happened, in ids and codes; never personal data. Each slice has its own typed union of facts
 * (`<slice>.facts.ts`) that fits this form.
 */
export interface AuditFact {
  /** `<slice>.<whatHappened>`, past tense. */
  readonly fact: `${string}.${string}`
  readonly subjectId: string
  readonly data?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
}
