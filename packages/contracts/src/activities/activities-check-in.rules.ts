import type { CheckIn, CheckInBatchReply, OfflineRecord } from './activities-check-in.schemas.js'

// What a device does at the door without a network, alike in the console and on the phone. What counts, the API decides.

/** Who comes in: by a ticket, or by hand with a reason. Of a name the device keeps only the sign-up's number. */
export type Coming = { ticket: string } | { signUpId: string; reason: string; number: number }

/** A coming that this device keeps until the server has answered it. */
export type KeptScan = Coming & {
  id: string
  /** The device's own time. */
  at: string
  offsetMs: number | null
  /** Why the server could not record it; null: it has not been asked yet. */
  refusal: string | null
}

/** What a device knows of one activity's door while the network comes and goes. */
export interface Door {
  scans: KeptScan[]
  /** Server time minus device time when they last met, ms; null: never. */
  offsetMs: number | null
}

export const emptyDoor: Door = { scans: [], offsetMs: null }

/** As many as one batch may carry. */
export const mostAtOnce = 200

/** What was stored, or an empty door when it cannot be read. */
export function readDoor(stored: string | null): Door {
  try {
    return doorOf(JSON.parse(stored ?? 'null'))
  } catch {
    return emptyDoor
  }
}

/** The same of a value that was parsed already. */
export function doorOf(value: unknown): Door {
  const { scans, offsetMs } = (value ?? {}) as Partial<Door>
  return Array.isArray(scans) ? { scans, offsetMs: typeof offsetMs === 'number' ? offsetMs : null } : emptyDoor
}

/** As the server will compare it: scanners and people write it differently. */
const bare = (ticket: string) => ticket.normalize('NFKC').toUpperCase().replace(/[\s\-–—]/g, '')

function isSame(one: Coming, other: Coming): boolean {
  if ('ticket' in one) return 'ticket' in other && bare(one.ticket) === bare(other.ticket)
  return 'signUpId' in other && one.signUpId === other.signUpId
}

/** Keeps a scan. The same ticket or person twice is one scan: the first moment counts. */
export function keepScan(door: Door, scan: Coming & { id: string; at: string }): { door: Door; isRepeat: boolean } {
  if (door.scans.some((kept) => kept.refusal === null && isSame(kept, scan))) return { door, isRepeat: true }
  return { door: { ...door, scans: [...door.scans, { ...scan, offsetMs: door.offsetMs, refusal: null }] }, isRepeat: false }
}

/** What has to be sent, oldest first. */
export function waitingScans(door: Door): OfflineRecord[] {
  return door.scans.filter(({ refusal }) => refusal === null).map((scan) => {
    const { id, at, offsetMs } = scan
    return 'ticket' in scan ? { id, ticket: scan.ticket, at, offsetMs } : { id, signUpId: scan.signUpId, reason: scan.reason, at, offsetMs }
  })
}

/** `已同步：补上 2 人，1 条没有补上，见下方` */
export function saySettled({ recorded, repeats, refused }: { recorded: number; repeats: number; refused: number }): string {
  const parts = [recorded > 0 ? `补上 ${recorded} 人` : '', repeats > 0 ? `${repeats} 人之前已签到` : '', refused > 0 ? `${refused} 条没有补上，见下方` : '']
  return `已同步：${parts.filter(Boolean).join('，')}`
}

/** Takes the answers in: what is recorded leaves the device; what was refused stays until somebody has looked at it. */
export function settleScans(door: Door, { results, offsetMs }: CheckInBatchReply): { door: Door; recorded: number; repeats: number; refused: number } {
  const answers = new Map(results.map((result) => [result.id, result]))
  const count = (...outcomes: string[]) => results.filter(({ outcome }) => outcomes.includes(outcome)).length
  const [recorded, repeats] = [count('done', 'flagged'), count('duplicate')]
  const scans = door.scans.flatMap((scan) => {
    const answer = answers.get(scan.id)
    if (!answer) return [scan]
    return answer.checkIn === null ? [{ ...scan, refusal: answer.message }] : []
  })
  return { door: { scans, offsetMs }, recorded, repeats, refused: results.length - recorded - repeats }
}

export function dropScan(door: Door, id: string): Door {
  return { ...door, scans: door.scans.filter((scan) => scan.id !== id) }
}

/** `林禾（3 号）`, or `3 号报名` where the activity asks for no name. */
export function sayWho({ name, number }: Pick<CheckIn, 'name' | 'number'>): string {
  return name === null ? `${number} 号报名` : `${name}（${number} 号）`
}

/** Four by four, as it is read aloud. */
export function spaced(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}

/** What a kept coming is called: `A3K9 HJ2M PQRT`, or `3 号报名 · 手工登记`. */
export function sayKept(coming: Coming): string {
  return 'ticket' in coming ? spaced(coming.ticket) : `${coming.number} 号报名 · 手工登记`
}
