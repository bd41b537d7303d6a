import { transferActionNeeds, type TransferOffice, type TransferReason, type TransferState } from '@dangqun/contracts/transfer/vocabulary'
import { addDays, isWorkingDay, localDateOf, type WorkCalendar } from '../platform/calendar/calendar.rules.js'
import type { Seeded } from '../platform/seeded/seeded.js'
import type { PlainTransfer } from './transfer.factory.js'
import { actorsOf, nextTransferState, type TransferStep } from './transfer.machine.js'
import { defaultTransferLimits, dueAt, holderIdOf, holderOf } from './transfer.rules.js'

/** One step of a story: how many working days ago, and what. */
export interface StoryStep {
  readonly ago: number
  readonly action: TransferStep
  readonly reason?: TransferReason
  readonly comment?: string
  readonly letter?: { readonly number: string; readonly validDays: number }
  readonly missing?: readonly string[]
  readonly reference?: string
}

/** A row of `transfer_steps`, its comment plain. */
export interface PlainStep {
  center_id: string
  id: string
  transfer_id: string
  version: number
  action: TransferStep | 'create' | 'register'
  from_state: TransferState | null
  to_state: TransferState
  at: Date
  account_id: string | null
  office: TransferOffice | null
  by_name: string | null
  reason: TransferReason | null
  comment: string | null
}

/** A row of `transfer_letters`. */
export interface PlainLetter {
  center_id: string
  transfer_id: string
  issuer: string
  number: string
  issued_on: string
  valid_days: number
  valid_until: string
  replaces: string | null
  void_at: Date | null
  created_at: Date
}

export interface StorySetting {
  readonly now: Date
  readonly calendar: WorkCalendar
  /** Who sits in an office of this case; null: nobody of this centre. */
  readonly accountOf: (office: TransferOffice, action: TransferStep) => string | null
}

/**
 * A case that went through these steps, oldest first, with its history and letters. The machine and the clocks
 * are the product's own, so what the story leaves is what the product would have left.
 * @throws Error when a step is not one that the state knows
 */
export function played(seeded: Seeded, fresh: PlainTransfer, steps: readonly StoryStep[], { now, calendar, accountOf }: StorySetting): { row: PlainTransfer; steps: PlainStep[]; letters: PlainLetter[] } {
  const first = momentOf(calendar, now, (steps[0]?.ago ?? 1) + 1, 8, seeded)
  const row: PlainTransfer = { ...fresh, version: 1, consent_at: first, created_at: first, changed_at: first, entered_at: first, submitted_at: null }
  const letters: PlainLetter[] = []
  const line = (action: PlainStep['action'], from: TransferState | null, at: Date, office: TransferOffice | null, told: Partial<StoryStep> = {}): PlainStep => ({
    center_id: row.center_id, id: seeded.uuid(at), transfer_id: row.id, version: row.version, action, from_state: from, to_state: row.state, at,
    account_id: office && accountOf(office, action as TransferStep), office, by_name: office && nameOf(row, office), reason: told.reason ?? null, comment: told.comment ?? null,
  })
  const history = [line(row.direction === 'in' ? 'register' : 'create', null, first, row.consent_source === 'phone' ? 'member' : 'center')]
  for (const [index, step] of steps.entries()) {
    const next = nextTransferState(row.state, step.action, row.held_from)
    if (next === null) throw new Error(`${row.state} does not know ${step.action}`)
    const isClock = step.action === 'expire' || step.action === 'lapse'
    const at = isClock && row.due_at ? new Date(row.due_at.getTime() + 1000) : momentOf(calendar, now, step.ago, 9 + (index % 9), seeded)
    const from = row.state
    const offices = isClock ? [] : actorsOf(from, step.action)
    const office = offices.find((each) => each !== 'member' || row.consent_source === 'phone') ?? null
    const isHeld = next === 'refusal_pending' || next === 'rejection_pending'
    Object.assign(row, {
      version: row.version + 1, state: next, changed_at: at, entered_at: next !== from || step.action === 'reissue' ? at : row.entered_at, reason: step.reason ?? null,
      held_from: isHeld ? from : null, held_by: isHeld && office ? accountOf(office, step.action) : null,
    } satisfies Partial<PlainTransfer>)
    takeEffect(row, step, from, at, letters)
    wind(row, calendar)
    history.push(line(step.action, from, at, office, step))
  }
  wind(row, calendar)
  return { row, steps: history, letters }
}

