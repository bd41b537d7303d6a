import { Injectable } from '@nestjs/common'

/** The only source of "now" for decisions, so that tests can set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date()
  }
}

/** Shanghai has had one offset since 1991, so a fixed one is exact for everything this product stores. */
const shanghaiOffsetMs = 8 * 3_600_000

/** ISO 8601 as answers carry it: `2026-11-28T09:00:00.000+08:00`. */
export function shanghaiIso(moment: Date): string {
  return `${new Date(moment.getTime() + shanghaiOffsetMs).toISOString().slice(0, -1)}+08:00`
}
