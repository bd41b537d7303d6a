/** A step's deadline, as every queue answers it. */
export interface Deadline {
  dueAt: string | null
  isOverdue: boolean
  /** Working days left until `dueAt`, today not counted; negative when overdue. */
  daysLeft: number | null
}

/** `超期 2 个工作日`, `今天到期`, `还有 3 个工作日`; empty without a clock. */
export function dueWords({ dueAt, isOverdue, daysLeft }: Deadline): string {
  if (dueAt === null || daysLeft === null) return ''
  if (isOverdue) return daysLeft === 0 ? '已超期' : `超期 ${-daysLeft} 个工作日`
  return daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 个工作日`
}
