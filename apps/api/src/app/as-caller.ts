import type { Caller } from '../platform/http/scope.js'

/** An account as the caller of its own affairs, where no session stands behind it: jobs, and what is put together over several centres. */
export function asCaller(accountId: string): Caller {
  return { accountId, channel: 'phone', grants: [], sessionId: '', secondFactor: 'off', tokenHash: Buffer.alloc(0) }
}
