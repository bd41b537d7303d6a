import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../clock/clock.js'
import { Units } from '../database/units.js'
import { Jobs } from '../jobs/jobs.js'
import { CenterDirectory } from './doors.js'
import { sweepKeys } from './idempotency.queries.js'

@Injectable()
export class IdempotencyJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly units: Units,
    private readonly centers: CenterDirectory,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('17 * * * *', 'platform.sweepIdempotencyKeys', async () => {
      for (const centerId of await this.centers.allIds()) await this.units.runAt(centerId, (manager) => sweepKeys(manager, this.clock.now()))
    })
  }
}
