import { Global, Module } from '@nestjs/common'
import { CenterDirectory } from '../platform/http/doors.js'
import { CenterSettingsService } from './centers-settings.service.js'
import { CentersController } from './centers.controller.js'
import { CentersService } from './centers.service.js'
import { WorkdaysService } from './centers-workdays.service.js'

@Global()
@Module({
  controllers: [CentersController],
  providers: [CentersService, CenterSettingsService, WorkdaysService, { provide: CenterDirectory, useExisting: CentersService }],
  exports: [CentersService, CenterSettingsService, WorkdaysService, CenterDirectory],
})
export class CentersModule {}
