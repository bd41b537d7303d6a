import * as z from 'zod'
import { date, line, moment } from '../kit/text.schemas.js'

/** `HH:mm`, local time of the centre. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应像 09:00')

const span = z.object({ opens: clockTime, closes: clockTime })
export type OpeningSpan = z.infer<typeof span>

export const openingHours = span.extend({
  /** 1 Monday … 7 Sunday. */
  weekday: z.number().int().min(1).max(7),
})
export type OpeningHours = z.infer<typeof openingHours>

/** A day with hours of its own; no spans: closed all day. */
export const specialDay = z.object({
  date,
  spans: z.array(span),
  /** Why, in a few words: 元旦, 消防演练. */
  note: line(20),
})
export type SpecialDay = z.infer<typeof specialDay>

/** What is wrong with the spans of one day, by their place; each must end after it begins and none may touch another. */
function refuseSpans(spans: readonly OpeningSpan[], refuse: (place: number, message: string) => void): void {
  spans.forEach((each, place) => {
    if (each.closes <= each.opens) refuse(place, '关门要晚于开门')
    else if (spans.some((other, at) => at < place && each.opens <= other.closes && other.opens <= each.closes)) refuse(place, '和同一天的另一段时间重叠')
  })
}

/** A week of hours, several spans a day allowed; refused as `openingHours.3.closes`. */
export const weekHours = z.array(openingHours).max(28, '一天最多 4 段').superRefine((hours, context) => {
  for (let weekday = 1; weekday <= 7; weekday++) {
    const places = hours.flatMap((each, place) => (each.weekday === weekday ? [place] : []))
    refuseSpans(places.flatMap((place) => hours[place] ?? []), (place, message) => context.addIssue({ code: 'custom', message, path: [places[place] ?? 0, 'closes'] }))
  }
})

export const specialDays = z.array(specialDay).max(60, '最多 60 天').superRefine((days, context) => {
  days.forEach(({ date, spans }, index) => {
    if (days.findIndex((each) => each.date === date) < index) context.addIssue({ code: 'custom', message: '同一天只能写一次', path: [index, 'date'] })
    if (spans.length > 4) context.addIssue({ code: 'custom', message: '一天最多 4 段', path: [index, 'spans'] })
    refuseSpans(spans, (place, message) => context.addIssue({ code: 'custom', message, path: [index, 'spans', place, 'closes'] }))
  })
})

export const opening = z.object({
  isOpen: z.boolean(),
  /** When open: until when today. */
  closesAt: clockTime.nullable(),
  /** When closed: the next opening within the coming weeks. */
  opensAt: moment.nullable(),
  /** Why today has hours of its own; null on an ordinary day. */
  note: z.string().nullable(),
})
export type Opening = z.infer<typeof opening>
