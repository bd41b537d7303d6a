import { rotatingCodeSeconds, type CheckInAction, type CheckInFlag } from '@dangqun/contracts/activities/check-in/vocabulary'
import type { ActivityState, SignUpState } from '@dangqun/contracts/activities/vocabulary'
import { makeCode, parseCode } from '../centers/centers-code.rules.js'

/** A keyed digest: the same text gives the same bytes, and nobody without the key can foresee them. */
export type Mac = (text: string) => Uint8Array

const rotatingLength = 8
const stepMs = rotatingCodeSeconds * 1000

/**
 * The code on the screen at the door, at this moment: seven symbols of the digest over centre,
 * activity and time step (23⁷ ≈ 3.4 thousand million), and a check symbol. Eight symbols can be
 * typed, and with the activity's own code before them they fit the smallest QR there is.
 */
export function rotatingCode(mac: Mac, centerId: string, activityId: string, now: Date): { code: string; renewAt: Date } {
  const step = Math.floor(now.getTime() / stepMs)
  return { code: codeOfStep(mac, centerId, activityId, step), renewAt: new Date((step + 1) * stepMs) }
}

function codeOfStep(mac: Mac, centerId: string, activityId: string, step: number): string {
  const digest = mac(`${centerId}:${activityId}:${step}`)
  // Two bytes a symbol: the bias of 65536 mod 23 is below a thousandth.
  return makeCode(Array.from({ length: rotatingLength - 1 }, (_, index) => (digest[2 * index] ?? 0) * 256 + (digest[2 * index + 1] ?? 0)), rotatingLength)
}

/**
 * Whether a scanned or typed code is this activity's, of this step or the one before: who scanned in
 * its last second is not turned away. The QR's whole text is accepted, and the rotating part alone.
 */
export function acceptsRotatingCode(mac: Mac, centerId: string, activityId: string, typed: string, now: Date): boolean {
  const code = parseCode(typed.trim().split(rotatingMark).at(-1) ?? '', rotatingLength)
  if (!code) return false
  const step = Math.floor(now.getTime() / stepMs)
  return [step, step - 1].some((each) => codeOfStep(mac, centerId, activityId, each) === code)
}

const rotatingMark = '*'

/** What the QR holds: upper case, digits and one mark, so that it stays coarse enough for any camera. */
export function rotatingText(sceneCode: string, code: string): string {
  return `${sceneCode}${rotatingMark}${code}`
}

export const ticketLength = 12

/** What the QR of a sign-up holds: eleven random symbols (≈50 bits) and a check symbol, three groups of four for whoever types them. */
export function makeTicket(numbers: readonly number[]): string {
  return makeCode(numbers, ticketLength)
}

/** A ticket as it is stored; what is not of today's form is looked up as it was read. */
export function readTicket(typed: string): string {
  return parseCode(typed, ticketLength) ?? typed.trim()
}

export interface CheckInSettings {
  /** Before the activity starts. */
  readonly checkInOpensMinutesBefore: number
  /** After it ends. */
  readonly checkInClosesMinutesAfter: number
  /** For so many days after the end staff may add by hand and undo. */
  readonly checkInCorrectionDays: number
}

interface Times {
  readonly startsAt: Date
  readonly endsAt: Date
}

const minuteMs = 60_000
const dayMs = 86_400_000

/** When people can check in; both ends belong to it. */
export function checkInWindow({ startsAt, endsAt }: Times, settings: CheckInSettings): { opensAt: Date; closesAt: Date } {
  return { opensAt: new Date(startsAt.getTime() - settings.checkInOpensMinutesBefore * minuteMs), closesAt: new Date(endsAt.getTime() + settings.checkInClosesMinutesAfter * minuteMs) }
}

export type CheckInBlock = 'activity_off' | 'too_early' | 'too_late'

/**
 * Why a check-in at a moment is refused; null: it is not. By hand staff may add what was forgotten,
 * as long as the list can still be corrected.
 */
export function checkInBlock(activity: Times & { readonly state: ActivityState }, settings: CheckInSettings, at: Date, isByHand: boolean): CheckInBlock | null {
  if (activity.state === 'draft' || activity.state === 'cancelled') return 'activity_off'
  const { opensAt, closesAt } = checkInWindow(activity, settings)
  if (at < opensAt) return 'too_early'
  if (at > closesAt && !(isByHand && isCorrectable(activity, settings, at))) return 'too_late'
  return null
}

export function isCorrectable({ endsAt }: Times, settings: CheckInSettings, now: Date): boolean {
  return now.getTime() <= endsAt.getTime() + settings.checkInCorrectionDays * dayMs
}

/** Who holds a place can come; `absent` is what a forgotten check-in looked like. */
export function canAttend(state: SignUpState): boolean {
  return state === 'confirmed' || state === 'absent' || state === 'attended'
}

/** What a sign-up is when its check-in is undone. Who came in at the door had a place for that alone, and leaves it. */
export function stateAfterUndo(activity: ActivityState, isWalkIn: boolean): 'confirmed' | 'absent' | 'cancelled' {
  if (isWalkIn) return 'cancelled'
  return activity === 'held' ? 'absent' : 'confirmed'
}

/** Whether a place that becomes free is still worth something to who waits. */
export function canPassOn({ state, endsAt }: { readonly state: ActivityState; readonly endsAt: Date }, now: Date): boolean {
  return (state === 'published' || state === 'closed') && now < endsAt
}

export function checkInActionsOf(checkIn: { readonly flag: CheckInFlag | null; readonly confirmedAt: Date | null; readonly undoneAt: Date | null }, isStillCorrectable: boolean): CheckInAction[] {
  if (checkIn.undoneAt) return []
  return [...(isStillCorrectable ? (['undo'] as const) : []), ...(checkIn.flag && !checkIn.confirmedAt ? (['confirm'] as const) : [])]
}

/** A device whose clock is off by more is flagged. */
const toleranceMs = 2 * minuteMs

/**
 * When an offline scan really was: the device's time, moved by the offset of its last meeting with
 * the server before the scan; without one, by the offset of now. Never later than now.
 * @param offsetMs server time minus device time at that meeting
 * @param sentOffsetMs the same when the record was sent
 */
export function correctDeviceTime(record: { readonly at: Date; readonly offsetMs: number | null }, sentOffsetMs: number, now: Date): { at: Date; flag: CheckInFlag | null } {
  const offset = record.offsetMs ?? sentOffsetMs
  const corrected = record.at.getTime() + offset
  const wasChanged = Math.abs(offset - sentOffsetMs) > toleranceMs || corrected > now.getTime() + toleranceMs
  return { at: new Date(Math.min(corrected, now.getTime())), flag: wasChanged ? 'clock_changed' : Math.abs(offset) > toleranceMs ? 'clock_off' : null }
}
