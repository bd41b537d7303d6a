import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import { Jobs } from '../platform/jobs/jobs.js'
import { lapseTask, OffersService } from './activities-offers.service.js'
import { ActivitiesService, closeTask } from './activities.service.js'

@Injectable()
export class ActivitiesJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly activities: ActivitiesService,
    private readonly offers: OffersService,
  ) {}

  onModuleInit(): void {
    this.jobs.on(closeTask, ({ centerId, subjectId }) =>
      this.units.runAt(centerId, (manager) => this.activities.closeWhenOver({ manager, centerId, now: this.clock.now(), caller: null }, subjectId)),
    )
    this.jobs.on(lapseTask, ({ centerId, subjectId }) =>
      this.units.runAt(centerId, (manager) => this.offers.lapse({ manager, centerId, now: this.clock.now(), caller: null }, subjectId)),
    )
  }
}
