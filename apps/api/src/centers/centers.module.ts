import { Global, Module } from '@nestjs/common'
import { CenterDirectory } from '../platform/http/doors.js'
import { CenterSettingsService } from './centers-settings.service.js'
import { CentersController } from './centers.controller.js'
import { CentersService } from './centers.service.js'

@Global()
@Module({
  controllers: [CentersController],
  providers: [CentersService, CenterSettingsService, { provide: CenterDirectory, useExisting: CentersService }],
  exports: [CentersService, CenterSettingsService, CenterDirectory],
})
export class CentersModule {}
