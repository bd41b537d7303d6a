import { Controller, Get, Header } from '@nestjs/common'
import { collectDefaultMetrics, register } from 'prom-client'
import { DataSource } from 'typeorm'
import { refuseRequest } from '../errors/request.errors.js'

collectDefaultMetrics({ prefix: 'dangqun_' })

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
  metrics() {
    return register.metrics()
  }
}
