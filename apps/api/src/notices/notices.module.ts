import { Global, Module } from '@nestjs/common'
import { PushService } from './notices-push.service.js'
import { NoticesController } from './notices.controller.js'
import { NoticesJobs } from './notices.jobs.js'
import { NoticesService } from './notices.service.js'

@Global()
@Module({ controllers: [NoticesController], providers: [NoticesService, PushService, NoticesJobs], exports: [NoticesService] })
export class NoticesModule {}
