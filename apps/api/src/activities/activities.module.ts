import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { SignUpBatches } from './activities-batch.service.js'
import { CheckInController } from './activities-check-in.controller.js'
import { CheckInService } from './activities-check-in.service.js'
import { OffersService } from './activities-offers.service.js'
import { ExportsController } from './activities-exports.controller.js'
import { ExportsService } from './activities-exports.service.js'
import { NoShowsController } from './activities-no-shows.controller.js'
import { NoShowsService } from './activities-no-shows.service.js'
import { OnBehalfService } from './activities-on-behalf.service.js'
import { SeriesService } from './activities-series.service.js'
import { SignUpService } from './activities-sign-up.service.js'
import { ActivitiesController } from './activities.controller.js'
import { ActivityRow, SignUpRow } from './activities.entity.js'
import { ActivitiesEvents } from './activities.events.js'
import { ActivitiesJobs } from './activities.jobs.js'
import { ActivitiesService } from './activities.service.js'

@Module({
  imports: [TypeOrmModule.forFeature([ActivityRow, SignUpRow])],
  controllers: [ActivitiesController, CheckInController, NoShowsController, ExportsController],
  providers: [ActivitiesService, SignUpService, OnBehalfService, SignUpBatches, CheckInService, OffersService, SeriesService, NoShowsService, ExportsService, ActivitiesJobs, ActivitiesEvents],
  exports: [ActivitiesEvents, SignUpService, NoShowsService],
})
export class ActivitiesModule {}
