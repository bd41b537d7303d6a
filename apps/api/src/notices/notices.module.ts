import { Global, Module } from '@nestjs/common'
import { AnnouncementsController } from './notices-announcements.controller.js'
import { AnnouncementsService } from './notices-announcements.service.js'
import { PushService } from './notices-push.service.js'
import { NoticesController } from './notices.controller.js'
import { NoticesJobs } from './notices.jobs.js'
import { NoticesService } from './notices.service.js'

@Global()
@Module({ controllers: [NoticesController, AnnouncementsController], providers: [NoticesService, PushService, AnnouncementsService, NoticesJobs], exports: [NoticesService] })
export class NoticesModule {}
