import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import { Jobs } from '../platform/jobs/jobs.js'
import { FinancingCaseService, renewalTask, settleDemandTask, settleReferralTask } from './financing-case.service.js'

/** The clocks of demands and referrals: each job looks at the case as it is when it runs. */
@Injectable()
export class FinancingJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly cases: FinancingCaseService,
  ) {}

  onModuleInit(): void {
    const scopeOf = (centerId: string) => ({ now: this.clock.now(), caller: null, centerId })
    this.jobs.on(settleDemandTask, ({ centerId, subjectId }) =>
      this.units.runAt(centerId, async (manager) => {
        const scope = { ...scopeOf(centerId), manager }
        await this.cases.settleDemand(scope, await this.cases.lockDemand(scope, subjectId))
      }),
    )
    this.jobs.on(settleReferralTask, ({ centerId, subjectId }) =>
      this.units.runAt(centerId, async (manager) => {
        const scope = { ...scopeOf(centerId), manager }
        const { demand, referral } = await this.cases.lockReferral(scope, subjectId)
        await this.cases.settleReferral(scope, demand, referral)
      }),
    )
    this.jobs.on(renewalTask, ({ centerId, subjectId }) =>
      this.units.runAt(centerId, async (manager) => {
        const scope = { ...scopeOf(centerId), manager }
        const { demand, referral } = await this.cases.lockReferral(scope, subjectId)
        await this.cases.askRenewal(scope, demand, referral)
      }),
    )
  }
}
