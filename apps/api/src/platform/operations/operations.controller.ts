import { Controller, Get, Header } from '@nestjs/common'
import { collectDefaultMetrics, Gauge, register } from 'prom-client'
import { DataSource } from 'typeorm'
import { refuseRequest } from '../errors/request.errors.js'

collectDefaultMetrics({ prefix: 'dangqun_' })
const waiting = new Gauge({ name: 'dangqun_jobs_waiting', help: 'Jobs that are due now or later, by task', labelNames: ['task'] })
const failed = new Gauge({ name: 'dangqun_jobs_failed', help: 'Jobs that were given up after their last attempt; any is for somebody to look at', labelNames: ['task'] })

/** For machines that watch this one: nothing personal, no access rule. */
@Controller()
export class OperationsController {
  constructor(private readonly database: DataSource) {}

  @Get('health/live')
  live() {
    return { status: 'ok' }
  }

  @Get('health/ready')
  async ready() {
    try {
      await this.database.query('select 1')
    } catch {
      throw refuseRequest('system.unavailable')
    }
    return { status: 'ok' }
  }

  @Get('metrics')
  @Header('content-type', register.contentType)
  async metrics() {
    await this.watchJobs()
    return register.metrics()
  }

  private async watchJobs(): Promise<void> {
    waiting.reset()
    failed.reset()
    // The other figures are needed most when the database is away.
    const rows = await this.database.query<{ task: string; waiting: number; failed: number }[]>('select * from watched_jobs()').catch(() => [])
    for (const { task, ...counts } of rows) {
      waiting.set({ task }, counts.waiting)
      failed.set({ task }, counts.failed)
    }
  }
}
