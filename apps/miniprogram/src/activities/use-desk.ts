import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { dropScan, keepScan, mostAtOnce, saySettled, sayWho, settleScans, waitingScans, type Coming, type Door, type KeptScan } from '@dangqun/contracts/activities/check-in/rules'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { now } from '@/platform/clock'
import { newId } from '@/platform/keys'
import { useNetwork } from '@/platform/network'
import { useSession } from '@/platform/session'
import { useStore } from '@/platform/store'
import { asApiError } from '@/platform/use-loaded'
import { sayTime } from '@/ui/dates.rules'
import { checkInsApi } from './activities-check-in.api'
import { doorIn, doorKey, putDoor } from './activities-doors.rules'
import { doorsStore } from './activities-doors.store'

/** What the last scan came to, large enough to be read at arm's length. */
export interface Outcome {
  /** Rises with every scan, so that the same words twice are two. */
  turn: number
  tone: 'done' | 'repeat' | 'kept' | 'refused'
  words: string
}

export interface Desk {
  /** Not sent yet; the one that is being sent just now is not among them. */
  waiting: KeptScan[]
  refused: KeptScan[]
  outcome: Outcome | null
  isSending: boolean
  isReachable: boolean
  take: (coming: Coming) => Promise<void>
  sync: () => Promise<void>
  drop: (id: string) => void
  tell: (tone: Outcome['tone'], words: string) => void
}

/** Nobody decided: the scan stays, and goes out again. */
const isUndecided = (error: ApiError) => error.isRetryable || error.status >= 500 || error.status === 401

/**
 * Takes in who comes, by ticket or by hand. Every scan is stored first and leaves the phone only when the server has answered it, so that
 * neither a lost network nor a killed app loses one; a repetition after a lost answer is recorded once.
 * @param onChange something was recorded
 */
export function useDesk(center: string, id: string, title: string, offsetMs: number | null, onChange: () => void): Desk {
  const key = doorKey(center, id)
  const door = doorIn(useStore(doorsStore), key)
  const { trouble, recoveries } = useNetwork()
  const token = useSession()
  const isReachable = trouble !== 'offline' && trouble !== 'unanswered'
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [flying, setFlying] = useState<string | null>(null)
  const latest = useRef({ isReachable, title, onChange, flying: null as string | null, isSyncing: false, isAwaited: false })
  useLayoutEffect(() => {
    Object.assign(latest.current, { isReachable, title, onChange })
  })
  const tell = useCallback((tone: Outcome['tone'], words: string) => setOutcome((last) => ({ turn: (last?.turn ?? 0) + 1, tone, words })), [])
  const read = useCallback(() => doorIn(doorsStore.get(), key), [key])
  const write = useCallback((next: Door) => doorsStore.set(putDoor(doorsStore.get(), key, { title: latest.current.title, door: next })), [key])

  useEffect(() => {
    const known = read()
    if (offsetMs !== null && Math.abs(offsetMs - (known.offsetMs ?? Infinity)) > 1000) write({ ...known, offsetMs })
  }, [offsetMs, read, write])

  const take = useCallback(
    async (coming: Coming) => {
      const scan = { id: newId(), ...coming, at: now().toISOString() }
      const kept = keepScan(read(), scan)
      if (kept.isRepeat) return tell('repeat', 'ticket' in coming ? '这个签到码刚才记过了，待同步' : `${coming.number} 号报名刚才登记过了，待同步`)
      write(kept.door)
      const isKept = () => tell('kept', doorsStore.isStored() ? '已记在这部手机上，待同步' : '手机存储满了，这条只记到小程序关闭为止，请尽快联网')
      // While it is known that nothing goes through, nobody at the door waits for a try; one scan at a time is sent.
      if (!latest.current.isReachable || latest.current.flying !== null) return isKept()
      latest.current.flying = scan.id
      setFlying(scan.id)
      try {
        const { checkIn, isRepeat } = await checkInsApi.checkIn({ params: { center, id }, body: 'ticket' in coming ? coming : { signUpId: coming.signUpId, reason: coming.reason } })
        write(dropScan(read(), scan.id))
        tell(isRepeat ? 'repeat' : 'done', isRepeat ? `${sayWho(checkIn)} ${sayTime(checkIn.at)} 已经签到过` : `${sayWho(checkIn)} 已签到`)
        latest.current.onChange()
      } catch (failure) {
        const error = asApiError(failure)
        if (isUndecided(error)) isKept()
        else {
          write(dropScan(read(), scan.id))
          tell('refused', error.message)
        }
      } finally {
        latest.current.flying = null
        setFlying(null)
      }
    },
    [center, id, read, write, tell],
  )

  /** @param isAsked somebody tapped and waits for words */
  const send = useCallback(async (isAsked: boolean) => {
    if (isAsked) latest.current.isAwaited = true
    if (latest.current.isSyncing) return
    latest.current.isSyncing = true
    try {
      for (;;) {
        const records = waitingScans(read()).filter((scan) => scan.id !== latest.current.flying).slice(0, mostAtOnce)
        if (records.length === 0) return
        const settled = settleScans(read(), await checkInsApi.sync({ params: { center, id }, body: { sentAt: now().toISOString(), records } }))
        write(settled.door)
        tell(settled.refused > 0 ? 'refused' : 'done', saySettled(settled))
        latest.current.onChange()
      }
    } catch (failure) {
      const error = asApiError(failure)
      if (!isUndecided(error)) tell('refused', error.message)
      else if (latest.current.isAwaited) tell('kept', '还没能同步，记录都在这部手机上，联网后自动补传')
    } finally {
      latest.current.isSyncing = false
      latest.current.isAwaited = false
    }
  }, [center, id, read, write, tell])

  const waiting = door.scans.filter((scan) => scan.refusal === null && scan.id !== flying)
  const hasWaiting = waiting.length > 0
  useEffect(() => {
    if (isReachable && hasWaiting && token !== null) void send(false)
  }, [isReachable, hasWaiting, token, recoveries, send])

  return {
    waiting, refused: door.scans.filter(({ refusal }) => refusal !== null), outcome, isSending: flying !== null, isReachable,
    take, sync: () => send(true), tell, drop: (scan) => write(dropScan(read(), scan)),
  }
}
