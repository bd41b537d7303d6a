import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { acceptsRotatingCode, canAttend, canPassOn, checkInActionsOf, checkInBlock, correctDeviceTime, makeTicket, readTicket, rotatingCode, rotatingText, stateAfterUndo, ticketLength, type Mac } from './activities-check-in.rules.js'

const mac = (key: string): Mac => (text) => createHmac('sha256', key).update(text).digest()
const door = mac('door')
const [center, activity] = ['center-1', 'activity-1']
const at = (seconds: number) => new Date(Date.parse('2026-12-01T10:00:00+08:00') + seconds * 1000)
const settings = { checkInOpensMinutesBefore: 60, checkInClosesMinutesAfter: 0, checkInCorrectionDays: 7 }

describe('the rotating code', () => {
  const { code, renewAt } = rotatingCode(door, center, activity, at(0))

  test('holds for its thirty seconds and the thirty after, and not a moment longer', () => {
    expect(renewAt).toEqual(at(30))
    expect([-1, 0, 29.999, 30, 59.999, 60, 3600].map((seconds) => acceptsRotatingCode(door, center, activity, code, at(seconds)))).toEqual([false, true, true, true, true, false, false])
  })

  test('belongs to one activity of one centre, under one key', () => {
    expect(acceptsRotatingCode(door, center, 'activity-2', code, at(0))).toBe(false)
    expect(acceptsRotatingCode(door, 'center-2', activity, code, at(0))).toBe(false)
    expect(acceptsRotatingCode(mac('another'), center, activity, code, at(0))).toBe(false)
  })

  test('is read as typed by people, and with the activity’s own code before it', () => {
    for (const typed of [code.toLowerCase(), `${code.slice(0, 4)} ${code.slice(4)}`, ` ${code} `, rotatingText('K7MWXACR', code)]) expect(acceptsRotatingCode(door, center, activity, typed, at(0))).toBe(true)
  })

  test('no altered code passes', () => {
    fc.assert(fc.property(fc.nat(7), fc.constantFrom(...'2345679ACDEFHJKMNPRTWXY'), (place, symbol) => {
      const altered = code.slice(0, place) + symbol + code.slice(place + 1)
      expect(acceptsRotatingCode(door, center, activity, altered, at(0))).toBe(altered === code)
    }))
    fc.assert(fc.property(fc.string(), (typed) => {
      expect(acceptsRotatingCode(door, center, activity, typed, at(0))).toBe(false)
    }))
  })

  test('with the activity’s code it fits the smallest QR (version 1, level M: 20 alphanumeric characters)', () => {
    expect(rotatingText('K7MWXACR', code)).toMatch(/^[0-9A-Z $%*+./:-]{1,20}$/)
  })
})

test('a ticket is read back however it is typed, and a slip of one key finds nothing', () => {
  fc.assert(fc.property(fc.array(fc.nat(255), { minLength: ticketLength - 1, maxLength: ticketLength - 1 }), fc.nat(ticketLength - 1), (bytes, place) => {
    const ticket = makeTicket(bytes)
    expect(readTicket(`${ticket.slice(0, 4)} ${ticket.slice(4, 8)} ${ticket.slice(8)}`.toLowerCase())).toBe(ticket)
    const slipped = ticket.slice(0, place) + (ticket[place] === 'A' ? 'C' : 'A') + ticket.slice(place + 1)
    expect(readTicket(slipped.toLowerCase())).not.toBe(ticket)
  }))
})

describe('early and late', () => {
  const held = { startsAt: at(3600), endsAt: at(7200), state: 'published' as const }
  const block = (seconds: number, isByHand = false) => checkInBlock(held, settings, at(seconds), isByHand)

  test('from an hour before the start to the end', () => {
    expect([-1, 0, 3600, 7200, 7201].map((seconds) => block(seconds))).toEqual(['too_early', null, null, null, 'too_late'])
  })
  test('by hand for a week longer, never earlier', () => {
    const week = 7 * 86_400
    expect([-1, 7201, 7200 + week, 7201 + week].map((seconds) => block(seconds, true))).toEqual(['too_early', null, null, 'too_late'])
  })
  test('never for what does not take place; a held activity can still be completed', () => {
    expect(checkInBlock({ ...held, state: 'cancelled' }, settings, at(3600), true)).toBe('activity_off')
    expect(checkInBlock({ ...held, state: 'draft' }, settings, at(3600), true)).toBe('activity_off')
    expect(checkInBlock({ ...held, state: 'held' }, settings, at(3600), false)).toBeNull()
  })
  test('a place is needed', () => {
    expect((['confirmed', 'absent', 'attended', 'waitlisted', 'offered', 'declined', 'lapsed', 'cancelled'] as const).map(canAttend)).toEqual([true, true, true, false, false, false, false, false])
  })
})

describe('the time of a scan without a network', () => {
  const now = at(3600)
  test('a clock that is right is believed', () => {
    expect(correctDeviceTime({ at: at(0), offsetMs: 800 }, 900, now)).toEqual({ at: at(0.8), flag: null })
  })
  test('a clock that was off all along is moved by the last sync, and flagged', () => {
    expect(correctDeviceTime({ at: at(-7200), offsetMs: 7_200_000 }, 7_200_000, now)).toEqual({ at: at(0), flag: 'clock_off' })
  })
  test('a clock that was set meanwhile is flagged apart; the time goes by the last sync', () => {
    expect(correctDeviceTime({ at: at(600), offsetMs: 0 }, -3_600_000, now)).toEqual({ at: at(600), flag: 'clock_changed' })
  })
  test('a device that never met the server goes by the offset of now', () => {
    expect(correctDeviceTime({ at: at(-3600), offsetMs: null }, 3_600_000, now)).toEqual({ at: at(0), flag: 'clock_off' })
  })
  test('nothing happened in the future', () => {
    expect(correctDeviceTime({ at: at(9000), offsetMs: 0 }, 0, now)).toEqual({ at: now, flag: 'clock_changed' })
  })
})

test('undoing leads back to the place, or to absence once the book is closed; who walked in leaves it', () => {
  expect(stateAfterUndo('published', false)).toBe('confirmed')
  expect(stateAfterUndo('held', false)).toBe('absent')
  expect([stateAfterUndo('published', true), stateAfterUndo('held', true)]).toEqual(['cancelled', 'cancelled'])
})

test('a place that becomes free is passed on while there is something to come to', () => {
  const endsAt = at(60)
  expect((['published', 'closed', 'held', 'cancelled', 'draft'] as const).filter((state) => canPassOn({ state, endsAt }, at(59)))).toEqual(['published', 'closed'])
  expect(canPassOn({ state: 'published', endsAt }, at(60))).toBe(false)
})

test('staff see what they can still do', () => {
  const plain = { flag: null, confirmedAt: null, undoneAt: null }
  expect(checkInActionsOf(plain, true)).toEqual(['undo'])
  expect(checkInActionsOf({ ...plain, flag: 'clock_off' }, true)).toEqual(['undo', 'confirm'])
  expect(checkInActionsOf({ ...plain, flag: 'clock_off' }, false)).toEqual(['confirm'])
  expect(checkInActionsOf({ ...plain, undoneAt: at(0) }, true)).toEqual([])
})
