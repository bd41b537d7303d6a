import { ApiError } from '@dangqun/contracts/kit/errors'
import { QueryClient } from '@tanstack/react-query'

/** Reads are repeated only when repeating may help; writes never by themselves. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // Without a network the page says so at once, instead of waiting for it in silence.
        networkMode: 'always',
        retry: (failures, error) => error instanceof ApiError && error.isRetryable && failures < 2,
        retryDelay: (failures) => 400 * 2 ** failures,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
