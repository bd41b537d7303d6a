import { ApiError } from '@dangqun/contracts/kit/errors'

/**
 * What went wrong, as a person reads it: the API's own words, which say what to do next.
 * @param otherwise for whatever never reached the API: what was not done, and that it may be tried again
 */
export function sayError(error: unknown, otherwise = '没有办成，请再试一次'): string {
  return error instanceof ApiError ? error.message : otherwise
}

/** The same of a request that may have gone well: nothing then. */
export function sayRefusal(error: unknown, otherwise?: string): string | undefined {
  return error ? sayError(error, otherwise) : undefined
}
