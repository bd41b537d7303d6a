/** Something that waits for the one who is logged in. */
export interface Task {
  readonly key: string
  readonly title: string
  /** How many wait; `more`: at least so many. */
  readonly count: number
  readonly more?: boolean
  readonly unit: string
  /** How many of them should have been done by now. */
  readonly overdue: number
  /** What to do about it, in one line. */
  readonly words: string
  readonly to: string
}

/** What waits: where something is overdue first, and the larger before the smaller. */
export function waitingOf(tasks: readonly Task[]): Task[] {
  return tasks.filter(({ count }) => count > 0).sort((one, other) => Number(other.overdue > 0) - Number(one.overdue > 0) || other.count - one.count)
}

/** One sentence for the head of the page; empty when nothing is overdue. */
export function sayOverdue(tasks: readonly Task[]): string {
  const count = tasks.reduce((sum, { overdue }) => sum + overdue, 0)
  return count === 0 ? '' : `有 ${count} 件已经超期，请先办。`
}

/** Whether an asking has waited for longer than people should: two whole days. */
export function waitsTooLong(since: string, now: number): boolean {
  return now - Date.parse(since) > 2 * 86_400_000
}
