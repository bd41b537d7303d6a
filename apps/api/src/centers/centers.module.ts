import { Global, Module } from '@nestjs/common'
import { CenterDirectory } from '../platform/http/doors.js'
import { CatalogueController } from './centers-catalogue.controller.js'
import { CatalogueService } from './centers-catalogue.service.js'
import { CenterSettingsService } from './centers-settings.service.js'
import { CodesController } from './centers-codes.controller.js'
import { CodesService } from './centers-codes.service.js'
import { CentersController } from './centers.controller.js'
import { FilesJobs } from './centers-files.jobs.js'
import { FilesService } from './centers-files.service.js'
import { CentersService } from './centers.service.js'
import { WorkdaysService } from './centers-workdays.service.js'

@Global()
@Module({
  controllers: [CentersController, CodesController, CatalogueController],
  providers: [CentersService, CodesService, CatalogueService, CenterSettingsService, WorkdaysService, FilesService, FilesJobs, { provide: CenterDirectory, useExisting: CentersService }],
  exports: [CentersService, CenterSettingsService, WorkdaysService, FilesService, CenterDirectory],
})
export class CentersModule {}
