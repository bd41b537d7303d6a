import { Injectable, type OnModuleInit } from '@nestjs/common'
import { AppError } from '../platform/errors/app-error.js'
import { Clock } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import { Jobs } from '../platform/jobs/jobs.js'
import { FinancingCaseService } from './financing-case.service.js'
import { DemandRow } from './financing-demands.entity.js'
import { keptOf, FinancingMatchingService, rematchTask } from './financing-matching.service.js'
import * as queries from './financing-matching.queries.js'

/** Demands in one transaction: short enough that requests between two of them do not feel it. */
const portion = 50

/** Ranks all waiting demands anew, portion by portion; a run that was cut off goes on where it stood. */
@Injectable()
export class FinancingRematchJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly matching: FinancingMatchingService,
    private readonly cases: FinancingCaseService,
  ) {}

  onModuleInit(): void {
    this.jobs.on(rematchTask, ({ centerId }) => this.run(centerId))
  }

  async run(centerId: string): Promise<void> {
    while (await this.step(centerId)) {
      // Others' work between two portions.
      await new Promise((next) => setImmediate(next))
    }
  }

  /** One portion in one transaction. @returns whether there is more */
  step(centerId: string): Promise<boolean> {
    return this.units.runAt(centerId, async (manager) => {
      const now = this.clock.now()
      const run = await queries.lockRematch(manager)
      if (!run) return false
      if (run.state === 'waiting') Object.assign(run, { state: 'running', startedAt: now, total: await queries.countUnpicked(manager) })
      const demands = await queries.nextUnpicked(manager, run.afterId, portion)
      if (demands.length > 0) {
        const basis = await this.matching.basis({ manager, now, centerId }, Math.max(...demands.map(({ need }) => need.months))).catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'financing.noLpr') return null
          throw error
        })
        if (basis) {
          await queries.keepMatches(manager, demands.map(({ id, need }) => keptOf(id, need, basis)), now)
          const scope = { manager, now, caller: null, centerId }
          // Verified while no LPR was on file.
          for (const { id } of demands.filter(({ state }) => state === 'verified')) {
            await this.cases.moveDemand(scope, await manager.findOneByOrFail(DemandRow, { centerId, id }), { action: 'match', party: null }, 'matched')
          }
        }
      }
      const last = demands[demands.length - 1]
      const isDone = demands.length < portion
      await queries.saveRematch(manager, { ...run, done: Math.min(run.done + demands.length, run.total), afterId: last?.id ?? run.afterId, state: isDone ? 'done' : 'running', endedAt: isDone ? now : null })
      return !isDone
    })
  }
}
