import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common'
import { Units } from '../platform/database/units.js'
import { CenterDirectory } from '../platform/http/doors.js'
import { Jobs, type JobPayload } from '../platform/jobs/jobs.js'
import { AuditChain } from './audit-chain.service.js'
import { platformLedger } from './audit.queries.js'

const task = 'audit.seal'
/** Between one sealing of a centre and the next. */
const pauseMs = 2_000

/** One job per chain, which puts itself on the list again; once a minute those that got lost are put back. */
@Injectable()
export class AuditJobs implements OnModuleInit, OnApplicationBootstrap {
  private readonly log = new Logger('Audit')

  constructor(
    private readonly jobs: Jobs,
    private readonly units: Units,
    private readonly centers: CenterDirectory,
    private readonly chain: AuditChain,
  ) {}

  onModuleInit(): void {
    this.jobs.on(task, (payload) => this.sealAgain(payload))
    this.jobs.every('* * * * *', 'audit.keepSealing', () => this.sealAll())
  }

  /** The first minute is not waited for. */
  async onApplicationBootstrap(): Promise<void> {
    await this.sealAll().catch((error: Error) => this.log.warn(`sealing starts with the next minute: ${error.message}`))
  }

  private async sealAgain({ centerId }: JobPayload): Promise<void> {
    await this.chain.seal(centerId)
    // By the worker's clock, not the house's: a pause is no date.
    await this.plan(centerId, new Date(Date.now() + pauseMs))
  }

  private async sealAll(): Promise<void> {
    for (const centerId of [platformLedger, ...(await this.centers.allIds())]) await this.plan(centerId, new Date())
  }

  private plan(centerId: string, dueAt: Date): Promise<void> {
    return this.units.runAt(centerId, (manager) => this.jobs.enqueue(manager, task, { centerId, subjectId: centerId }, { dueAt, key: `${task}:${centerId}` }))
  }
}
