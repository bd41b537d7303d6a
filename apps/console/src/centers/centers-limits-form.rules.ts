import { changeSettings, type CenterSettings, type ChangeSettings } from '@dangqun/contracts/centers/settings-schemas'
import { numberSettings, numbersGroupLabels, type NumberSetting, type NumbersGroup } from '@dangqun/contracts/centers/settings-vocabulary'

/** Every number by its path, `activities.noShowLimit`; null while the field is empty. */
export type LimitsValues = Readonly<Record<string, number | null>>

export interface LimitField extends NumberSetting {
  readonly path: string
}

export interface LimitsGroup {
  readonly group: NumbersGroup
  readonly label: string
  readonly fields: readonly LimitField[]
}

/** All groups of the contract, so that a slice that adds one there finds it in the form. */
export const limitsGroups: readonly LimitsGroup[] = (Object.keys(numberSettings) as NumbersGroup[]).map((group) => ({
  group,
  label: numbersGroupLabels[group],
  fields: Object.entries(numberSettings[group] as Readonly<Record<string, NumberSetting>>).map(([name, setting]) => ({ path: `${group}.${name}`, ...setting })),
}))

export const limitFields: readonly LimitField[] = limitsGroups.flatMap(({ fields }) => fields)

export const limitLabels: Readonly<Record<string, string>> = Object.fromEntries(limitFields.map(({ path, label }) => [path, label]))

export function limitsValues(settings: CenterSettings): LimitsValues {
  return Object.fromEntries(limitsGroups.flatMap(({ group }) => Object.entries(settings[group]).map(([name, value]) => [`${group}.${name}`, value])))
}

/** The PATCH of what was changed. */
export function limitsChange(changes: Partial<LimitsValues>, version: number): ChangeSettings {
  const groups = limitsGroups.map(({ group }) => [group, Object.fromEntries(Object.entries(changes).filter(([path]) => path.startsWith(`${group}.`)).map(([path, value]) => [path.slice(group.length + 1), value]))] as const)
  return { version, ...Object.fromEntries(groups.filter(([, names]) => Object.keys(names).length > 0)) }
}

/** What is wrong, by path. */
export function limitsErrors(values: LimitsValues): Record<string, string> {
  return Object.fromEntries((changeSettings.safeParse(limitsChange(values, 0)).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}
