import * as z from 'zod'
import { date, line, moment } from '../kit/text.schemas.js'
import { numberSettings, settingsActions, type NumberSetting } from './centers-settings.vocabulary.js'

/** Whole numbers within the bounds that the vocabulary gives each setting. */
function numbers<const Table extends Record<string, NumberSetting>>(table: Table) {
  const schemas = Object.entries(table).map(([name, { least, most, unit }]) => [
    name,
    z.number({ error: '请填写数字' }).int('要填整数').min(least, `最少 ${least} ${unit}`).max(most, `最多 ${most} ${unit}`),
  ])
  return z.object(Object.fromEntries(schemas) as { [Name in keyof Table]: z.ZodNumber })
}

/** A day that a centre works, or does not, against the national decree. */
export const workdayCorrection = z.object({ date, isWorking: z.boolean(), reason: line(40) })
export type WorkdayCorrection = z.infer<typeof workdayCorrection>

const calendar = z.object({
  corrections: z.array(workdayCorrection).max(60, '最多 60 天').refine((days) => new Set(days.map((day) => day.date)).size === days.length, '同一天只能写一次'),
})

const activities = numbers(numberSettings.activities)
const transfer = numbers(numberSettings.transfer)

/** Everything that a centre may decide for itself, complete: what was not set holds by default. */
export const centerSettings = z.object({ activities, transfer, calendar })
export type CenterSettings = z.infer<typeof centerSettings>

/** What is changed; everything else stays. A number that equals its default is no longer set. */
export const changeSettings = z.object({
  /** Of the settings that the change is based on; another one is refused with 409. */
  version: z.number().int(),
  activities: activities.partial().optional(),
  transfer: transfer.partial().optional(),
  calendar: calendar.partial().optional(),
})
export type ChangeSettings = z.input<typeof changeSettings>

export const settingsAnswer = z.object({
  settings: centerSettings,
  version: z.number().int(),
  /** null: never changed. */
  changedAt: moment.nullable(),
  /** The year whose holidays nobody has entered yet: this one, or from November on the next. */
  missingDecree: z.number().int().nullable(),
  allowedActions: z.array(z.enum(settingsActions)),
})
export type SettingsAnswer = z.infer<typeof settingsAnswer>
