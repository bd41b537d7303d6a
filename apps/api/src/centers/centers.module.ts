import { Global, Module } from '@nestjs/common'
import { CenterDirectory } from '../platform/http/doors.js'
import { CentersController } from './centers.controller.js'
import { CentersService } from './centers.service.js'

@Global()
@Module({
  controllers: [CentersController],
  providers: [CentersService, { provide: CenterDirectory, useExisting: CentersService }],
  exports: [CentersService, CenterDirectory],
})
export class CentersModule {}
