import { dropScan, keepScan, mostAtOnce, saySettled, sayWho, settleScans, waitingScans, type Door } from '@dangqun/contracts/activities/check-in/rules'
import { ApiError } from '@dangqun/contracts/kit/errors'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { formatTime } from '../platform/dates.rules'
import { newId } from '../platform/intents'
import { sendTicket, syncScans, useRefreshDesk } from './activities-check-in.api'
import { doorStore, useDoor } from './activities-check-in.store'

/** What the last scan came to, large enough to be read from behind the desk. */
export interface Outcome {
  /** Rises with every scan, so that the same words twice are two. */
  turn: number
  tone: 'done' | 'repeat' | 'kept' | 'refused'
  words: string
}

export interface CheckInDesk {
  door: Door
  outcome: Outcome | null
  isSending: boolean
  take: (ticket: string) => Promise<void>
  sync: () => Promise<void>
  drop: (id: string) => void
}

/**
 * Takes tickets in: at once while the server answers, else kept on this device and sent when it does again.
 * @param isReachable whether the server answered last time; when it does again, what was kept is sent
 */
export function useCheckInDesk(center: string, id: string, isReachable: boolean, offsetMs: number | null): CheckInDesk {
  const door = useDoor(center, id)
  const refresh = useRefreshDesk(center, id)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [isSending, setSending] = useState(false)
  const syncing = useRef(false)
  const tell = useCallback((tone: Outcome['tone'], words: string) => setOutcome((last) => ({ turn: (last?.turn ?? 0) + 1, tone, words })), [])

  useEffect(() => {
    const known = doorStore.get(center, id)
    if (offsetMs !== null && Math.abs(offsetMs - (known.offsetMs ?? Infinity)) > 1000) doorStore.set(center, id, { ...known, offsetMs })
  }, [center, id, offsetMs])

  const keep = (ticket: string, at: string) => {
    const kept = keepScan(doorStore.get(center, id), { id: newId(), ticket, at })
    doorStore.set(center, id, kept.door)
    tell(kept.isRepeat ? 'repeat' : 'kept', kept.isRepeat ? '这个签到码刚才记过了，待同步' : '没有网络，已记在这台设备上，待同步')
  }

  const take = async (ticket: string) => {
    const at = new Date().toISOString()
    setSending(true)
    try {
      const { checkIn, isRepeat } = await sendTicket(center, id, ticket)
      tell(isRepeat ? 'repeat' : 'done', isRepeat ? `${sayWho(checkIn)} ${formatTime(checkIn.at)} 已经签到过` : `${sayWho(checkIn)} 已签到`)
      refresh()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.isRetryable) keep(ticket, at)
      else tell('refused', error.message)
    } finally {
      setSending(false)
    }
  }

  const sync = async () => {
    if (syncing.current) return
    syncing.current = true
    try {
      for (;;) {
        const records = waitingScans(doorStore.get(center, id)).slice(0, mostAtOnce)
        if (records.length === 0) return
        const reply = await syncScans(center, id, records)
        const settled = settleScans(doorStore.get(center, id), reply)
        doorStore.set(center, id, settled.door)
        tell(settled.refused > 0 ? 'refused' : 'done', saySettled(settled))
        refresh()
      }
    } catch (error) {
      // What was not answered stays here, and goes out again.
      if (error instanceof ApiError && !error.isRetryable) tell('refused', error.message)
    } finally {
      syncing.current = false
    }
  }

  const waiting = waitingScans(door).length
  const syncNow = useEffectEvent(() => void sync())
  useEffect(() => {
    if (!isReachable || waiting === 0) return undefined
    const timer = setTimeout(syncNow)
    return () => clearTimeout(timer)
  }, [isReachable, waiting])

  return { door, outcome, isSending, take, sync, drop: (scan) => doorStore.set(center, id, dropScan(doorStore.get(center, id), scan)) }
}
