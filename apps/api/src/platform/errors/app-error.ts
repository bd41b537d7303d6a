import type { FieldError } from '@dangqun/contracts/kit/errors'

/** One kind of refusal: its status and its Chinese words, which say what to do. */
export interface ErrorDefinition {
  readonly status: number
  readonly message: string
}

export type ErrorDefinitions<Code extends string> = Readonly<Record<Code, ErrorDefinition>>

/** A refusal on purpose. Anything else that is thrown is a defect, or the database being away. */
export class AppError extends Error {
  override readonly name = 'AppError'
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly details?: unknown,
  ) {
    super(message)
  }
}

/**
 * Makes a slice's registry callable: `refuse('activities.notOpen', { state })`.
 * A message may name its details as `{name}`, when they are words or numbers.
 */
export function refusals<const Code extends string>(definitions: ErrorDefinitions<Code>) {
  return (code: Code, details?: Record<string, unknown> | readonly FieldError[]): AppError => {
    const { status, message } = definitions[code]
    const words = message.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = (details as Record<string, unknown> | undefined)?.[name]
      return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    })
    return new AppError(code, status, words, details)
  }
}
