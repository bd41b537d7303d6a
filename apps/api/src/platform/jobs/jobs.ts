import { EventEmitter } from 'node:events'
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common'
import { Logger as WorkerLogger, makeWorkerUtils, parseCronItems, run, type Runner, type WorkerEvents } from 'graphile-worker'
import type { EntityManager } from 'typeorm'
import * as z from 'zod'
import { CONFIG, type Config } from '../config/config.js'

/** Payloads carry centre and ids only. */
export interface JobPayload {
  centerId: string
  subjectId: string
}

const payloadSchema = z.object({ centerId: z.uuid(), subjectId: z.uuid() })

export interface EnqueueOptions {
  /** Default: now. */
  dueAt?: Date
  /** A job with the same key that has not run yet is replaced. */
  key?: string
}

/** The same for a transaction that sends its own statements. */
export function enqueueStatement(task: string, payload: JobPayload, options: EnqueueOptions = {}): { text: string; values: unknown[] } {
  return { text: 'select enqueue_job($1, $2, $3, $4)', values: [task, JSON.stringify(payload), options.dueAt ?? new Date(), options.key ?? null] }
}

/** One job for each subject at the transaction's own centre, in one statement. */
export function enqueueEachStatement(task: string, subjectIds: readonly string[]): { text: string; values: unknown[] } {
  return {
    text: `select enqueue_job($1, json_build_object('centerId', current_center(), 'subjectId', id), $2, null) from unnest($3::uuid[]) as id`,
    values: [task, new Date(), subjectIds],
  }
}

/** A worker that ended because the database went away is tried again this often. */
const restartMs = 1_000

/** What the worker says below this is every job it takes. */
const told: readonly string[] = ['error', 'warning']

/** Jobs on graphile-worker: enqueued in the caller's transaction, run by every API process. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Jobs')
  private readonly tasks = new Map<string, (payload: unknown) => Promise<void>>()
  private readonly schedule: { task: string; match: string }[] = []
  private runner: Runner | null = null
  private restart: NodeJS.Timeout | null = null
  /** Under this name it has locked the jobs that it runs. */
  private poolId: string | null = null
  private isEnding = false

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Names what to do with a task `<slice>.<event>`; call it in `onModuleInit`. A handler that throws is tried again later. */
  on(task: string, handler: (payload: JobPayload) => Promise<void>): void {
    this.tasks.set(task, (payload) => handler(payloadSchema.parse(payload)))
  }

  /** A task by the clock, as a crontab line in UTC: `17 * * * *`. */
  every(match: string, task: string, handler: () => Promise<void>): void {
    this.tasks.set(task, handler)
    this.schedule.push({ task, match })
  }

  /** The job exists if and only if this transaction commits. */
  async enqueue(manager: EntityManager, task: string, payload: JobPayload, options: EnqueueOptions = {}): Promise<void> {
    const { text, values } = enqueueStatement(task, payload, options)
    await manager.query(text, values)
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.start()
  }

  async onModuleDestroy(): Promise<void> {
    this.isEnding = true
    if (this.restart) clearTimeout(this.restart)
    await this.runner?.stop().catch(() => undefined)
  }

  private async start(): Promise<void> {
    const taskList = Object.fromEntries([...this.tasks].map(([name, handler]) => [name, (payload: unknown) => this.timed(name, () => handler(payload))]))
    const events = new EventEmitter() as WorkerEvents
    await this.unlock()
    if (this.isEnding) return
    events.on('pool:create', ({ workerPool }) => (this.poolId = workerPool.id))
    const runner = await run({
      events,
      connectionString: this.config.databaseUrl,
      concurrency: 2,
      maxPoolSize: 4,
      noHandleSignals: true,
      taskList,
      parsedCronItems: parseCronItems(this.schedule),
      // Without a batch, of one even, nobody awaits what becomes of a job's end: a lost connection there would end the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: new WorkerLogger((scope) => (level, message) => {
        if (told.includes(level)) this.log.warn(`${scope.taskIdentifier ?? 'worker'}: ${message}`)
      }),
    })
    runner.promise.then(() => this.startAgain('it ended'), (error: Error) => this.startAgain(error.message))
    // Whoever ended it meanwhile found no worker to stop.
    if (this.isEnding) return void (await runner.stop().catch(() => undefined))
    this.runner = runner
  }

  /** What a worker held when the database went away would stay locked for four hours. */
  private async unlock(): Promise<void> {
    if (this.poolId === null) return
    const tools = await makeWorkerUtils({ connectionString: this.config.databaseUrl, maxPoolSize: 1 })
    try {
      await tools.forceUnlockWorkers([this.poolId])
      this.poolId = null
    } finally {
      await tools.release()
    }
  }

  /** A worker that cannot say how a job ended stops. */
  private startAgain(why: string): void {
    if (this.isEnding) return
    this.runner = null
    this.log.error(`the worker stopped and starts again: ${why}`)
    this.restart = setTimeout(() => void this.start().catch((error: Error) => this.startAgain(error.message)), restartMs)
  }

  private async timed(name: string, work: () => Promise<void>): Promise<void> {
    const from = performance.now()
    await work()
    this.log.debug(`${name} took ${Math.round(performance.now() - from)} ms`)
  }
}