function takeEffect(row: PlainTransfer, step: StoryStep, from: TransferState, at: Date, letters: PlainLetter[]): void {
  const day = localDateOf(at)
  switch (step.action) {
    case 'submit': row.submitted_at = at; break
    case 'endorse': if (from === 'intake') row.branch_agreed_at = at; break
    case 'issue': case 'reissue': keepLetter(row, step, at, day, letters); break
    case 'receive':
      if (transferActionNeeds('receive', { state: from, direction: row.direction, kind: row.kind, letterValidUntil: row.letter_valid_until }).includes('incomingLetter')) keepLetter(row, step, at, addDays(day, -4), letters)
      break
    case 'void': for (const letter of letters) letter.void_at ??= at; row.letter_valid_until = null; break
    case 'request-supplement': row.archive_missing = [...(step.missing ?? [])]; break
    case 'supplement': row.archive_missing = []; break
    case 'accept': row.accepted_at = at; break
    case 'assign': row.assigned_at = at; row.assigned_to = row.receiving_branch_name ?? `${row.form.destination ?? ''}党支部`; break
    case 'file-receipt': row.receipt_filed_on = day; break
    case 'close': row.reference = step.reference ?? `${day} ${letters.at(-1)?.number ?? '内部调整通知'}`; break
    default: break
  }
}

function keepLetter(row: PlainTransfer, { letter }: StoryStep, at: Date, issuedOn: string, letters: PlainLetter[]): void {
  if (!letter) return
  const standing = letters.at(-1)
  if (standing) standing.void_at = at
  row.letter_valid_until = addDays(issuedOn, letter.validDays)
  letters.push({
    center_id: row.center_id, transfer_id: row.id, issuer: row.origin_committee_name ?? '', number: letter.number, issued_on: issuedOn, valid_days: letter.validDays, valid_until: row.letter_valid_until,
    replaces: standing?.number ?? null, void_at: null, created_at: at,
  })
}

/** The clock and the holder that a row has in its state. */
export function wind(row: PlainTransfer, calendar: WorkCalendar): void {
  const facts = {
    direction: row.direction, kind: row.kind, state: row.state, enteredAt: row.entered_at, letterValidUntil: row.letter_valid_until, acceptedAt: row.accepted_at, isAssigned: row.assigned_at !== null,
    isReceiptFiled: row.receipt_filed_on !== null, isBranchKnown: row.receiving_branch_id !== null, isBranchAgreed: row.branch_agreed_at !== null,
  }
  row.due_at = dueAt(facts, defaultTransferLimits, calendar)
  row.holder = holderOf(facts)
  row.holder_id = holderIdOf({
    holder: row.holder, originBranchId: row.origin_branch_id, originCommitteeId: row.origin_committee_id, receivingBranchId: row.receiving_branch_id, receivingCommitteeId: row.receiving_committee_id,
    twinCenterId: row.twin_center_id,
  })
}

/** Some minute of an hour, so many working days before today. */
function momentOf(calendar: WorkCalendar, now: Date, ago: number, hour: number, seeded: Seeded): Date {
  let day = localDateOf(now)
  for (let left = ago; left > 0; ) {
    day = addDays(day, -1)
    if (isWorkingDay(calendar, day)) left--
  }
  return new Date(`${day}T${String(hour).padStart(2, '0')}:${String(seeded.int(2, 57)).padStart(2, '0')}:00+08:00`)
}

function nameOf(row: PlainTransfer, office: TransferOffice): string | null {
  switch (office) {
    case 'member': return '本人'
    case 'center': return '党群服务中心'
    case 'origin_branch': return row.origin_branch_name
    case 'origin_committee': return row.origin_committee_name
    case 'receiving_committee': return row.receiving_committee_name
    case 'receiving_branch': return row.receiving_branch_name
  }
}
