import { ApiError } from '@dangqun/contracts/kit/errors'

export interface Persistence {
  /** Milliseconds between the tries; their number is how often is tried again. */
  pauses?: readonly number[]
  wait: (ms: number) => Promise<void>
  onRetry?: () => void
}

/**
 * Repeats an act while nobody knows whether it arrived. The act must carry one idempotency key over all tries.
 * @throws ApiError of the last try, or at once when the answer is a decision
 */
export async function persist<T>(act: () => Promise<T>, { pauses = [700, 1800], wait, onRetry }: Persistence): Promise<T> {
  for (const pause of pauses) {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof ApiError) || !error.isRetryable) throw error
      await wait(pause)
      onRetry?.()
    }
  }
  return act()
}
