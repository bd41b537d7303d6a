/** Something that waits for the one who is logged in. */
export interface Task {
  readonly key: string
  readonly title: string
  /** How many wait; `more`: at least so many. */
  readonly count: number
  readonly more?: boolean
  readonly unit: string
  /** `overdue` should have been done; `today` has to be done today; `open` waits. */
  readonly urgency: 'overdue' | 'today' | 'open'
  /** What to do about it, in one line. */
  readonly words: string
  readonly to: string
}

const weight = { overdue: 0, today: 1, open: 2 } as const

/** What waits, overdue first; in one rank the larger first. */
export function waitingOf(tasks: readonly Task[]): Task[] {
  return tasks.filter(({ count }) => count > 0).sort((one, other) => weight[one.urgency] - weight[other.urgency] || other.count - one.count)
}

/** `2 件超期` once for the head of the page; empty when nothing is. */
export function sayOverdue(tasks: readonly Task[]): string {
  const overdue = tasks.filter(({ urgency }) => urgency === 'overdue')
  const count = overdue.reduce((sum, task) => sum + task.count, 0)
  return count === 0 ? '' : `有 ${count} 件已经超期，请先办。`
}

/** Whether an asking has waited for longer than people should: two whole days. */
export function waitsTooLong(since: string | undefined, now: number): boolean {
  return since !== undefined && now - Date.parse(since) > 2 * 86_400_000
}
