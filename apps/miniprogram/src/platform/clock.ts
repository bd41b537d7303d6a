/** The phone's time now. Decisions are the API's; this only words dates as 今天 and 明天. */
export function now(): Date {
  return new Date()
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
