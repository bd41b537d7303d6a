/** The one form of every error answer. `message` is Chinese and says what to do. */
export interface ErrorBody {
  error: { code: string; message: string; details?: unknown }
}

/** `details` of `request.invalid`: one entry per field; `path` as in `signUp.closesAt`. */
export interface FieldError {
  path: string
  message: string
}

/** Codes that any route may answer; each slice's own codes are in its vocabulary. */
export const requestErrorCodes = [
  'request.invalid',
  'request.tooLarge',
  'request.notFound',
  'request.unsupported',
  'request.idempotencyKeyReused',
  'request.changedMeanwhile',
  'session.required',
  'session.forbidden',
  'system.unavailable',
  'system.failed',
] as const
export type RequestErrorCode = (typeof requestErrorCodes)[number]

/** What the typed client throws for every answer that is not a success; `status` 0 means no answer came. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details?: unknown,
  ) {
    super(message)
  }

  /** Nobody knows whether the request arrived: repeat it with the same idempotency key. */
  get isRetryable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504
  }

  /** Field errors of a refused form, by path; empty for every other error. */
  get fields(): Record<string, string> {
    if (this.code !== 'request.invalid' || !Array.isArray(this.details)) return {}
    return Object.fromEntries((this.details as FieldError[]).map((field) => [field.path, field.message]))
  }
}

/** Turns a refused answer into an ApiError, whatever a proxy in between made of it. */
export function toApiError(status: number, body: unknown): ApiError {
  const error = (body as Partial<ErrorBody> | null | undefined)?.error
  if (error && typeof error.code === 'string' && typeof error.message === 'string') {
    return new ApiError(status, error.code, error.message, error.details)
  }
  if (status === 0) return new ApiError(0, 'network.unreachable', '网络不通，请检查网络后重试')
  return new ApiError(status, 'system.failed', '服务暂时不可用，请稍后再试')
}
