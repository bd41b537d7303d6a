import { Injectable, type OnModuleInit } from '@nestjs/common'
import { ConsentsService, consentWithdrawn } from '../accounts/accounts-consents.service.js'
import type { AccountsFact } from '../accounts/accounts.facts.js'
import { Audit } from '../audit/audit.service.js'
import { FinancingPersonService } from '../financing/financing-person.service.js'
import { BindingsService } from '../organization/organization-bindings.service.js'
import { OrganizationService } from '../organization/organization.service.js'
import { Clock } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import { Jobs, type JobPayload } from '../platform/jobs/jobs.js'
import { TransferService } from '../transfer/transfer.service.js'
import { asCaller } from './as-caller.js'

/** What ends in other slices when a consent is withdrawn. */
@Injectable()
export class Withdrawals implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly consents: ConsentsService,
    private readonly organization: OrganizationService,
    private readonly bindings: BindingsService,
    private readonly transfers: TransferService,
    private readonly demands: FinancingPersonService,
  ) {}

  onModuleInit(): void {
    this.jobs.on(consentWithdrawn, (payload) => this.end(payload))
  }

  /** Ends at one centre, once, what rested on the consent; whoever has agreed again meanwhile keeps it. */
  end({ centerId, subjectId }: JobPayload): Promise<void> {
    return this.units.runAt(centerId, async (manager) => {
      const withdrawn = await this.consents.claimEnding(manager, subjectId, centerId)
      if (!withdrawn) return
      const { purpose, accountId } = withdrawn
      const scope = { manager, centerId, now: this.clock.now(), caller: asCaller(accountId) }
      if (purpose === 'contact') {
        await this.organization.forgetContact(scope)
        await this.demands.forgetContact(scope)
      }
      if (purpose === 'membership') await this.bindings.withdrawAll(scope, 'member')
      if (purpose === 'transfer') await this.transfers.endConsent(scope)
      if (purpose === 'firm') {
        await this.demands.endConsent(scope)
        await this.bindings.withdrawAll(scope, 'firm')
      }
      await this.audit.record(scope, { fact: 'accounts.consentWithdrawn', subjectId, data: { purpose } } satisfies AccountsFact)
    })
  }
}
