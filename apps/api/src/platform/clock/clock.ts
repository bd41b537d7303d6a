import { Injectable } from '@nestjs/common'

/** The only source of "now" for decisions, so that tests can set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date()
  }
}

const dayMs = 86_400_000
/** Shanghai has had one offset since 1991, so a fixed one is exact for everything this product stores. */
const shanghaiOffsetMs = 8 * 3_600_000
const mostDates = 4_096
/** By number of day. Lists show the same few days again and again, and a date costs four times what the rest of a moment does. */
const dates = new Map<number, string>()

/** ISO 8601 as answers carry it: `2026-11-28T09:00:00.000+08:00`. @throws RangeError for a moment that is none */
export function shanghaiIso(moment: Date): string {
  const local = moment.getTime() + shanghaiOffsetMs
  const day = Math.floor(local / dayMs)
  const ms = local - day * dayMs
  const time = `${digits(Math.floor(ms / 3_600_000), 2)}:${digits(Math.floor(ms / 60_000) % 60, 2)}:${digits(Math.floor(ms / 1000) % 60, 2)}.${digits(ms % 1000, 3)}`
  return `${dateOf(day)}T${time}+08:00`
}

function dateOf(day: number): string {
  const known = dates.get(day)
  if (known !== undefined) return known
  const date = new Date(day * dayMs).toISOString().slice(0, -'T00:00:00.000Z'.length)
  if (dates.size >= mostDates) dates.clear()
  dates.set(day, date)
  return date
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0')
}
