import type { CenterSettings } from '@dangqun/contracts/centers/settings-schemas'
import { numberSettings, type NumberSetting, type NumbersGroup } from '@dangqun/contracts/centers/settings-vocabulary'

/** What a centre set itself, as stored: groups of names; a name that is absent holds by default. */
export type SettingsOverrides = { readonly [Group in keyof CenterSettings]?: { readonly [Name in keyof CenterSettings[Group]]?: CenterSettings[Group][Name] | undefined } | undefined }

type Groups = Record<keyof CenterSettings, Readonly<Record<string, unknown>>>

export const settingsByDefault: CenterSettings = {
  activities: numbersOf('activities'),
  transfer: numbersOf('transfer'),
  calendar: { corrections: [] },
}
const groups = Object.keys(settingsByDefault) as (keyof CenterSettings)[]

function numbersOf<Group extends NumbersGroup>(group: Group): CenterSettings[Group] {
  const table: Readonly<Record<string, NumberSetting>> = numberSettings[group]
  return Object.fromEntries(Object.entries(table).map(([name, { byDefault }]) => [name, byDefault])) as CenterSettings[Group]
}

/** Complete settings from what is stored. */
export function settingsFrom(overrides: SettingsOverrides): CenterSettings {
  return settingsWith(settingsByDefault, overrides)
}

/** Settings after a change: what it names is replaced, everything else stays. */
export function settingsWith(settings: CenterSettings, change: SettingsOverrides): CenterSettings {
  const set = (group: keyof CenterSettings) => Object.entries(change[group] ?? {}).filter(([, value]) => value !== undefined)
  return Object.fromEntries(groups.map((group) => [group, { ...settings[group], ...Object.fromEntries(set(group)) }])) as unknown as CenterSettings
}

/**
 * What is stored after a change: only what differs from the defaults, so that a better default
 * reaches every centre that never chose otherwise.
 */
export function overridesFrom(settings: CenterSettings): SettingsOverrides {
  const set = (group: keyof CenterSettings) => differing(settingsByDefault, settings, group).map(([name, , value]) => [name, value] as const)
  return Object.fromEntries(groups.filter((group) => set(group).length > 0).map((group) => [group, Object.fromEntries(set(group))]))
}

/** The names of what differs, with both values: `activities.noShowLimit: 3 → 5`. */
export function settingsChanges(before: CenterSettings, after: CenterSettings): string[] {
  return groups.flatMap((group) => differing(before, after, group).map(([name, from, to]) => `${group}.${name}: ${JSON.stringify(from)} → ${JSON.stringify(to)}`))
}

function differing(before: Groups, after: Groups, group: keyof CenterSettings): [name: string, from: unknown, to: unknown][] {
  return Object.entries(after[group])
    .map(([name, value]): [string, unknown, unknown] => [name, before[group][name], value])
    .filter(([, from, to]) => JSON.stringify(from) !== JSON.stringify(to))
}
