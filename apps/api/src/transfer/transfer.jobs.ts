import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import { Jobs } from '../platform/jobs/jobs.js'
import { deliverTask, remindTask, settleTask, TransferCaseService } from './transfer-case.service.js'
import { TransferTwinService } from './transfer-twin.service.js'

@Injectable()
export class TransferJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly cases: TransferCaseService,
    private readonly twins: TransferTwinService,
  ) {}

  onModuleInit(): void {
    this.jobs.on(settleTask, ({ centerId, subjectId }) =>
      this.units.runAt(centerId, async (manager) => {
        const scope = { manager, now: this.clock.now(), caller: null, centerId }
        await this.cases.settle(scope, await this.cases.lock(scope, subjectId))
      }),
    )
    this.jobs.on(remindTask, ({ centerId, subjectId }) =>
      this.units.runAt(centerId, async (manager) => {
        const scope = { manager, now: this.clock.now(), caller: null, centerId }
        const row = await this.cases.lock(scope, subjectId)
        await this.cases.settle(scope, row)
        await this.cases.remind(scope, row)
      }),
    )
    this.jobs.on(deliverTask, ({ centerId, subjectId }) => this.twins.deliver(centerId, subjectId))
  }
}
