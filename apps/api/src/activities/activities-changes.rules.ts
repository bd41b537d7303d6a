import { saySpan } from '../platform/clock/clock-words.rules.js'

export interface WhenAndWhere {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly place: string
}

/** What changed for whoever meant to come, as it is told to them: `时间改为 …，地点改为 …`; null: nothing that matters to them. */
export function sayChanges(before: WhenAndWhere, after: WhenAndWhere): string | null {
  const said: string[] = []
  if (before.startsAt.getTime() !== after.startsAt.getTime() || before.endsAt.getTime() !== after.endsAt.getTime()) said.push(`时间改为 ${saySpan(after.startsAt, after.endsAt)}`)
  if (before.place !== after.place) said.push(`地点改为 ${after.place}`)
  return said.length > 0 ? said.join('，') : null
}
