import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../platform/clock/clock.js'
import { Jobs } from '../platform/jobs/jobs.js'
import { FilesService } from './centers-files.service.js'
import { CentersService } from './centers.service.js'

@Injectable()
export class FilesJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly files: FilesService,
    private readonly centers: CentersService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('41 * * * *', 'centers.sweepFiles', async () => {
      for (const centerId of await this.centers.allIds()) await this.files.sweep(centerId, this.clock.now())
    })
  }
}
