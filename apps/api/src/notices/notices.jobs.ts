import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import { CenterDirectory } from '../platform/http/doors.js'
import { Jobs, type JobPayload } from '../platform/jobs/jobs.js'
import { AnnouncementsService, announceTask } from './notices-announcements.service.js'
import { PushService, pushTask } from './notices-push.service.js'
import { sweepNotices } from './notices.queries.js'

const dayMs = 86_400_000
/** Half a year after it was read nobody misses a notice; unread ones stay. */
const keptMs = 180 * dayMs

@Injectable()
export class NoticesJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly units: Units,
    private readonly centers: CenterDirectory,
    private readonly clock: Clock,
    private readonly pushes: PushService,
    private readonly announcements: AnnouncementsService,
  ) {}

  onModuleInit(): void {
    this.jobs.on(pushTask, (payload) => this.pushes.push(payload))
    this.jobs.on(announceTask, (payload) => this.announce(payload))
    this.jobs.every('23 18 * * *', 'notices.sweepRead', () => this.sweepRead())
  }

  /** Batch by batch; begun again after a crash it leaves nobody out and tells nobody twice. */
  async announce({ centerId, subjectId }: JobPayload): Promise<void> {
    for (let cursor: string | null = ''; cursor !== null; ) {
      const from: string = cursor
      cursor = await this.units.runAt(centerId, (manager) => this.announcements.tellBatch(manager, subjectId, from, this.clock.now()))
    }
  }

  async sweepRead(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptMs)
    for (const centerId of await this.centers.allIds()) await this.units.runAt(centerId, (manager) => sweepNotices(manager, before))
  }
}
