import type { EntityManager } from 'typeorm'
import type { SettingsOverrides } from './centers-settings.rules.js'

export interface SettingsRow {
  overrides: SettingsOverrides
  version: number
  changed_at: Date | null
}

/** For statements that read settings on a connection of their own; no row: nothing was ever set. */
export const readSettingsSql = 'select overrides, version, changed_at from center_settings where center_id = current_center()'

export async function readSettings(manager: EntityManager): Promise<SettingsRow | null> {
  const [row]: SettingsRow[] = await manager.query(readSettingsSql)
  return row ?? null
}

/** The row, made at need, locked until the transaction ends. */
export async function lockSettings(manager: EntityManager): Promise<SettingsRow> {
  await manager.query('insert into center_settings (center_id) values (current_center()) on conflict do nothing')
  const [row]: SettingsRow[] = await manager.query(`${readSettingsSql} for update`)
  if (!row) throw new Error('settings are read at a centre')
  return row
}

export async function saveSettings(manager: EntityManager, { overrides, version, changed_at }: SettingsRow): Promise<void> {
  await manager.query('update center_settings set overrides = $1, version = $2, changed_at = $3 where center_id = current_center()', [JSON.stringify(overrides), version, changed_at])
}
