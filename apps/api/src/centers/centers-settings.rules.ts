import { numberSettings, settingsGroups, type NumberSetting, type SettingsGroup } from '@dangqun/contracts/centers/settings-vocabulary'
import type { CenterSettings } from '@dangqun/contracts/centers/settings-schemas'

/** What a centre set itself, as stored: groups of names; a name that is absent holds by default. */
export type SettingsOverrides = { readonly [Group in keyof CenterSettings]?: Partial<CenterSettings[Group]> }

export const settingsByDefault: CenterSettings = { activities: defaultsOf('activities') }

function defaultsOf<Group extends SettingsGroup>(group: Group): CenterSettings[Group] {
  const table: Readonly<Record<string, NumberSetting>> = numberSettings[group]
  return Object.fromEntries(Object.entries(table).map(([name, { byDefault }]) => [name, byDefault])) as CenterSettings[Group]
}

/** Complete settings from what is stored. */
export function settingsFrom(overrides: SettingsOverrides): CenterSettings {
  return { activities: { ...settingsByDefault.activities, ...overrides.activities } }
}

/**
 * What is stored after a change: only what differs from the defaults, so that a better default
 * reaches every centre that never chose otherwise.
 */
export function overridesFrom(settings: CenterSettings): SettingsOverrides {
  const groups = settingsGroups.map((group) => {
    const byDefault: Readonly<Record<string, unknown>> = settingsByDefault[group]
    return [group, Object.fromEntries(Object.entries(settings[group]).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(byDefault[name])))] as const
  })
  return Object.fromEntries(groups.filter(([, names]) => Object.keys(names).length > 0))
}

/** The names of what differs, with both values: `activities.noShowLimit: 3 → 5`. */
export function settingsChanges(before: CenterSettings, after: CenterSettings): string[] {
  return settingsGroups.flatMap((group) => {
    const was: Readonly<Record<string, unknown>> = before[group]
    return Object.entries(after[group])
      .map(([name, value]) => [name, JSON.stringify(was[name]), JSON.stringify(value)] as const)
      .filter(([, from, to]) => from !== to)
      .map(([name, from, to]) => `${group}.${name}: ${from} → ${to}`)
  })
}
