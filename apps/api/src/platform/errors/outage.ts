/** SQLSTATE classes and codes that mean "the database is away or going away", not "the statement is wrong". */
const outageStates = /^(08|57P0|53|58)|^(40001|40P01)$/
const outageSystemCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN'])
const outageMessages = /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error|not queryable|Driver not Connected/i

/** Whether an error means that the database cannot be reached, so that repeating later will help. */
export function isOutage(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = (cause as { cause?: unknown }).cause) {
    const { code, driverError } = cause as { code?: unknown; driverError?: unknown }
    if (typeof code === 'string' && (outageStates.test(code) || outageSystemCodes.has(code))) return true
    if (outageMessages.test(cause.message)) return true
    if (driverError instanceof Error && driverError !== cause && isOutage(driverError)) return true
    if (cause instanceof AggregateError && cause.errors.some(isOutage)) return true
  }
  return false
}

/** Deadlocks and serialisation failures ask for a repetition, but the database is well. */
export function isConflict(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return code === '40001' || code === '40P01'
}
