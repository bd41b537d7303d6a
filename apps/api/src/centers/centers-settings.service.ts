import { Injectable } from '@nestjs/common'
import type { CenterSettings, changeSettings, SettingsAnswer } from '@dangqun/contracts/centers/settings-schemas'
import type { EntityManager } from 'typeorm'
import type * as z from 'zod'
import { Audit } from '../audit/audit.service.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import { holds, type CenterScope, type SignedInCenterScope } from '../platform/http/scope.js'
import type { CentersFact } from './centers.facts.js'
import { lockSettings, readSettings, saveSettings, type SettingsRow } from './centers-settings.queries.js'
import { overridesFrom, settingsChanges, settingsFrom, settingsWith } from './centers-settings.rules.js'
import { WorkdaysService } from './centers-workdays.service.js'

/** What each centre decides for itself. */
@Injectable()
export class CenterSettingsService {
  constructor(
    private readonly audit: Audit,
    private readonly workdays: WorkdaysService,
  ) {}

  /** The complete settings of the centre of this transaction. */
  async of(manager: EntityManager): Promise<CenterSettings> {
    return settingsFrom((await readSettings(manager))?.overrides ?? {})
  }

  async get(scope: CenterScope): Promise<SettingsAnswer> {
    return this.present(scope, (await readSettings(scope.manager)) ?? { overrides: {}, version: 1, changed_at: null })
  }

  /** @throws AppError `request.changedMeanwhile` when `version` is not the newest */
  async change(scope: SignedInCenterScope, { version, ...change }: z.output<typeof changeSettings>): Promise<SettingsAnswer> {
    const row = await lockSettings(scope.manager)
    if (version !== row.version) throw refuseRequest('request.changedMeanwhile', { version: row.version })
    const before = settingsFrom(row.overrides)
    const after = settingsWith(before, change)
    const changes = settingsChanges(before, after)
    if (changes.length === 0) return this.present(scope, row)
    const changed: SettingsRow = { overrides: overridesFrom(after), version: version + 1, changed_at: scope.now }
    await saveSettings(scope.manager, changed)
    await this.audit.record(scope, { fact: 'centers.settingsChanged', subjectId: scope.centerId, data: { version: changed.version, changes } } satisfies CentersFact)
    return this.present(scope, changed)
  }

  private async present({ manager, now, caller, centerId }: CenterScope, { overrides, version, changed_at }: SettingsRow): Promise<SettingsAnswer> {
    return {
      settings: settingsFrom(overrides),
      version,
      changedAt: changed_at && shanghaiIso(changed_at),
      missingDecree: await this.workdays.missingDecree(manager, now),
      allowedActions: holds(caller, 'centers.manage', centerId) ? ['update'] : [],
    }
  }
}
