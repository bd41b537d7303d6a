import { Global, Module } from '@nestjs/common'
import { NoticesController } from './notices.controller.js'
import { NoticesJobs } from './notices.jobs.js'
import { NoticesService } from './notices.service.js'

@Global()
@Module({ controllers: [NoticesController], providers: [NoticesService, NoticesJobs], exports: [NoticesService] })
export class NoticesModule {}
