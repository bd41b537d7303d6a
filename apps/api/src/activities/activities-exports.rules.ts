import type { Question, StoredForm } from '@dangqun/contracts/activities/form/schemas'
import { exportAnswerDays, exportFetchHours, rowsWithoutApproval, type ExportAction, type ExportState } from '@dangqun/contracts/activities/exports/vocabulary'
import { signUpStateLabels, type SignUpState } from '@dangqun/contracts/activities/vocabulary'
import type { ProfileField } from '@dangqun/contracts/organization/vocabulary'
import { nextExportState, type StoredExportState } from './activities-exports.machine.js'
import { mayDecideExport, mayTakeExport, type ExportReader } from './activities-exports.policy.js'

const hourMs = 3_600_000
const shanghaiMs = 8 * hourMs

/** DOMAIN.md §5: over 100 rows a second person has to agree. */
export function needsApproval(rows: number): boolean {
  return rows > rowsWithoutApproval
}

/** Until when a file may be fetched that may be from now on. */
export function fetchableUntil(now: Date): Date {
  return new Date(now.getTime() + exportFetchHours * hourMs)
}

/** Until when an asking waits for an answer. */
export function answerableUntil(now: Date): Date {
  return new Date(now.getTime() + exportAnswerDays * 24 * hourMs)
}

export interface StoredExport {
  readonly state: StoredExportState
  readonly askedBy: string
  /** Null when refused. */
  readonly expiresAt: Date | null
}

/** Past its end an export is over; one that was taken stays so. */
export function isOver({ expiresAt }: StoredExport, now: Date): boolean {
  return expiresAt !== null && now >= expiresAt
}

/** The state that counts now. */
export function exportStateNow(stored: StoredExport, now: Date): ExportState {
  return (stored.state === 'asked' || stored.state === 'approved') && isOver(stored, now) ? 'lapsed' : stored.state
}

/** What a reader may do with it now. */
export function exportActionsNow(stored: StoredExport, reader: ExportReader, now: Date): ExportAction[] {
  if (isOver(stored, now)) return []
  if (nextExportState(stored.state, 'approve') !== null) return mayDecideExport(stored, reader) ? ['approve', 'refuse'] : []
  return nextExportState(stored.state, 'take') !== null && mayTakeExport(stored, reader) ? ['file'] : []
}

/** `2026年12月1日 10:00`, in Shanghai. */
export function sayFully(at: Date): string {
  const there = new Date(at.getTime() + shanghaiMs)
  return `${there.getUTCFullYear()}年${there.getUTCMonth() + 1}月${there.getUTCDate()}日 ${there.toISOString().slice(11, 16)}`
}

export interface Watermark {
  readonly center: string
  readonly activity: string
  /** The login's name of who took it. */
  readonly who: string
  readonly when: Date
  readonly purpose: string
  /** Names the asking in the ledger. */
  readonly exportId: string
}

/** Said above the table and in the margins: whose copy it is, and that it is for nothing else. */
export function watermarkOf({ center, activity, who, when, purpose, exportId }: Watermark): string[] {
  return [`用途：${purpose}（仅限上述用途） · ${who} 于 ${sayFully(when)} 导出`, `${center} · ${activity} · 导出编号 ${exportId.slice(-8)} · 用后请删除`]
}

/** One sign-up as the file has it; the phone is open. */
export interface ExportedSignUp {
  readonly number: number
  readonly name: string | null
  readonly phone: string | null
  readonly state: SignUpState
  readonly createdAt: Date
  readonly checkedInAt: Date | null
  readonly form: StoredForm | null
}

/** What the activity asked: nothing else is told. */
export interface ExportedActivity {
  readonly asks: readonly ProfileField[]
  readonly questions: readonly Question[]
  readonly insuranceNotice: string | null
  readonly minAge: number | null
  readonly maxAge: number | null
}

interface Column {
  readonly title: string
  readonly width: number
  readonly cell: (row: ExportedSignUp) => string | number | null
}

/** The table of a file. @param sayPhone full or masked, as it was asked for */
export function exportTable(activity: ExportedActivity, rows: readonly ExportedSignUp[], sayPhone: (phone: string) => string): { columns: { title: string; width: number }[]; rows: (string | number | null)[][] } {
  const asksAge = activity.minAge !== null || activity.maxAge !== null
  const columns: Column[] = [
    { title: '序号', width: 8, cell: ({ number }) => number },
    ...(activity.asks.includes('name') ? [{ title: '姓名', width: 14, cell: ({ name }: ExportedSignUp) => name }] : []),
    ...(activity.asks.includes('phone') ? [{ title: '手机号', width: 16, cell: ({ phone }: ExportedSignUp) => (phone === null ? null : sayPhone(phone)) }] : []),
    { title: '状态', width: 12, cell: ({ state }) => (state === 'offered' ? '等本人确认' : signUpStateLabels[state]) },
    { title: '报名时间', width: 22, cell: ({ createdAt }) => sayFully(createdAt) },
    { title: '签到时间', width: 22, cell: ({ checkedInAt }) => checkedInAt && sayFully(checkedInAt) },
    ...activity.questions.map(({ id, label }) => ({ title: label, width: 24, cell: ({ form }: ExportedSignUp) => (form?.answers[id] === undefined ? null : [form.answers[id]].flat().join('、')) })),
    ...(asksAge ? [{ title: '监护人', width: 14, cell: ({ form }: ExportedSignUp) => form?.guardian ?? null }] : []),
    ...(activity.insuranceNotice === null ? [] : [{ title: '保险确认', width: 12, cell: ({ form }: ExportedSignUp) => (form?.isInsuranceConfirmed ? '已确认' : null) }]),
  ]
  return { columns: columns.map(({ title, width }) => ({ title, width })), rows: rows.map((row) => columns.map(({ cell }) => cell(row))) }
}
