import type { CheckInFlag, CheckInMethod } from '@dangqun/contracts/activities/check-in/vocabulary'
import type { Seeded } from '../platform/seeded/seeded.js'
import type { PlainActivity, PlainSignUp } from './activities.factory.js'

/** A row of `check_ins`, by column. */
export interface PlainCheckIn {
  center_id: string
  id: string
  activity_id: string
  sign_up_id: string
  method: CheckInMethod
  reason: string | null
  at: Date
  recorded_at: Date
  recorded_by: string
  flag: CheckInFlag | null
}

const minuteMs = 60_000
const reasons = ['手机没电', '没带手机', '扫不出来', '不用智能手机'] as const

/**
 * The first `count` of these sign-ups came, one after the other around the start, never later than
 * now: most by the code at the door, some by ticket, a few by hand, one from a device whose clock was
 * off. Sets the states of all: of a held activity the rest is absent.
 */
export function checkInsFor(seeded: Seeded, activity: PlainActivity, signUps: PlainSignUp[], count: number, staff: string, now: Date): PlainCheckIn[] {
  const from = activity.starts_at.getTime() - 15 * minuteMs
  const step = Math.min(3 * minuteMs, Math.max(0, Math.min(now.getTime(), activity.ends_at.getTime()) - from) / (count + 1))
  return signUps.flatMap((signUp, index) => {
    if (index >= count) {
      if (activity.state === 'held' && signUp.state === 'confirmed') signUp.state = 'absent'
      return []
    }
    const at = new Date(from + Math.round((index + seeded.next()) * step))
    const isOff = index === count - 2
    const method = isOff ? 'ticket' : seeded.weighted([['rotating_code', 62], ['ticket', 30], ['manual', 8]] as const)
    signUp.state = 'attended'
    return [{
      center_id: activity.center_id, id: seeded.uuid(at), activity_id: activity.id, sign_up_id: signUp.id, method, reason: method === 'manual' ? seeded.pick(reasons) : null,
      at, recorded_at: at, recorded_by: staff, flag: isOff ? 'clock_off' : null,
    }]
  })
}
